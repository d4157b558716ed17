/**
 * Scenario discovery: the boxes of inputs in which a target mainly fails (or is reached), and how far to trust them.
 *
 * Boxes are found one after another, each among the draws outside those before it. The stability of the first is measured
 * on halves of the draws: how often a half limits the same inputs, where it sets the limits, and how dense its box is in
 * the other half.
 *
 * Sources: Bryant & Lempert (2010), Technol. Forecast. Soc. Change 77, 34-49; halves: Shah & Samworth (2013), J. R.
 * Stat. Soc. B 75, 55-80.
 */
import { quantileOfSorted } from '../../math/quantile.js'
import { createStream } from '../../sampling/stream.js'
import { requireShare, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireGroup, requireOrdinary } from '../sensitivity/arguments.js'
import type { Input } from '../sensitivity/estimate.js'
import { average, sumOf } from '../statistics.js'
import { type Box, insideOf, LEAST_HITS, type Limit, leastMass, measureBox } from './box.js'
import { chooseBox, densityWanted, quasiP, withNeededLimits } from './choose-box.js'
import { fewValuesOf, type PrimOptions, paste, peel, requirePrimOptions } from './prim.js'

export interface DiscoverOptions extends PrimOptions {
  /** Least share of a box's draws that are to be of interest. */
  readonly density?: number
  /** Most boxes, 3 if left out. */
  readonly boxes?: number
  readonly seed?: number
}

export interface FoundBox extends Box {
  /** Quasi-p-values of the limits, by input (choose-box.ts). */
  readonly quasiP: ReadonlyMap<string, number>
}

/** Stability of the first box over halves of the draws. */
export interface Stability {
  readonly halves: number
  readonly inputs: readonly {
    readonly name: string
    /** Share of the halves that limit it. */
    readonly limited: number
    /** Range of the middle 80 % of each limit. */
    readonly above?: readonly [number, number]
    readonly below?: readonly [number, number]
    /** Of an input that takes few values, such as a choice: those that at least half of these halves keep, rising. */
    readonly kept?: readonly number[]
  }[]
  /** Mean density and coverage of the halves' boxes in the other halves. */
  readonly density: number
  readonly coverage: number
}

export interface Discovery {
  readonly draws: number
  readonly hits: number
  /** Least share of all draws in a box that was looked for. */
  readonly mass: number
  readonly boxes: readonly FoundBox[]
  /** The peeling trajectory of the first box, and beyond it. */
  readonly way: readonly Box[]
  /** Of all boxes together. */
  readonly coverage: number
  readonly density: number
  readonly stability: Stability | undefined
}

const SPLITS = 10
/** Least share of the draws of interest that a further box must cover. */
const WORTH = 0.05

/** group: 1 for each draw of interest. With no input, or fewer than LEAST_HITS on either side, there is no search. */
export function discover(
  inputs: readonly Input[],
  group: Uint8Array,
  options: DiscoverOptions = {},
): Discovery {
  requireGroup('discover', inputs, group)
  requireOrdinary('discover', inputs)
  requirePrimOptions('discover', options)
  if (options.density !== undefined) requireShare('discover', 'density', options.density)
  requireWhole('discover', 'boxes', options.boxes ?? 1, 1)
  requireWhole('discover', 'seed', options.seed ?? 0, 0)
  const all = measureBox([], inputs, group)
  const { boxes: most = 3, density = densityWanted(all), mass = leastMass(group) } = options
  const nothing = { draws: all.draws, hits: all.hits, mass, coverage: 0, density: 0, stability: undefined }
  const few = Math.min(all.hits, all.draws - all.hits) < LEAST_HITS
  if (few || inputs.length === 0) return { ...nothing, boxes: [], way: [all] }
  const boxes: FoundBox[] = []
  const covered = new Uint8Array(group.length)
  let way: readonly Box[] = []
  for (let number = 0; number < most; number++) {
    const left = subset(inputs, group, (draw) => covered[draw] === 0)
    const found = oneBox(left.inputs, left.group, { ...options, density, mass })
    if (number === 0) way = found.way
    const { limits } = found.box
    const box = measureBox(limits, inputs, group)
    const fresh = (found.box.hits / all.hits) * (limits.length > 0 ? 1 : 0)
    if (fresh < WORTH || (number > 0 && found.box.density < density)) break
    boxes.push({ ...box, quasiP: quasiP(box, inputs, group) })
    insideOf(limits, inputs).forEach((inside, draw) => {
      covered[draw] |= inside
    })
    if (Math.min(left.hits - found.box.hits, all.draws - all.hits) < LEAST_HITS) break
  }
  const within = subset(inputs, group, (draw) => covered[draw] === 1)
  return {
    draws: all.draws,
    hits: all.hits,
    mass,
    boxes,
    way,
    coverage: within.hits / all.hits,
    density: within.group.length === 0 ? 0 : within.hits / within.group.length,
    stability: boxes.length === 0 ? undefined : stabilityOf(inputs, group, { ...options, density, mass }),
  }
}

/** A box; where ties broken one way lead to none that is dense enough, the denser of both ways. */
function oneBox(
  inputs: readonly Input[],
  group: Uint8Array,
  options: DiscoverOptions & { readonly density: number },
) {
  const along = (ties: 'fewer' | 'more') => {
    const way = peel(inputs, group, { ...options, ties })
    const chosen = withNeededLimits(chooseBox(way, options.density), inputs, group)
    return { way, box: paste(chosen, inputs, group, options.slice) }
  }
  const found = along('fewer')
  if (found.box.density >= options.density) return found
  const other = along('more')
  return other.box.density > found.box.density ? other : found
}

/** Boxes of 20 halves, in pairs that have no draw in common. */
function stabilityOf(
  inputs: readonly Input[],
  group: Uint8Array,
  options: DiscoverOptions & { readonly density: number },
): Stability {
  const found: { box: Box; elsewhere: Box }[] = []
  for (let split = 0; split < SPLITS; split++) {
    const lot = createStream(options.seed ?? 0, `halves ${split}`)
    const sides = Float64Array.from(group, (_, draw) => lot(draw))
    const one = subset(inputs, group, (draw) => sides[draw] < 0.5)
    const other = subset(inputs, group, (draw) => sides[draw] >= 0.5)
    for (const [own, unseen] of [
      [one, other],
      [other, one],
    ]) {
      const { box } = oneBox(own.inputs, own.group, options)
      found.push({ box, elsewhere: measureBox(box.limits, unseen.inputs, unseen.group) })
    }
  }
  const known = found.filter(({ elsewhere }) => elsewhere.draws > 0)
  const names = [...new Set(found.flatMap(({ box }) => box.limits.map(({ name }) => name)))]
  return {
    halves: found.length,
    inputs: names
      .map((name) => {
        const limits = found.flatMap(({ box }) => box.limits.filter((limit) => limit.name === name))
        const range = (side: 'above' | 'below') => middle(limits.flatMap((limit) => limit[side] ?? []))
        const few = fewValuesOf(inputs.find((input) => input.name === name)!.values)
        return {
          name,
          limited: limits.length / found.length,
          above: range('above'),
          below: range('below'),
          ...(few && { kept: keptBy(limits, few) }),
        }
      })
      .sort((a, b) => b.limited - a.limited),
    density: average(known.map(({ elsewhere }) => elsewhere.density)),
    coverage: average(known.map(({ elsewhere }) => elsewhere.coverage)),
  }
}

/** Values that lie within at least half of an input's limits. */
function keptBy(limits: readonly Limit[], values: readonly number[]): number[] {
  return values.filter((value) => {
    const one = [{ name: limits[0].name, values: Float64Array.of(value) }]
    return 2 * sumOf(limits.map((limit) => insideOf([limit], one)[0])) >= limits.length
  })
}

/** Range of the middle 80 %; undefined for fewer than three values. */
function middle(values: readonly number[]): readonly [number, number] | undefined {
  if (values.length < 3) return undefined
  const sorted = Float64Array.from(values).sort()
  return [quantileOfSorted(sorted, 0.1), quantileOfSorted(sorted, 0.9)]
}

function subset(inputs: readonly Input[], group: Uint8Array, keeps: (draw: number) => boolean) {
  const kept = group.filter((_, draw) => keeps(draw))
  return {
    inputs: inputs.map(({ name, values }) => ({ name, values: values.filter((_, draw) => keeps(draw)) })),
    group: kept,
    hits: sumOf(kept),
  }
}
