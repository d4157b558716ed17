/**
 * The smallest change of one lever that gives every target the wanted odds: the ends of the lever's range, a coarse grid
 * between them, then bisection between the nearest setting that is enough and its neighbour that is not.
 *
 * Odds are those of common draws, so that they depend on the setting and not on chance. They need not be monotonic: an
 * interval of settings that is enough and lies between two grid points is missed. A lever whose ends leave the odds of
 * every target that lacks some as they are is looked at in the middle between where it stands and each end, and on the
 * grid where that changes odds. It counts as without effect on a target where no setting that was tried moves odds or
 * median: odds of 0 hide how much nearer a target comes.
 */

export interface LeverRange {
  readonly name: string
  /** The current setting. */
  readonly from: number
  readonly low: number
  readonly high: number
}

/** Of every target with one lever at a setting and the others as they are. */
export interface LeverOutcome {
  readonly odds: readonly number[]
  /** In the target's unit; NaN where no draw gave a number. */
  readonly medians: readonly number[]
}

interface LeverSearch {
  /** Odds (0-1) that are enough. */
  readonly wanted: number
  readonly tryOut: (trials: readonly Trial[]) => Promise<readonly LeverOutcome[]>
  /** How far a median falls short of a target, by its index; below zero beyond it. */
  readonly shortOf: (target: number, median: number) => number
}

export interface Trial {
  readonly lever: number
  readonly setting: number
}

export interface Enough {
  /** What it costs beyond the current setting until the last year, of each currency and price year (ReachFinding.costs). */
  readonly costs?: readonly number[]
  readonly kind: 'enough'
  readonly setting: number
  readonly odds: number
}

/** Nothing within the range is enough; the best setting that was tried, nearest to the current one. */
export interface NotWithin {
  readonly kind: 'not within range'
  readonly setting: number
  readonly odds: number
  /** What the median lacks there, in the target's unit, below zero where it reaches it; null where there is none. */
  readonly short: number | null
}

/** No setting that was tried changes the odds or moves the median. */
export interface NoEffect {
  readonly kind: 'no effect'
}

export type LeverAnswer = Enough | NotWithin | NoEffect

/** Points of the coarse grid on each side of the current setting. */
const POINTS = 5
/** Width at which bisection ends, as a share of the lever's range. */
const FINE = 1 / 256

/** Relative difference of medians that is rounding. */
const ROUNDING = 1e-9

interface Observation extends LeverOutcome {
  readonly setting: number
}

/**
 * Answers by [target][lever].
 *
 * now  every target at the current settings
 */
export async function smallestChanges(
  levers: readonly LeverRange[],
  now: LeverOutcome,
  search: LeverSearch,
): Promise<LeverAnswer[][]> {
  const { wanted } = search
  const observed = await observeGrid(levers, now, search)
  const brackets = now.odds.flatMap((odds, target) =>
    levers.flatMap((range, lever) => bracketOf(range, lever, target, odds, observed[lever], wanted)),
  )
  for (;;) {
    const open = brackets.filter(({ width, enough, not }) => Math.abs(enough.setting - not) > width)
    if (open.length === 0) break
    const trials = open.map(({ lever, enough, not }) => ({ lever, setting: (enough.setting + not) / 2 }))
    const distinct = [...new Map(trials.map((trial) => [`${trial.lever} ${trial.setting}`, trial])).values()]
    const found = await search.tryOut(distinct)
    open.forEach((bracket, index) => {
      const at = distinct.findIndex(
        ({ lever, setting }) => lever === trials[index].lever && setting === trials[index].setting,
      )
      const here = found[at].odds[bracket.target]
      if (here >= wanted) bracket.enough = { kind: 'enough', setting: trials[index].setting, odds: here }
      else bracket.not = trials[index].setting
    })
  }
  return now.odds.map((_, target) =>
    levers.map((range, lever) => {
      const bracket = brackets.find((one) => one.target === target && one.lever === lever)
      if (bracket) return bracket.enough
      return bestOf({ setting: range.from, ...now }, target, observed[lever], search)
    }),
  )
}

/** Observations by lever: at the ends of its range, in the middle where they tell nothing, on the grid where odds move. */
async function observeGrid(
  levers: readonly LeverRange[],
  now: LeverOutcome,
  { wanted, tryOut }: LeverSearch,
): Promise<Observation[][]> {
  const observed = levers.map((): Observation[] => [])
  const observe = async (
    settingsOf: (range: LeverRange) => readonly number[],
    looked: (lever: number) => boolean,
  ) => {
    const trials = levers.flatMap((range, lever): Trial[] => {
      const known = observed[lever].map(({ setting }) => setting)
      const settings = looked(lever) ? settingsOf(range).filter((setting) => !known.includes(setting)) : []
      return settings.map((setting) => ({ lever, setting }))
    })
    const found = trials.length > 0 ? await tryOut(trials) : []
    trials.forEach(({ lever, setting }, at) => {
      observed[lever].push({ setting, ...found[at] })
    })
  }
  const moves = (lever: number) =>
    now.odds.some((odds, target) => odds < wanted && observed[lever].some((one) => one.odds[target] !== odds))
  await observe(endsOf, () => true)
  await observe(middlesOf, (lever) => !moves(lever))
  await observe(between, moves)
  return observed
}

const endsOf = ({ from, low, high }: LeverRange): number[] => [low, high].filter((end) => end !== from)

/** Halfway from the current setting to each end. */
const middlesOf = (range: LeverRange): number[] => endsOf(range).map((end) => (range.from + end) / 2)

/** Grid points from the current setting towards both ends of the range, in equal steps on each side. */
function between(range: LeverRange): number[] {
  const { from } = range
  const towards = (end: number) =>
    Array.from({ length: POINTS - 1 }, (_, k) => from + ((k + 1) / POINTS) * (end - from))
  return endsOf(range).flatMap(towards)
}

interface Bracket {
  readonly lever: number
  readonly target: number
  readonly width: number
  enough: Enough
  not: number
}

/** Between the nearest setting that is enough and the one before it; none where the odds suffice, or nothing does. */
function bracketOf(
  { from, low, high }: LeverRange,
  lever: number,
  target: number,
  odds: number,
  observed: readonly Observation[],
  wanted: number,
): Bracket[] {
  if (odds >= wanted) return []
  const [nearest] = observed
    .filter((one) => one.odds[target] >= wanted)
    .sort((a, b) => Math.abs(a.setting - from) - Math.abs(b.setting - from))
  if (!nearest) return []
  const side = Math.sign(nearest.setting - from)
  const before = observed
    .map(({ setting }) => setting)
    .filter(
      (setting) =>
        Math.sign(setting - from) === side && Math.abs(setting - from) < Math.abs(nearest.setting - from),
    )
  const not = before.sort((a, b) => Math.abs(b - from) - Math.abs(a - from))[0] ?? from
  const enough: Enough = { kind: 'enough', setting: nearest.setting, odds: nearest.odds[target] }
  return [{ lever, target, width: FINE * (high - low), enough, not }]
}

/** The best of what was tried, the current setting included; nothing where all of it is the same. */
function bestOf(
  now: Observation,
  target: number,
  observed: readonly Observation[],
  { shortOf }: Pick<LeverSearch, 'shortOf'>,
): LeverAnswer {
  if (observed.every((one) => alike(one, now, target))) return { kind: 'no effect' }
  const all = [now, ...observed].map(({ setting, odds, medians }): NotWithin => {
    const short = shortOf(target, medians[target])
    return {
      kind: 'not within range',
      setting,
      odds: odds[target],
      short: Number.isFinite(short) ? short : null,
    }
  })
  const far = ({ setting }: NotWithin) => Math.abs(setting - now.setting)
  return all.sort((a, b) => nearerFirst(a, b) || far(a) - far(b))[0]
}

/** Order of answers: the better odds first; of equal odds what falls short by less. */
export function nearerFirst(a: Answered, b: Answered): number {
  return b.odds - a.odds || lackOf(a) - lackOf(b)
}

type Answered = Enough | NotWithin

/** What is lacking, to a billionth: less is rounding and decides nothing. */
function lackOf(answer: Answered): number {
  if (answer.kind === 'enough') return 0
  return Number((answer.short ?? Number.MAX_VALUE).toPrecision(9))
}

function alike(one: LeverOutcome, other: LeverOutcome, target: number): boolean {
  if (one.odds[target] !== other.odds[target]) return false
  const [a, b] = [one.medians[target], other.medians[target]]
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) === Number.isNaN(b)
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b))
}
