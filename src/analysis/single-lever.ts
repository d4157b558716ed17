/**
 * The smallest change of one lever that gives every target the wanted odds: the ends of the lever's range, a coarse grid
 * between them, then bisection between the nearest setting that is enough and its neighbour that is not.
 *
 * Odds are those of common draws, so that they depend on the setting and not on chance. They need not be monotonic: an
 * interval of settings that is enough and lies between two grid points is missed. A lever counts as without effect on
 * a target where neither end of its range changes the odds, and is not searched further where that holds for every
 * target that lacks odds.
 */

export interface LeverRange {
  readonly name: string
  /** The current setting. */
  readonly from: number
  readonly low: number
  readonly high: number
}

/** Odds of every target (0-1) with one lever at a setting and the others as they are. */
export type OddsAt = (trials: readonly Trial[]) => Promise<readonly (readonly number[])[]>

export interface Trial {
  readonly lever: number
  readonly setting: number
}

export interface Enough {
  readonly kind: 'enough'
  readonly setting: number
  readonly odds: number
}

/** Nothing within the range is enough; the best setting that was tried, nearest to the current one. */
export interface NotWithin {
  readonly kind: 'not within range'
  readonly setting: number
  readonly odds: number
}

/** No setting that was tried changes the odds. */
export interface NoEffect {
  readonly kind: 'no effect'
}

export type LeverAnswer = Enough | NotWithin | NoEffect

/** Points of the coarse grid on each side of the current setting. */
const POINTS = 5
/** Width at which bisection ends, as a share of the lever's range. */
const FINE = 1 / 256

interface Observation {
  readonly setting: number
  readonly odds: readonly number[]
}

/**
 * Answers by [target][lever].
 *
 * now     odds of every target at the current settings
 * wanted  odds (0-1) that are enough
 */
export async function smallestChanges(
  levers: readonly LeverRange[],
  now: readonly number[],
  wanted: number,
  oddsAt: OddsAt,
): Promise<LeverAnswer[][]> {
  const observed = await observeGrid(levers, now, wanted, oddsAt)
  const brackets = now.flatMap((odds, target) =>
    levers.flatMap((range, lever) => bracketOf(range, lever, target, odds, observed[lever], wanted)),
  )
  for (;;) {
    const open = brackets.filter(({ width, enough, not }) => Math.abs(enough.setting - not) > width)
    if (open.length === 0) break
    const trials = open.map(({ lever, enough, not }) => ({ lever, setting: (enough.setting + not) / 2 }))
    const distinct = [...new Map(trials.map((trial) => [`${trial.lever} ${trial.setting}`, trial])).values()]
    const odds = await oddsAt(distinct)
    open.forEach((bracket, index) => {
      const at = distinct.findIndex(
        ({ lever, setting }) => lever === trials[index].lever && setting === trials[index].setting,
      )
      const here = odds[at][bracket.target]
      if (here >= wanted) bracket.enough = { kind: 'enough', setting: trials[index].setting, odds: here }
      else bracket.not = trials[index].setting
    })
  }
  return now.map((odds, target) =>
    levers.map((range, lever) => {
      const bracket = brackets.find((one) => one.target === target && one.lever === lever)
      return bracket?.enough ?? bestOf(range, target, odds, observed[lever])
    }),
  )
}

/** Observations by lever: at the ends of its range, and on the grid where an end moves a target that lacks odds. */
async function observeGrid(
  levers: readonly LeverRange[],
  now: readonly number[],
  wanted: number,
  oddsAt: OddsAt,
): Promise<Observation[][]> {
  const observed = levers.map((): Observation[] => [])
  const observe = async (trials: readonly Trial[]) => {
    const found = trials.length > 0 ? await oddsAt(trials) : []
    trials.forEach(({ lever, setting }, at) => {
      observed[lever].push({ setting, odds: found[at] })
    })
  }
  const trialsOf = (settingsOf: (range: LeverRange) => readonly number[]) =>
    levers.map((range, lever) => settingsOf(range).map((setting): Trial => ({ lever, setting })))
  await observe(trialsOf(endsOf).flat())
  const moves = (lever: number) =>
    now.some((odds, target) => odds < wanted && observed[lever].some((one) => one.odds[target] !== odds))
  await observe(trialsOf(between).flatMap((trials, lever) => (moves(lever) ? trials : [])))
  return observed
}

const endsOf = ({ from, low, high }: LeverRange): number[] => [low, high].filter((end) => end !== from)

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

function bestOf(
  { from }: LeverRange,
  target: number,
  now: number,
  observed: readonly Observation[],
): LeverAnswer {
  if (observed.every(({ odds }) => odds[target] === now)) return { kind: 'no effect' }
  const all = [
    { setting: from, odds: now },
    ...observed.map(({ setting, odds }) => ({ setting, odds: odds[target] })),
  ]
  const most = Math.max(...all.map(({ odds }) => odds))
  const [best] = all
    .filter(({ odds }) => odds === most)
    .sort((a, b) => Math.abs(a.setting - from) - Math.abs(b.setting - from))
  return { kind: 'not within range', ...best }
}
