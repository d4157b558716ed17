/** What a page knows of an uncertainty: enough to hold it at a quantile or at a value, without its distribution. */
import { spearman } from '../../math/ranks.js'
import type { Plan } from '../../plan/plan.js'
import { type Distribution, isConstant } from '../../sampling/distribution.js'
import { quantileOf } from '../../sampling/quantiles.js'
import type { Scenario } from '../../scenario/scenario.js'
import { type ExplorerUncertainty, HOLD_PERCENTS } from '../facts.js'

/** Odds of lying beyond each of the ends. */
const BEYOND = 1e-6
/** Digits of an end, and of a value at a quantile: what it is held at is what is said and saved. */
const [DIGITS, OF_QUANTILES] = [6, 4]

/** Those that vary. */
export function uncertaintiesOf(plan: Plan, scenario: Scenario): ExplorerUncertainty[] {
  return plan.uncertainties.flatMap(({ name, title, distribution }, index) => {
    if (isConstant(distribution)) return []
    const { unit, because } = scenario.uncertainties.find((one) => one.name === name)!
    const only = valuesOf(distribution)
    const shown = (value: number) => (only ? value : Number(value.toPrecision(OF_QUANTILES)))
    const values = HOLD_PERCENTS.map((percent) => shown(quantileOf(distribution, percent / 100)))
    const ends = endsOf(distribution)
    return [
      { index, name, title, unit, because, values, ends, ...(only && { only }), ...closestTo(plan, index) },
    ]
  })
}

/** Rank correlations nearer 0 are not told: of the partner's variance such a one explains less than a tenth. */
const LEAST_RANK = 0.3

/** Of rows of one table, in which values of several stand together, and of the correlations that the scenario states. */
function closestTo({ uncertainties, correlations }: Plan, index: number): Pick<ExplorerUncertainty, 'with'> {
  const one = uncertainties[index]
  const stated = correlations.flatMap(({ between, rank }) => {
    if (!between.includes(one.name)) return []
    return [{ of: uncertainties.find(({ name }) => name !== one.name && between.includes(name))!, rank }]
  })
  const seen = uncertainties.flatMap((other) => {
    const rank = other === one ? undefined : rankInRows(one, other)
    return rank === undefined ? [] : [{ of: other, rank }]
  })
  const [closest] = [...stated, ...seen].sort((a, b) => Math.abs(b.rank) - Math.abs(a.rank))
  if (closest === undefined || Math.abs(closest.rank) < LEAST_RANK) return {}
  return { with: { title: closest.of.title, rank: Number(closest.rank.toFixed(2)) } }
}

/** Undefined where the two do not stand in the same rows. */
function rankInRows(
  one: Plan['uncertainties'][number],
  other: Plan['uncertainties'][number],
): number | undefined {
  const [a, b] = [one.distribution, other.distribution]
  if (a.kind !== 'empirical' || b.kind !== 'empirical') return undefined
  if (a.joint === undefined || a.joint !== b.joint || isConstant(b)) return undefined
  return spearman(Float64Array.from(a.values), Float64Array.from(b.values))
}

/** Its own, else where next to nothing lies beyond. */
function endsOf(distribution: Distribution): readonly [number, number] {
  if ('values' in distribution) return [Math.min(...distribution.values), Math.max(...distribution.values)]
  const own = 'low' in distribution ? [distribution.low, distribution.high] : []
  const [low, high] = [BEYOND, 1 - BEYOND].map((share, end) =>
    Number.isFinite(own[end]) ? own[end] : quantileOf(distribution, share),
  )
  return own.length > 0 && own.every(Number.isFinite)
    ? [low, high]
    : [rounded(low, Math.floor), rounded(high, Math.ceil)]
}

/** Outwards, so that an end is within. */
function rounded(value: number, to: (value: number) => number): number {
  if (value === 0) return 0
  const size = 10 ** (DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))))
  return Number((to(value * size) / size).toPrecision(DIGITS))
}

function valuesOf(distribution: Distribution): number[] | undefined {
  if (distribution.kind !== 'discrete') return undefined
  const { values, odds } = distribution
  return [...new Set(values.filter((_, at) => odds[at] > 0))].sort((a, b) => a - b)
}
