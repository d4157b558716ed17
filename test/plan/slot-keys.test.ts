import { describe, expect, it } from 'vitest'
import { keyText, type SlotKey, slotOf } from '../../src/plan/slot-keys.js'
import { SlotTable } from '../../src/plan/slots.js'

// The texts stand in fingerprints and in what `explain` prints: they are those of formulas, or shorter.
const TEXTS: readonly (readonly [SlotKey, string])[] = [
  [{ kind: 'year' }, 'year'],
  [{ kind: 'uncertainty', name: 'rural_pace' }, 'rural_pace'],
  [{ kind: 'lever', name: 'bed_programme' }, 'bed_programme'],
  [{ kind: 'data', name: 'beds_2020' }, 'data(beds_2020)'],
  [{ kind: 'level', level: 'rural_exit' }, 'level rural_exit'],
  [{ kind: 'line', line: 'Nanning to Yulin' }, 'line Nanning to Yulin'],
  [{ kind: 'flow', flow: 'moved_in' }, 'moved_in'],
  [{ kind: 'people', group: 'urban', from: 0, to: 100, sex: 'both' }, 'people(urban,0,100,both)'],
  [{ kind: 'slowest', group: 'ring' }, 'slowest(ring)'],
  [{ kind: 'service part', service: 'beds', part: 'stock' }, 'beds.stock'],
  [{ kind: 'service', service: 'beds', column: 'need' }, 'need(beds)'],
  [{ kind: 'programme part', service: 'beds', programme: 'wards', part: 'on_time' }, 'beds.wards.on_time'],
  [{ kind: 'programme', service: 'beds', programme: 'wards', column: 'opened' }, 'opened(beds,wards)'],
  [{ kind: 'indicator', indicator: 'urban_share', half: 'per' }, 'urban_share.per'],
]

describe('slot keys', () => {
  it.each(TEXTS)('%j is printed as %s', (key, text) => {
    expect(keyText(key)).toBe(text)
  })

  it('get one slot each, in the order in which they are asked for', () => {
    const table = new SlotTable()
    const slots = [...TEXTS, ...TEXTS].map(([key]) => table.slot(key))
    expect(slots).toEqual([...TEXTS.keys(), ...TEXTS.keys()])
    expect(table.count).toBe(TEXTS.length)
    expect(table.keys()).toEqual(TEXTS.map(([key]) => key))
    expect(slotOf(table.keys(), { kind: 'flow', flow: 'moved_in' })).toBe(6)
    expect(slotOf(table.keys(), { kind: 'flow', flow: 'births' })).toBe(-1)
  })

  it('are known by their text once a formula may load them, without a slot of their own', () => {
    const table = new SlotTable()
    const key: SlotKey = { kind: 'data', name: 'beds_2020' }
    expect(table.name(key)).toBe('data(beds_2020)')
    expect(table.count).toBe(0)
    expect(table.keyOf('data(beds_2020)')).toEqual(key)
  })
})
