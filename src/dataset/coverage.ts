/** Which rows a table has had, so that a row given twice or not at all is found. */
import type { Reader } from './cells.js'
import { listed } from './findings.js'
import type { Row } from './records.js'

export class Coverage {
  private readonly lines = new Map<string, number>()

  /** `columns` are those that together name a row; the first is where a second row is reported. */
  constructor(
    private readonly reader: Reader,
    private readonly columns: readonly string[],
  ) {}

  /** True for the first row of a key; a second is reported. */
  claim(row: Row, key: readonly (string | number)[]): boolean {
    const name = key.join(', ')
    const first = this.lines.get(name)
    if (first === undefined) {
      this.lines.set(name, row.line)
      return true
    }
    const found = `a second row for ${name.replaceAll(/(, )+$/g, '')}; the first is on line ${first}`
    this.reader.report(row, this.columns[0], 'duplicate-row', found, `one row for each ${this.axes()}`)
    return false
  }

  /** Report the keys that no row has had, all in one. */
  expect(keys: readonly (readonly (string | number)[])[]): void {
    const missing = keys.map((key) => key.join(', ')).filter((key) => !this.lines.has(key))
    if (missing.length === 0) return
    const shown = missing.length > 3 ? `${missing.slice(0, 3).join('; ')}` : missing.join('; ')
    const others = missing.length > 3 ? `, nor for ${missing.length - 3} more` : ''
    this.reader.findings.report({
      code: 'missing-rows',
      where: { file: this.reader.table.file },
      found: `no row for ${shown}${others}`,
      expected: `one for each ${this.axes()}`,
    })
  }

  private axes(): string {
    return listed(this.columns)
  }
}
