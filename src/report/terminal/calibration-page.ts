/** A calibration for the terminal: levels beside their priors, what is left over, and where towns grew from. */
import type { Account, AgeAccount, Growth } from '../../calibration/account.js'
import type { LevelRange, LevelResult } from '../../calibration/results.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { KIND_TITLES, LEVEL_TITLES, PAGE_WORDS } from '../words/calibration.js'
import { count } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import { type TextColumn, tableLines } from './table.js'

export interface CalibrationPage {
  readonly title: Bilingual
  readonly from: number
  readonly to: number
  readonly fingerprint: string
  readonly cities: readonly { readonly name: Bilingual }[]
  readonly levels: readonly LevelResult[]
  readonly account: Account
  readonly settled: boolean
}

const left = (heading: string): TextColumn => ({ heading, align: 'left' })
const right = (heading: string): TextColumn => ({ heading, align: 'right' })

export function calibrationText(page: CalibrationPage, language: Language, width: number): string {
  const say = (words: Bilingual) => words[language]
  const { title, from, to, fingerprint, settled } = page
  const head = {
    en: `${title.en} ${from}-${to}, calibration ${fingerprint}`,
    zh: `${title.zh}${from}—${to}年，校准 ${fingerprint}`,
  }[language]
  const unsettled = { en: 'The fit did not settle.', zh: '拟合未收敛。' }[language]
  const parts = [
    [head, ...(settled ? [] : [unsettled])],
    [say(PAGE_WORDS.levels), ...levelLines(page, language, width)],
    [say(PAGE_WORDS.cities), ...cityLines(page, language, width)],
    [say(PAGE_WORDS.ages), ...ageLines(page.account.ages, language, width)],
    [say(PAGE_WORDS.growth), ...growthLines(page, language, width)],
    doubtLines(page, language, width),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function levelLines({ levels, cities }: CalibrationPage, language: Language, width: number): string[] {
  const columns = [
    left(PAGE_WORDS.level[language]),
    left(PAGE_WORDS.place[language]),
    right(PAGE_WORDS.prior[language]),
    right(PAGE_WORDS.fitted[language]),
    left(PAGE_WORDS.moved[language]),
  ]
  const rows = levels.map(({ name, city, prior, fitted, movedBy }) => [
    LEVEL_TITLES[name][language],
    city < 0 ? PAGE_WORDS.region[language] : cities[city].name[language],
    rangeText(prior),
    rangeText(fitted),
    movedBy ? KIND_TITLES[movedBy][language] : '-',
  ])
  return tableLines(columns, rows, width)
}

const rangeText = ({ low, median, high }: LevelRange) =>
  `${digits(median)} (${digits(low)}${low < 0 ? ' .. ' : '-'}${digits(high)})`
const digits = (value: number) => String(Number(value.toPrecision(3)))

function cityLines({ account, cities }: CalibrationPage, language: Language, width: number): string[] {
  const headings = [PAGE_WORDS.people, PAGE_WORDS.gapPercent, PAGE_WORDS.urban, PAGE_WORDS.gapPoints]
  const rows = account.cities.map(({ city, people, urbanShare }) => [
    cities[city].name[language],
    count(Math.round(people.counted)),
    signed(100 * (people.lived / people.counted - 1)),
    (100 * urbanShare.counted).toFixed(2),
    signed(100 * (urbanShare.lived - urbanShare.counted)),
  ])
  return tableLines(
    [left(PAGE_WORDS.city[language]), ...headings.map((one) => right(one[language]))],
    rows,
    width,
  )
}

const signed = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(2)}`

/** Most marks of a bar; one stands for a per cent. */
const LONGEST = 20

function ageLines(ages: readonly AgeAccount[], language: Language, width: number): string[] {
  const half = ages.length / 2
  const gap = ({ people }: AgeAccount) => 100 * (people.lived / people.counted - 1)
  const rows = ages.slice(0, half).map((men, index) => {
    const women = ages[index + half]
    const group = index === half - 1 ? `${men.from}+` : `${men.from}-${men.from + 4}`
    return [group, signed(gap(men)), bar(gap(men)), signed(gap(women)), bar(gap(women))]
  })
  const columns = [
    left(PAGE_WORDS.age[language]),
    right(PAGE_WORDS.male[language]),
    left(''),
    right(PAGE_WORDS.female[language]),
    left(''),
  ]
  return tableLines(columns, rows, width)
}

/** `---|` or `|+++`, a mark a per cent. */
function bar(gap: number): string {
  const marks = Math.min(LONGEST, Math.round(Math.abs(gap)))
  const below = gap < 0 ? marks : 0
  return `${' '.repeat(LONGEST - below)}${'-'.repeat(below)}|${'+'.repeat(marks - below)}`
}

function growthLines({ account, cities }: CalibrationPage, language: Language, width: number): string[] {
  const parts = ['counted', 'missed', 'natural', 'moves', 'reclassified', 'lived'] as const
  const headings = [
    PAGE_WORDS.before,
    PAGE_WORDS.missed,
    PAGE_WORDS.natural,
    PAGE_WORDS.moves,
    PAGE_WORDS.reclassified,
    PAGE_WORDS.after,
  ]
  const thousands = (growth: Growth) => parts.map((part) => count(Math.round(growth[part] / 1000)))
  const all = Object.fromEntries(
    parts.map((part) => [part, account.cities.reduce((sum, { growth }) => sum + growth[part], 0)]),
  ) as unknown as Growth
  const rows = [
    [PAGE_WORDS.region[language], ...thousands(all)],
    ...account.cities.map(({ city, growth }) => [cities[city].name[language], ...thousands(growth)]),
  ]
  return tableLines(
    [left(PAGE_WORDS.city[language]), ...headings.map((one) => right(one[language]))],
    rows,
    width,
  )
}

function doubtLines({ account, cities }: CalibrationPage, language: Language, width: number): string[] {
  const doubted = account.scalars.filter((scalar) => scalar.doubted)
  if (doubted.length === 0) return wrap(PAGE_WORDS.sound[language], width)
  const list = doubted.map(
    ({ kind, city, scalar }) =>
      `${cities[city].name[language]}, ${KIND_TITLES[kind][language]}: ${scalar.toFixed(2)}`,
  )
  return [...wrap(PAGE_WORDS.doubted[language], width), ...list.map((line) => `  ${line}`)]
}
