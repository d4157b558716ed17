/** Files that are kept beside a run, and the list that holds them to their hashes. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepFile, readKept } from '../../src/store/kept-files.js'
import { sealed, sha256Of } from '../../src/store/manifest.js'
import { verifyRun } from '../../src/store/verify.js'
import { make, otherHeader, problemOf } from './made-run.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))
const [whole, other] = ['whole', 'other'].map((name) => join(base, name))
const NAME = 'reach.json'

beforeAll(async () => {
  await make(whole)
  await make(other, otherHeader)
  for (const folder of [whole, other]) {
    keepFile(folder, NAME, 'what would be enough\n')
    keepFile(folder, 'report.html', '<p>a report</p>\n')
  }
})

let count = 0
function changed(change: (folder: string) => void): string {
  const folder = join(base, `changed-${++count}`)
  cpSync(whole, folder, { recursive: true })
  change(folder)
  return folder
}
const read = (folder: string) => readKept(folder, NAME, 'cityward reach runs/plan')

describe('a kept file', () => {
  it('is read as it was written, and written anew with its new hash', () => {
    const folder = changed(() => undefined)
    expect(read(folder)).toBe('what would be enough\n')
    expect(verifyRun(folder).findings).toEqual([])
    keepFile(folder, NAME, 'something else\n')
    expect(read(folder)).toBe('something else\n')
    expect(verifyRun(folder).findings).toEqual([])
  })

  it('is none where a run keeps none', async () => {
    const folder = join(base, 'sweep')
    await make(folder)
    expect(read(folder)).toBeUndefined()
    expect(verifyRun(folder).findings).toEqual([])
  })

  it.each<[string, (folder: string) => void, string, string, string]>([
    [
      'changed',
      (folder) => writeFileSync(join(folder, NAME), 'x'),
      NAME,
      'damaged',
      'other bytes than were written',
    ],
    ['gone', (folder) => rmSync(join(folder, NAME)), NAME, 'missing', 'no such file, though the run had one'],
    [
      'without its list',
      (folder) => rmSync(join(folder, 'files.json')),
      'files.json',
      'missing',
      'a file that files.json does not list for this run',
    ],
    [
      'with the list of another run',
      (folder) => cpSync(join(other, 'files.json'), join(folder, 'files.json')),
      'files.json',
      'damaged',
      'a file that files.json does not list for this run',
    ],
  ])('that is %s is refused by readers and found by verify', async (_, change, file, is, found) => {
    const folder = changed(change)
    expect(await problemOf(() => read(folder))).toEqual({
      code: 'kept-file-damaged',
      where: { file: join(folder, NAME) },
      found,
      expected: 'the file as it was written',
      hint: `\`cityward reach runs/plan\` writes it anew. The outcomes are not touched: \`cityward query ${folder}\` and all that reads them alone go on.`,
    })
    expect(verifyRun(folder).findings).toEqual([{ file, is }])
    keepFile(folder, NAME, 'anew\n')
    expect(read(folder)).toBe('anew\n')
  })

  it('that nobody has and whose list is damaged may have been there', async () => {
    const folder = changed((at) => {
      rmSync(join(at, NAME))
      writeFileSync(join(at, 'files.json'), '{}')
    })
    expect(await problemOf(() => read(folder))).toMatchObject({ where: { file: join(folder, 'files.json') } })
  })
})

describe('an interruption while a file is written', () => {
  const list = (folder: string, hashes: readonly string[]) => {
    const { sha256: _, ...content } = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8'))
    writeFileSync(
      join(folder, 'files.json'),
      sealed({ ...content, files: { ...content.files, [NAME]: hashes } }),
    )
  }
  const hashes = ['anew\n', 'what would be enough\n'].map(sha256Of)

  it.each(['what would be enough\n', 'anew\n'])(
    'leaves it listed, before and after its name changed: %j',
    (text) => {
      const folder = changed((at) => {
        list(at, hashes)
        writeFileSync(join(at, NAME), text)
      })
      expect(read(folder)).toBe(text)
      expect(verifyRun(folder).findings).toEqual([])
    },
  )

  it('leaves any other content unlisted', async () => {
    const folder = changed((at) => {
      list(at, hashes)
      writeFileSync(join(at, NAME), 'a third')
    })
    expect(await problemOf(() => read(folder))).toMatchObject({ code: 'kept-file-damaged' })
  })
})
