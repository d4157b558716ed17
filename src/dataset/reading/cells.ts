/** Cells read as what they should be. A cell that is not is reported, and read as undefined or NaN. */

import { type Bilingual, LONGEST_TITLE } from '../../vocabulary/bilingual.js'
import { inBothLanguages } from '../../vocabulary/fallback-words.js'
import { nearest } from '../../vocabulary/nearest.js'
import type { ProblemCode } from '../../vocabulary/problem-codes.js'
import type { Location } from '../../vocabulary/problems.js'
import { QUALITIES } from '../../vocabulary/quality.js'
import { BASE_UNITS, parseUnit, sameUnit } from '../../vocabulary/units.js'
import type { Provenance, Source } from '../dataset.js'
import { CHINESE, isScaled, numberCellHint, unitHint } from './cell-hints.js'
import { type Findings, listed, offer, offerNearest, quoted } from './findings.js'
import { type NumberRange, numberOf } from './number-ranges.js'
import type { CsvTable } from './read-table.js'
import { type CsvRow, positionOf } from './records.js'

const YEAR: NumberRange = { low: 1800, high: 2200, code: 'year-wrong', expected: 'a year, such as 2020' }

export class Reader {
  /** Each once, by its text: most rows of a table share theirs. */
  private readonly known = new Map<string, Provenance>()
  /** That of the row before, which that of a row usually is. */
  private last: Provenance | undefined

  constructor(
    readonly table: CsvTable,
    readonly findings: Findings,
    private readonly sources: ReadonlyMap<string, Source> | undefined,
  ) {}

  where(row: CsvRow, column: string): Location {
    const index = this.table.columns.get(column) ?? 0
    return { file: this.table.file, ...positionOf(row, index), field: `column ${column}` }
  }

  report(
    row: CsvRow,
    column: string,
    code: ProblemCode,
    found: string,
    expected: string,
    hint?: string,
  ): void {
    this.findings.report({ code, where: this.where(row, column), found, expected, hint })
  }

  /** The same of what may be meant. */
  warn(row: CsvRow, column: string, code: ProblemCode, found: string, expected: string, hint?: string): void {
    this.findings.warnings.report({ code, where: this.where(row, column), found, expected, hint })
  }

  has(column: string): boolean {
    return this.table.columns.has(column)
  }

  text(row: CsvRow, column: string): string {
    return row.cells[this.table.columns.get(column)!]
  }

  /** A text that may not be left empty. */
  required(row: CsvRow, column: string, expected: string): string {
    const text = this.text(row, column)
    if (text === '') this.report(row, column, 'cell-empty', 'an empty cell', expected)
    return text
  }

  /** A text in columns such as name_en and name_zh, of which one may be empty or absent. */
  bilingual(row: CsvRow, column: string, expected: string): Bilingual {
    const columns = [`${column}_en`, `${column}_zh`]
    const [en, zh] = columns.map((name) => (this.has(name) ? this.text(row, name) : ''))
    if (en === '' && zh === '') this.required(row, columns.find((name) => this.has(name))!, expected)
    columns.forEach((name, at) => {
      const { length } = [en, zh][at]
      if (length > LONGEST_TITLE)
        this.report(
          row,
          name,
          'too-long',
          `a text of ${length} characters`,
          `a text of at most ${LONGEST_TITLE} characters`,
        )
    })
    return inBothLanguages({ en, zh })
  }

  number(row: CsvRow, column: string, range: NumberRange): number {
    return this.numberAt(row, this.table.columns.get(column)!, column, range)
  }

  /** The same where the column's index is known, which is asked once for a whole table. */
  numberAt(row: CsvRow, index: number, column: string, range: NumberRange): number {
    const text = row.cells[index]
    const value = numberOf(text)
    if (value >= range.low && value <= range.high) return value
    if (Number.isNaN(value)) {
      this.report(row, column, 'not-a-number', quoted(text), 'a number', numberCellHint(text, range))
    } else {
      this.report(row, column, range.code, text, range.expected, range.slip?.(value))
    }
    return Number.NaN
  }

  /** Undefined where the cell is empty, which is allowed. */
  optionalNumber(row: CsvRow, column: string, range: NumberRange): number | undefined {
    return this.text(row, column) === '' ? undefined : this.number(row, column, range)
  }

  /** A whole year; NaN if not. */
  year(row: CsvRow): number {
    const value = this.number(row, 'year', YEAR)
    if (Number.isNaN(value) || Number.isInteger(value)) return value
    this.report(row, 'year', YEAR.code, this.text(row, 'year'), YEAR.expected)
    return Number.NaN
  }

  /** Index of the cell's text among the words allowed; -1 if it is none of them. */
  word(row: CsvRow, column: string, words: readonly string[], code: ProblemCode): number {
    const text = this.text(row, column)
    const index = words.indexOf(text)
    if (index < 0) {
      const expected = `${words.length > 1 ? 'one of ' : ''}${words.join(', ')}`
      const near = CHINESE.get(text)?.find((word) => words.includes(word)) ?? nearest(text, words)
      this.report(row, column, code, quoted(text), expected, offer(near))
    }
    return index
  }

  /** Unit, source, quality and note of a row. `units` are those that fit the table, the first the usual one. */
  provenance(row: CsvRow, units?: readonly string[]): Provenance {
    if (units !== undefined) this.checkUnit(row, units)
    this.checkSource(row, 'source')
    const quality = this.word(row, 'quality', QUALITIES, 'quality-unknown')
    const texts = [
      this.has('unit') ? this.text(row, 'unit') : '',
      this.text(row, 'source'),
      this.text(row, 'note'),
    ]
    const { last } = this
    if (last && last.quality === QUALITIES[quality] && isOf(last, texts)) return last
    const key = `${quality}\n${texts.join('\n')}`
    const before = this.known.get(key)
    this.last = before
    if (before) return before
    const [unit, source, note] = texts.map(ownText)
    const made = { unit, source, quality: QUALITIES[quality] ?? 'judgement', note } as const
    this.known.set(ownText(key), made)
    this.last = made
    return made
  }

  /** Report a unit that is not known, or not one of those that fit (none given: any that is known). */
  private checkUnit(row: CsvRow, units: readonly string[]): void {
    const text = this.text(row, 'unit')
    if (units.includes(text)) return
    const unit = text === '' ? undefined : parseUnit(text)
    if (unit === undefined) {
      const expected = 'a unit such as person, bed / person, 1 / year, share'
      const hint = offerNearest(text, BASE_UNITS) ?? unitHint(text)
      this.report(row, 'unit', 'unit-unknown', quoted(text), expected, hint)
    } else if (
      units.length > 0 &&
      (isScaled(text) || !units.some((fitting) => sameUnit(parseUnit(fitting)!, unit)))
    ) {
      const hint = isScaled(text)
        ? 'Write the numbers as shares or rates, and the unit with them.'
        : undefined
      this.report(row, 'unit', 'unit-wrong', quoted(text), units.join(' or '), hint)
    }
  }

  /** Every source named in a cell, joined by semicolons, must be in sources.csv. */
  checkSource(row: CsvRow, column: string): void {
    if (!this.sources) return
    const text = this.text(row, column)
    for (const id of unknownSources(text, this.sources)) {
      const hint = offerNearest(id, this.sources.keys()) ?? 'Add a row with this id to sources.csv.'
      this.report(row, column, 'source-unknown', quoted(id), 'an id of sources.csv', hint)
    }
  }
}

function isOf(one: Provenance, [unit, source, note]: readonly string[]): boolean {
  return one.note === note && one.source === source && one.unit === unit
}

/** The same text as one of its own, which does not hold on to the file that it was read in. */
export function ownText(text: string): string {
  return Buffer.from(text).toString()
}

export function unknownSources(text: string, sources: ReadonlyMap<string, Source>): string[] {
  if (sources.has(text)) return []
  return text
    .split(';')
    .map((id) => id.trim())
    .filter((id) => !sources.has(id))
}

/** `one of 14 city codes` or, where they are few, the codes. */
export function codesText(codes: readonly string[]): string {
  return codes.length <= 6 ? listed(codes) : `one of the ${codes.length} of places.csv`
}
