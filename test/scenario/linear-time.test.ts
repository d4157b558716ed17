/** Twice the text is twice the work, whatever the text: counted by the engine itself, not timed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadScenario } from '../../src/scenario/load.js'
import { MOOT_YAML, RARE_YAML } from '../../src/scenario/read/plain-yaml.js'
import { blocksRunBy, endsWithin } from '../setup/counted-work.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const many = (text: string) => (length: number) => text.repeat(length / text.length)
/** A text between two others, as often as a length has room for. */
const within =
  (before: string, text: string, behind = '') =>
  (length: number) =>
    before + many(text)(length) + behind
const numbered = (before: string, line: (name: string) => string) => (length: number) =>
  before + Array.from({ length: length / 12 }, (_, at) => line(`k${String(at).padStart(6, '0')}`)).join('')

/** Texts of a length that is nearly all one thing. */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'comment lines': within('title: x\n', '# a\n'),
  'empty comments': within('title: x\n', '#\n'),
  'comments in a list': within('a: [\n', '# x\n', ']'),
  'open braces': within('title: ', '{'),
  'open braces and a colon': within('title: x ', '{a', ':'),
  'maps in maps': within('a: ', '{a: '),
  'open brackets': within('title: ', '['),
  'closing brackets': within('a: ', ']'),
  'closing brackets and blanks': within('a: [', '] '),
  'brackets that are closed': (length) => `a: ${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  'blanks behind a value': within('title: x', ' ', '\nyears: 2'),
  'blanks between words': within('title: x', ' ', 'y\nyears: 2'),
  'blanks before a comment': within('title: x', ' ', '#\nyears: 2'),
  'words far apart': within('title: ', `x${' '.repeat(40)}`),
  'spaces of other kinds': within('a: ', '\ufeff'),
  'empty lines': within('title: x', '\n', 'years: 2'),
  'lines of blanks in quotation marks': within('title: "x', '\n  ', '"\n'),
  'lines of blanks in a text': within('title: x', '\n  ', 'y\n'),
  'lines of blanks in a block': within('title: >\n', ' \n'),
  'lines of carriage returns': within('a: 1', '\r\n'),
  fields: numbered('', (name) => `${name}: 1\n`),
  'fields behind a tab': numbered('\t\n', (name) => `${name}: 1\n`),
  'fields behind an anchor': numbered('z: &a 1\n', (name) => `${name}: 1\n`),
  'fields in brackets': numbered('title: {', (name) => `${name}: 1, `),
  'one field again and again': many('a: 1\n'),
  items: within('a:\n', '- 1\n'),
  'lists in lists': within('a:\n', '- '),
  'names in two lines': many('? '),
  colons: within('a', ': '),
  commas: within('a: [', ',', ']'),
  'quotation marks': within('a: ', '"'),
  apostrophes: within('a: ', "'"),
  'an open apostrophe': within("a: '", 'x\n'),
  'an open quotation mark': within('a: "', 'x\n'),
  anchors: numbered('', (name) => `- &${name} 1\n`),
  aliases: within('a: &a 1\nb: [', '*a, ', ']'),
  'aliases of nothing': within('b: [', '*q, ', ']'),
  tags: within('b: [', '!q a, ', ']'),
  documents: many('---\n'),
  directives: many('%a\n'),
  'escapes that are none': within('a: "', '\\q', '"'),
  'lines of a text': within('a: x\n', ' x\n'),
  'no fields': many('x\n'),
  'a formula of brackets': within('indicators:\n  a:\n    of: ', '('),
}
const LENGTH = 10_000
/** Blocks that a reading may take whatever the text: what is loaded late, and the answer. */
const WHATEVER_THE_TEXT = 50_000

it.each(Object.entries(TEXTS))('reads %s in work that grows as the text does', (_, textOf) => {
  const file = join(folder, 'scenario.yaml')
  const work = [LENGTH, LENGTH, 2 * LENGTH].map((length) => {
    writeFileSync(file, textOf(length))
    return blocksRunBy(() => loadScenario(file))
  })
  // the first reading also makes what is kept for all later ones
  const [, once, twice] = work
  expect(twice).toBeLessThan(2.3 * once + WHATEVER_THE_TEXT)
})

it.each(Object.entries(TEXTS))(
  'looks for what is rare in %s with no more steps back than characters',
  (_, textOf) => {
    const text = textOf(LENGTH)
    expect(endsWithin(10 * text.length, RARE_YAML, text)).toBe(true)
    expect(endsWithin(10 * text.length, MOOT_YAML, text)).toBe(true)
  },
)

it('counts what it says: a pattern that looks again at every line from each is seen to do so', () => {
  const slow = /^#.*\n(?:#.*\n|\n)*[ ]/m
  expect(endsWithin(10 * LENGTH, slow, many('#\n')(LENGTH))).toBe(false)
  const pairs = (length: number) =>
    blocksRunBy(() => {
      const all = Array.from({ length }, (_, at) => at)
      return all.filter((one) => all.some((other) => other === one + length))
    })
  expect(pairs(2000) / pairs(1000)).toBeGreaterThan(3.9)
})
