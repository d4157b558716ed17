/** SDMX-CSV 1.0 and 2.0: a column each dimension, codes alone or with their labels behind a colon. */
import { fail } from '../../vocabulary/problems.js'
import { decoded } from '../decode.js'
import { type Cell, EMPTY, type OfficeFile, problemOf, type SheetsRead } from '../sheet.js'
import { checkWidths, csvSheet } from './csv.js'

export const isSdmxCsv = (text: string) =>
  /^"?(?:DATAFLOW|(?:STRUCTURE["\]]?[,;\t]"?STRUCTURE_ID))\b/.test(text) &&
  /OBS_VALUE/.test(text.split('\n', 1)[0])

export function readSdmxCsv(source: OfficeFile, delimiter?: string): SheetsRead {
  const text = decoded(source)
  const { sheet, delimiter: separator } = csvSheet(source, text, delimiter)
  const [head, ...records] = sheet.rows
  const ids = head.map(({ text: heading }) =>
    heading
      .split(':')[0]
      .replace(/\[.*\]$/, '')
      .trim(),
  )
  const action = ids.indexOf('ACTION')
  const value = ids.indexOf('OBS_VALUE')
  checkWidths(source, sheet, ids.length)
  records.forEach((record, k) => {
    if (action >= 0 && /^D/i.test(record[action].text))
      fail(
        problemOf(source, 'format-beyond', ['rows that delete data (ACTION D)', 'rows that hold data'], {
          line: sheet.at(k + 1, 0).line!,
        }),
      )
  })
  const status = ids.indexOf('OBS_STATUS')
  const rows = records.map((record) =>
    record.map((cell, index) =>
      index === value ? cell : index === status && NORMAL.test(cell.text) ? EMPTY : coded(cell),
    ),
  )
  return {
    as: { format: 'sdmx-csv', encoding: text.encoding, delimiter: separator },
    sheets: [
      {
        ...sheet,
        rows: [ids.map((id) => ({ text: id })), ...rows],
        columnName: (column) => ids[column],
        at: (row, column) => ({ ...sheet.at(row, column), field: `column ${ids[column]}` }),
        headed: true,
        numbers: 'plain',
      },
    ],
  }
}

/** A figure like any other. */
const NORMAL = /^A(?::|$)/

/** `M: Male` is a code with its label. */
function coded({ text }: Cell): Cell {
  const [, code, label] = /^(\w[\w@$-]*): (.+)$/.exec(text) ?? []
  return code === undefined ? { text, code: text } : { text: label, code }
}
