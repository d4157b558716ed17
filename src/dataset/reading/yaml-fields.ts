/** The fields of a YAML mapping, each read as what it should be and reported with its line where it is not. */

import { isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar, type YAMLMap } from 'yaml'
import { type Bilingual, LONGEST_TITLE } from '../../vocabulary/bilingual.js'
import { inBothLanguages } from '../../vocabulary/fallback-words.js'
import type { ProblemCode } from '../../vocabulary/problem-codes.js'
import { type Findings, listed, offerNearest, quoted } from './findings.js'

export class YamlFields {
  private readonly map: YAMLMap<Node, Node | null> | undefined

  /** `path` is the dotted path of the mapping, empty for the whole file. */
  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly findings: Findings,
    private readonly node: unknown,
    private readonly path: string,
    known: readonly string[],
  ) {
    if (!isMap(node)) {
      this.complain(node, path, 'type-wrong', described(node), `the fields ${listed(known)}`)
      return
    }
    this.map = node as YAMLMap<Node, Node | null>
    for (const { key } of this.map.items) {
      const name = isScalar(key) ? String(key.value) : described(key)
      if (known.includes(name)) continue
      const hint = offerNearest(name, known)
      this.complain(key, this.pathOf(name), 'field-unknown', `the field ${quoted(name)}`, listed(known), hint)
    }
  }

  child(key: string, known: readonly string[]): YamlFields | undefined {
    const node = this.get(key)
    if (node === undefined) return undefined
    return new YamlFields(this.file, this.lines, this.findings, node, this.pathOf(key), known)
  }

  /** A text; a number is taken as it is written, so that the code 01 keeps its zero. `empty` may be left out. */
  text(key: string, empty?: string): string | undefined {
    if (empty !== undefined && (this.map?.get(key) ?? null) === null) return empty
    const scalar = this.scalar(key, 'a text')
    if (!scalar) return undefined
    const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '')
    if (text.trim() !== '' && scalar.value !== null) return text
    return this.refuse(key, 'type-wrong', 'nothing', 'a text')
  }

  /** A title: a text in either language, or a map of one or both. */
  title(key: string): Bilingual | undefined {
    const title = this.titleOfAnyLength(key)
    const length = title ? Math.max(title.en.length, title.zh.length) : 0
    if (length <= LONGEST_TITLE) return title
    return this.refuse(
      key,
      'too-long',
      `a text of ${length} characters`,
      `a text of at most ${LONGEST_TITLE} characters`,
    )
  }

  private titleOfAnyLength(key: string): Bilingual | undefined {
    if (isScalar(this.map?.get(key, true))) {
      const text = this.text(key)
      return text === undefined ? undefined : inBothLanguages(text)
    }
    const title = this.child(key, ['en', 'zh'])
    if (!title) return undefined
    // one of the two may be left out; where both are, the English one is asked for
    const en = title.has('en') || !title.has('zh') ? title.text('en') : undefined
    const zh = title.has('zh') ? title.text('zh') : undefined
    return en || zh ? inBothLanguages({ en, zh }) : undefined
  }

  has(key: string): boolean {
    return this.map?.has(key) ?? false
  }

  number(key: string, low: number, high: number, expected: string): number | undefined {
    const scalar = this.scalar(key, expected)
    if (!scalar) return undefined
    const { value } = scalar
    if (typeof value === 'number' && value >= low && value <= high) return value
    return this.refuse(key, 'type-wrong', described(scalar), expected)
  }

  oneOf<T extends string | number | boolean>(key: string, choices: readonly T[]): T | undefined {
    const expected = `${choices.length > 2 ? 'one of ' : ''}${choices.join(choices.length > 2 ? ', ' : ' or ')}`
    const scalar = this.scalar(key, expected)
    if (!scalar) return undefined
    const index = choices.indexOf(scalar.value as T)
    if (index >= 0) return choices[index]
    const hint = offerNearest(String(scalar.value), choices.map(String))
    const code = key === 'quality' ? 'quality-unknown' : 'type-wrong'
    return this.refuse(key, code, described(scalar), expected, hint)
  }

  /** Whether a field is a list of these words, in any order. */
  isList(key: string, words: readonly string[]): boolean {
    const node = this.map?.get(key, true)
    if (!isSeq(node)) return false
    const found = node.items.map((item) => (isScalar(item) ? String(item.value) : ''))
    return [...found].sort().join() === [...words].sort().join()
  }

  report(key: string, code: ProblemCode, found: string, expected: string, hint?: string): void {
    const node = this.map?.get(key, true) ?? this.node
    this.complain(node, this.pathOf(key), code, found, expected, hint)
  }

  private refuse(key: string, code: ProblemCode, found: string, expected: string, hint?: string): undefined {
    this.report(key, code, found, expected, hint)
    return undefined
  }

  private scalar(key: string, expected: string): Scalar | undefined {
    const node = this.get(key)
    if (node === undefined || isScalar(node)) return node
    return this.refuse(key, 'type-wrong', described(node), expected)
  }

  /** The value of a key; a key that is absent is reported. */
  private get(key: string): Node | undefined {
    if (!this.map) return undefined
    const node = this.map.get(key, true) as Node | null | undefined
    if (node) return node
    return this.refuse(key, 'field-missing', 'no such field', `the field "${key}"`)
  }

  private pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`
  }

  private complain(
    node: unknown,
    field: string,
    code: ProblemCode,
    found: string,
    expected: string,
    hint?: string,
  ): void {
    const start = (node as Node | undefined)?.range?.[0] ?? 0
    const { line, col } = this.lines.linePos(start)
    const where = {
      file: this.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      field: field || undefined,
    }
    this.findings.report({ code, where, found, expected, hint })
  }
}

function described(node: unknown): string {
  if (isMap(node)) return 'a mapping'
  if (isScalar(node)) return node.value === null ? 'nothing' : quoted(String(node.source ?? node.value))
  return isSeq(node) ? 'a list' : 'nothing that can be read'
}
