/** The question above a page names whose target it is. */
import { expect, it } from 'vitest'
import { question } from '../../src/report/words/headline.js'

const region = { en: 'Finland', zh: '芬兰' }
const map = [
  { code: '246', name: region },
  { code: '18', name: { en: 'Kainuu', zh: '凯努区' } },
]
const target = {
  comparator: 'at_least' as const,
  threshold: 4500,
  unit: 'place',
  year: 2030,
  title: { en: 'Supply', zh: '供给' },
}

it.each([
  [undefined, 'Will Finland have', '芬兰供给'],
  [{ indicator: 'x', city: '18' }, 'Will Kainuu have', '凯努区供给'],
  [{ indicator: 'x', each: 'city' as const }, 'Will every city of Finland have', '芬兰各市供给'],
])('of %o', (of, en, zh) => {
  const asked = question({ region, map }, { ...target, of })
  expect(asked.en).toContain(en)
  expect(asked.zh).toContain(zh)
})
