/** Peak memory of `cityward run` as draws grow: it should hardly grow with them. */
import { statfsSync } from 'node:fs'
import type { Bench } from '../bench.js'
import { runScenario } from '../commands.js'
import type { Twins } from '../statistics.js'
import { PLAN } from './year.js'

const BASE = 10_000
/** Bytes that a draw leaves on the disk: 1,176 outcomes and 51 inputs under two policies, with room to spare. */
const BYTES_A_DRAW = 20_000

export async function draws(bench: Bench): Promise<void> {
  const counts = [1000, BASE, ...(bench.options.full ? [100_000, 1_000_000] : [])]
  if (!bench.options.full) bench.skip('draws', '100,000 and 1,000,000 draws', 'asked for by --full only')
  const peaks = new Map<number, Twins>()
  for (const count of counts) {
    const name = `${count.toLocaleString('en')} draws`
    const { bavail, bsize } = statfsSync(bench.folder)
    if (count * BYTES_A_DRAW > bavail * bsize) {
      bench.skip('draws', name, `the disk has no room for ${Math.ceil((count * BYTES_A_DRAW) / 1e9)} GB`)
      continue
    }
    bench.say(`draws: ${name}`)
    const once = () => runScenario(bench.folder, PLAN, ['--draws', `${count}`], true)
    // the largest runs take minutes, and their memory hardly varies
    const taken = count > BASE ? [await once()] : [await once(), await once()]
    const [one, other = one] = taken.map(({ peak }) => peak)
    peaks.set(count, { first: [one], second: [other] })
    bench.plain(
      'draws',
      `${name}: peak memory`,
      'MB',
      'lower',
      taken.map(({ peak }) => peak),
    )
    bench.plain(
      'draws',
      `${name}: end to end`,
      's',
      'lower',
      taken.map(({ ms }) => ms / 1000),
    )
  }
  const base = peaks.get(BASE)
  for (const [count, twins] of peaks) {
    if (base && count > BASE)
      bench.ratio('draws', `peak memory of ${count.toLocaleString('en')} / 10,000 draws`, 'lower', [
        twins,
        base,
      ])
  }
}
