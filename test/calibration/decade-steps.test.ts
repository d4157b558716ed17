/** The kernel projects a decade as the model does, to the last bit, at levels of chance. */
import { describe, expect, it } from 'vitest'
import type { Decade } from '../../src/calibration/decade.js'
import {
  createDecadeProjection,
  createDecadeProjections,
  type DecadeProjection,
} from '../../src/calibration/decade-projection.js'
import { SHAPING, shapedSchedules } from '../../src/calibration/decade-rates.js'
import { stepsOfKernel, stepsOfModel } from '../../src/calibration/decade-steps.js'
import { mostLived } from '../../src/calibration/shapes.js'
import { entriesOf, type Levels, levelsOf, UNKNOWNS } from '../../src/calibration/unknowns.js'
import { normalQuantile } from '../../src/math/normal-quantile.js'
import { createStream } from '../../src/sampling/stream.js'
import { smallDecade } from './small-decade.js'

const LEVELS = 6

/** Of a draw, where the levels that shape schedules are those of another. */
function levelsOfDraw(decade: Decade, spread: number, draw: number, shapes = draw) {
  const entries = entriesOf(decade.dims.cities)
  const z = entries.map(({ unknown }, k) => {
    const of = SHAPING.includes(UNKNOWNS[unknown].name) ? shapes : draw
    return spread * normalQuantile(createStream(1, `entry ${k}`)(of))
  })
  return levelsOf(entries, z, decade.dims.cities)
}

/** Bits of all that a projection leaves; 'none' where rates are out of their bounds. */
function bits(out: DecadeProjection | undefined) {
  if (!out) return 'none'
  return [out.people, out.away, out.flows, out.urbanShare, Float64Array.of(out.join)].map((values) =>
    Buffer.from(values.slice().buffer).toString('base64'),
  )
}

/** Of one set of levels after another. */
function bitsOf(decade: Decade, project: ReturnType<typeof createDecadeProjection>, spread: number) {
  return Array.from({ length: LEVELS }, (_, draw) => bits(project(levelsOfDraw(decade, spread, draw))))
}

describe('a decade projected by the kernel', () => {
  it.each([
    ['three cities', [4, 6, 9], undefined, 1],
    ['three cities, two of them joined', [4, 6, 9], [0, 2], 1],
    ['five cities at levels of which some are out of bounds', [4, 6, 9, 5, 7], undefined, 6],
  ] as const)('has the bits of the model: %s', (_, sizes, joined, spread) => {
    const decade = smallDecade([...sizes])
    const byModel = bitsOf(decade, createDecadeProjection(decade, joined, stepsOfModel(decade)), spread)
    const byKernel = bitsOf(decade, createDecadeProjection(decade, joined, stepsOfKernel(decade)!), spread)
    expect(byKernel).toEqual(byModel)
    expect(byModel.filter((one) => one !== 'none').length).toBeGreaterThan(0)
    if (spread > 1) expect(byModel).toContain('none')
  })

  it.each([
    ['of one shape of the schedules', (draw: number) => 2 * Math.floor(draw / 2), 1],
    ['of one shape, of which some are out of bounds', () => 1, 3],
    ['of two shapes', (draw: number) => draw, 1],
  ] as const)('gives two sets of levels side by side what each has alone: %s', (_, shapes, spread) => {
    const decade = smallDecade([4, 6, 9, 5, 7])
    const levels = Array.from({ length: 2 * LEVELS }, (_, draw) =>
      levelsOfDraw(decade, spread, draw, shapes(draw)),
    )
    const one = createDecadeProjection(decade)
    const alone = levels.map((own) => bits(one(own)))
    for (const steps of [stepsOfModel(decade), stepsOfKernel(decade)!]) {
      const both = createDecadeProjections(decade, { steps })
      const found = Array.from({ length: LEVELS }, (_, pair) =>
        both(levels.slice(2 * pair, 2 * pair + 2)).map(bits),
      )
      expect(found.flat()).toEqual(alone)
    }
    expect(alone.filter((one) => one !== 'none').length).toBeGreaterThan(0)
    if (spread > 1) expect(alone).toContain('none')
  })

  it('knows the urban share after those steps that are asked for, and the two that tell the last gain', () => {
    const decade = smallDecade([4, 6, 9])
    const levels = levelsOfDraw(decade, 1, 0)
    const all = [...createDecadeProjection(decade)(levels)!.urbanShare]
    const [some] = createDecadeProjections(decade, { sharesAfter: [0, 1] })([levels])
    const last = all.length - 1
    expect([...some!.urbanShare]).toEqual(
      all.map((share, step) => (step <= 1 || step >= last - 1 ? share : Number.NaN)),
    )
  })

  it('moves 0.99 of the age that moves most where levels ask for more and are held, and else what they say', () => {
    const decade = smallDecade([4, 6, 9])
    const usual = levelsOfDraw(decade, 1, 0)
    const with_ =
      (own: Readonly<Record<string, number>>): Levels =>
      (name) =>
        name in own ? usual(name).map(() => own[name]) : usual(name)
    const shaped = shapedSchedules(decade, usual)
    const most = {
      rural_exit: mostLived(shaped.ruralExit),
      city_to_city: mostLived(shaped.cityToCity),
      return_from_outside: mostLived(shaped.returnFromOutside),
    }
    expect(most.rural_exit * Math.max(...shaped.ruralExit)).toBeCloseTo(0.99, 12)
    const free = createDecadeProjections(decade)
    const held = createDecadeProjections(decade, { isHeld: true })
    // leaving the village at one pace in all steps
    const [pace_slope, tooHigh] = [0, 900]
    for (const [level, value] of Object.entries(most)) {
      const beyond = with_({ pace_slope, [level]: tooHigh })
      expect(free([beyond])).toEqual([undefined])
      expect(bits(held([beyond])[0])).toEqual(bits(free([with_({ pace_slope, [level]: value })])[0]))
    }
    expect(bits(held([usual])[0])).toEqual(bits(free([usual])[0]))
  })
})
