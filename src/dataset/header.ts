/** data.yaml: the title of a data folder, its region, base year and age groups. */
import { join } from 'node:path'
import { LineCounter, type Node, parseDocument, type Scalar, type YAMLParseError } from 'yaml'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Problem } from '../vocabulary/problems.js'
import { QUALITIES } from '../vocabulary/quality.js'
import type { FitChoices, Provenance, Source } from './dataset.js'
import { unknownSources } from './reading/cells.js'
import { type Findings, offerNearest, quoted } from './reading/findings.js'
import { type Folder, fileText } from './reading/folder.js'
import { YamlFields } from './reading/yaml-fields.js'
import { keysTwice, PARSING } from './reading/yaml-keys.js'
import { tooDeep } from './reading/yaml-nesting.js'

export interface Header {
  readonly title: Bilingual
  /** Code of the region. */
  readonly region: string
  readonly baseYear: number
  readonly ageWidth: number
  readonly statuses: boolean
  /** Whether people stand in the tables as villagers and townspeople, without registration. */
  readonly ruralUrban: boolean
  /** Whether the tables hold women only. */
  readonly womenOnly: boolean
  readonly yearEndFactor: number
  readonly yearEndProvenance: Provenance
  readonly fit: FitChoices | undefined
}

const FIELDS = ['title', 'region', 'base_year', 'age_width', 'statuses', 'sexes', 'year_end', 'fit']
/** Statuses of a folder without registration, as data.yaml and population.csv name them. */
export const RURAL_URBAN = ['rural', 'urban'] as const
const FACTOR = 'a factor near 1; 1 if the people are those of 31 December'

/** The header; undefined where the file is absent or cannot be read, which is reported. */
export function readHeader(
  folder: Folder,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): Header | undefined {
  const text = fileText(folder, 'data.yaml', findings)
  if (text === undefined) return undefined
  const file = join(folder.path, 'data.yaml')
  const deep = tooDeep(text)
  if (deep) {
    findings.report({ ...deep.problem, where: { file, ...deep.place } })
    return undefined
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { ...PARSING, lineCounter: lines })
  const [error] = document.errors
  const [twice] = keysTwice(document)
  if (error || twice) {
    findings.report(error ? brokenYaml(file, error, lines) : keyTwice(file, twice, lines))
    return undefined
  }
  return readFields(new YamlFields(file, lines, findings, document.contents, '', FIELDS), sources)
}

function keyTwice(file: string, key: Node, lines: LineCounter): Problem {
  const { line, col: column } = lines.linePos(key.range?.[0] ?? 0)
  const found = `the field ${quoted(String((key as Scalar).value))} a second time`
  return { code: 'field-twice', where: { file, line, column }, found, expected: 'each field once' }
}

function brokenYaml(file: string, error: YAMLParseError, lines: LineCounter): Problem {
  const { line, col } = lines.linePos(error.pos[0])
  return {
    code: 'yaml-broken',
    where: { file, line, column: col },
    found: 'a text that is not YAML',
    expected: 'YAML 1.2',
    hint: `${error.message.split(/ at line|:?\n/)[0].replace(/\.$/, '')}.`,
  }
}

/** The header, whatever else is wrong and reported, if the fields are right without which no table can be read. */
function readFields(
  fields: YamlFields,
  sources: ReadonlyMap<string, Source> | undefined,
): Header | undefined {
  const title = fields.title('title')
  const region = fields.text('region')
  const baseYear = fields.number('base_year', 1800, 2200, 'a year, such as 2020')
  const ageWidth = fields.oneOf('age_width', [1, 5])
  const ruralUrban = fields.isList('statuses', RURAL_URBAN)
  const statuses = ruralUrban || fields.oneOf('statuses', [true, false])
  const sexes = fields.text('sexes', 'both')
  if (sexes !== undefined && sexes !== 'both' && sexes !== 'female') {
    fields.report('sexes', 'type-wrong', quoted(sexes), 'both or female')
  }
  const yearEnd = fields.child('year_end', ['factor', 'source', 'quality', 'note'])
  const factor = yearEnd?.number('factor', 0.5, 2, FACTOR)
  const provenance = {
    unit: 'ratio',
    source: (yearEnd && sourceOf(yearEnd, sources)) ?? '',
    quality: yearEnd?.oneOf('quality', QUALITIES) ?? 'judgement',
    note: yearEnd?.text('note', '') ?? '',
  } as const
  if (region === undefined || baseYear === undefined || ageWidth === undefined || statuses === undefined) {
    return undefined
  }
  return {
    title: title ?? { en: '', zh: '' },
    region,
    baseYear,
    ageWidth,
    statuses,
    ruralUrban,
    womenOnly: sexes === 'female',
    yearEndFactor: factor ?? 1,
    yearEndProvenance: provenance,
    fit: fields.has('fit') ? fitOf(fields) : undefined,
  }
}

/** Undefined where a field is missing or wrong, which is reported. */
function fitOf(fields: YamlFields): FitChoices | undefined {
  const fit = fields.child('fit', ['arrivals', 'reclassification', 'schedules'])
  const arrivals = fit?.oneOf('arrivals', ['place', 'region'])
  const reclassification = fit?.oneOf('reclassification', ['place', 'region'])
  const schedules = fit?.oneOf('schedules', ['straight', 'smooth'])
  return arrivals && reclassification && schedules ? { arrivals, reclassification, schedules } : undefined
}

function sourceOf(yearEnd: YamlFields, sources: ReadonlyMap<string, Source> | undefined): string | undefined {
  const source = yearEnd.text('source')
  if (source === undefined || !sources) return source
  for (const id of unknownSources(source, sources)) {
    const hint = offerNearest(id, sources.keys())
    yearEnd.report('source', 'source-unknown', quoted(id), 'an id of sources.csv', hint)
  }
  return source
}
