/** What may stand in the place of a scenario, of what it extends, or of a file of draws: every word of every answer. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerTo, replaced, TINY, withCases } from './tiny-scenario.js'

type Make = (path: string) => void
const pipe: Make = (path) => execFileSync('mkfifo', [path])
const device: Make = (path) => symlinkSync('/dev/zero', path)
const loop: Make = (path) => symlinkSync(path, path)
const folder: Make = (path) => mkdirSync(path)
const large: Make = (path) => writeFileSync(path, '#'.repeat(1_000_001))
const gbk: Make = (path) => writeFileSync(path, Buffer.from([...Buffer.from('title: x\nzh: '), 0xb9, 0xe3]))
const zeroes: Make = (path) => writeFileSync(path, Buffer.alloc(64))

const EXPECTED = 'expected a scenario file (YAML)'
const HINT = 'The path is taken from the folder of this file.'

const FILES: [title: string, make: Make | undefined, answer: string][] = [
  ['nothing', undefined, `odd\n  Found no file of this name; ${EXPECTED}.  [file-missing]`],
  [
    'a folder',
    folder,
    `odd\n  Found a folder; ${EXPECTED}.\n  Name the scenario file in it.  [file-is-folder]`,
  ],
  ['a pipe that no one writes to', pipe, `odd\n  Found a pipe or a device; ${EXPECTED}.  [file-is-device]`],
  ['a device without end', device, `odd\n  Found a pipe or a device; ${EXPECTED}.  [file-is-device]`],
  [
    'a link to itself',
    loop,
    `odd\n  Found a file that cannot be read (ELOOP); ${EXPECTED}.  [file-unreadable]`,
  ],
  [
    'a file too large',
    large,
    `odd\n  Found a file of 1000001 bytes (at most 1000000 are read); ${EXPECTED}.  [file-too-large]`,
  ],
  [
    'a file of too many lines',
    (file) => writeFileSync(file, '|\n'.repeat(200_000)),
    `odd\n  Found a file of 200001 lines (at most 200000 are read); ${EXPECTED}.  [file-too-large]`,
  ],
  [
    'text saved in GBK',
    gbk,
    `odd:2\n  Found bytes that are no text in UTF-8; ${EXPECTED}.\n  Save the file as UTF-8.  [file-not-text]`,
  ],
  [
    'zero bytes',
    zeroes,
    `odd:1\n  Found bytes that are no text in UTF-8; ${EXPECTED}.\n  Save the file as UTF-8.  [file-not-text]`,
  ],
]

describe.skipIf(process.platform === 'win32')('in the place of a scenario', () => {
  it.each(FILES)('answers %s', (_, make, answer) => {
    withCases((cases) => {
      make?.(join(cases, 'odd'))
      expect(answerTo(cases, 'odd')).toBe(answer)
    })
  })

  it('reads a file with a byte order mark', () => {
    withCases((cases) => {
      writeFileSync(join(cases, 'odd'), `\uFEFF${TINY}`)
      expect(answerTo(cases, 'odd')).toBe('a plan of 2 policies')
    })
  })
})

const ODD: [title: string, make: Make, found: string][] = [
  ['a folder', folder, 'a folder'],
  ['a pipe that no one writes to', pipe, 'a pipe or a device'],
  ['a device without end', device, 'a pipe or a device'],
  ['a link to itself', loop, 'a file that cannot be read (ELOOP)'],
  ['bytes that are no text', zeroes, 'bytes that are no text in UTF-8'],
]

describe.skipIf(process.platform === 'win32')('in the place of what a scenario names', () => {
  it.each(ODD.slice(0, -1))('answers %s that it extends', (_, make, found) => {
    withCases((cases) => {
      make(join(cases, 'odd'))
      writeFileSync(join(cases, 'tiny.yaml'), 'extends: odd')
      expect(answerTo(cases, 'tiny.yaml')).toBe(
        `tiny.yaml:1:10  extends\n  Found ${found} at odd; expected a scenario file to extend.\n  ${HINT}  [base-unreadable]`,
      )
    })
  })

  it.each(ODD)('answers %s with draws', (_, make, found) => {
    withCases((cases) => {
      make(join(cases, 'odd'))
      const from = '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }'
      const to = '{ kind: empirical, file: odd, column: pace }'
      writeFileSync(join(cases, 'tiny.yaml'), replaced(TINY, from, to))
      expect(answerTo(cases, 'tiny.yaml')).toBe(
        `tiny.yaml:10:44  uncertainties.pace.distribution.file\n  Found ${found} at odd; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
      )
    })
  })

  it.each([
    [
      'bytes',
      `x\n${'1\n'.repeat(25_000_000)}`,
      'a file of 50000002 bytes (at most 50000000 are read) at odd',
    ],
    ['rows', `x\n${'1\n'.repeat(1_000_001)}`, 'more than 1000000 rows in odd'],
  ])('answers draws of too many %s', (_, text, found) => {
    withCases((cases) => {
      writeFileSync(join(cases, 'odd'), text)
      const from = '{ kind: triangular, low: 0.5, mode: 1, high: 1.5 }'
      const to = '{ kind: empirical, file: odd, column: x }'
      writeFileSync(join(cases, 'tiny.yaml'), replaced(TINY, from, to))
      expect(answerTo(cases, 'tiny.yaml')).toBe(
        `tiny.yaml:10:44  uncertainties.pace.distribution.file\n  Found ${found}; expected a CSV file beside the scenario, with a column of numbers.  [draws-unreadable]`,
      )
    })
  })
})
