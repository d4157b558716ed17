/** The model, the kernel and their peers live a small work to the same last bit. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type Absent,
  type Contestant,
  KERNEL,
  peerInNumpy,
  peersInC,
  REFERENCE,
} from '../../bench/contestants.js'
import { Talker } from '../../bench/talker.js'
import { writePlanWork } from '../../bench/work/plan-work.js'
import { readWork } from '../../bench/work/read.js'
import { writeSyntheticWork } from '../../bench/work/synthetic.js'
import { loadPlan } from '../../src/studies/load-plan.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-bench-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Five draws, so that those who live two, four or eight at a time have some left over. */
const TINY = join(folder, 'tiny.work')
const { plan } = loadPlan('fixtures/cases/tiny.yaml')
writePlanWork(TINY, plan, 5)
const SYNTHETIC = join(folder, 'synthetic.work')
const OTHER = { cities: 9, ages: 23, years: 2, draws: 3, step: 5 }
writeSyntheticWork(SYNTHETIC, OTHER)

const tinySize = readWork(TINY).size

async function checksumOf({ name, command, args, env }: Contestant, work: string): Promise<string> {
  const talker = new Talker(name, command, [...args, work], env)
  try {
    return (await talker.ask('1')).split(' ')[2]
  } finally {
    talker.end()
  }
}

describe.each([
  ['the tiny plan', TINY, tinySize],
  ['a region of nowhere, in steps of five years', SYNTHETIC, OTHER],
])('%s', (_, work, size) => {
  const others: (Contestant | Absent)[] = [...peersInC(folder, size), peerInNumpy()]
  let expected: string | undefined
  for (const peer of [KERNEL, ...others]) {
    const there = 'command' in peer
    it.skipIf(!there)(`is the same in ${peer.name}${there ? '' : `: ${peer.because}`}`, async () => {
      expected ??= await checksumOf(REFERENCE, work)
      expect(await checksumOf(peer as Contestant, work)).toBe(expected)
    })
  }
})

it('is read back as it was written', () => {
  const { size, schedules, opening } = readWork(TINY)
  expect(size).toEqual({ cities: 2, ages: plan.dims.ages, years: plan.years.length - 1, draws: 5, step: 1 })
  expect(opening).toEqual(plan.opening)
  expect(schedules[0].fertility).toEqual(plan.schedules[1].fertility)
  expect(schedules[0].mortality).toEqual(plan.schedules[1].mortality)
})
