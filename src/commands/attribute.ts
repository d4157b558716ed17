/** Which change moved which target by how much: mixtures lived, and their odds divided among the changes. */
import type { Attribution, NamedChange } from '../analysis/scenario-diff.js'
import { type Coalition, coalitionsOf, drawOrders, type ShapleyGame } from '../analysis/shapley.js'
import { type Reading, standingOf, stepsOf, type Waterfall } from '../analysis/waterfall.js'
import type { Change } from '../scenario/changes.js'
import { type JointChange, joinChanges } from '../scenario/joint-changes.js'
import type { Section } from '../scenario/parts.js'
import type { Bilingual } from '../vocabulary/quality.js'
import type { MixtureSource, SharedTarget, Side } from './mixture-plan.js'
import { type Made, type MixtureOptions, Mixtures, readingKey } from './mixtures.js'

/** Most changes of what is lived that are taken in every order; and, beyond, about how many mixtures are usual. */
const MOST_IN_EVERY_ORDER = 8
const USUAL_MIXTURES = 2 ** MOST_IN_EVERY_ORDER

export interface AttributionOptions extends MixtureOptions {
  /** Of the orders drawn. */
  readonly seed: number
  /** About how many mixtures are lived where orders are drawn; 256 where it is not said. */
  readonly mixtures?: number
  readonly titleOf: (id: string) => { readonly title: Bilingual; readonly unit: string }
}

/** The game of one target: its players, as indices into the joint changes, and what to read in each coalition. */
interface TargetGame {
  readonly target: SharedTarget
  readonly players: readonly number[]
  readonly game: ShapleyGame
  readonly coalitions: readonly Coalition[]
  readonly mixtureFor: (coalition: Coalition) => { readonly made: Made; readonly side: Side }
}

/**
 * Divide what every target moved by among the changes.
 *
 * Changes that do not work one without another are found as mixtures fail to compile; they are joined, and what has
 * been lived is kept.
 */
export async function attribute(source: MixtureSource, options: AttributionOptions): Promise<Attribution> {
  const mixtures = new Mixtures(source, options)
  const { changes } = source.changes
  let joint = joinRenamed(
    changes.map(({ name }) => ({ changes: [name] })),
    source.targets,
  )
  const problemOf = (made: readonly JointChange[]) => mixtures.problemOf(namesOf(made))
  for (;;) {
    const orders = ordersFor(joint, changes, options)
    const games = source.targets.map((target) => gameOf(target, joint, changes, orders))
    const asked = games.flatMap((game) =>
      game.coalitions.map((coalition) => ({ game, ...game.mixtureFor(coalition) })),
    )
    const wrong = (await mixtures.live(asked.map(({ made }) => made))) ?? unreadIn(mixtures, asked)
    if (!wrong) {
      const named = joint.map((one) => nameOf(one, changes, options))
      return { changes: named, orders: orders?.length, ...result(mixtures, games, options) }
    }
    joint = joinChanges(
      joint,
      joint.filter((one) => one.changes.every((name) => wrong.has(name))),
      problemOf,
    )
  }
}

/** A target that is set on another indicator changes together with both indicators. */
function joinRenamed(single: readonly JointChange[], targets: readonly SharedTarget[]): JointChange[] {
  return targets
    .filter(({ before, after }) => before.indicator !== after.indicator)
    .reduce<JointChange[]>(
      (all, { id, before, after }) => {
        const names = [`targets.${id}`, `indicators.${before.indicator}`, `indicators.${after.indicator}`]
        const parts = all.filter((one) => one.changes.some((name) => names.includes(name)))
        return [
          ...all.filter((one) => !parts.includes(one)),
          { changes: parts.flatMap((one) => one.changes) },
        ]
      },
      [...single],
    )
}

/** Orders of joining, by what joins; none where there are few enough changes of what is lived to take every order. */
function ordersFor(
  joint: readonly JointChange[],
  changes: readonly Change[],
  { seed, mixtures = USUAL_MIXTURES }: AttributionOptions,
) {
  const lived = joint.filter((one) => !isReading(one, changes)).length
  if (lived <= MOST_IN_EVERY_ORDER) return undefined
  const pairs = Math.max(2, Math.floor(mixtures / (2 * (lived - 1))))
  return drawOrders(
    joint.map((one) => one.changes.join()),
    pairs,
    seed,
  )
}

function isReading(one: JointChange, changes: readonly Change[]): boolean {
  return one.changes.every((name) => changes.find((change) => change.name === name)!.reading)
}

/**
 * Everything that changes lives may move any target; a change of an indicator or a target moves only its own. Those
 * of other targets can therefore be made together with its own, so that many such changes ask for few mixtures.
 */
function gameOf(
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
    const lived = made.filter((one) => !readings.includes(one))
    const measured = made.some(
      (one) => readings.includes(one) && one.changes.some((name) => name.startsWith('indicators.')),
    )
    const names = namesOf(made)
    const isAfter = names.has(`targets.${id}`) || !changes.some(({ name }) => name === `targets.${id}`)
    return {
      made: measured ? namesOf([...lived, ...readings]) : namesOf(lived),
      side: isAfter ? ('after' as const) : ('before' as const),
    }
  }
  return { target, players, game, coalitions: coalitionsOf(game), mixtureFor }
}

/** A mixture that compiles but in which a target, as it is to be read, is not measured. */
function unreadIn(
  mixtures: Mixtures,
  asked: readonly { readonly game: TargetGame; readonly made: Made; readonly side: Side }[],
): Made | undefined {
  const unread = asked.find(
    ({ game, made, side }) => !mixtures.get(made).readings.has(readingKey(game.target.id, side)),
  )
  return unread && new Set([...unread.made, `targets.${unread.game.target.id}`])
}

function result(mixtures: Mixtures, games: readonly TargetGame[], { titleOf }: AttributionOptions) {
  const targets = games.map(({ target, players, game, mixtureFor }): Waterfall => {
    const read = (coalition: Coalition): Reading => {
      const { made, side } = mixtureFor(coalition)
      return mixtures.get(made).readings.get(readingKey(target.id, side))!
    }
    return {
      id: target.id,
      ...titleOf(target.id),
      before: standingOf(target.before, read('0'.repeat(players.length))),
      after: standingOf(target.after, read('1'.repeat(players.length))),
      steps: stepsOf(game, players, read),
    }
  })
  const all = mixtures.all()
  const failed = all.filter(({ failures }) => failures > 0)
  return {
    targets,
    mixtures: all.length,
    failed: failed.map(({ made, failures, failure }) => ({
      made: [...made],
      failures,
      why: failure!.detail,
    })),
  }
}

/** By the title that the scenario gives the part, or else by its name. */
function nameOf(
  { changes: parts, because }: JointChange,
  changes: readonly Change[],
  { titleOf }: AttributionOptions,
): NamedChange {
  const titles = parts.map((name): Bilingual => {
    const { before, after } = changes.find((change) => change.name === name)!
    const { section, key, value } = (after ?? before)!
    const { title } = section === 'targets' ? titleOf(key) : (value as { readonly title?: Bilingual })
    if (!title) return { en: name, zh: name }
    const kind = KINDS[section]
    return kind ? { en: `${kind.en} ${title.en}`, zh: `${kind.zh}“${title.zh}”` } : title
  })
  const [first, second] = titles
  if (!second) return { parts, title: first, because }
  const more = titles.length - 1
  const title =
    more === 1
      ? { en: `${first.en} and ${second.en}`, zh: `${first.zh}、${second.zh}` }
      : { en: `${first.en} and ${more} more`, zh: `${first.zh}等${more + 1}项` }
  return { parts, title, because }
}

/** Said before titles that name what is measured, and not what is changed of it. */
const KINDS: Readonly<Partial<Record<Section, Bilingual>>> = {
  targets: { en: 'target', zh: '目标' },
  indicators: { en: 'indicator', zh: '指标' },
  services: { en: 'service', zh: '服务' },
}

function namesOf(made: readonly JointChange[]): Set<string> {
  return new Set(made.flatMap(({ changes }) => changes))
}
