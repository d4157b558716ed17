/**
 * The smallest change of one lever that gives every target the wanted odds: the ends of the lever's range and the middle
 * between where it stands and each end, a coarse grid on a side where these do not go one way, then bisection between the
 * nearest setting that is enough and its neighbour that is not.
 *
 * Odds are those of common draws, so that they depend on the setting and not on chance. They need not be monotonic: an
 * interval of settings that is enough and lies between two that were tried is missed. A side goes one way where odds and
 * median of every target that lacks some move on from the current setting over the middle to the end; where they leave
 * all odds as they are, it is not looked at any further either. A lever counts as without effect on a target where no
 * setting that was tried moves odds or median: odds of 0 hide how much nearer a target comes.
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

/** Observations by lever: at the ends of its range, in the middle to each, on the grid of sides that do not go one way. */
async function observeGrid(
  levers: readonly LeverRange[],
  now: LeverOutcome,
  search: LeverSearch,
): Promise<Observation[][]> {
  const observed = levers.map((): Observation[] => [])
  const observe = async (settingsOf: (range: LeverRange, lever: number) => readonly number[]) => {
    const trials = levers.flatMap((range, lever): Trial[] => {
      const known = observed[lever].map(({ setting }) => setting)
      const settings = settingsOf(range, lever).filter((setting) => !known.includes(setting))
      return settings.map((setting) => ({ lever, setting }))
    })
    const found = trials.length > 0 ? await search.tryOut(trials) : []
    trials.forEach(({ lever, setting }, at) => {
      observed[lever].push({ setting, ...found[at] })
    })
  }
  await observe((range) => endsOf(range).flatMap((end) => [end, halfway(range, end)]))
  await observe((range, lever) => {
    const at = (wanted: number) => observed[lever].find(({ setting }) => setting === wanted)!
    const unclear = endsOf(range).filter((end) => !goesOneWay(now, at(halfway(range, end)), at(end), search))
    return unclear.flatMap((end) => between(range, end))
  })
  return observed
}

const endsOf = ({ from, low, high }: LeverRange): number[] => [low, high].filter((end) => end !== from)

const halfway = ({ from }: LeverRange, end: number): number => (from + end) / 2

/** Grid points from the current setting towards an end of the range, in equal steps. */
function between({ from }: LeverRange, end: number): number[] {
  return Array.from({ length: POINTS - 1 }, (_, k) => from + ((k + 1) / POINTS) * (end - from))
}

/**
 * Whether what lies between needs no look: for every target whose odds do not suffice, odds that nothing moves, or odds
 * and median that move the same way twice. A median that stands still on the way hides where its movement ended.
 */
function goesOneWay(
  now: LeverOutcome,
  middle: LeverOutcome,
  end: LeverOutcome,
  { wanted, shortOf }: LeverSearch,
): boolean {
  return now.odds.every((odds, target) => {
    const path = [now, middle, end]
    if (odds >= wanted || path.every((one) => one.odds[target] === odds)) return true
    const gains = [0, 1].map((step) => path[step + 1].odds[target] - path[step].odds[target])
    const nearer = [0, 1].map(
      (step) => shortOf(target, path[step].medians[target]) - shortOf(target, path[step + 1].medians[target]),
    )
    const way = Math.sign(nearer[0])
    return way !== 0 && nearer.every((one) => one * way > 0) && gains.every((one) => one * way >= 0)
  })
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
