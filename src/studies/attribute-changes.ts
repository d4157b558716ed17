/** Which change moved which target by how much: mixtures are simulated, and their odds divided by Shapley values. */
import type { Attribution, NamedChange } from '../analysis/scenario-diff.js'
import { type Coalition, coalitionsOf } from '../analysis/shapley.js'
import { type MixtureReading, standingOf, stepsOf, type Waterfall } from '../analysis/waterfall.js'
import { changeTitle, type TitledPart } from '../scenario/compare/change-title.js'
import { type JointChange, joinChanges } from '../scenario/compare/joint-changes.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { gameOf, namesOf, type OrderOptions, ordersFor, type TargetGame } from './coalitions.js'
import type { MixtureSource, SharedTarget, Side } from './mixture-plan.js'
import { type ChangeNames, type MixtureOptions, Mixtures, readingKey } from './mixtures.js'

/**
 * Attribute the change of every target to the changes of the scenario.
 *
 * Changes that do not work one without another are found as mixtures fail to compile; they are joined, and mixtures that
 * were simulated are reused.
 */
export async function attribute(
  source: MixtureSource,
  options: MixtureOptions & OrderOptions,
): Promise<Attribution> {
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
    const wanted = games.flatMap((game) =>
      coalitionsOf(game.game).map((coalition) => ({ game, ...game.mixtureFor(coalition) })),
    )
    const wrong = (await mixtures.simulate(wanted.map(({ made }) => made))) ?? unreadIn(mixtures, wanted)
    if (!wrong) {
      const named = joint.map((one) => nameOf(one, source))
      return { changes: named, orders: orders?.length, ...result(mixtures, games) }
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

/** A mixture that compiles but does not measure a target that is to be read in it. */
function unreadIn(
  mixtures: Mixtures,
  wanted: readonly { readonly game: TargetGame; readonly made: ChangeNames; readonly side: Side }[],
): ChangeNames | undefined {
  const unread = wanted.find(
    ({ game, made, side }) => !mixtures.get(made).readings.has(readingKey(game.target.id, side)),
  )
  return unread && new Set([...unread.made, `targets.${unread.game.target.id}`])
}

function result(mixtures: Mixtures, games: readonly TargetGame[]) {
  const targets = games.map(({ target, players, game, mixtureFor }): Waterfall => {
    const read = (coalition: Coalition): MixtureReading => {
      const { made, side } = mixtureFor(coalition)
      return mixtures.get(made).readings.get(readingKey(target.id, side))!
    }
    const { id, title, unit } = target
    return {
      id,
      title,
      unit,
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
    failed: failed.map(({ made, failures, why }) => ({ made: [...made], failures, why })),
  }
}

function nameOf({ changes: parts, because }: JointChange, source: MixtureSource): NamedChange {
  const titled = parts.map((name): TitledPart => {
    const { before, after } = source.changes.changes.find((change) => change.name === name)!
    const { section, key, value } = (after ?? before)!
    const target = source.targets.find(({ id }) => section === 'targets' && id === key)
    const title = target?.title ?? (value as { readonly title?: Bilingual }).title
    return { name, section, title }
  })
  return { parts, title: changeTitle(titled), because }
}
