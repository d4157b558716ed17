/** Titles and shares inside the sentences of sensitivity and discovery. */
import { expect, it } from 'vitest'
import { named } from '../../src/report/terminal/discovery-boxes.js'
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
