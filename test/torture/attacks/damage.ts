/** Every file of a run damaged in every way, then every command that reads runs: found, or the same output. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chanceOf } from '../chance.js'
import { canBeUnreadable, type Damage, type DamageCounts, damagesOf, damagesOfFolder } from '../damages.js'
import { judge, outputOf } from '../judge.js'
import {
  askAnew,
  commandsOnRun,
  commandsOnShard,
  commandsOnUpdated,
  leftBy,
  type ReadingCommand,
} from '../reading-commands.js'
import { filesIn, keptOf, restore, type Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Yard } from '../yard.js'

/** Damages of a file by how much is tried. */
export interface DamageSize {
  readonly ofFile: DamageCounts
  readonly ofShard: DamageCounts
  /** Every how many-th damage is done. */
  readonly every: number
}

export function attackByDamage(yard: Yard, specimens: Specimens, seed: number, size: DamageSize): Tally {
  const tally = new Tally('damage', 'damages')
  const { run, other, shards } = specimens
  const chance = chanceOf(seed, 'damage')
  const damages = filesIn(keptOf(yard, run)).flatMap((file) =>
    damagesOf(
      keptOf(yard, run),
      file,
      swapsFor(yard, run, other, file),
      countsFor(file, size.ofFile),
      chance,
    ),
  )
  const sampled = (all: readonly Damage[]) => all.filter((_, k) => k % size.every === 0)
  damageEach(yard, tally, run, sampled([...damages, ...damagesOfFolder()]), commandsOnRun(yard, specimens))
  const [first, second] = shards
  const ofShard = filesIn(keptOf(yard, first)).flatMap((file) =>
    damagesOf(keptOf(yard, first), file, swapsFor(yard, first, second, file), size.ofShard, chance),
  )
  const updated = keptOf(yard, specimens.updated)
  const ofUpdated = filesIn(updated).flatMap((file) =>
    damagesOf(updated, file, swapsFor(yard, specimens.updated, run, file), size.ofShard, chance),
  )
  damageEach(yard, tally, first, sampled(ofShard), commandsOnShard(yard, specimens))
  damageEach(yard, tally, specimens.updated, sampled(ofUpdated), commandsOnUpdated(yard, specimens))
  if (!canBeUnreadable()) tally.skip('files without permission, since the superuser may read all')
  return tally
}

/** Records and parts get more than what is beside them, since all that is said of a run comes from them. */
function countsFor(file: string, counts: DamageCounts): DamageCounts {
  return /^outcomes|^manifest/.test(file)
    ? { ...counts, flips: 4 * counts.flips, cuts: 2 * counts.cuts }
    : counts
}

/** Whole files that may be put in the place of one: the other run's, and another one of the same run. */
function swapsFor(yard: Yard, run: string, other: string, file: string): string[] {
  const files = filesIn(keptOf(yard, run))
  const kind = file.split('.').at(-1)
  const alike = files.filter((name) => name !== file && name.endsWith(`.${kind}`))
  const swaps = [
    join(keptOf(yard, other), file),
    ...alike.slice(0, 2).map((name) => join(keptOf(yard, run), name)),
  ]
  return swaps.filter((path) => existsSync(path))
}

function damageEach(
  yard: Yard,
  tally: Tally,
  run: string,
  damages: readonly Damage[],
  commands: readonly ReadingCommand[],
): void {
  const whole = commands.map((command) => {
    restore(yard, run)
    const told = askAnew(yard, command)
    if (told.code !== 0)
      throw new Error(`${command.args.join(' ')} fails on a whole run: ${told.err}${told.out}`)
    return { said: outputOf(told), left: leftBy(yard, command, told, yard.work(run)) }
  })
  for (const damage of damages) {
    tally.try()
    for (const [index, command] of commands.entries()) {
      if (command.reads && !command.reads.test(damage.file)) continue
      restore(yard, run)
      damage.apply(yard.work(run))
      const told = askAnew(yard, command)
      judge(tally, `${damage.name} | ${wordsOf(yard, command)}`, told, () => {
        if (leftBy(yard, command, told, yard.work(run)) !== whole[index].left) return 'DIFFERENT'
        return outputOf(told) === whole[index].said ? 'same output' : 'found'
      })
    }
  }
  restore(yard, run)
}

function wordsOf(yard: Yard, { args }: ReadingCommand): string {
  return args.join(' ').replaceAll(`${yard.work()}/`, '')
}
