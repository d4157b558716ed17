/** Whatever is damaged in a run folder: a command that reads it says so and ends with 3, or gives the same answer. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityward, TINY, temporary } from './cityward.js'

const base = temporary()
const at = (name: string) => join(base, name)
const [run, kept, other] = ['run', 'kept', 'other'].map(at)
const SEED = ['--draws', '60', '--quiet']

/** Commands that read the run, with the file that each writes. */
const COMMANDS: readonly { readonly words: readonly string[]; readonly file?: string }[] = [
  { words: ['query', run, 'select * from outcomes order by policy, draw', '--csv'] },
  { words: ['sensitivity', run, '--csv'] },
  { words: ['discover', run, '--target', 'urban-share', '--csv'] },
  { words: ['compare', run, other, '--json'] },
  { words: ['export', run, '--md', '--out', at('export.md')], file: at('export.md') },
  { words: ['report', run, '--out', at('page.html')], file: at('page.html') },
]

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly written?: string
}

function ask({ words, file }: (typeof COMMANDS)[number]): Outcome {
  if (file) rmSync(file, { force: true })
  const answer = cityward(...words)
  return { ...answer, ...(file && existsSync(file) && { written: readFileSync(file, 'utf8') }) }
}

let whole: Outcome[] = []
let files: string[] = []

beforeAll(() => {
  for (const [folder, seed] of [
    [run, '0'],
    [other, '9'],
  ]) {
    expect(cityward('run', TINY, ...SEED, '--seed', seed, '--out', folder).code).toBe(0)
  }
  whole = COMMANDS.map(ask)
  expect(whole.map(({ code }) => code)).toEqual(COMMANDS.map(() => 0))
  files = readdirSync(run, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'checked.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(run.length + 1))
  cpSync(run, kept, { recursive: true })
})

/** Put the folder back as it was. */
function mend(name: string): void {
  cpSync(join(kept, name), join(run, name))
}

/** Every command with the file as it is now; those that found it. */
function answersTo(name: string): number {
  let found = 0
  for (const [index, command] of COMMANDS.entries()) {
    const answer = ask(command)
    const label = `${command.words[0]} with ${name} changed`
    if (answer.code === 3) {
      found += 1
      expect(answer.err, label).toContain(basename(name))
      expect(answer.err, label).toMatch(/`cityward \w+/)
      expect(answer.written, label).toBeUndefined()
      expect(answer.out, label).toBe('')
    } else expect(answer, label).toEqual(whole[index])
  }
  const verified = cityward('verify', run)
  expect(verified.code).toBe(3)
  expect(verified.out).toContain(name)
  return found
}

/** Files by the number of commands that must find them: outcomes all, what is kept for reports just these. */
const READ_BY: Readonly<Record<string, number>> = {
  'manifest.json': 6,
  'provenance.json': 2,
  'files.json': 2,
  'split.json': 1,
  'reach.json': 2,
  'run.json': 0,
  'summary.json': 0,
  'report.html': 0,
}

describe('one bit flipped anywhere', () => {
  it('is in every file that the run has', () => {
    expect(files.filter((name) => !name.endsWith('.parquet')).sort()).toEqual(Object.keys(READ_BY).sort())
    expect(files.length).toBe(10)
  })

  it.each([0.02, 0.35, 0.61, 0.97])('at %d of its length is found by whoever reads it', (where) => {
    for (const name of files) {
      const path = join(run, name)
      const bytes = readFileSync(path)
      const offset = Math.floor(bytes.length * where)
      bytes[offset] ^= 1 << (offset % 8)
      writeFileSync(path, bytes)
      const found = answersTo(name)
      if (name in READ_BY) expect(found, name).toBe(READ_BY[name])
      // one policy's part is not read by a question about the other
      else expect(found, name).toBeGreaterThanOrEqual(4)
      mend(name)
    }
    expect(cityward('verify', run).code).toBe(0)
  })
})

describe('a file of another run', () => {
  it.each(['run.json', 'manifest.json', 'files.json', 'outcomes/part-build-00000.parquet'])(
    '%s is found by whoever reads it',
    (name) => {
      cpSync(join(other, name), join(run, name))
      const found = answersTo(name)
      expect(found).toBe(name === 'files.json' ? 2 : 6)
      mend(name)
    },
  )
})

describe('an answer', () => {
  it.each([
    ['query', run, 'select 1', '--csv', '--out', join(run, 'manifest.json')],
    ['query', run, 'select 1', '--parquet', '--out', join(run, 'outcomes/part-build-00000.parquet')],
    ['export', run, '--csv', '--out', join(run, 'provenance.json')],
    ['export', run, '--png', '--out', join(run, 'outcomes')],
    ['report', run, '--out', join(run, 'run.json')],
  ])('of %s is not written over a file of its run: %s %s', (...words) => {
    const out = words.at(-1)!
    expect(cityward(...words)).toEqual({
      code: 2,
      out: '',
      err: `${out}\n  Found a file of the run itself; expected another --out.  [file-already-there]\n`,
    })
    expect(cityward('verify', run).code).toBe(0)
  })
})

describe('resume and run', () => {
  it('mend what is damaged, each what it can, and verify names which', () => {
    for (const name of [
      'outcomes/part-build-00000.parquet',
      'summary.json',
      'provenance.json',
      'report.html',
    ])
      writeFileSync(join(run, name), 'x')
    rmSync(join(run, 'reach.json'))
    const said = cityward('verify', run).out
    expect(said).toBe(
      [
        'damaged    summary.json',
        'damaged    outcomes/part-build-00000.parquet',
        'damaged    provenance.json',
        'missing    reach.json',
        'damaged    report.html',
        `${run} was finished, but is no longer whole: 1 of 2 parts are whole. \`cityward resume ${run}\` makes what is missing. \`cityward run ${TINY} --draws 60 --seed 0 --out ${run}\` writes provenance, report, what the plan adds, how a quota could be split and what would be enough anew.\n`,
      ].join('\n'),
    )
    expect(cityward('resume', run).code).toBe(0)
    expect(cityward('run', TINY, ...SEED, '--seed', '0', '--out', run).code).toBe(0)
    expect(cityward('verify', run).code).toBe(0)
    for (const name of files.filter((one) => !/provenance|report|files/.test(one)))
      expect(readFileSync(join(run, name)), name).toEqual(readFileSync(join(kept, name)))
  })
})
