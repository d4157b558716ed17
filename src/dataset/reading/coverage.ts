/** Which rows a table has had, so that a row given twice or not at all is found. */
import type { Reader } from './cells.js'
import { listed } from './findings.js'
import type { CsvRow } from './records.js'

export class Coverage {
  private readonly lines = new Map<string, number>()
  private skipped: number

  /** `columns` are those that together name a row; the first is where a second row is reported. */
  constructor(
    private readonly reader: Reader,
    private readonly columns: readonly string[],
  ) {
    this.skipped = reader.table.skipped
  }

  /** True for the first row of a key; a second is reported. */
  claim(row: CsvRow, key: readonly (string | number)[]): boolean {
    const name = nameOf(key)
    const first = this.lines.get(name)
    if (first === undefined) {
      this.lines.set(name, row.line)
      return true
    }
    const found = `a second row for ${name}; the first is on line ${first}`
    this.reader.report(row, this.columns[0], 'row-twice', found, `one row for each ${this.axes()}`)
    return false
  }

  /** Count a row that could not be read, and is reported: its absence is not reported as well. */
  skip(rows = 1): void {
    this.skipped += rows
  }

  /** Report the keys that no row has had, all in one. */
  expect(keys: readonly (readonly (string | number)[])[]): void {
    const missing = keys.map(nameOf).filter((key) => !this.lines.has(key))
    if (missing.length <= this.skipped) return
    const shown = missing.slice(0, 3).join('; ')
    const others = missing.length > 3 ? `, nor for ${missing.length - 3} more` : ''
    this.reader.findings.report({
      code: 'rows-missing',
      where: { file: this.reader.table.file },
      found: `no row for ${shown}${others}`,
      expected: `one for each ${this.axes()}`,
    })
  }

  private axes(): string {
    return listed(this.columns)
  }
}

function nameOf(key: readonly (string | number)[]): string {
  return (key.includes('') ? key.filter((part) => part !== '') : key).join(', ')
}
