/** Whatever is done to a scenario file, the fast parser takes it as the parser with places does, or leaves it to that one. */
import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainContent } from '../../src/scenario/read/plain-yaml.js'
import { fullContent } from './full-content.js'

const FILES = ['scenarios', 'scenarios/variants', 'fixtures/cases', 'fixtures']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(file, 'utf8'))

/** What means something to YAML, where it stands by accident. */
const PIECES = [
  ...[' ', '  ', '    ', '\n', '\n\n', '\n  ', '\n- ', '\n#', '\n # x\n', '\u00a0', '\u3000'],
  ...[
    ':',
    ': ',
    ' : ',
    'a: ',
    '- ',
    '- - ',
    '-\n',
    '? ',
    '<<: ',
    ',',
    '，',
    '：',
    '#',
    ' #',
    '"',
    "'",
    '"":',
    "'a' ",
  ],
  ...[
    '{',
    '}',
    '{}',
    '[',
    ']',
    '[]',
    '|',
    '>-',
    '>',
    ' |\n',
    '|+\n',
    '|2\n',
    ': >-\n',
    '---',
    '...',
    '%',
    '@',
    '`',
  ],
  ...[
    '&a',
    '*a',
    '!',
    '\\',
    '~',
    '=',
    'null',
    'true',
    'no',
    '0x1F',
    '1_000',
    '.5',
    '+5',
    '1e3',
    '012',
    '.inf',
  ],
]

/** A part of a file, which may begin and end anywhere, most often at a line. */
const part = fc
  .record({
    file: fc.constantFrom(...FILES),
    from: fc.nat(60_000),
    length: fc.integer({ min: 20, max: 600 }),
    atLine: fc.boolean(),
    outdented: fc.boolean(),
  })
  .map(({ file, from, length, atLine, outdented }) => {
    const at = from % file.length
    const start = atLine ? file.lastIndexOf('\n', at) + 1 : at
    const text = file.slice(start, start + length)
    const indent = /^ */.exec(text)![0]
    return outdented
      ? text
          .split('\n')
          .map((line) => line.replace(indent, ''))
          .join('\n')
      : text
  })

/** Some signs are taken out, a piece is put in, or a whole line is lost; most often beside a sign of YAML's own. */
const slip = fc.record({
  at: fc.nat(600),
  beside: fc.constantFrom(true, true, true, false),
  gone: fc.constantFrom(0, 0, 0, 1, 2),
  piece: fc.constantFrom('', '', ...PIECES),
  line: fc.constantFrom(false, false, false, true),
})

type Slip = typeof slip extends fc.Arbitrary<infer S> ? S : never

function slipped(text: string, { at, beside, gone, piece, line }: Slip): string {
  const signs = beside ? [...text.matchAll(/(?=[[\]{},:#'"\n-])|(?<=[[\]{},:#'"\n-])/g)] : []
  const from = signs.length > 0 ? signs[at % signs.length].index : at
  const end = line ? text.indexOf('\n', from) + 1 : 0
  return text.slice(0, from) + piece + text.slice(end || from + gone)
}

it('a part of a scenario with slips in it is one thing to both parsers', () => {
  let taken = 0
  fc.assert(
    fc.property(part, fc.array(slip, { maxLength: 3 }), (text, slips) => {
      const changed = slips.reduce(slipped, text)
      const plain = plainContent(changed)
      if (plain === undefined) return
      taken++
      expect(isDeepStrictEqual(plain, fullContent(changed)), changed).toBe(true)
    }),
    { numRuns: 40_000, seed: 19521208 },
  )
  // one in ten is still a map of fields that the plain parser takes: 4,160 with the scenarios there are
  expect(taken).toBeGreaterThan(4000)
})
