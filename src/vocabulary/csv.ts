/** A cell of CSV; what is no value, or no number, is left empty. */
export type CsvCell = string | number | null | undefined

/** Rows as CSV text: a cell with a comma, quotation mark or line break stands in quotation marks. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `${rows.map((row) => row.map(cellText).join(',')).join('\n')}\n`
}

function cellText(value: CsvCell): string {
  const text = value === null || value === undefined || Number.isNaN(value) ? '' : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
