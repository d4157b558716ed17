/** Columns of numbers of any Parquet file, such as a table of draws that another program wrote. */
import { readFileSync } from 'node:fs'
import { parquetMetadata, parquetRead, parquetSchema } from 'hyparquet'
import { fail } from '../vocabulary/problems.js'

/** Every column by its name, in row order; NaN for what is no number. Throws CitywardError where it cannot be read. */
export async function readParquetTable(file: string): Promise<Map<string, number[]>> {
  try {
    const bytes = readFileSync(file)
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const metadata = parquetMetadata(buffer)
    const names = parquetSchema(metadata).children.map(({ element }) => element.name)
    const rows = Number(metadata.num_rows)
    const columns = new Map(names.map((name) => [name, new Array<number>(rows).fill(Number.NaN)]))
    await parquetRead({
      file: buffer,
      metadata,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = columns.get(columnName)!
        for (let row = 0; row < columnData.length; row++) {
          const value = columnData[row]
          column[rowStart + row] = typeof value === 'bigint' ? Number(value) : numberOf(value)
        }
      },
    })
    return columns
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const found = missing ? 'no such file' : 'a file that is no Parquet, or is packed in a way not known here'
    return fail({ code: 'table-unreadable', where: { file }, found, expected: 'a Parquet file of numbers' })
  }
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}
