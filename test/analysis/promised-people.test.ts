/** Promised rates in a summary and in words: a run of 36 draws made by hand, in which more people are fewer rates kept. */
import { expect, it } from 'vitest'
import { thirdsDiffer } from '../../src/analysis/promised-people.js'
import { summarise } from '../../src/analysis/summarise.js'
import { promisedTable } from '../../src/report/tables/promised.js'
import { promisedList } from '../../src/report/terminal/promised-table.js'
import { answerToPeople, promisedNote } from '../../src/report/words/evidence.js'
import { HEADER, readerOf } from './small-run.js'

const DRAWS = 36
const draws = Array.from({ length: DRAWS }, (_, draw) => draw)

/** `built` is the promised rate, at least 3: `hours` the people who share it, `share` those who were expected. */
const header = {
  ...HEADER,
  indicators: HEADER.indicators.map((one) =>
    one.name === 'built' ? { ...one, promisedFor: { expected: 'share', people: 'hours' } } : one,
  ),
  targets: HEADER.targets.map((one) => (one.id === 'built' ? { ...one, ofPeople: true as const } : one)),
}
const columns = {
  // 1 to 36 people in an order that is none; kept where there are 18 or fewer, and in the last six
  '1/hours@R@2021': draws.map((draw) => 1 + ((draw * 5) % DRAWS)),
  '1/built@R@2021': draws.map((draw) => {
    const people = 1 + ((draw * 5) % DRAWS)
    return people <= 18 || people > 30 ? 3 : 2
  }),
  '1/share@R@2021': draws.map(() => 20),
}

it('has the people, and the odds in the third of the futures with fewest and with most of them', async () => {
  const { policies } = await summarise(header, readerOf(DRAWS, columns))
  const found = policies[1].targets[1].promisedFor!
  expect(found.expected).toMatchObject({ indicator: 'share', spread: { median: 20 } })
  expect(found.people).toMatchObject({ indicator: 'hours', spread: { median: 18.5 } })
  expect(found.odds!.fewest).toMatchObject({ hits: 12, draws: 12 })
  expect(found.odds!.most).toMatchObject({ hits: 6, draws: 12 })
  expect(policies[1].targets[0].promisedFor).toBeUndefined()
})

it('has no odds by people where as many are there in most futures', async () => {
  const people = draws.map((draw) => (draw < 30 ? 20 : 21))
  const { policies } = await summarise(header, readerOf(DRAWS, { ...columns, '1/hours@R@2021': people }))
  expect(policies[1].targets[1].promisedFor).not.toHaveProperty('odds')
})

it('says of how many futures a third is, and where chance alone may make the difference', async () => {
  const { policies } = await summarise(header, readerOf(DRAWS, columns))
  // 12 of 12 and 6 of 12: Agresti-Caffo 13/14 and 7/14, a difference of -0.43 with a standard error of 0.15
  expect(promisedNote(policies[1])!.en).toContain(
    'the third with the most, 12 futures each; told apart are those whose odds differ by more than chance does (95 %), 1 of 1.',
  )
  const among = (hits: number) => ({ share: hits / 12, low: 0, high: 1, hits, draws: 12 })
  expect(thirdsDiffer({ fewest: among(12), most: among(6) })).toBe(true)
  // 13/14 and 10/14: 0.21 with a standard error of 0.14
  expect(thirdsDiffer({ fewest: among(12), most: among(9) })).toBe(false)
  expect(promisedNote({ targets: policies[1].targets.slice(0, 1) })).toBeUndefined()
})

it('has no odds by people from fewer draws than a word of odds needs', async () => {
  const fewer = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(1)]))
  const { policies } = await summarise(header, readerOf(35, fewer))
  expect(policies[1].targets[1].promisedFor).not.toHaveProperty('odds')
})

it('is a row of a table, a line on the screen and a sentence, in both languages', async () => {
  const summary = await summarise(header, readerOf(DRAWS, columns))
  const [, act] = summary.policies
  const table = promisedTable(summary)!
  expect(table.rows).toHaveLength(1)
  expect(table.rows[0].slice(2, 4)).toEqual([
    {
      kind: 'number',
      value: 20,
      unit: 'percent',
      from: 'policies.1.targets.1.promisedFor.expected.spread.median',
    },
    {
      kind: 'number',
      value: 18.5,
      unit: 'hour',
      from: 'policies.1.targets.1.promisedFor.people.spread.median',
    },
  ])
  expect(table.rows[0].at(-1)).toMatchObject({ text: { en: 'yes', zh: '是' } })
  const page = { width: 200, paint: (_: string, text: string) => text }
  const lines = promisedList(act, { ...page, language: 'en' })
  expect(lines.find((line) => line.startsWith('built'))).toMatch(
    /^built +hours +20\.0 +18\.5 +all \(76-100\) +50 % \(25-75\)$/,
  )
  expect(promisedList(act, { ...page, language: 'zh' })[0]).toBe(
    '以比率承诺的目标：按多少人建设，由多少人分享',
  )
  expect(answerToPeople(act.targets)).toEqual({
    en: '1 of 3 targets answers to how many people come and stay: built. The others come out the same whoever comes: they are computed without numbers of people.',
    zh: '3项目标中有1项随人口去留而变：built。其余目标的计算不含人口数，来多少人结果都一样。',
  })
  // where none does, and where every one does, there is nothing to tell apart
  expect(answerToPeople(act.targets.slice(0, 1))).toBeUndefined()
  expect(answerToPeople(act.targets.slice(1, 2))).toBeUndefined()
})
