/** Titles and shares inside sentences, and whose target a question is about. */
import { expect, it } from 'vitest'
import { named } from '../../src/report/terminal/discovery-boxes.js'
import { question } from '../../src/report/words/headline.js'
import { inPercent } from '../../src/report/words/numbers.js'

it('a title of two parts stands in quotation marks, since it would read as a clause', () => {
  const kept = { en: 'Kept of the promise: pipes laid', zh: '承诺兑现程度：地下管网' }
  expect(named(kept, 'en')).toBe('"Kept of the promise: pipes laid"')
  expect(named(kept, 'zh')).toBe('“承诺兑现程度：地下管网”')
  expect(named({ en: 'Pull of other provinces', zh: '省外吸引力' }, 'en')).toBe('Pull of other provinces')
})

it('per cent has a space before it in English and none in Chinese', () => {
  expect(inPercent('1.8', 'en')).toBe('1.8 %')
  expect(inPercent(0.5, 'zh')).toBe('0.5%')
})

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
  [{ indicator: 'x', each: 'city' as const }, 'Will every area of Finland have', '芬兰各地供给'],
])('the question above a page names whose target it is: %o', (of, en, zh) => {
  const asked = question({ region, map }, { ...target, of })
  expect(asked.en).toContain(en)
  expect(asked.zh).toContain(zh)
})
