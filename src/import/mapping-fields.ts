/** Fields of a mapping in YAML, each read as what it shall be, with the line of what is none. */
import { isMap, isScalar, type Scalar, type YAMLMap } from 'yaml'
import type { Problem } from '../vocabulary/problems.js'

/** The problem of a field that is not as it is written by `cityward import`. */
export const wrongField = (
  file: string,
  where: { line?: number },
  found: string,
  expected: string,
  field?: string,
): Problem => ({
  code: 'mapping-wrong',
  where: { file, ...where, ...(field === undefined ? {} : { field }) },
  found,
  expected,
})

/** Fields of a map, each as the kind that is wanted; what is none is reported at its line. */
export class Fields {
  constructor(
    private readonly file: string,
    private readonly map: YAMLMap,
    private readonly lineOf: (offset: number | undefined) => { line?: number },
    private readonly problems: Problem[],
    private readonly path = '',
  ) {}

  text(name: string, isNeeded: boolean): string | undefined {
    const node = this.map.get(name, true)
    if (node === undefined || (isScalar(node) && node.value === null)) {
      if (isNeeded) this.report(name, undefined, `no ${name}`, `${name}, as \`cityward import\` writes it`)
      return undefined
    }
    if (!isScalar(node)) this.report(name, undefined, 'a list or a map', 'one word')
    return isScalar(node) ? (node.source ?? String(node.value)) : undefined
  }

  oneOf<Word extends string>(name: string, words: readonly Word[], isNeeded = false): Word | undefined {
    const text = this.text(name, isNeeded)
    if (text === undefined || words.includes(text as Word)) return text as Word | undefined
    this.report(name, this.map.get(name, true) as Scalar, `"${text}"`, `one of ${words.join(', ')}`)
    return undefined
  }

  /** What a text is by a reader of it. */
  read<Kind>(name: string, reading: (text: string) => Kind | undefined, expected: string): Kind | undefined {
    const text = this.text(name, false)
    const found = text === undefined ? undefined : reading(text)
    if (text !== undefined && found === undefined)
      this.report(name, this.map.get(name, true) as Scalar, `"${text}"`, expected)
    return found
  }

  maps(name: string): Fields[] {
    const node = this.map.get(name, true) as { items?: unknown[] } | undefined
    const items = Array.isArray(node?.items) && !isMap(node) ? node.items : []
    return items.flatMap((item, k) =>
      isMap(item)
        ? [new Fields(this.file, item, this.lineOf, this.problems, `${this.path}${name}.${k}.`)]
        : [],
    )
  }

  inner(name: string): Fields | undefined {
    const node = this.map.get(name, true)
    return isMap(node)
      ? new Fields(this.file, node, this.lineOf, this.problems, `${this.path}${name}.`)
      : undefined
  }

  /** Every pair, as texts. */
  pairs(): [string, string][] {
    return this.map.items.map(({ key, value }) => {
      const said = (node: unknown) => (isScalar(node) ? String(node.value ?? '') : String(node ?? ''))
      return [said(key), isScalar(value) && value.type === 'PLAIN' ? (value.source ?? '') : said(value)]
    })
  }

  /** Numbers of a list. */
  numbers(name: string): number[] {
    const node = this.map.get(name, true) as { items?: unknown[] } | undefined
    return Array.isArray(node?.items)
      ? node.items.flatMap((item) =>
          isScalar(item) && Number.isInteger(item.value) ? [Number(item.value)] : [],
        )
      : []
  }

  report(name: string, node: Scalar | undefined, found: string, expected: string): void {
    const offset = node?.range?.[0] ?? this.map.range?.[0]
    this.problems.push(wrongField(this.file, this.lineOf(offset), found, expected, `${this.path}${name}`))
  }
}
