/** What to add, on the screen: of the region the worst year of every city, of one city every year. */
import type { NeedInYear, PlaceNeeds, ServiceNeeds } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import type { Page } from '../terminal/page.js'
import { type TextColumn, tableLines } from '../terminal/table.js'
import { amount, range, unitName } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import {
  basisNotes,
  isLacking,
  keepingHint,
  NEED_HEADINGS,
  needNotes,
  needTitle,
  nothingToAdd,
  startHeading,
  startWords,
} from './words.js'

export interface NeedsAnswer {
  readonly policy: Bilingual
  /** The base year. */
  readonly base: number
  readonly needs: readonly ServiceNeeds[]
  /** Whether one place was asked for. */
  readonly one: boolean
}

export function needsText({ policy, base, needs, one }: NeedsAnswer, page: Page): string {
  const { language, width, paint } = page
  const blocks = needs.map((service) => {
    const unit = unitName(service.unit, language)
    const heading = { en: `${needTitle(service).en} (${unit})`, zh: `${needTitle(service).zh}（${unit}）` }[
      language
    ]
    const lines = one ? yearLines(service, base, page) : peakLines(service, base, page)
    const hint = keepingHint(service)
    const notes = [...needNotes(service), ...(hint ? [hint] : [])].map((note) => note[language])
    return [
      ...wrap(heading, width).map((line) => paint('bold', line)),
      ...lines,
      ...notes.flatMap((note) => wrap(note, width)),
    ].join('\n')
  })
  const under = { en: `Under the policy: ${policy.en}`, zh: `政策：${policy.zh}` }[language]
  const basis = basisNotes(needs).flatMap((note) => wrap(note[language], width))
  return `${[under, ...blocks, basis.join('\n')].join('\n\n')}\n`
}

/** The worst year of each place that lacks, and the names of the others. */
function peakLines(service: ServiceNeeds, base: number, page: Page): string[] {
  const { language, width } = page
  const { places, programmes, unit, odds } = service
  const lacking = places.filter(({ peak }) => isLacking(peak))
  const { place, peak, everyYear } = NEED_HEADINGS
  const columns = [
    text(place, page),
    number(peak, page),
    ...yearColumns(page),
    number(everyYear, page),
    ...programmes.map(({ title }) => text(startHeading(title), page)),
  ]
  const rows = lacking.map(({ name, peak: worst, everyYear: all }: PlaceNeeds) => [
    name[language],
    String(worst!.year),
    ...yearCells(worst!, unit, language),
    amount(all, unit, language),
    ...worst!.startBy.map((year) => startWords(year, base)[language]),
  ])
  const enough = nothingToAdd(
    places.filter(({ peak }) => !isLacking(peak)).map(({ name }) => name),
    odds,
    language,
  )
  return [
    ...(rows.length > 0 ? tableLines(columns, rows, width) : []),
    ...(enough ? wrap(enough, width) : []),
  ]
}

/** Every year of one place. */
function yearLines(service: ServiceNeeds, base: number, page: Page): string[] {
  const { language, width } = page
  const { programmes, unit } = service
  return service.places.flatMap(({ name, years }) => {
    const columns = [
      number(NEED_HEADINGS.year, page),
      ...yearColumns(page),
      ...programmes.map(({ title }) => text(startHeading(title), page)),
    ]
    const rows = years.map((one) => [
      String(one.year),
      ...yearCells(one, unit, language),
      ...one.startBy.map((year) => (isLacking(one) ? startWords(year, base)[language] : '-')),
    ])
    return [name[language], ...tableLines(columns, rows, width)]
  })
}

function yearColumns(page: Page): TextColumn[] {
  const { need, capacity, gap, gapRange, toAdd } = NEED_HEADINGS
  return [need, capacity, gap, gapRange, toAdd].map((heading) => number(heading, page))
}

function yearCells({ need, capacity, gap, toAdd }: NeedInYear, unit: string, language: Language): string[] {
  return [
    amount(need, unit, language),
    amount(capacity, unit, language),
    amount(gap.median, unit, language),
    range(gap.range80, unit, language),
    amount(toAdd, unit, language),
  ]
}

const number = (heading: Bilingual, { language }: Page): TextColumn => ({
  heading: heading[language],
  align: 'right',
})
const text = (heading: Bilingual, { language }: Page): TextColumn => ({
  heading: heading[language],
  align: 'left',
  atLeast: 8,
})
