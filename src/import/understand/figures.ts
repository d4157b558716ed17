/** Every figure of a table with all that is said of it: by its column, its row, the part of the table, the title. */
import type { Location, Problem } from '../../vocabulary/problems.js'
import { type Cell, EMPTY, type Sheet } from '../sheet.js'
import type { AgeGroup } from './age-words.js'
import type { Column } from './columns.js'
import { isShareOfPeople, SUM_OF_PLACES } from './heading-words.js'
import type { Layout } from './layout.js'
import { type Decimal, figureOf } from './numbers.js'
import { headingParts, type Parts, plainText, type Residence, type Sex } from './parts.js'
import { downFiller, type RowSaid, rowOf } from './row-parts.js'
import { ofTitles, titleOfPart } from './titles.js'
import { type CountedUnit, contradicts, unitFor, unitInTitle, unitOf } from './unit-words.js'

/** A figure with what it is of. */
export interface OfficeFigure {
  /** Name as written, empty where the table has none. */
  readonly place: string
  readonly code: string
  /** Whether it is of all places together. */
  readonly isWhole: boolean
  readonly year: number | undefined
  readonly age: AgeGroup | 'all'
  readonly sex: Sex
  readonly residence: Residence
  /** people, urban_share; undefined where nothing names it. */
  readonly measure: string | undefined
  readonly isShare: boolean
  readonly unit: CountedUnit | undefined
  /** As printed, with a point. */
  readonly digits: string
  /** Marks of the office: b, p, e. */
  readonly flag: string
  readonly at: Location
  readonly heading: string
}

export interface Figures {
  readonly observations: readonly OfficeFigure[]
  readonly problems: readonly Problem[]
}

interface Told {
  readonly sheet: Sheet
  readonly layout: Layout
  readonly columns: readonly Column[]
  readonly decimal: Decimal
}

export function figuresOf({ sheet, layout, columns, decimal }: Told): Figures {
  const observations: OfficeFigure[] = []
  const problems: Problem[] = []
  const { units, ...title } = ofTitles(layout, sheet.at(0, 0).file)
  const figures = columns.filter(({ is }) => is === 'figure')
  const chosen = columns.filter(({ only }) => only !== undefined)
  const filled = downFiller(sheet, columns)
  let section: Parts = {}
  const body = new Set(layout.body)
  for (let row = layout.header[1] + 1; row <= layout.body.at(-1)!; row++) {
    const cells = sheet.rows[row]
    if (!body.has(row)) {
      section = sectionOf(cells) ?? section
      continue
    }
    if (chosen.some(({ index, only }) => (cells[index] ?? EMPTY).text !== only)) continue
    const said = rowOf(sheet, row, filled(cells), problems)
    for (const column of figures) {
      const cell = cells[column.index] ?? EMPTY
      const figure = figureOf(cell.text, decimal)
      if (figure === undefined) problems.push(notANumber(sheet.at(row, column.index), cell.text))
      if (figure?.digits === undefined) continue
      // what a title counts is not what stands under a heading of its own that is not known
      const isNamed = column.rest !== '' || (said.measure !== '' && said.parts.measure === undefined)
      const parts = {
        ...(isNamed ? { ...title, measure: undefined } : title),
        ...section,
        ...said.parts,
        ...column.parts,
      }
      const own = figure.isPercent ? unitOf('%') : (column.parts.unit ?? said.parts.unit)
      const unit = own ?? section.unit ?? unitInTitle(units, parts.measure)
      const isOther = column.because !== 'the mapping says so' && contradicts(parts.measure, own)
      const all = isOther ? { ...parts, measure: undefined } : parts
      observations.push({
        ...ofParts(all, timesTen(unit, said.times), isNamed || isOther),
        ...placeOf(said, column),
        digits: figure.digits,
        flag: cell.code ?? said.flag,
        at: sheet.at(row, column.index),
        heading: headingOf(said.measure, column),
      })
    }
  }
  return { observations, problems: [...problems, ...partOfTitle(layout, columns, observations)] }
}

/** A title of townspeople above a column of people: whose they are only a mapping says. */
function partOfTitle(
  { titles }: Layout,
  columns: readonly Column[],
  observations: readonly OfficeFigure[],
): Problem[] {
  const people = observations.filter(({ measure }) => measure === 'people' || measure === 'urban_share')
  if (people.length === 0 || columns.some(({ because }) => because === 'the mapping says so')) return []
  const title = titleOfPart(titles, (part) =>
    people.some((one) => one[part] !== 'all' || (part === 'residence' && one.measure === 'urban_share')),
  )
  if (title === undefined) return []
  return [
    {
      code: 'heading-unclear',
      where: people[0].at,
      found: `figures under "${people[0].heading}", below the title "${title}"`,
      expected: 'a heading that says whether they are of everyone',
      hint: 'In the mapping write `sex`, `age` or `residence` of the column; as it is, they are of everyone.',
    },
  ]
}

/** What a figure stands under: a thing that is named in its row, or its column; both where the column says more than that it holds figures. */
const headingOf = (measure: string, { heading, parts }: Column): string =>
  measure !== '' && Object.keys(parts).length === 0
    ? measure
    : [measure, heading].filter((text) => text !== '').join(' ')

/** A unit, times ten to a power that a column gives. */
const timesTen = (unit: CountedUnit | undefined, times: number): CountedUnit | undefined =>
  times === 0 || Number.isNaN(times)
    ? unit
    : { base: unit?.base ?? 'number', power: (unit?.power ?? 0) + times }

const notANumber = (where: Location, text: string): Problem => ({
  code: 'not-a-number',
  where,
  found: `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`,
  expected: 'a figure, or a mark that there is none such as : or …',
  ...(/[oOlI]/.test(text) && /\d/.test(text) ? { hint: 'Letters such as O and l stand for digits.' } : {}),
})

function ofParts(parts: Parts, unit: CountedUnit | undefined, isNamed: boolean) {
  const { age = 'all', sex = 'all', residence = 'all', year } = parts
  const isPercent = unit?.base === 'share'
  const urbanShare = residence === 'urban' && (parts.isShare || isPercent) && parts.measure === 'people'
  // a table by sex or age that names nothing is one of people
  const isOfPeople =
    parts.age !== undefined || parts.sex !== undefined || parts.residence !== undefined || parts.isTotal
  const counted = isOfPeople && !isNamed ? 'people' : undefined
  const measure = urbanShare ? 'urban_share' : (parts.measure ?? counted)
  const isShare = !isShareOfPeople(measure) && (parts.isShare === true || isPercent) && measure === 'people'
  return {
    age,
    sex,
    residence: urbanShare ? ('all' as const) : residence,
    year,
    measure,
    isShare,
    unit: isShare && !isPercent ? undefined : unitFor(measure, unit),
  }
}

function placeOf({ place, code }: RowSaid, column: Column) {
  const name = column.place ?? place.text
  const plain = plainText(name)
  return { place: name, code: column.place === undefined ? code : '', isWhole: SUM_OF_PLACES.test(plain) }
}

/** What stands alone in a row between figures: 男, or Urban; a heading of places says nothing of figures. */
function sectionOf(cells: readonly Cell[]): Parts | undefined {
  const texts = cells.filter(({ text }) => text !== '')
  if (texts.length !== 1) return undefined
  const { parts, rest } = headingParts(texts[0].text)
  return rest === '' && Object.keys(parts).length > 0 ? parts : undefined
}
