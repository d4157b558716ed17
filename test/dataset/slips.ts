/** Slips in a data folder, at random: odd cells, lines and files lost, doubled or garbled. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { TINY } from './tiny-folder.js'

const FILES = readdirSync(TINY)
const ODD_CELLS = [
  '',
  '-1',
  '1e999',
  'NaN',
  '0x10',
  '"',
  '""',
  'T',
  'C',
  '２',
  '1,5',
  '\t',
  '__proto__',
  '- [',
  '2020.5',
  '\u0000',
  '9'.repeat(400),
]

const mutation = fc.record({
  file: fc.constantFrom(...FILES),
  kind: fc.constantFrom(
    'delete cell',
    'garble cell',
    'delete line',
    'double line',
    'cut',
    'delete file',
    'bytes',
  ),
  line: fc.nat(40),
  cell: fc.nat(110),
  text: fc.oneof(fc.constantFrom(...ODD_CELLS), fc.string({ unit: 'binary', maxLength: 12 })),
})

/** One slip, done to a file of the folder. */
export function mutate(
  folder: string,
  { file, kind, line, cell, text }: typeof mutation extends fc.Arbitrary<infer M> ? M : never,
) {
  const path = join(folder, file)
  if (kind === 'delete file') return rmSync(path, { force: true })
  if (kind === 'bytes') return writeFileSync(path, Buffer.from(text, 'utf16le'))
  let lines: string[]
  try {
    lines = readFileSync(path, 'utf8').split('\n')
  } catch {
    return
  }
  const at = line % lines.length
  if (kind === 'delete line') lines.splice(at, 1)
  else if (kind === 'double line') lines.splice(at, 0, lines[at])
  else if (kind === 'cut') lines[at] = lines[at].slice(0, cell)
  else {
    const cells = lines[at].split(',')
    if (kind === 'delete cell') cells.splice(cell % cells.length, 1)
    else cells[cell % cells.length] = text
    lines[at] = cells.join(',')
  }
  return writeFileSync(path, lines.join('\n'))
}

export const slips = fc.array(mutation, { minLength: 1, maxLength: 4 })
