/** The kernel against the model: every person and every flow, to the last bit. */
import { describe, expect, it } from 'vitest'
import { Kernel, type KernelHeadCount } from '../../src/kernel/kernel.js'
import { loadKernel } from '../../src/kernel/module.js'
import { listedShares } from '../../src/math/pairs/pair-list.js'
import { totalsByCity } from '../../src/model/balance.js'
import { compileRates } from '../../src/model/compile-rates.js'
import { FLOWS } from '../../src/model/state.js'
import { createWorkspace } from '../../src/model/workspace.js'
import { projectYear } from '../../src/model/year.js'
import { createYearRates } from '../../src/model/year-rates.js'
import { writeHeadCounts } from '../../src/run/year/head-counts.js'
import { type RandomPlan, randomPlan } from './random-plan.js'

const loaded = loadKernel()
const PLANS = 1000

const nestsOf = ({ schedules }: RandomPlan) => schedules[0].nests?.seats.length ?? 0

/** Some counts of people and of people away. */
function countsOf({ dims }: RandomPlan): KernelHeadCount[] {
  const last = dims.ages - 1
  const all = Array.from({ length: dims.statuses }, (_, status) => status)
  return [
    { statuses: all, sexes: [0, 1], from: 0, to: last },
    { statuses: all.slice(1), sexes: [1], from: last >> 1, to: last },
    { statuses: [], sexes: [0, 1], from: 0, to: last >> 1 },
  ].filter(({ statuses }) => dims.statuses > 1 || statuses.length > 0)
}

/** Everything a draw leaves behind, step after step, in the model. */
function liveInModel(plan: RandomPlan, draw: number): Float64Array[] {
  const { dims, conventions, opening, schedules, levels, hours, baseHours } = plan
  const state = { people: opening.people.slice(), away: opening.away.slice() }
  const flows = new Float64Array(FLOWS.length * dims.cities)
  const rates = createYearRates(dims, nestsOf(plan), schedules[0].pairs)
  const work = createWorkspace(dims, schedules[0].netMigration.length > 0, nestsOf(plan))
  const counts = countsOf(plan)
  return schedules.flatMap((own, step) => {
    const inputs = { levels: levels[draw][step], hours, baseHours }
    expect(compileRates(dims, conventions, own, inputs, rates)).toBeUndefined()
    const before = new Float64Array(2 * dims.cities)
    totalsByCity(dims, state.people, before)
    projectYear(dims, conventions, rates, state, flows, work)
    const after = new Float64Array(2 * dims.cities)
    totalsByCity(dims, state.people, after)
    const memory = new Float64Array(counts.length * dims.cities)
    const headCounts = counts.map((count, slot) => ({ ...count, slot }))
    writeHeadCounts({ dims, years: [0], headCounts }, memory, state, 0)
    return [state.people.slice(), state.away.slice(), flows.slice(), before, after, memory]
  })
}

/** The same of both draws in the kernel. */
function liveInKernel(module: WebAssembly.Module, plan: RandomPlan): Float64Array[][] {
  const { dims, conventions, opening, schedules, levels, hours, baseHours } = plan
  const counts = countsOf(plan)
  const hasNetMigration = schedules[0].netMigration.length > 0
  const { nests, pairs, mortalityAges, byPlace } = schedules[0]
  const survivals = schedules.length
  const asked = { hasNetMigration, mortalityAges, nests, pairs, byPlace, counts, survivals }
  const kernel = new Kernel(module, { dims, conventions, opening, ...asked })
  const rates = [0, 1].map(() => createYearRates(dims, nestsOf(plan), pairs))
  const lived: Float64Array[][] = [[], []]
  kernel.open()
  schedules.forEach((own, step) => {
    for (const draw of [0, 1]) {
      const inputs = { levels: levels[draw][step], hours, baseHours }
      expect(compileRates(dims, conventions, own, inputs, rates[draw])).toBeUndefined()
      kernel.writeRates(draw, levels[draw][step], rates[draw])
    }
    kernel.projectYear(step, own)
    kernel.countHeads()
    for (const draw of [0, 1]) {
      const out = {
        people: new Float64Array(opening.people.length),
        away: new Float64Array(opening.away.length),
        flows: new Float64Array(FLOWS.length * dims.cities),
        before: new Float64Array(2 * dims.cities),
        after: new Float64Array(2 * dims.cities),
        heads: new Float64Array(counts.length * dims.cities),
      }
      kernel.people(draw, out.people, out.away)
      kernel.flows(draw, out.flows)
      kernel.totals('before', draw, out.before)
      kernel.totals('after', draw, out.after)
      counts.forEach((_, count) => {
        const from = count * dims.cities
        kernel.head(count, draw, out.heads.subarray(from, from + dims.cities))
      })
      lived[draw].push(out.people, out.away, out.flows, out.before, out.after, out.heads)
    }
  })
  return lived
}

/** The same plan with only those pairs of places listed that have a share. */
function listed(plan: RandomPlan): RandomPlan {
  const { cities } = plan.dims
  const [first] = plan.schedules
  const destinations = listedShares({ values: first.destinations }, cities)
  const homes = listedShares({ values: first.homes }, cities)
  const lists = {
    destinations: destinations.values,
    homes: homes.values,
    pairs: { destinations: destinations.pairs, homes: homes.pairs },
  }
  return { ...plan, schedules: plan.schedules.map((own) => ({ ...own, ...lists })) }
}

const bits = (values: Float64Array) => new BigUint64Array(values.buffer, values.byteOffset, values.length)

describe('the kernel', () => {
  it('is there, since the build makes it', () => {
    expect(loaded).toHaveProperty('module')
  })

  it(`gives the bits of the model in ${PLANS} plans of chance`, () => {
    for (let seed = 0; seed < PLANS; seed++) expectSame(randomPlan(seed), `plan ${seed}`)
  })

  it('gives them with more cities than are left at once', () => {
    for (let seed = 0; seed < 12; seed++) {
      const cities = [129, 160, 161, 192][seed % 4]
      expectSame(randomPlan(seed, cities), `plan ${seed} of ${cities} cities`)
    }
  })

  it('gives those of a full table where pairs with a share are listed, and so does the model', () => {
    for (let seed = 0; seed < 200; seed++) {
      const plan = randomPlan(seed, seed % 50 === 0 ? 131 : undefined)
      if (plan.schedules[0].nests) continue
      expectSame(plan, `listed plan ${seed}`, listed(plan))
      for (const draw of [0, 1]) {
        const [full, ofPairs] = [plan, listed(plan)].map((one) => liveInModel(one, draw))
        ofPairs.forEach((values, index) => {
          expect(bits(values).every((value, at) => value === bits(full[index])[at])).toBe(true)
        })
      }
    }
  })
})

/** kernels: the plan as the kernel has it. */
function expectSame(plan: RandomPlan, name: string, kernels = plan): void {
  if (!('module' in loaded)) throw new Error(loaded.missing)
  const lived = liveInKernel(loaded.module, kernels)
  for (const draw of [0, 1]) {
    liveInModel(plan, draw).forEach((values, index) => {
      const found = bits(lived[draw][index])
      const expected = bits(values)
      // number by number only to say where they differ, which takes a hundred times as long
      if (found.length === expected.length && found.every((value, at) => value === expected[at])) return
      expect(found, `${name}, draw ${draw}, array ${index}`).toEqual(expected)
    })
  }
}
