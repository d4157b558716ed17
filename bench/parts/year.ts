/** The year step on the Guangxi plan: the model, the kernel and their peers at the same work. */
import { join } from 'node:path'
import { loadPlan } from '../../src/studies/load-plan.js'
import type { Bench } from '../bench.js'
import { type Contestant, KERNEL, peerInNumpy, peersInC, REFERENCE } from '../contestants.js'
import { type Race, race } from '../race.js'
import type { WorkSize } from '../work/layout.js'
import { writePlanWork } from '../work/plan-work.js'

export const PLAN = 'scenarios/guangxi-2023.yaml'

/** What is asked of the kernel: it over others, or others over it. */
const RATIOS: readonly (readonly [one: string, other: string, better: 'lower' | 'higher'])[] = [
  ['kernel', 'tuned C (AVX, 4 draws)', 'lower'],
  ['kernel', 'tuned C (AVX-512, 8 draws)', 'lower'],
  ['kernel', 'plain C', 'lower'],
  ['numpy', 'kernel', 'higher'],
  ['reference', 'kernel', 'higher'],
]

export async function year(bench: Bench): Promise<void> {
  const draws = 64
  const work = join(bench.folder, 'guangxi.work')
  const { plan } = loadPlan(PLAN)
  writePlanWork(work, plan, draws)
  const years = plan.years.length - 1
  const size = { cities: plan.dims.cities, ages: plan.dims.ages, years, draws, step: plan.conventions.step }
  await raceAt(bench, {
    part: 'year',
    work,
    suffix: '',
    size,
    rounds: bench.rounds(24),
    window: 150,
    warmUp: 4,
  })
}

export interface RaceAt {
  readonly part: string
  readonly work: string
  /** Added to the names of the figures. */
  readonly suffix: string
  readonly size: WorkSize
  readonly rounds: number
  readonly window: number
  readonly warmUp: number
  /** Contestants that stay away, and why. */
  readonly away?: Readonly<Record<string, string>>
}

/** Hold a race at a work and keep its figures; throws Error where checksums differ. */
export async function raceAt(bench: Bench, at: RaceAt): Promise<void> {
  const { part, work, suffix, size, away = {} } = at
  const all = [REFERENCE, KERNEL, ...peersInC(bench.folder, size), peerInNumpy()]
  const present = all.filter((one): one is Contestant => 'command' in one && !away[one.name])
  for (const one of all) {
    const because = 'because' in one ? one.because : away[one.name]
    if (because) bench.skip(part, `${one.name}${suffix}`, because)
  }
  bench.say(`${part}${suffix}: ${present.map(({ name }) => name).join(', ')}`)
  const { rounds, window, warmUp } = at
  const result = await race(present, work, { rounds, window, warmUp, drawYears: size.draws * size.years })
  for (const [contestant, checksum] of result.checksums)
    bench.checksums.push({ work: `${part}${suffix}`, contestant, checksum })
  if (new Set(result.checksums.values()).size > 1) {
    const list = [...result.checksums].map(([name, checksum]) => `${name} ${checksum}`).join(', ')
    throw new Error(`checksums of ${part}${suffix} differ: ${list}`)
  }
  keep(bench, at, result)
}

function keep(bench: Bench, { part, suffix, size }: RaceAt, { living, laying }: Race): void {
  for (const [one, other, better] of RATIOS) {
    const [a, b] = [living.get(one), living.get(other)]
    if (a && b) bench.ratio(part, `${one} / ${other}${suffix}`, better, [a, b])
  }
  for (const [name, twins] of living) {
    bench.twins(part, `${name}${suffix}`, 'us', 'lower', twins)
    const each = (us: number) => 1e6 / (us * size.years)
    const perSecond = { first: twins.first.map(each), second: twins.second.map(each) }
    bench.twins(part, `${name}${suffix}: trajectories`, '1/s', 'higher', perSecond)
    bench.twins(part, `${name}${suffix}: laying out rates`, 'us', 'lower', laying.get(name)!)
  }
}
