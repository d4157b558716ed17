import { describe, expect, it } from 'vitest'
import { isPercent, readLabel } from '../../src/vocabulary/labels.js'

describe('readLabel', () => {
  it.each([
    ['person', { person: 1 }, 1],
    ['people', { person: 1 }, 1],
    ['communities', { community: 1 }, 1],
    ['人', { person: 1 }, 1],
    ['万人', { person: 1 }, 1e4],
    ['亿元', { yuan: 1 }, 1e8],
    ['10,000 people', { person: 1 }, 1e4],
    ['100 million yuan', { yuan: 1 }, 1e8],
    ['千米', { km: 1 }, 1],
    ['minutes', { hour: 1 }, 1 / 60],
    ['percent', {}, 0.01],
    ['pct', {}, 0.01],
    ['％', {}, 0.01],
    ['bed per 1,000', { bed: 1, person: -1 }, 0.001],
    ['bed_per_1000', { bed: 1, person: -1 }, 0.001],
    ['床位/千人', { bed: 1, person: -1 }, 0.001],
  ])('knows %s', (text, unit, size) => {
    expect(readLabel(text)).toEqual({ unit, size })
  })

  it.each([
    '',
    'person-time',
    'setting',
    'CNY_100m',
    'year',
    'ratio',
    'per 1,000',
    'bed per 1,000 per year',
    '套',
  ])('leaves "%s" alone', (text) => {
    expect(readLabel(text)).toBeUndefined()
  })
})

it('tells percent from other shares', () => {
  expect(['percent', '%', '百分比', 'share', 'per thousand', 'person'].map(isPercent)).toEqual([
    true, true, true, false, false, false,
  ]) // biome-ignore format: one line
})
