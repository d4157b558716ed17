/** Slips that leave a file readable: a value of another size, a year spelt otherwise, a row twice, a city under another's name. */

/** Text of the files of a case, by path from a folder that holds `cases` and `tiny`. */
export type Files = ReadonlyMap<string, string>

/** One file with one slip in it. */
export interface Slip {
  /** Where it is: `population.csv: ages`, `tiny.yaml: threshold`. */
  readonly field: string
  readonly file: string
  readonly text: string
}
/** `row`: all ages of a row are of another size, as in another unit. */
export type SlipKind = 'value' | 'row' | 'year' | 'doubled' | 'renamed'

const FACTORS = [10, 100, 1000, 0.1, 0.01, 0.001]
/** Cells that are numbers and name something. */
const NAMES = /^(year|baseline_year|opens|column|row)$/
/** A number as a value of YAML: not within a name, and no year. */
const NUMBER = /(?<![\w."'-])-?\d+(?:\.\d+)?(?![\w."'])/g
const YEAR = /^20\d\d$/

/** Every slip of a kind that can be made in the files. */
export function slipsIn(files: Files, kind: SlipKind): Slip[] {
  return [...files].flatMap(([file, text]) => {
    const found = file.endsWith('.csv') ? inTable(file, text, kind) : inYaml(file, text, kind)
    return found.filter((slip) => slip.text !== text)
  })
}

const AGE = /^\d+\+?$/
/** All ages, which stand in the header as numbers, are one field. */
const fieldOf = (file: string, column: string) =>
  `${file.split('/').at(-1)}: ${AGE.test(column) ? 'ages' : column}`

function inTable(file: string, text: string, kind: SlipKind): Slip[] {
  const [header, ...rows] = text.trimEnd().split('\n')
  const columns = header.split(',')
  const written = (changed: readonly string[]) => `${[header, ...changed].join('\n')}\n`
  if (kind === 'doubled')
    return rows.map((row, at) => {
      const to = at % 2 === 0 ? at : rows.length
      return { field: fieldOf(file, 'row'), file, text: written(rows.toSpliced(to, 0, row)) }
    })
  return rows.flatMap((row, at) => {
    // the texts of some titles hold commas within quotes; none of their rows is changed
    if (row.includes('"')) return []
    const cells = row.split(',')
    if (kind === 'row')
      return rowsOfAnotherSize(columns, cells).map((changed) => ({
        field: fieldOf(file, '0'),
        file,
        text: written(rows.with(at, changed)),
      }))
    return columns.flatMap((column, place) =>
      spelt(column, cells[place], kind).map((cell) => {
        const changed = cells.with(place, cell).join(',')
        return { field: fieldOf(file, column), file, text: written(rows.with(at, changed)) }
      }),
    )
  })
}

function rowsOfAnotherSize(columns: readonly string[], cells: readonly string[]): string[] {
  if (!columns.some((column) => AGE.test(column))) return []
  return FACTORS.map((factor) =>
    cells.map((cell, place) => (AGE.test(columns[place]) ? scaled(cell, factor) : cell)).join(','),
  )
}

/** What a slip writes into a cell. */
function spelt(column: string, cell: string, kind: SlipKind): string[] {
  if (kind === 'year') return /year$/.test(column) && cell ? [`${cell}.0`] : []
  if (kind === 'renamed') {
    const swapped = { A: 'B', B: 'A', Alpha: 'Beta', Beta: 'Alpha', 甲: '乙', 乙: '甲' }[cell]
    return swapped ? [swapped] : []
  }
  if (NAMES.test(column) || cell === '' || !Number.isFinite(Number(cell)) || Number(cell) === 0) return []
  return FACTORS.map((factor) => scaled(cell, factor))
}

function inYaml(file: string, text: string, kind: SlipKind): Slip[] {
  const lines = text.split('\n')
  const slip = (at: number, field: string, line: string) => ({
    field: fieldOf(file, field),
    file,
    text: lines.with(at, line).join('\n'),
  })
  return lines.flatMap((line, at) => {
    if (line.startsWith('#') || line.trim() === '') return []
    if (kind === 'doubled')
      return /^\s*(?:- )?[\w{]/.test(line) && !/:\s*$/.test(line)
        ? [slip(at, 'line', `${line}\n${line}`)]
        : []
    if (kind === 'renamed' || kind === 'row') return []
    return [...line.matchAll(NUMBER)].flatMap(({ 0: number, index }) => {
      const [before, after] = [line.slice(0, index), line.slice(index + number.length)]
      const key = [...before.matchAll(/([a-z]\w*):/gi)].at(-1)?.[1] ?? 'item'
      if (YEAR.test(number)) {
        if (kind !== 'year') return []
        return [slip(at, 'year', `${before}${number}.0${after}`)]
      }
      // the seed and the draws of a run are nobody's measurement
      if (kind !== 'value' || Number(number) === 0 || /^(seed|draws)$/.test(key)) return []
      return FACTORS.map((factor) => slip(at, key, before + scaled(number, factor) + after))
    })
  })
}

/** Written as the first was, without the dust of binary fractions. */
const scaled = (number: string, factor: number) => String(Number((Number(number) * factor).toPrecision(12)))
