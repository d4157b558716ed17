/** A target that nothing moves, in every output: a word of its own, no odds, and no part in the joint odds. */
import { expect, it } from 'vitest'
import { summarise } from '../../src/analysis/summarise.js'
import { verdictCsv, verdictMarkdown } from '../../src/report/files/verdict-files.js'
import { verdictText } from '../../src/report/terminal/verdict-page.js'
import { type Draws, HEADER, readerOf } from './small-run.js'

// Twenty futures. Schools are reached in ten, hours in none: they stand at 3 whatever happens.
const TWENTY = Array.from({ length: 20 }, (_, draw) => draw + 1)
const COLUMNS: Draws = {
  '0/share@R@2021': TWENTY.map(() => 56),
  '1/share@R@2021': TWENTY.map(() => 58),
  '1/share@A@2021': TWENTY.map(() => 60),
  '1/share@B@2021': TWENTY.map(() => 50),
  '1/built@R@2021': TWENTY,
  '0/built@R@2021': TWENTY.map(() => 0),
  '0/hours@R@2021': TWENTY.map(() => 3),
  '1/hours@R@2020': TWENTY.map(() => 3),
  '1/hours@R@2021': TWENTY.map(() => 3),
  '0/input@pace': TWENTY,
}
const targets = HEADER.targets.map((target) =>
  target.indicator === 'hours' ? { ...target, unmoved: true as const } : target,
)
const [assessed, moved] = await Promise.all([
  summarise({ ...HEADER, targets }, readerOf(20, COLUMNS)),
  summarise(HEADER, readerOf(20, COLUMNS)),
])
const of = ({ policies }: typeof assessed) => policies.at(-1)!
const hours = of(assessed).targets.find(({ indicator }) => indicator === 'hours')!

it('has its own word and sentence, and no odds in JSON', () => {
  expect(hours.word).toBe('cannot')
  expect(hours.sentence).toEqual({
    en: 'what it is measured by stands still: nothing that varies and no work of the plan reaches it in the model',
    zh: '其衡量指标在模型中固定不变，没有变动因素，也没有本计划的项目作用于它',
  })
  expect(JSON.parse(JSON.stringify(hours))).toMatchObject({
    lenient: { share: null, draws: 0 },
    region: { odds: { share: null }, firstYear: null },
  })
  expect(of(moved).targets.find(({ indicator }) => indicator === 'hours')!.word).toBe('almost_impossible')
})

it('keeps out of the odds that all targets are reached together, and of findings', () => {
  expect(of(moved).joint.hits).toBe(0)
  expect(of(assessed).joint.draws).toBe(20)
  expect(of(assessed).joint.hits).toBeGreaterThan(0)
  expect(assessed.findings).toEqual(moved.findings)
})

it('is said so in both languages, on the terminal, in Markdown and in CSV', () => {
  const page = { width: 200, paint: (_: string, text: string) => text } as const
  expect(verdictText(assessed, { ...page, language: 'en' })).toContain(
    'cannot be assessed: what it is measured by stands still',
  )
  expect(verdictText(assessed, { ...page, language: 'zh' })).toContain('无法评估：其衡量指标在模型中固定不变')
  expect(verdictMarkdown(assessed, 'en')).toContain('cannot be assessed')
  expect(verdictMarkdown(assessed, 'zh')).toContain('无法评估')
  expect(verdictCsv(assessed)).toMatch(/,cannot,/)
})
