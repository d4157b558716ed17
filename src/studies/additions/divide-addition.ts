/** What a run's last policy adds to the one it is measured against, divided among the levers that it sets otherwise. */

import { type Addition, divideAddition } from '../../analysis/addition.js'
import { isSilent } from '../../analysis/odds.js'
import { type Coalition, coalitionsOf, drawOrders } from '../../analysis/shapley.js'
import type { Summary } from '../../analysis/summary.js'
import { neededPart } from '../../plan/needed/needed-part.js'
import { columnAt } from '../../plan/outcome-columns.js'
import type { Plan } from '../../plan/plan.js'
import { runPlan } from '../../run/run-plan.js'
import { causesOf, leverCause, POPULATION } from '../../run/year/dependencies.js'
import { drivingSlots } from '../../run/year/drivers.js'
import type { Scenario } from '../../scenario/scenario.js'
import { baselineIn } from '../../vocabulary/baseline.js'
import { VERSION } from '../../vocabulary/version.js'
import type { EnoughForRunOptions, Oversight } from '../find-enough.js'
import { readAddition, writeAddition } from './addition-file.js'

/** Futures that the division is made in, and pairs of an order of the levers and its reverse: exact where no three interact. */
const DRAWS = 250
const PAIRS = 1

/**
 * The division for the first target, found once and written into the run's folder; one that is there is taken. Undefined
 * where fewer than two levers that the policies set otherwise reach the target, where odds say nothing, or the signal
 * ended it.
 */
export async function additionForRun(
  folder: string,
  plan: Plan,
  scenario: Scenario,
  { draws: most, summary, threads, engine }: EnoughForRunOptions,
  { signal, onProgress, onListening }: Oversight,
): Promise<Addition | undefined> {
  const there = readAddition(folder, plan)
  if (there) return there
  const [policy, against] = [plan.policies.at(-1)!, plan.policies[baselineIn(plan.policies)]]
  const [target] = plan.targets
  if (!target || !against || against === policy || saysNothing(summary, plan)) return undefined
  const players = leversToward(plan, target.indicator).filter(
    (lever) => policy.settings[lever] !== against.settings[lever],
  )
  if (players.length < 2) return undefined
  const orders = drawOrders(
    players.map((lever) => plan.levers[lever].name),
    PAIRS,
    plan.seed,
  )
  const game = { players: players.length, orders }
  const coalitions = coalitionsOf(game)
  const settingsOf = (coalition: Coalition) =>
    against.settings.map((setting, lever) =>
      coalition[players.indexOf(lever)] === '1' ? policy.settings[lever] : setting,
    )
  const trials = coalitions.map((name) => ({ name, title: policy.title, settings: settingsOf(name) }))
  const draws = Math.min(most, DRAWS)
  const values = new Map(coalitions.map((name) => [name, new Float64Array(draws)]))
  const asked = new Set([columnAt(plan, target.indicator, 0, target.year)])
  const part = neededPart(plan, asked)
  const column = columnAt(part, target.indicator, 0, target.year)
  const { interrupted } = await runPlan(
    { ...part, policies: trials },
    {
      ...{ draws, threads, engine, signal, onListening, onProgress },
      sink: ({ policy: trial, outcomes, draws: count, firstDraw }) => {
        const found = outcomes.subarray(column * count, (column + 1) * count)
        values.get(coalitions[trial])!.set(found, firstDraw)
      },
    },
  )
  if (interrupted) return undefined
  const divided = divideAddition(game, target, coalitions, (name) => values.get(name)!)
  const { unit } = plan.indicators.find(({ name }) => name === target.indicator)!
  const found: Addition = {
    fingerprint: plan.fingerprint,
    version: VERSION,
    ...{ policy: policy.name, policyTitle: policy.title, against: against.name, againstTitle: against.title },
    ...{ target: target.id, unit, draws: divided.draws, orders: orders.length, total: divided.total },
    parts: divided.parts.map((part, at) => {
      const { name: lever, title, evidence } = scenario.levers[players[at]]
      return { lever, title, ...(evidence && { evidence }), ...part }
    }),
  }
  writeAddition(folder, found)
  return found
}

/** Draws that are no sample of the futures, or too few of them. */
function saysNothing(summary: Summary, plan: Plan): boolean {
  const first = summary.policies.at(-1)?.targets[0]
  return typeof plan.design === 'object' || !first || isSilent(first.word)
}

/** Levers, by index, of which an indicator may depend: by its formulas, or by who lives where. */
function leversToward(plan: Plan, indicator: string): number[] {
  const causes = causesOf(plan)
  const { of, per } = plan.indicators.find(({ name }) => name === indicator)!
  const direct = causes[of] | (per < 0 ? 0 : causes[per])
  const byPeople = drivingSlots(plan).reduce((all, slot) => all | causes[slot], 0)
  const all = direct & POPULATION ? direct | byPeople : direct
  return plan.levers.flatMap((_, lever) => (all & leverCause(lever) ? [lever] : []))
}
