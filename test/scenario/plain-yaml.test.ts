import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainContent } from '../../src/scenario/read/plain-yaml.js'
import { fullContent } from './full-content.js'

const scenarios = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))

describe('the content of a scenario', () => {
  it.each([
    ...scenarios.map((name) => `scenarios/${name}`),
    'fixtures/cases/tiny.yaml',
    'fixtures/template-scenario.yaml',
  ])('%s is read alike by both parsers', (file) => {
    const text = readFileSync(file, 'utf8')
    expect(plainContent(text)).toBeDefined()
    expect(plainContent(text)).toEqual(fullContent(text))
  })

  it.each([
    'null: 1',
    '? a\n: 1',
    'a: &b 1\nc: *b',
    'a: !!str 1',
    'a: 1\n---\nb: 2',
    'a: 1\na: 2',
    '[a]: 1',
    'a: [1, 2',
    '- a',
    '__proto__: 1',
    'a:\t1',
    '',
  ])('%j is left to the parser with places', (text) => {
    expect(plainContent(text)).toBeUndefined()
  })

  it('is the same wherever the fast parser takes a text that was changed anywhere', () => {
    const text = [
      'a: 1\nb:\n  c: { x: 1, y: [1, 2, three] }\n  d: >-\n    some text\n    more text',
      '  e: "quoted # text"\nlist:\n  - id: one\n    v: 0.5\n  - id: two\n    v: { 2021: 1, 2023: 2 }',
      "f: 'single ''q'''\n# comment\ng: plain text over\n  two lines\n",
    ].join('\n')
    const pieces = fc.constantFrom(
      ...[' ', '\n', ':', ': ', '- ', '{', '}', '[', ']', ',', '#', ' #', "'", '"', '|', '>-', '~', 'null'],
      ...[
        'true',
        '0x1F',
        '0o17',
        '1e3',
        '.5',
        '1_000',
        '.inf',
        '-.inf',
        '+5',
        '012',
        '1.',
        '2021-01-01',
        '<<: ',
      ],
      ...[
        '? ',
        '&a',
        '*a',
        '!',
        '@',
        '`',
        '%',
        '\\',
        '\n\n',
        '\n  ',
        '\n- ',
        ' |\n',
        '---',
        '...',
        '"":',
        'no',
      ],
    )
    const change = fc.tuple(fc.nat(text.length), fc.nat(3), pieces)
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = changes.reduce(
          (so, [at, gone, piece]) => so.slice(0, at) + piece + so.slice(at + gone),
          text,
        )
        const plain = plainContent(changed)
        if (plain) expect(plain).toEqual(fullContent(changed))
      }),
      { numRuns: 3000, seed: 20211108 },
    )
  })
})
