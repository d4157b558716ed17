/** What a page knows of an uncertainty: enough to hold it at a quantile or at a value, without its distribution. */
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
    return [{ index, name, title, unit, because, values, ends: endsOf(distribution), ...(only && { only }) }]
  })
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
