/** Joint odds, effects against no action, and contributions: what needs the columns of a policy side by side. */

import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import { baselineIn } from '../vocabulary/baseline.js'
import { reached } from './attainment.js'
import { type Contribution, contributionsTo, prepareInputs, type SampledInputs } from './contributions.js'
import { isSilent, MOST_FAILED, NO_ODDS } from './odds.js'
import { oddsWordingFor } from './odds-by-design.js'
import { outcomeSpread } from './outcome-quantiles.js'
import { eachColumn, eachPair, findColumn } from './read-columns.js'
import { countMissing, sumOf } from './statistics.js'
import type { Effect, Odds } from './summary.js'

/** Draws that contributions are computed from: the first ones. */
const REGRESSED = 10_000

export interface PolicyEffects {
  readonly joint: Odds
  readonly effects: readonly Effect[]
  readonly contributions: ReadonlyMap<string, readonly Contribution[]>
}

/** Read the uncertainties' samples; they are the same for every policy. */
export async function readSampledInputs(header: RunHeader, reader: OutcomeReader): Promise<SampledInputs> {
  const inputs: Float64Array[] = []
  const names = header.uncertainties.map(({ name }) => `input@${name}`)
  const keep = (values: Float64Array) => void inputs.push(values.slice())
  await eachColumn(reader, 0, names, keep, Math.min(REGRESSED, reader.draws))
  return prepareInputs(header.uncertainties, inputs)
}

/**
 * Compare the columns of a policy's targets with those of no action, and with one another. Odds are not known (NaN) where
 * a target has no number in draws that have not failed; their difference neither where draws are too few, or no sample.
 *
 * failed  trajectories that failed, by policy
 */
export async function policyEffects(
  header: RunHeader,
  reader: OutcomeReader,
  policy: number,
  drivers: SampledInputs,
  failed: readonly number[],
): Promise<PolicyEffects> {
  const { targets } = header
  const { draws } = reader
  const every = new Uint8Array(draws).fill(targets.some(({ unmoved }) => !unmoved) ? 1 : 0)
  const effects: Effect[] = []
  const contributions = new Map<string, readonly Contribution[]>()
  const names = targets.map(({ indicator, year }) => findColumn(header, indicator, 0, year)!.name)
  const noAction = baselineIn(header.policies)
  const against = noAction >= 0 ? noAction : policy
  const { oddsOf, wordFor } = oddsWordingFor(header)
  const few = isSilent(wordFor(oddsOf(0, draws)))
  const tooMany = (of: number) => failed[of] > MOST_FAILED * draws
  let allKnown = !tooMany(policy)

  await eachPair(reader, [policy, against], names, (values, without, index) => {
    const target = targets[index]
    const known = countMissing(values) === failed[policy]
    const assessed = known && !target.unmoved
    const comparable =
      !few && !tooMany(policy) && !tooMany(against) && assessed && countMissing(without) === failed[against]
    if (!known && !target.unmoved) allKnown = false
    let [hits, hitsWithout] = [0, 0]
    for (let draw = 0; draw < draws; draw++) {
      const hit = reached(target, values[draw])
      if (hit) hits++
      else if (!target.unmoved) every[draw] = 0
      if (reached(target, without[draw])) hitsWithout++
    }
    contributions.set(target.id, contributionsTo(drivers, values.slice(0, REGRESSED)))
    if (noAction >= 0 && noAction !== policy) {
      for (let draw = 0; draw < draws; draw++) values[draw] -= without[draw]
      const odds = comparable ? (hits - hitsWithout) / draws : Number.NaN
      effects.push({ target: target.id, spread: outcomeSpread(values), odds })
    }
  })
  const joint = allKnown ? oddsOf(sumOf(every), draws) : NO_ODDS
  return { joint, effects, contributions }
}
