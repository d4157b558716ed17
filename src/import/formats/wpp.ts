/** CSV of the United Nations' World Population Prospects: people in thousands, of the middle of the year. */
import { fail } from '../../vocabulary/problems.js'
import { decoded } from '../decode.js'
import { type Cell, EMPTY, type OfficeFile, problemOf, type SheetsRead } from '../sheet.js'
import { checkWidths, csvSheet } from './csv.js'

/** What their columns hold; the others name variants, parents and densities. */
const COLUMNS: Readonly<Record<string, string>> = {
  Location: 'Location',
  Time: 'Time',
  AgeGrp: 'Age',
  PopMale: 'Male population (thousands)',
  PopFemale: 'Female population (thousands)',
  PopTotal: 'Population (thousands)',
  TPopulation1July: 'Population (thousands)',
  TPopulationMale1July: 'Male population (thousands)',
  TPopulationFemale1July: 'Female population (thousands)',
}

export const isWpp = (text: string) => {
  const [head] = text.split('\n', 1)
  return /\bLocID\b/.test(head) && /\bLocation\b/.test(head) && /\bTime\b/.test(head)
}

export function readWpp(source: OfficeFile): SheetsRead {
  const text = decoded(source)
  const { sheet, delimiter } = csvSheet(source, text)
  const ids = sheet.rows[0].map(({ text: heading }) => heading)
  const kept = ids.flatMap((id, index) => (Object.hasOwn(COLUMNS, id) ? [index] : []))
  if (!kept.some((index) => /population/.test(COLUMNS[ids[index]])))
    fail(
      problemOf(source, 'format-beyond', [
        'a table of World Population Prospects without people',
        'one with PopTotal, PopMale or TPopulation1July',
      ]),
    )
  const at = (id: string) => ids.indexOf(id)
  const variants = new Set(sheet.rows.slice(1).map((row) => (row[at('Variant')] ?? EMPTY).text))
  if (variants.size > 1)
    fail(
      problemOf(source, 'format-beyond', [
        `the variants ${[...variants].join(', ')}`,
        'the rows of one variant',
      ]),
    )
  checkWidths(source, sheet, ids.length)
  const rows = sheet.rows.slice(1).map((row) =>
    kept.map((index): Cell => {
      const cell = row[index] ?? EMPTY
      const code = (row[at('ISO3_code')] ?? EMPTY).text || (row[at('LocID')] ?? EMPTY).text
      return ids[index] === 'Location' ? { ...cell, code } : cell
    }),
  )
  const header = kept.map((index): Cell => ({ text: COLUMNS[ids[index]] }))
  return {
    as: { format: 'wpp', encoding: text.encoding, delimiter },
    sheets: [
      {
        ...sheet,
        rows: [header, ...rows],
        at: (row, column) => ({ ...sheet.at(row, kept[column]), field: `column ${ids[kept[column]]}` }),
        columnName: (column) => ids[kept[column]],
        headed: true,
        numbers: 'plain',
      },
    ],
  }
}
