/** The parts of a workbook, looked at before it is read: how large they unfold, and how far out their cells lie. */
import { CitywardError, fail, type Problem } from '../../vocabulary/problems.js'
import { MOST_BYTES, MOST_CELLS, type OfficeFile, problemOf } from '../sheet.js'

/** The archive again with its parts as they are, whose sizes are then known to be those declared. */
export async function checkedArchive(source: OfficeFile): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import('fflate')
  let bytes = 0
  try {
    const parts = unzipSync(source.bytes, {
      // asked with the declared size before a part is unfolded, which then gets room for that size and no more
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false
        bytes += originalSize
        if (bytes > MOST_BYTES) fail(tooLarge(source))
        return true
      },
    })
    for (const [name, part] of Object.entries(parts))
      if (/worksheets\//i.test(name)) checkExtent(source, part)
    const told = Object.entries(parts).map(([name, part]) => [
      name,
      /styles\.xml$/i.test(name) ? withOwnForms(part) : withMarks(part),
    ])
    return zipSync(Object.fromEntries(told), { level: 0 })
  } catch (error) {
    if (error instanceof CitywardError) throw error
    return fail(brokenWorkbook(source, 'an archive that is cut off or damaged'))
  }
}

const tooLarge = (source: OfficeFile): Problem =>
  problemOf(source, 'file-too-large', [
    `a workbook that unfolds to more than ${MOST_BYTES} bytes`,
    'a smaller one',
  ])

export const brokenWorkbook = (source: OfficeFile, found: string): Problem =>
  problemOf(source, 'workbook-broken', [found, 'a workbook of Excel (.xlsx)'], {
    hint: 'Open it and save it again as .xlsx, or save the sheet as "CSV UTF-8".',
  })

const MARKS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']

/** A raised digit behind a figure is the mark of a note, and has to stay one where its form is lost: 874.16¹, not 874.161. */
function withMarks(part: Uint8Array): Uint8Array {
  const bytes = Buffer.from(part)
  if (!bytes.includes('superscript')) return part
  const runs = bytes.toString('utf8').split('</r>')
  const told = runs.map((run) => {
    const from = Math.max(run.lastIndexOf('<r>'), run.lastIndexOf('<r '))
    const own = run.slice(from)
    if (from < 0 || !/<vertAlign\s[^<>]*superscript/.test(own)) return run
    return (
      run.slice(0, from) +
      own.replace(
        /(<t(?:\s[^<>]*)?>)([^<>]*)/,
        (_, tag: string, text: string) => tag + text.replaceAll(/\d/g, (digit) => MARKS[Number(digit)]),
      )
    )
  })
  return Buffer.from(told.join('</r>'), 'utf8')
}

/**
 * A form of cells that a file declares counts as declared. Numbers 50 to 99 are Excel's own in some languages: the reader
 * does not look at what they are declared to be, and takes 71 to 81 for dates, so that the year 2015 is a day of 1905.
 */
function withOwnForms(part: Uint8Array): Uint8Array {
  const text = Buffer.from(part).toString('utf8')
  const declared = new Set(
    [...text.matchAll(/<(?:\w+:)?numFmt\s[^<]*?\bnumFmtId\s*=\s*["']([5-9]\d)["']/g)].map(
      ([, number]) => number,
    ),
  )
  if (declared.size === 0) return part
  const renumbered = text.replaceAll(
    /(\bnumFmtId\s*=\s*["'])(\d\d)(?=["'])/g,
    (all, before: string, number: string) => (declared.has(number) ? `${before}10${number}` : all),
  )
  return Buffer.from(renumbered, 'utf8')
}

const ADDRESS = /\br\s*=\s*["']([A-Z]*)(\d+)["']/g

/** The extent of a sheet, from its first place to its last cell, is held to so many cells before it is read. */
function checkExtent(source: OfficeFile, part: Uint8Array): void {
  const text = Buffer.from(part).toString('latin1')
  if (/<[^<>]*\br\s*=\s*["'][^"'<>]*&/.test(text))
    fail(brokenWorkbook(source, 'a workbook that cannot be read'))
  let [rows, columns] = [0, 0]
  for (const [, letters, row] of text.matchAll(ADDRESS)) {
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnNumber(letters))
  }
  if (rows * columns <= MOST_CELLS) return
  const most = MOST_CELLS.toLocaleString('en')
  const found = `a sheet of ${rows} rows and ${columns} columns`
  const hint = 'Delete the rows and columns behind the table, and save it again.'
  fail(problemOf(source, 'file-too-large', [found, `at most ${most} cells`], { hint }))
}

const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0)
