/** Parts that were held to their hashes a moment ago and are damaged then: what is remembered of them may not hide it. */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chanceOf } from '../chance.js'
import { judge, outputOf } from '../judge.js'
import { ALL_OUTCOMES } from '../reading-commands.js'
import { keptOf, type Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Yard } from '../yard.js'

/** Milliseconds after which the times of a file tell a change for certain. */
const SETTLED = 2200

export function attackWhatIsRemembered(
  yard: Yard,
  { run, other }: Specimens,
  seed: number,
  count: number,
): Tally {
  const tally = new Tally('remembered', 'damages of parts that were held to their hashes')
  const chance = chanceOf(seed, 'remembered')
  const folders = Array.from({ length: count }, (_, k) => yard.work(`remembered-${k}`))
  for (const folder of folders) yard.copy(keptOf(yard, run), folder)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLED)
  for (const [k, folder] of folders.entries()) {
    tally.try()
    const args = ['query', folder, ALL_OUTCOMES, '--csv']
    const whole = outputOf(yard.ask(args))
    const part = chance.pick(readdirSync(join(folder, 'outcomes')))
    const path = join(folder, 'outcomes', part)
    const { atime, mtime } = statSync(path)
    const kind = KINDS[k % KINDS.length]
    if (kind === 'another run’s part')
      writeFileSync(path, readFileSync(join(keptOf(yard, other), 'outcomes', part)))
    else {
      const bytes = readFileSync(path)
      bytes[chance.below(bytes.length)] ^= 1 << chance.below(8)
      writeFileSync(path, bytes)
    }
    if (kind === 'a bit flipped, its time put back') utimesSync(path, atime, mtime)
    const told = yard.ask(args)
    judge(tally, `${part}: ${kind} | query`, told, () =>
      outputOf(told) === whole ? 'same output' : 'DIFFERENT',
    )
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  return tally
}

const KINDS = ['a bit flipped', 'a bit flipped, its time put back', 'another run’s part'] as const
