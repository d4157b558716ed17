/**
 * PRIM on the 882 runs of a renewable fuel standard in which the method was brought to scenario discovery (Bryant & Lempert
 * 2010), against the trajectory that the EMA Workbench publishes for them: every box with its limits and quasi-p-values, a
 * box without one of its limits, and what is left for a second box.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { type Box, measureBox, peel, quasiP } from '../../src/library/discovery.js'

const tableOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(import.meta.dirname, '../../fixtures/published', name), 'utf8'), { columns: true })

const runs = tableOf('renewable-fuel-2010.csv')
const printed = tableOf('renewable-fuel-trajectory.csv')
const names = Object.keys(runs[0]).filter((name) => name !== 'of_interest' && name !== 'source')
// The runs were kept in single precision, which decides on which side of a limit midway between two runs a third one lies.
const inputs = names.map((name) => ({
  name,
  values: Float64Array.from(runs, (run) => Math.fround(Number(run[name]))),
}))
const group = Uint8Array.from(runs, ({ of_interest }) => Number(of_interest))
const way = peel(inputs, group, { slice: 0.1, mass: 0.05 })

/** A number of six digits as it is printed. */
const six = (value: number) => Number(value.toPrecision(6))

/**
 * The box as its quasi-p-values are taken there. A run just on a limit is inside there and outside here, and comes back
 * when another limit is left out. The number of runs is the whole part of 882 times the box's share: 457 of the 458 of box 6.
 */
const asThere = (box: Box): Box => ({
  ...box,
  draws: Math.trunc(box.mass * runs.length),
  limits: box.limits.map(({ name, above, below }) => ({
    name,
    ...(above !== undefined && { above: above - 1e-12 * Math.abs(above) }),
    ...(below !== undefined && { below: below + 1e-12 * Math.abs(below) }),
  })),
})

/** Limits of a box with their quasi-p-values, in the order of the inputs. */
function limitsOf(box: Box) {
  const odds = quasiP(asThere(box), inputs, group)
  return names.flatMap((name) =>
    box.limits
      .filter((limit) => limit.name === name)
      .flatMap(({ above, below }) => [
        ...(above === undefined ? [] : [{ side: `${name} >`, at: above, p: odds.get(name)! }]),
        ...(below === undefined ? [] : [{ side: `${name} <`, at: below, p: odds.get(name)! }]),
      ]),
  )
}

const printedLimits = (limits: string) =>
  limits.split('; ').flatMap((limit) => {
    const [name, sign, at, , p] = limit.split(' ')
    return name === '' ? [] : [{ side: `${name} ${sign}`, at: Number(at), p: Number(p) }]
  })

describe('the trajectory of the renewable fuel standard', () => {
  it('has the 28 boxes that are printed, with coverage, density, mass and limited inputs', () => {
    expect(
      way.map(({ coverage, density, mass, limits }) => [
        six(coverage),
        six(density),
        six(mass),
        limits.length,
      ]),
    ).toEqual(printed.map((box) => [box.coverage, box.density, box.mass, box.inputs_limited].map(Number)))
    expect(way.length).toBe(28)
  })

  it('has their limits and quasi-p-values', () => {
    printed.forEach(({ limits }, at) => {
      const found = limitsOf(way[at])
      const right = printedLimits(limits)
      expect(found.map(({ side }) => side)).toEqual(right.map(({ side }) => side))
      right.forEach((limit, index) => {
        // six digits are carried over, of numbers that were kept with seven
        expect(Math.abs(found[index].at / limit.at - 1)).toBeLessThan(1e-6)
        expect(Math.abs(found[index].p / limit.p - 1)).toBeLessThan(1e-5)
      })
    })
  })

  it('covers 0.764045 with a density of 0.715789 where box 21 loses the limit that is not significant', () => {
    const three = measureBox(
      way[21].limits.filter(({ name }) => name !== 'cellulosic_cost'),
      inputs,
      group,
    )
    expect([six(three.coverage), six(three.density), six(three.mass)]).toEqual([0.764045, 0.715789, 0.10771])
    // 787 runs and 21 of interest are left for a second box
    expect([group.length - three.draws, 89 - three.hits]).toEqual([787, 21])
  })
})
