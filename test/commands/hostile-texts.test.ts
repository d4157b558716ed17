/** A scenario whose texts hold what a terminal obeys, what a spreadsheet computes and what XML forbids, in every form. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { splitRecords } from '../../src/dataset/reading/records.js'
import { replaced, TINY as TEXT } from '../scenario/tiny-scenario.js'
import { cityward, temporary } from './cityward.js'

const folder = temporary()
const file = join(folder, 'hostile.yaml')
const run = join(folder, 'run')
/** Red letters, a new title of the window, C1, a direction, a bell; as YAML writes them. */
const HOSTILE = '\\e[31mred\\e]0;owned\\a\\x9b2J\\u202egnorw\\0'
/** What no form may hold. */
const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const isClean = (text: string) => !STEERING.test(text.replaceAll(/[\n\t]/g, ''))

beforeAll(() => {
  const english = 'title: { en: Build, zh: 建设 }'
  let text = replaced(TEXT, 'data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  text = replaced(text, english, `title: { en: "Build ${HOSTILE}", zh: "建设${HOSTILE}" }`)
  text = replaced(
    text,
    '{ en: Two tiny cities, zh: 两座小城 }',
    `{ en: "=1+1 ${HOSTILE}", zh: "=1+1 ${HOSTILE}" }`,
  )
  text = replaced(
    text,
    '{ en: Urban share, zh: 城镇化率 }',
    `{ en: "=cmd() ${HOSTILE}", zh: "@x${HOSTILE}" }`,
  )
  text = replaced(text, 'because: Made for tests.', `because: "${HOSTILE}"`)
  writeFileSync(file, text)
  expect(cityward('run', file, '--out', run, '--draws', '100').code).toBe(0)
})

it.each([
  ['run', file, '--draws', '100', '--out', run],
  ['run', file, '--draws', '100', '--out', run, '--lang', 'zh'],
  ['run', file, '--draws', '100', '--out', run, '--csv'],
  ['run', file, '--draws', '100', '--out', run, '--json'],
  ['run', file, '--draws', '100', '--out', run, '--markdown'],
  ['check', file],
  ['explain', file],
  ['explain', file, 'urban_share'],
  ['explain', file, 'pace', '--json'],
  ['reach', file, '--draws', '20', '--budget', '0', '--quiet'],
  ['reach', file, '--draws', '20', '--budget', '0', '--quiet', '--csv'],
  ['diff', file, 'fixtures/cases/tiny.yaml', '--draws', '20', '--quiet'],
  ['diff', file, 'fixtures/cases/tiny.yaml', '--draws', '20', '--quiet', '--csv'],
  ['compare', run, run],
  ['sensitivity', run],
  ['sensitivity', run, '--csv'],
  ['discover', run, '--target', 'places-short'],
  ['query', run, "select chr(27) || '[31m' as x, '\u009b' as y"],
  ['query', run, "select chr(27) || '[31m' as x, '\u009b' as y", '--csv'],
  ['query', run, "select chr(27) || '[31m' as x, '\u009b' as y", '--json'],
  ['verify', `${run}\u001b[31m`],
  ['run', `${file}\u001b]0;x\u0007`],
  ['explain', file, '\u009b2J'],
  [`--\u001b[31m`],
])('cityward %s prints nothing that a terminal obeys', (...args) => {
  const { out, err } = cityward(...args)
  expect(out + err).not.toBe('')
  expect(isClean(out)).toBe(true)
  expect(isClean(err)).toBe(true)
})

describe('an export', () => {
  it.each(['--csv', '--md', '--xlsx', '--png'])('%s is made and clean', (form) => {
    const at = join(folder, `export${form}`)
    const chart = form === '--png' ? ['--chart', 'fan'] : []
    const { code, out, err } = cityward('export', run, form, ...chart, '--out', at)
    expect(err).toBe('')
    expect(code).toBe(0)
    for (const name of out.trim().split('\n')) {
      const bytes = readFileSync(name)
      if (form === '--csv' || form === '--md') expect(isClean(bytes.toString('utf8'))).toBe(true)
      else expect(bytes.length).toBeGreaterThan(1000)
    }
  })

  it('of CSV keeps a title from being a formula, and reads it back', () => {
    const { out } = cityward('run', file, '--draws', '100', '--out', run, '--csv')
    expect(out).toContain(",'=cmd() ?[31mred?]0;owned??2J?gnorw?,'@x")
    const [heading, first] = splitRecords(out).rows
    expect(first.cells[heading.cells.indexOf('title_en')]).toBe('=cmd() ?[31mred?]0;owned??2J?gnorw?')
  })
})

it('has a page without them', () => {
  expect(isClean(readFileSync(join(run, 'report.html'), 'utf8'))).toBe(true)
  expect(readdirSync(run)).toContain('report.html')
})
