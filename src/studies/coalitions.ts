/** The game of one target: which changes play in it, and which mixture a coalition of them is read in. */
import { type Coalition, drawOrders, type ShapleyGame } from '../analysis/shapley.js'
import type { Change } from '../scenario/compare/changes.js'
import type { JointChange } from '../scenario/compare/joint-changes.js'
import type { SharedTarget, Side } from './mixture-plan.js'
import type { ChangeNames } from './mixtures.js'

/** Most simulated changes that are taken in every order; and, beyond, about how many mixtures are simulated. */
const MOST_IN_EVERY_ORDER = 8
const USUAL_MIXTURES = 2 ** MOST_IN_EVERY_ORDER

export interface OrderOptions {
  readonly seed: number
  /** About how many mixtures to simulate where orders are drawn; 256 if left out. */
  readonly mixtures?: number
}

export interface TargetGame {
  readonly target: SharedTarget
  /** Indices into the joint changes. */
  readonly players: readonly number[]
  readonly game: ShapleyGame
  /** The mixture to simulate, and the scenario whose target is read in it. */
  readonly mixtureFor: (coalition: Coalition) => { readonly made: ChangeNames; readonly side: Side }
}

/** Orders of joining, as indices into the joint changes; undefined where there are few enough for every order. */
export function ordersFor(
  joint: readonly JointChange[],
  changes: readonly Change[],
  { seed, mixtures = USUAL_MIXTURES }: OrderOptions,
): number[][] | undefined {
  const simulated = joint.filter((one) => !isReading(one, changes)).length
  if (simulated <= MOST_IN_EVERY_ORDER) return undefined
  const pairs = Math.max(2, Math.floor(mixtures / (2 * (simulated - 1))))
  return drawOrders(
    joint.map((one) => one.changes.join()),
    pairs,
    seed,
  )
}

/**
 * A change of what is simulated may move any target; a change of an indicator or a target moves only its own. Changes
 * of the second kind are therefore made all at once, whichever target is read, so that they need few mixtures.
 */
export function gameOf(
  target: SharedTarget,
  joint: readonly JointChange[],
  changes: readonly Change[],
  orders: readonly (readonly number[])[] | undefined,
): TargetGame {
  const { id, before, after } = target
  const own = [`targets.${id}`, `indicators.${before.indicator}`, `indicators.${after.indicator}`]
  const readings = joint.filter((one) => isReading(one, changes))
  const concerns = (one: JointChange) =>
    !readings.includes(one) || one.changes.some((name) => own.includes(name))
  const players = joint.flatMap((one, index) => (concerns(one) ? index : []))
  const places = new Map(players.map((index, player) => [index, player]))
  const game = {
    players: players.length,
    orders: orders?.map((order) => order.flatMap((index) => places.get(index) ?? [])),
  }
  const mixtureFor = (coalition: Coalition) => {
    const made = players.filter((_, player) => coalition[player] === '1').map((index) => joint[index])
    const simulated = made.filter((one) => !readings.includes(one))
    const measured = made.some(
      (one) => readings.includes(one) && one.changes.some((name) => name.startsWith('indicators.')),
    )
    const names = namesOf(made)
    const isAfter = names.has(`targets.${id}`) || !changes.some(({ name }) => name === `targets.${id}`)
    return {
      made: measured ? namesOf([...simulated, ...readings]) : namesOf(simulated),
      side: isAfter ? ('after' as const) : ('before' as const),
    }
  }
  return { target, players, game, mixtureFor }
}

function isReading(one: JointChange, changes: readonly Change[]): boolean {
  return one.changes.every((name) => changes.find((change) => change.name === name)!.reading)
}

export function namesOf(made: readonly JointChange[]): Set<string> {
  return new Set(made.flatMap(({ changes }) => changes))
}
