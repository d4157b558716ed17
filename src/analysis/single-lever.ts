/**
 * The smallest change of one lever that gives every target the odds that are wanted: a coarse look over the lever's
 * range, then bisection between the nearest setting that is enough and its neighbour that is not.
 *
 * Odds are those of common draws, so they change with the setting and not with chance. They need not rise steadily:
 * a stretch that is enough and lies between two points of the coarse look is not seen.
 */

export interface LeverRange {
  readonly name: string
  /** Where the lever stands now. */
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

/** Nothing within the range is enough; the best that was seen, nearest to where the lever stands now. */
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

/** Points of the coarse look on each side of where the lever stands. */
const POINTS = 5
/** Width at which bisection ends, as a share of the lever's range. */
const FINE = 1 / 256

interface Seen {
  readonly setting: number
  readonly odds: readonly number[]
}

/**
 * Answers by [target][lever].
 *
 * now     odds of every target as the levers stand
 * wanted  odds (0-1) that are enough
 */
export async function smallestChanges(
  levers: readonly LeverRange[],
  now: readonly number[],
  wanted: number,
  oddsAt: OddsAt,
): Promise<LeverAnswer[][]> {
  const looks = levers.flatMap((range, lever) => lookOver(range).map((setting) => ({ lever, setting })))
  const found = await oddsAt(looks)
  const seen = levers.map((_, lever): Seen[] =>
    looks.flatMap((look, index) =>
      look.lever === lever ? [{ setting: look.setting, odds: found[index] }] : [],
    ),
  )
  const brackets = now.flatMap((odds, target) =>
    levers.flatMap((range, lever) => bracketOf(range, lever, target, odds, seen[lever], wanted)),
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
      return bracket?.enough ?? bestOf(range, target, odds, seen[lever])
    }),
  )
}

/** From where the lever stands to both ends of its range, in equal steps on each side. */
function lookOver({ from, low, high }: LeverRange): number[] {
  const towards = (end: number) =>
    end === from ? [] : Array.from({ length: POINTS }, (_, k) => from + ((k + 1) / POINTS) * (end - from))
  return [...towards(low), ...towards(high)]
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
  seen: readonly Seen[],
  wanted: number,
): Bracket[] {
  if (odds >= wanted) return []
  const [nearest] = seen
    .filter((one) => one.odds[target] >= wanted)
    .sort((a, b) => Math.abs(a.setting - from) - Math.abs(b.setting - from))
  if (!nearest) return []
  const side = Math.sign(nearest.setting - from)
  const before = seen
    .map(({ setting }) => setting)
    .filter(
      (setting) =>
        Math.sign(setting - from) === side && Math.abs(setting - from) < Math.abs(nearest.setting - from),
    )
  const not = before.sort((a, b) => Math.abs(b - from) - Math.abs(a - from))[0] ?? from
  const enough: Enough = { kind: 'enough', setting: nearest.setting, odds: nearest.odds[target] }
  return [{ lever, target, width: FINE * (high - low), enough, not }]
}

function bestOf({ from }: LeverRange, target: number, now: number, seen: readonly Seen[]): LeverAnswer {
  if (seen.every(({ odds }) => odds[target] === now)) return { kind: 'no effect' }
  const all = [
    { setting: from, odds: now },
    ...seen.map(({ setting, odds }) => ({ setting, odds: odds[target] })),
  ]
  const most = Math.max(...all.map(({ odds }) => odds))
  const [best] = all
    .filter(({ odds }) => odds === most)
    .sort((a, b) => Math.abs(a.setting - from) - Math.abs(b.setting - from))
  return { kind: 'not within range', ...best }
}
