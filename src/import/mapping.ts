/** The mapping of a file: what was understood of it, kept beside the data, to be edited and to repeat the import. */
import { isMap, LineCounter, parseDocument, stringify } from 'yaml'
import { CitywardError, type Problem } from '../vocabulary/problems.js'
import { type Answers, type ColumnSaid, IMPORT_TABLES, type ImportTable } from './answers.js'
import { Fields, wrongField } from './mapping-fields.js'
import { FORMAT_NAMES, type FormatName, type ReadAs } from './sheet.js'
import { ageInColumn, ageText } from './understand/age-words.js'
import { ROLES, type Role } from './understand/heading-words.js'
import type { Decimal } from './understand/numbers.js'
import type { Parts, Residence, Sex } from './understand/parts.js'
import { unitOf, unitText } from './understand/unit-words.js'

export interface Mapping {
  /** Path of the file from the folder of the mapping. */
  readonly file: string
  readonly sha256: string
  readonly read: ReadAs
  readonly answers: Answers
  readonly source: SourceSaid
}

/** A row of sources.csv. */
export interface SourceSaid {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly url: string
}

const FORM = 1
const HEAD = ` What cityward understood of a file, and the table it makes of it.
 Edit it where it is wrong and repeat: cityward import THIS-FILE --into FOLDER  (docs/import.md)`

/** The mapping as it is written; the same for the same answers. */
export function mappingText({ file, sha256, read, answers, source }: Mapping): string {
  const { sheet, header, decimal, as, year, unit, columns, places } = answers
  const fields = {
    form: FORM,
    file,
    sha256,
    read,
    ...(sheet === undefined ? {} : { sheet }),
    ...(header === undefined ? {} : { header: header.map((row) => row + 1) }),
    ...(decimal === undefined ? {} : { decimal }),
    as,
    ...(year === undefined ? {} : { year }),
    ...(unit === undefined ? {} : { unit: unitText(unit) }),
    columns: (columns ?? []).map(columnFields),
    places: Object.fromEntries([...places].map(([name, code]) => [name, code])),
    source,
  }
  return `${HEAD.replaceAll(/^/gm, '#')}\n${stringify(fields, { lineWidth: 0, version: '1.2' })}`
}

function columnFields({ column, heading, is, parts, place, only }: ColumnSaid) {
  const { measure, unit, age, sex, residence, year, isShare, isTotal } = parts
  return {
    column,
    heading,
    is,
    ...(measure === undefined ? {} : { of: measure }),
    ...(unit === undefined ? {} : { unit: unitText(unit) }),
    ...(age === undefined ? {} : { age: age === 'all' ? 'all' : ageText(age) }),
    ...(sex === undefined ? {} : { sex }),
    ...(residence === undefined ? {} : { residence }),
    ...(year === undefined ? {} : { year }),
    ...(isShare ? { share_of_people: true } : {}),
    ...(isTotal ? { total: true } : {}),
    ...(place === undefined ? {} : { place }),
    ...(only === undefined ? {} : { only }),
  }
}

/** Whether a text is a mapping, and no file of an office. */
export const isMappingName = (file: string) => /\.import\.ya?ml$/i.test(file)

/** Reads a mapping. Throws CitywardError with every field that is wrong, at its line. */
export function readMapping(file: string, text: string): Mapping {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 0 } as Parameters<
    typeof parseDocument
  >[1])
  const problems: Problem[] = []
  const lineOf = (offset: number | undefined) =>
    offset === undefined ? {} : { line: lines.linePos(offset).line }
  for (const error of document.errors)
    problems.push({
      code: 'yaml-broken',
      where: { file, ...lineOf(error.pos[0]) },
      found: 'a text that is not YAML',
      expected: 'a mapping as `cityward import` writes it',
    })
  if (problems.length > 0 || !isMap(document.contents))
    throw new CitywardError(
      problems.length > 0
        ? problems
        : [wrongField(file, {}, 'no mapping', 'a mapping as `cityward import` writes it')],
    )
  const reader = new Fields(file, document.contents, lineOf, problems)
  const mapping = mappingOf(reader)
  if (problems.length > 0) throw new CitywardError(problems)
  return mapping
}

function mappingOf(fields: Fields): Mapping {
  const read = fields.inner('read')
  const source = fields.inner('source')
  const [first, last] = fields.numbers('header')
  fields.oneOf('form', [String(FORM)], true)
  const format = read?.oneOf('format', FORMAT_NAMES, true)
  if (read === undefined) fields.report('read', undefined, 'no read', 'read, as `cityward import` writes it')
  const optional = <Kind, Name extends string>(name: Name, value: Kind | undefined) =>
    (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Kind }
  const columns = fields.maps('columns').map(columnOf)
  return {
    file: fields.text('file', true) ?? '',
    sha256:
      fields.read(
        'sha256',
        (text) => (/^[0-9a-f]{64}$/.test(text) ? text : undefined),
        'the 64 digits of a sha-256',
      ) ?? '',
    read: {
      format: format as FormatName,
      ...optional('encoding', read?.text('encoding', false)),
      ...optional('delimiter', read && delimiterIn(read)),
    },
    answers: {
      ...optional('sheet', fields.text('sheet', false)),
      ...(first >= 1 && last >= first ? { header: [first - 1, last - 1] as const } : {}),
      ...optional('decimal', fields.oneOf<Decimal>('decimal', ['.', ','])),
      ...optional('as', fields.oneOf<ImportTable>('as', IMPORT_TABLES, true)),
      ...optional(
        'year',
        fields.read(
          'year',
          (text) => (/^(?:19|20)\d{2}$/.test(text) ? Number(text) : undefined),
          'a year, such as 2020',
        ),
      ),
      ...optional('unit', fields.read('unit', unitOf, 'a unit, such as 10000 persons')),
      ...(columns.length > 0 ? { columns } : {}),
      places: new Map(fields.inner('places')?.pairs() ?? []),
    },
    source: {
      id:
        source?.read('id', (text) => (/^\w+$/.test(text) ? text : undefined), 'letters, digits and _') ??
        'S_IMPORT',
      title: source?.text('title', false) ?? '',
      publisher: source?.text('publisher', false) ?? '',
      url: source?.text('url', false) ?? '',
    },
  }
}

/** A separator stands in quotation marks, in which a tab is written as \t. */
const delimiterIn = (read: Fields) =>
  read.read('delimiter', (text) => (text.length === 1 ? text : text === '\\t' ? '\t' : undefined), 'one sign')

function columnOf(fields: Fields): ColumnSaid {
  const age = fields.read('age', ageInColumn, 'an age or a group of ages, such as 0-14 or 65+')
  const unit = fields.read('unit', (text) => unitOf(text) ?? { base: text, power: 0 }, 'a unit')
  const measure = fields.read(
    'of',
    (text) => (/^[a-z]\w*$/.test(text) ? text : undefined),
    'a name of small letters, digits and _',
  )
  const sex = fields.oneOf<Sex>('sex', ['all', 'male', 'female'])
  const residence = fields.oneOf<Residence>('residence', ['all', 'urban', 'rural'])
  const year = fields.read(
    'year',
    (text) => (/^(?:19|20)\d{2}$/.test(text) ? Number(text) : undefined),
    'a year, such as 2020',
  )
  const [place, only] = [fields.text('place', false), fields.text('only', false)]
  const parts: Parts = {
    ...(measure === undefined ? {} : { measure }),
    ...(unit === undefined ? {} : { unit }),
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    ...(residence === undefined ? {} : { residence }),
    ...(year === undefined ? {} : { year }),
    ...(fields.text('share_of_people', false) === 'true' ? { isShare: true as const } : {}),
    ...(fields.text('total', false) === 'true' ? { isTotal: true as const } : {}),
  }
  return {
    column: fields.text('column', true) ?? '',
    heading: fields.text('heading', false) ?? '',
    is: fields.oneOf<Role>('is', ROLES, true) ?? 'ignore',
    parts,
    ...(place === undefined ? {} : { place }),
    ...(only === undefined ? {} : { only }),
  }
}
