/**
 * Texts of the Human Mortality Database and the Human Fertility Database: a title, a line that is blank or has a date,
 * names of columns, and figures between blanks.
 *
 * The layout is that of the databases' explanatory notes: `110+` and `55+` are open, `12-` is 12 and under, a point
 * stands for no figure; people of `1959-` are those before a change of territory on 1 January, of `1959+` those after it.
 */
import { fail } from '../../vocabulary/problems.js'
import { decoded } from '../decode.js'
import { type Cell, type OfficeFile, problemOf, type Sheet, type SheetsRead, tooManyCells } from '../sheet.js'
import { checkWidths, sheetOf } from './csv.js'

/** Names of the columns: of one country, or of several by their codes. */
const HEAD = /^ *(?:(?:PopName|Code) +)?(?:Year|Cohort) +(?:Age|ARDY) +\S/

/** A kind of file: what its title says behind the country, and what its columns hold. */
interface Kind {
  readonly title: RegExp
  readonly columns: ReadonlyMap<string, string>
}

const kind = (title: RegExp, columns: Readonly<Record<string, string>>): Kind => ({
  title,
  columns: new Map(Object.entries(columns)),
})
const bySex = (what: string) => ({
  Female: `Female ${what}`,
  Male: `Male ${what}`,
  Total: `Both sexes ${what}`,
})
const DEATHS = 'deaths per person-year'
const KINDS: readonly Kind[] = [
  kind(/,? *Death rates \(period/i, bySex(DEATHS)),
  kind(/,? *Life tables \(period[^)]*\), *Females?$/i, { mx: `Female ${DEATHS}` }),
  kind(/,? *Life tables \(period[^)]*\), *Males?$/i, { mx: `Male ${DEATHS}` }),
  kind(/,? *Population size/i, bySex('population on 1 January (persons)')),
  kind(/,? *Period fertility rates by calendar year and age/i, { ASFR: 'Births per woman-year' }),
]
const READ =
  'period death rates, life tables of women or of men, population size, or period fertility rates by year and age'

/** The line of the names of columns, from 0; -1 in any other text. */
function headLine(text: string): number {
  const lines = text.split('\n', 8)
  return lines.findIndex((line) => HEAD.test(line))
}

export const isHumanDatabase = (text: string) => headLine(text) >= 0

const textsOf = (row: readonly string[]): Cell[] => row.map((text) => ({ text }))

export function readHumanDatabase(source: OfficeFile): SheetsRead {
  const { text, encoding } = decoded(source)
  const lines = text.split('\n')
  const head = Math.max(0, headLine(text))
  // of births the columns say enough where somebody took the title off
  const title = head === 0 ? '' : lines[0].split(/,?\s*Last modified/i)[0].trim()
  const names = lines[head].trim().split(/ +/)
  const found = kindOf(source, title, names)
  const body = lines.flatMap((line, at) => (at > head && line.trim() !== '' ? [at] : []))
  const tooMany = tooManyCells(source, body.length * names.length)
  if (tooMany) fail(tooMany)
  const table = sheetOf(
    source,
    [names, ...body.map((at) => lines[at].trim().split(/\s+/))].map(textsOf),
    [head, ...body].map((at) => at + 1),
  )
  checkWidths(source, table, names.length)
  return {
    as: { format: 'hmd', encoding },
    sheets: [
      { ...placed(table, found, title), about: title === '' ? [] : [title], headed: true, numbers: 'plain' },
    ],
  }
}

/** The kind that a title names, whose columns are there. Throws CitywardError for any other. */
function kindOf(source: OfficeFile, title: string, names: readonly string[]): Kind {
  const found = KINDS.find((one) => (title === '' ? one.columns.has('ASFR') : one.title.test(title)))
  const isRead = found && ['Year', 'Age'].every((name) => names.includes(name))
  if (isRead && names.some((name) => found.columns.has(name))) return found
  const what = title === '' ? 'a table without its title' : `"${title.slice(0, 80)}"`
  const texts = [`${what} by ${names.slice(0, 5).join(', ')}`, READ] as const
  return fail(problemOf(source, 'format-beyond', texts, { line: 1 }))
}

/** The sheet with the country in the first column, and of the others those that are read. */
function placed(table: Sheet, { title: form, columns }: Kind, title: string): Sheet {
  const names = table.rows[0].map(({ text }) => text)
  const code = names.findIndex((name) => name === 'PopName' || name === 'Code')
  const [year, age] = [names.indexOf('Year'), names.indexOf('Age')]
  const figures = names.flatMap((name, at) => (columns.has(name) ? [at] : []))
  const country = title.slice(0, Math.max(0, title.search(form)))
  const placeOf = (row: readonly Cell[]) => (code < 0 ? country : row[code].text)
  const rows = withoutBefore(table.rows, (row) => [placeOf(row), row[year].text])
  const headings = figures.map((at) => columns.get(names[at])!)
  const sourceOf = (column: number) => (column === 0 ? code : [year, age, ...figures][column - 1])
  const columnName = (column: number) => names[sourceOf(column)] ?? 'Country'
  return {
    ...table,
    rows: [
      textsOf([code < 0 ? 'Country' : 'Code', 'Year', 'Age', ...headings]),
      ...rows.slice(1).map((at): Cell[] => {
        const row = table.rows[at]
        const [ofYear, ofAge] = [
          row[year].text.replace(AFTER, '$1'),
          row[age].text.replace(UNDER, '$1 and under'),
        ]
        return [...textsOf([placeOf(row), ofYear, ofAge]), ...figures.map((column) => row[column])]
      }),
    ],
    // the country of a file of one stands in its title
    at: (row, column) => ({
      file: table.at(0, 0).file,
      line: sourceOf(column) < 0 ? 1 : table.at(rows[row], 0).line,
      field: `column ${columnName(column)}`,
    }),
    columnName,
  }
}

const AFTER = /^(\d{4})\+$/
const UNDER = /^(\d+)-$/

/** Numbers of the rows without those of people before a change of territory where those after it follow. */
function withoutBefore(
  rows: Sheet['rows'],
  said: (row: readonly Cell[]) => [place: string, year: string],
): number[] {
  const keys = rows.map((row, at) => (at === 0 ? ['', ''] : said(row)))
  const after = new Set(keys.map(([place, year]) => `${place} ${year.replace(AFTER, '$1')}`))
  return keys.flatMap(([place, year], at) => {
    const isBefore = /^\d{4}-$/.test(year) && after.has(`${place} ${year.slice(0, 4)}`)
    return isBefore ? [] : [at]
  })
}
