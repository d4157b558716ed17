/** readings.csv: what else a datum of the calibration could have been; and what each draw of calibration-draws.csv says of it. */
import type { Reading, Readings } from './dataset.js'
import { Reader } from './reading/cells.js'
import { Coverage } from './reading/coverage.js'
import { fileText } from './reading/folder.js'
import { type NumberRange, numberOf, SHARE } from './reading/number-ranges.js'
import { readTable } from './reading/read-table.js'
import { type CsvRow, splitRecords } from './reading/records.js'
import type { TableContext } from './table-context.js'

const REQUIRED = [
  'reading', 'title_en', 'title_zh', 'value', 'error', 'unit', 'source', 'quality', 'note', 'because_en', 'because_zh',
] // biome-ignore format: a list of headings reads best as a paragraph
const DRAWS = 'calibration-draws.csv'
/** Column of the draws that the readings are of. */
const SHARE_OF_DRAW = 'late_share'
const ERROR: NumberRange = {
  ...SHARE,
  low: Number.MIN_VALUE,
  code: 'rate-out-of-range',
  expected: 'a standard deviation above 0, at most 1',
}

/** The readings in the order of the file, the used one first; undefined where the folder has no such table. */
export function readReadings(context: TableContext): Readings | undefined {
  const { folder, sources, findings } = context
  const table = readTable(folder, 'readings.csv', { required: REQUIRED }, findings)
  if (!table) return undefined
  const reader = new Reader(table, findings, sources)
  const coverage = new Coverage(reader, ['reading'])
  const choices = table.rows.flatMap((row): Reading[] => {
    const name = reader.required(row, 'reading', 'a name for one way to read the datum')
    const text = (column: string) => ({
      en: reader.text(row, `${column}_en`),
      zh: reader.text(row, `${column}_zh`),
    })
    const reading: Reading = {
      name,
      title: text('title'),
      value: reader.number(row, 'value', SHARE),
      error: reader.number(row, 'error', ERROR),
      because: text('because'),
      provenance: reader.provenance(row, ['share']),
    }
    return coverage.claim(row, [name]) ? [reading] : []
  })
  return { choices, columns: drawColumns(context) }
}

function numbersIn(records: readonly CsvRow[], column: number): Float64Array {
  const numbers = new Float64Array(records.length)
  for (let row = 0; row < records.length; row++) numbers[row] = numberOf(records[row].cells[column] ?? '')
  return numbers
}

/** Columns of numbers of the draws by name; none where one is not, which a scenario that draws from them is told. */
function drawColumns({ folder, findings }: TableContext): Map<string, Float64Array> {
  const text = fileText(folder, DRAWS, findings)
  const [header, ...records] = text === undefined ? [] : splitRecords(text).rows
  const columns = new Map(header?.cells.map((name, column) => [name, numbersIn(records, column)]))
  if (columns.get(SHARE_OF_DRAW)?.every(Number.isFinite)) return columns
  findings.report({
    code: 'column-missing',
    where: { file: `${folder.path}/${DRAWS}` },
    found: `no column ${SHARE_OF_DRAW} of numbers`,
    expected: 'the draws that `cityward calibrate --out` writes, which readings.csv is of',
  })
  return new Map()
}
