/**
 * What a design that needs independent inputs may move one by one.
 *
 * Uncertainties observed together, or joined by rank correlations, are no independent inputs: changing one of them
 * alone would make futures that nobody holds possible. They stand in one factor and are moved as one, as do those of
 * a group that the planner names. A fixed value is no factor.
 */
import { requireOneOf } from '../vocabulary/wrong-argument.js'
import { correlate } from './correlation.js'
import type { Factor } from './design.js'
import type { CityRows, Distribution, RankCorrelation, UncertaintyDraws } from './distribution.js'
import { jointOf } from './findings.js'

/** Uncertainties observed together take their draws from one dimension, named after what joins them. */
export function dimensionOf({ name, distribution }: UncertaintyDraws): string {
  const joint = jointOf(distribution)
  return joint === undefined ? name : `joint ${joint}`
}

/** Of an uncertainty that every city or year has its own of: its rows of a table, where it comes from one. */
export const cityRowsOf = (distribution: Distribution): CityRows | undefined =>
  distribution.kind === 'empirical' ? distribution.ofCities : undefined

/** The dimension of a table's rows, which those have that are one number a future. */
export const cityDimensionOf = ({ file }: CityRows): string => `joint ${file}`

/**
 * With what every city or year has its own of: a factor each, which moves all of them at once, and none where the rows of a
 * table move that stand among the others.
 */
export function withCities(
  factors: readonly Factor[],
  ofCities: readonly UncertaintyDraws[],
): readonly Factor[] {
  const all = [...factors]
  for (const { name, distribution } of ofCities) {
    if (distribution.kind === 'fixed') continue
    const rows = cityRowsOf(distribution)
    const dimension = rows ? cityDimensionOf(rows) : name
    if (!all.some(({ dimensions }) => dimensions.includes(dimension)))
      all.push({ name, members: [name], dimensions: [dimension] })
  }
  return all
}

/** Factors in the order of their first uncertainty; `groups` by name. */
export function factorsOf(
  uncertainties: readonly UncertaintyDraws[],
  correlations: readonly RankCorrelation[],
  groups: Readonly<Record<string, readonly string[]>> = {},
): Factor[] {
  const names = uncertainties.map(({ name }) => name)
  for (const name of Object.values(groups).flat()) requireOneOf('factorsOf', 'groups', name, names)
  const varied = uncertainties.filter(({ distribution }) => distribution.kind !== 'fixed')
  const bundles = bundlesOf(varied, correlations, groups)
  const bundleOf = new Map(bundles.flatMap((bundle) => bundle.members.map((member) => [member, bundle])))
  const found = new Set(varied.map(({ name }) => bundleOf.get(name) ?? { name, members: [name] }))
  return [...found].map(({ name, members }) => {
    const own = varied.filter((uncertainty) => members.includes(uncertainty.name))
    return { name, members: own.map((one) => one.name), dimensions: [...new Set(own.map(dimensionOf))] }
  })
}

/** Each uncertainty by itself, for designs that set levels of the named ones (all, where none is named). */
export function singleFactors(
  uncertainties: readonly UncertaintyDraws[],
  vary: readonly string[] | undefined,
): Factor[] {
  return uncertainties
    .filter(({ name, distribution }) => distribution.kind !== 'fixed' && (vary?.includes(name) ?? true))
    .map(({ name }) => ({ name, members: [name], dimensions: [name] }))
}

interface Bundle {
  readonly name: string
  readonly members: readonly string[]
}

/** What must be, or is wished to be, moved as one; a wished group takes in what its members go together with. */
function bundlesOf(
  uncertainties: readonly UncertaintyDraws[],
  correlations: readonly RankCorrelation[],
  groups: Readonly<Record<string, readonly string[]>>,
): Bundle[] {
  const joints = new Map<string, string[]>()
  for (const { name, distribution } of uncertainties) {
    const joint = jointOf(distribution)
    if (joint !== undefined) joints.set(joint, [...(joints.get(joint) ?? []), name])
  }
  const outcome = correlate(correlations)
  const tied = [
    ...[...joints].map(([joint, members]) => ({ name: plainName(joint), members })),
    ...(outcome.ok ? outcome.clusters : []).map(({ names }) => ({ name: names.join(' + '), members: names })),
  ]
  const wished = Object.entries(groups).map(([name, members]) => {
    const along = tied.filter((bundle) => bundle.members.some((member) => members.includes(member)))
    return { name, members: [...new Set([...members, ...along.flatMap((bundle) => bundle.members)])] }
  })
  const taken = new Set(wished.flatMap(({ members }) => members))
  return [...wished, ...tied.filter(({ members }) => !members.some((member) => taken.has(member)))]
}

/** `calibration-draws` of `../data/calibration-draws.csv`. */
function plainName(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
}
