/** data.yaml: the title of a data folder, its region, base year and age groups. */
import { join } from 'node:path'
import type { Document } from 'yaml'
import { LineCounter, parseDocument } from 'yaml'
import { nearest } from '../vocabulary/nearest.js'
import type { Bilingual } from '../vocabulary/quality.js'
import { QUALITIES } from '../vocabulary/quality.js'
import { unknownSources } from './cells.js'
import type { Provenance, Source } from './dataset.js'
import { didYouMean, type Findings, quoted } from './findings.js'
import { type Folder, textOf } from './folder.js'
import { YamlFields } from './yaml-fields.js'

export interface Header {
  readonly title: Bilingual
  /** Code of the region. */
  readonly region: string
  readonly baseYear: number
  readonly ageWidth: number
  readonly statuses: boolean
  readonly yearEndFactor: number
  readonly yearEndProvenance: Provenance
}

/** The header; undefined where the file is absent or a field is wrong, which is then reported. */
export function readHeader(
  folder: Folder,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): Header | undefined {
  const text = textOf(folder, 'data.yaml', findings)
  if (text === undefined) return undefined
  const file = join(folder.path, 'data.yaml')
  const lines = new LineCounter()
  const document = parsed(text, lines)
  if (document === undefined || document.errors.length > 0) {
    const error = document?.errors[0]
    const at = error ? lines.linePos(error.pos[0]) : { line: 1, col: 1 }
    findings.report({
      code: 'bad-yaml',
      where: { file, line: at.line, column: at.col },
      found: error ? error.message.split(/ at line|:?\n/)[0].replace(/\.$/, '') : 'a text nested too deeply',
      expected: 'YAML',
    })
    return undefined
  }
  const known = ['title', 'region', 'base_year', 'age_width', 'statuses', 'year_end']
  const fields = new YamlFields(file, lines, findings, document.contents, '', known)
  const title = fields.child('title', ['en', 'zh'])
  const yearEnd = fields.child('year_end', ['factor', 'source', 'quality', 'note'])
  const header = {
    title: { en: title?.text('en'), zh: title?.text('zh') },
    region: fields.text('region'),
    baseYear: fields.number('base_year', 1800, 2200, 'a year, such as 2020'),
    ageWidth: fields.oneOf('age_width', [1, 5]),
    statuses: fields.oneOf('statuses', [true, false]),
    yearEndFactor: yearEnd?.number(
      'factor',
      0.5,
      2,
      'a factor near 1; 1 if the people are those of 31 December',
    ),
    yearEndProvenance: yearEnd && {
      unit: 'ratio',
      source: sourceOf(yearEnd, sources),
      quality: yearEnd.oneOf('quality', QUALITIES),
      note: yearEnd.text('note', ''),
    },
  }
  return isWhole(header) ? header : undefined
}

function parsed(text: string, lines: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter: lines })
  } catch {
    return undefined
  }
}

function sourceOf(yearEnd: YamlFields, sources: ReadonlyMap<string, Source> | undefined): string | undefined {
  const source = yearEnd.text('source')
  if (source === undefined || !sources) return source
  for (const id of unknownSources(source, sources)) {
    const hint = didYouMean(nearest(id, sources.keys()))
    yearEnd.report('source', 'unknown-source', quoted(id), 'an id of sources.csv', hint)
  }
  return source
}

/** Whether no field is undefined, however deep. */
function isWhole(value: unknown): value is Header {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isWhole)
  return value !== undefined
}
