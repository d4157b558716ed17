/** The kernel projects a decade as the model does, to the last bit, at levels of chance. */
import { describe, expect, it } from 'vitest'
import type { Decade } from '../../src/calibration/decade.js'
import { createDecadeProjection } from '../../src/calibration/decade-projection.js'
import { stepsOfKernel, stepsOfModel } from '../../src/calibration/decade-steps.js'
import { entriesOf, levelsOf } from '../../src/calibration/unknowns.js'
import { normalQuantile } from '../../src/math/normal-quantile.js'
import { createStream } from '../../src/sampling/stream.js'
import { smallDecade } from './small-decade.js'

const LEVELS = 6

/** Bits of all that a projection leaves, one projector after another over the same levels; 'none' where rates are out of their bounds. */
function bitsOf(decade: Decade, project: ReturnType<typeof createDecadeProjection>, spread: number) {
  const entries = entriesOf(decade.dims.cities)
  return Array.from({ length: LEVELS }, (_, draw) => {
    const z = entries.map((_, k) => spread * normalQuantile(createStream(1, `entry ${k}`)(draw)))
    const out = project(levelsOf(entries, z, decade.dims.cities))
    if (!out) return 'none'
    return [out.people, out.away, out.flows, out.urbanShare, Float64Array.of(out.join)].map((values) =>
      Buffer.from(values.slice().buffer).toString('base64'),
    )
  })
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
})
