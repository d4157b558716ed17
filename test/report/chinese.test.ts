/** Every English sentence of a problem and of the help has its Chinese, with all that stands in its slots. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CATALOGUES, inChinese, SPEECH_IN_CHINESE } from '../../src/report/chinese/chinese.js'
import { PROBLEM_CODES } from '../../src/vocabulary/problem-codes.js'
import { problemIn, warningIn } from '../../src/vocabulary/problems.js'
import { catalogue, Translator } from '../../src/vocabulary/sentences.js'

const textsOf = (folder: string, form: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => form.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

const WHERE = 'add it beside its like in src/report/chinese/'
/** What no sentence is: numbers, signs, names, options. */
const isPlain = (text: string) => !/[A-Za-z]{2,} /.test(text) && !/^[a-z]+$/.test(text)

describe('a catalogue', () => {
  const patterns = CATALOGUES.flatMap((texts) => Object.entries(texts))

  it('has every pattern once, and words between any two slots', () => {
    const names = patterns.map(([pattern]) => pattern)
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([])
    expect(names.filter((name) => /\}\{/.test(name))).toEqual([])
  })

  it('has the same slots in both languages', () => {
    const slots = (text: string) => (text.match(/\{[*&#]?\w+\}/g) ?? []).sort().join()
    const unequal = patterns.filter(
      ([pattern, text]) => new Set(slots(pattern).split(',')).size !== new Set(slots(text).split(',')).size,
    )
    expect(unequal).toEqual([])
  })
})

describe('a translator', () => {
  const { translate } = {
    translate: (text: string) =>
      new Translator(
        [
          catalogue({
            'no {*what} "{name}"': '没有{*what}“{name}”',
            policy: '政策方案',
            'one of {&names}': '{&names}之一',
            '{#count} draw(s)': '{#count}次抽样',
            'a {#count} and more': '{#count}以上',
          }),
        ],
        { comma: '、', and: '和', or: '或', more: (items, count) => `${items}等，另有${count}` },
      ).translate(text),
  }

  it.each([
    ['no policy "plna"', '没有政策方案“plna”'],
    // what a user wrote goes through, also where it looks like words of ours
    ['no policy "one of policy"', '没有政策方案“one of policy”'],
    ['no programme "x"', '没有programme“x”'],
    ['one of a, b and c', 'a、b和c之一'],
    ['one of a, policy and 3 more', 'a、policy等，另有3之一'],
    ['1 draw', '1次抽样'],
    ['2,000 draws', '2,000次抽样'],
    ['some more draws', undefined],
    ['no policy ""', undefined],
  ])('says %j as %j', (text, said) => expect(translate(text)).toBe(said))
})

describe('a problem in Chinese', () => {
  it('has its place, what was found and expected, the slip, and its code', () => {
    const problem = {
      code: 'indicator-unknown',
      where: { file: 'mine.yaml', line: 31, column: 13, field: 'targets.beds.indicator' },
      found: 'the indicator "beds_shrot"',
      expected: 'a name under `indicators:`',
      hint: 'Did you mean beds_short?',
    } as const
    expect(problemIn(SPEECH_IN_CHINESE.wording, problem)).toBe(
      'mine.yaml:31:13  targets.beds.indicator\n  发现：指标“beds_shrot”；应为：`indicators:` 下的名称。\n  是否想写 beds_short？  [indicator-unknown]',
    )
    expect(warningIn(SPEECH_IN_CHINESE.wording, problem)).toMatch(/ {2}\[indicator-unknown，警告\]$/)
  })

  it('says every word that docs/problem-codes.md has of a code', () => {
    const docs = readFileSync('docs/problem-codes.md', 'utf8')
    const codes = Object.values(PROBLEM_CODES).flat()
    const missing = codes.flatMap((code) => {
      const example = docs.split('\n').find((line) => line.startsWith(`| \`${code}\` |`)) ?? ''
      const [, found, expected] = /Found (.+); expected (.+)\. \|$/.exec(example) ?? []
      return [found, expected].filter(
        (text) => text !== undefined && !isPlain(text) && inChinese(text) === undefined,
      )
    })
    expect(missing, WHERE).toEqual([])
  })

  it('says every text of a problem that stands in the code', () => {
    const missing = textsOf('src', /\.tsx?$/)
      .filter(({ name }) => !/^(report\/chinese|explorer\/page|cli)/.test(name))
      .flatMap(({ name, text }) => literalsIn(text).map((literal) => ({ name, literal })))
      .filter(({ literal }) => !isPlain(literal) && inChinese(literal) === undefined)
      .map(({ name, literal }) => `${name}: ${literal}`)
    expect(missing, WHERE).toEqual([])
  })
})

/** Texts of `found`, `expected` and `hint` in source, with a letter for what varies. */
function literalsIn(source: string): string[] {
  const text =
    /\b(?:found|expected|hint)(?::| =)\s+(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
  return (
    [...source.replaceAll("'outcome' in fault", '').matchAll(text)]
      .map(([, single, double, template]) => single ?? double ?? template)
      // what is put together of parts that are no sentences of their own is met where it is whole, in the tests of its code
      .filter(
        (literal) =>
          !/\$\{[^}]*(?:[`?'{]|$)/.test(literal) &&
          !/[\w)}]\$\{|^\$\{[^}]*\} (?:\$|of \$|at \$|\()/.test(literal),
      )
      .map((literal) => literal.replaceAll(/\$\{[^}]*\}/g, 'X').replaceAll(/\\(['"`])/g, '$1'))
  )
}
