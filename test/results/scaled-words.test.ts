/** What is said of published totals that people are scaled to: when, and what most, in both languages. */
import { describe, expect, it } from 'vitest'
import type { Projection, ScaledTotal } from '../../src/results/projection.js'
import { controlFinding, scaledApart, scaledPeople } from '../../src/results/scaled-words.js'

const places = [
  { code: 'R', name: { en: 'Both towns', zh: '两镇' }, tile: null },
  { code: 'A', name: { en: 'Alpha', zh: '甲' }, tile: null },
]
const total = (more: Partial<ScaledTotal>): ScaledTotal => ({
  code: 'R',
  year: 2025,
  projected: 1000,
  published: 1008,
  added: 8,
  adjustment: 0.8,
  ...more,
})
const said = (controls?: readonly ScaledTotal[]) => {
  const projection: Partial<Projection> = { policy: 'no_action', ...(controls && { controls }) }
  const controlYears = controls?.map(({ year }) => year)
  return controlFinding({ places, controlYears, projections: [projection as Projection] })
}

describe('published totals in words', () => {
  it('name the largest adjustment, whatever its sign, and every year', () => {
    const [{ en, zh }] = said([
      total({}),
      total({ code: 'A', year: 2024, sex: 'female', ages: [60], adjustment: -2.04 }),
    ])
    expect(en).toBe(
      'People are scaled to 2 published totals at the end of 2024, 2025. Every future meets them within rounding: odds and ranges take what is counted as certain, as if no total were off. Scaled most, with every uncertainty at its median: Alpha, women of 60+, by -2.0 % in 2024.',
    )
    expect(zh).toContain('调整最大：甲60岁及以上女性，2024年-2.0%。')
    expect(said([total({})])[0].en).toContain('1 published total at the end of 2025.')
    expect(said([total({})])[0].en).toContain('Both towns, people, by +0.8 % in 2025.')
  })

  it('are not spoken of where there are none', () => {
    expect([said(), said([])]).toEqual([[], []])
  })

  it('are spoken of though no median future could be simulated', () => {
    const [{ en }] = controlFinding({ places, controlYears: [2025], projections: [] })
    expect(en).toContain('1 published total at the end of 2025.')
    expect(en).not.toContain('Scaled most')
  })

  it('say where two runs are not scaled alike', () => {
    expect([scaledApart([2025], [2025]), scaledApart()]).toEqual([[], []])
    const [{ en, zh }] = scaledApart(undefined, [2024, 2025, 2025])
    expect(en).toContain('none before and 3 (2024, 2025) after')
    expect(zh).toContain('前者无，后者3项（2024、2025年）')
  })

  it('are of whom they count', () => {
    expect(scaledPeople({ ages: [0, 14] })).toEqual({ en: 'people of 0-14', zh: '0—14岁人口' })
    expect(scaledPeople({ sex: 'male' })).toEqual({ en: 'men', zh: '男性' })
  })
})
