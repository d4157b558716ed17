/**
 * Sobol' indices with pairs of 36 factors from 4,096 base points: the library, numpy and OpenTURNS at the same outcomes, in
 * milliseconds of the processor. What came out is compared before anything is kept.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sample } from '../../src/library/sensitivity.js'
import type { Bench } from '../bench.js'
import { type Absent, type Contestant, peersInPython } from '../contestants.js'
import { inTurn } from '../rounds.js'
import { Talker } from '../talker.js'

const [FACTORS, POINTS] = [36, 4096]
const OURS = fileURLToPath(new URL('../contestants/indices.mjs', import.meta.url))

interface Found {
  readonly ms: number
  readonly first: readonly number[]
  readonly total: readonly number[]
  readonly pairs: readonly number[]
}

/** With whom a contestant has to agree, in which numbers, and how nearly: the same sums, or another estimator of the same. */
interface Agreement {
  readonly one: string
  readonly other: string
  readonly numbers: readonly (keyof Omit<Found, 'ms'>)[]
  readonly within: number
}

const AGREEMENTS: readonly Agreement[] = [
  { one: 'cityward', other: 'numpy, pair by pair', numbers: ['first', 'total', 'pairs'], within: 1e-9 },
  { one: 'cityward', other: 'numpy, one matrix product', numbers: ['first', 'total', 'pairs'], within: 1e-9 },
  { one: 'cityward', other: 'OpenTURNS', numbers: ['first', 'total', 'pairs'], within: 0.02 },
]

export async function indices(bench: Bench): Promise<void> {
  const file = join(bench.folder, 'outcomes')
  writeOutcomes(file)
  const ours = { name: 'cityward', command: process.execPath, args: [OURS, file, 'balanced'] }
  const all: (Contestant | Absent)[] = [
    ours,
    ...peersInPython('indices.py', {
      'numpy, pair by pair': { needs: 'numpy', args: [file, 'loops'] },
      'numpy, one matrix product': { needs: 'numpy', args: [file, 'product'] },
      OpenTURNS: { needs: 'openturns', args: [file, 'openturns'] },
    }),
  ]
  const present = all.filter((one): one is Contestant => 'command' in one)
  for (const one of all) if ('because' in one) bench.skip('indices', one.name, one.because)
  bench.say(`indices: ${present.map(({ name }) => name).join(', ')}`)
  const taken = await ask(bench, present)
  for (const { name } of present) {
    if (name !== 'cityward')
      bench.ratio('indices', `cityward / ${name}`, 'lower', [taken.get('cityward')!, taken.get(name)!])
    bench.twins('indices', name, 'ms', 'lower', taken.get(name)!)
  }
}

async function ask(bench: Bench, present: readonly Contestant[]) {
  const talkers = new Map(
    present.map(({ name, command, args, env }) => [
      name,
      [0, 1].map(() => new Talker(name, command, args, env)),
    ]),
  )
  const answer = async (name: string, twin: 0 | 1) =>
    JSON.parse(await talkers.get(name)![twin].ask('1')) as Found
  try {
    const found = new Map<string, Found>()
    for (const { name } of present) found.set(name, await answer(name, 0))
    for (const agreement of AGREEMENTS) requireAgreement(found, agreement)
    const measure = async (name: string, twin: 0 | 1) => (await answer(name, twin)).ms
    return await inTurn([...talkers.keys()], { rounds: bench.rounds(24), measure })
  } finally {
    for (const talker of [...talkers.values()].flat()) talker.end()
  }
}

function requireAgreement(
  found: ReadonlyMap<string, Found>,
  { one, other, numbers, within }: Agreement,
): void {
  const [a, b] = [found.get(one), found.get(other)]
  if (!a || !b) return
  for (const number of numbers) {
    const off = Math.max(...a[number].map((value, at) => Math.abs(value - b[number][at])))
    if (a[number].length !== b[number].length || !(off <= within))
      throw new Error(`${number} of ${one} and ${other} are ${off} apart, more than ${within}`)
  }
}

/** Factors, base points and outcomes [point, row]: a sum with weights that fall, and some products of neighbours. */
function writeOutcomes(file: string): void {
  const names = Array.from({ length: FACTORS }, (_, factor) => `x${factor}`)
  const unit = { kind: 'uniform', low: 0, high: 1 } as const
  const inputs = Object.fromEntries(names.map((name) => [name, unit]))
  const { columns, draws } = sample('saltelli', inputs, {
    N: POINTS,
    secondOrder: true,
    scrambles: 1,
    seed: 1,
  })
  const outcomes = new Float64Array(2 + draws)
  outcomes.set([FACTORS, POINTS])
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0
    for (let k = 0; k < FACTORS; k++) {
      const [own, next] = [columns[names[k]][draw], columns[names[(k + 1) % FACTORS]][draw]]
      sum += own / (k + 1) + (k % 4 === 0 ? own * next : 0)
    }
    outcomes[2 + draw] = sum
  }
  writeFileSync(file, outcomes)
}
