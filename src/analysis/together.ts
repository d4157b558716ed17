/** What needs all of a policy's draws side by side: joint odds, effects, contributions and failures. */
import type { RunHeader } from '../plan/header.js'
import type { OutcomeReader } from '../plan/outcomes.js'
import { eachColumn, eachPair, findColumn } from './columns.js'
import { type Contribution, contributionsTo, type Drivers, prepareDrivers } from './contributions.js'
import { oddsOf } from './odds.js'
import { spreadOf } from './spread.js'
import type { Effect, Odds } from './summary.js'
import { reached } from './until.js'

/** Draws that contributions are worked out from: the first ones. */
const REGRESSED = 10_000

export interface Together {
  readonly joint: Odds
  readonly effects: readonly Effect[]
  readonly contributions: ReadonlyMap<string, readonly Contribution[]>
  /** Draws in which some target's indicator gave no number, upwards. */
  readonly failed: readonly number[]
}

/** Read the uncertainties' samples; they are the same for every policy. */
export async function readDrivers(header: RunHeader, reader: OutcomeReader): Promise<Drivers> {
  const inputs: Float64Array[] = []
  const names = header.uncertainties.map(({ name }) => `input@${name}`)
  await eachColumn(reader, 0, names, (values) => {
    inputs.push(values.slice(0, REGRESSED))
  })
  return prepareDrivers(header.uncertainties, inputs)
}

/** Compare a policy's draws target by target with those of no action, and with one another. */
export async function putTogether(
  header: RunHeader,
  reader: OutcomeReader,
  policy: number,
  drivers: Drivers,
): Promise<Together> {
  const { targets } = header
  const { draws } = reader
  const every = new Uint8Array(draws).fill(targets.length > 0 ? 1 : 0)
  const failed = new Set<number>()
  const effects: Effect[] = []
  const contributions = new Map<string, readonly Contribution[]>()
  const names = targets.map(({ indicator, year }) => findColumn(header, indicator, 0, year)!.name)
  const idle = header.policies.findIndex(({ name }) => name === 'no_action')

  await eachPair(reader, [policy, idle >= 0 ? idle : policy], names, (values, without, index) => {
    const target = targets[index]
    let [hits, hitsWithout] = [0, 0]
    for (let draw = 0; draw < draws; draw++) {
      const hit = reached(target, values[draw])
      if (hit) hits++
      else every[draw] = 0
      if (reached(target, without[draw])) hitsWithout++
      if (Number.isNaN(values[draw])) failed.add(draw)
    }
    if (idle >= 0 && idle !== policy) {
      const difference = values.map((value, draw) => value - without[draw])
      effects.push({ target: target.id, spread: spreadOf(difference), odds: (hits - hitsWithout) / draws })
    }
    contributions.set(target.id, contributionsTo(drivers, values.slice(0, REGRESSED)))
  })
  const joint = oddsOf(
    every.reduce((sum, one) => sum + one, 0),
    draws,
  )
  return { joint, effects, contributions, failed: [...failed].sort((a, b) => a - b) }
}
