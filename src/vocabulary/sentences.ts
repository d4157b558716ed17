/**
 * English sentences with slots, and how a text that was made of one is said in another language.
 *
 * Problems, help and remarks are made in English, one sentence at one place of the code, and are kept so in files and
 * handed so to programs. A catalogue holds each of these sentences as a pattern beside its translation:
 *
 *     'no {*what} "{name}"': '没有名为“{name}”的{*what}'
 *
 * `{name}` stands for any text and goes through unchanged; `{*what}` for a phrase that is translated in its turn where
 * the catalogue has it; `{&names}` for a list of names such as `a, b and 3 more`; `{#count}` for a word or number without blanks. `draw(s)` and `(was|were)` are forms that the
 * English alone has. Of several patterns that could have made a text those that begin with letters come first, then those with more letters.
 */

/** Patterns with their translations; both have the same slots. */
export type Catalogue = Readonly<Record<string, string>>

type SlotsOf<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotsOf<Rest>
  : never

/** A translation whose slots are those of its pattern; another is refused by the compiler, which names the slots. */
type Matching<Pattern extends string, Text extends string> = [SlotsOf<Text>] extends [SlotsOf<Pattern>]
  ? [SlotsOf<Pattern>] extends [SlotsOf<Text>]
    ? Text
    : { missing: Exclude<SlotsOf<Pattern>, SlotsOf<Text>> }
  : { unknown: Exclude<SlotsOf<Text>, SlotsOf<Pattern>> }

/** A catalogue whose pairs have the same slots, held by the compiler. */
export function catalogue<const Texts extends Catalogue>(
  texts: Texts & { [Pattern in keyof Texts]: Matching<Pattern & string, Texts[Pattern]> },
): Catalogue {
  return texts
}

/** How the items of a list are joined, and what is said of those left out. */
export interface ListWords {
  readonly comma: string
  readonly and: string
  readonly or: string
  /** For `a, b and 3 more`. */
  readonly more: (items: string, count: string) => string
}

const SLOT = /\{[*&#]?[a-zA-Z]\w*\}/g
/** `(s)`, `(was|were)` */
const FORMS = /\(s\)|\(([^()|{}]*(?:\|[^()|{}]*)+)\)/

interface Sentence {
  /** What stands before, between and after the slots. */
  readonly literals: readonly string[]
  readonly slots: readonly string[]
  readonly translation: string
  readonly weight: number
}

/** Letters by which sentences are looked up; those that begin with a slot are few. */
const HEAD = 4

/** Translator of texts made by the patterns of a catalogue. */
export class Translator {
  private readonly exact = new Map<string, string>()
  private readonly byHead = new Map<string, Sentence[]>()
  private readonly headless: Sentence[] = []
  private readonly lists: ListWords

  constructor(texts: readonly Catalogue[], lists: ListWords) {
    this.lists = lists
    for (const [pattern, translation] of texts.flatMap(Object.entries<string>))
      for (const form of formsOf(pattern)) this.add(form, translation)
    for (const sentences of [...this.byHead.values(), this.headless])
      sentences.sort((a, b) => b.weight - a.weight)
  }

  /** The translation of a text; undefined where no pattern of the catalogue has made it. */
  translate(text: string): string | undefined {
    const exact = this.exact.get(text)
    if (exact !== undefined) return exact
    const headed = this.byHead.get(text.slice(0, HEAD)) ?? []
    for (const sentence of [...headed, ...this.headless]) {
      const values = valuesIn(text, sentence.literals)
      const fits = values?.every(
        (value, at) => isWhole(value) && (sentence.slots[at][1] !== '#' || !/\s/.test(value)),
      )
      if (values && fits) return this.filled(sentence, values)
    }
    return undefined
  }

  private add(pattern: string, translation: string): void {
    const slots = pattern.match(SLOT) ?? []
    if (slots.length === 0) {
      this.exact.set(pattern, translation)
      return
    }
    const literals = pattern.split(SLOT)
    const weight = literals.join('').length
    const sentence = { literals, slots, translation, weight }
    const head = literals[0].slice(0, HEAD)
    if (head.length < HEAD) this.headless.push(sentence)
    else this.byHead.set(head, [...(this.byHead.get(head) ?? []), sentence])
  }

  private filled({ slots, translation }: Sentence, values: readonly string[]): string {
    return translation.replace(SLOT, (slot) => {
      const value = values[slots.indexOf(slot)] ?? slot
      if (slot[1] === '*') return this.translate(value) ?? value
      return slot[1] === '&' ? this.list(value) : value
    })
  }

  /** `a, b and c`, `a or b`, `a, b and 3 more`; the items are names, and stay. */
  private list(text: string): string {
    const [, items, count] = /^(.*) and (\d+) more$/s.exec(text) ?? []
    if (items !== undefined) return this.lists.more(this.list(items), count)
    const last = /^(.*?)( and | or )([^,]*)$/s.exec(text)
    const joined = (last ? last[1] : text).split(', ').join(this.lists.comma)
    if (!last) return joined
    return `${joined}${last[2] === ' or ' ? this.lists.or : this.lists.and}${last[3]}`
  }
}

/** A pattern in each of the forms that its English has. */
function formsOf(pattern: string): string[] {
  const found = FORMS.exec(pattern)
  if (!found) return [pattern]
  const forms = found[1] === undefined ? ['', 's'] : found[1].split('|')
  return forms.flatMap((form) => formsOf(pattern.replace(found[0], () => form)))
}

/** Whether a value holds no end of a quotation alone: the " of " of a name in quotation marks is none of a sentence. */
const isWhole = (value: string): boolean => (value.match(/"/g)?.length ?? 0) % 2 === 0

/** What stands in the slots of a text, each at least a letter; undefined where its literals do not. In linear time. */
function valuesIn(text: string, literals: readonly string[]): string[] | undefined {
  const first = literals[0]
  const last = literals.at(-1)!
  const end = text.length - last.length
  if (!text.startsWith(first) || !text.endsWith(last) || end <= first.length) return undefined
  const values: string[] = []
  let from = first.length
  for (const literal of literals.slice(1, -1)) {
    const at = text.indexOf(literal, from + 1)
    if (at < 0 || at + literal.length >= end) return undefined
    values.push(text.slice(from, at))
    from = at + literal.length
  }
  return [...values, text.slice(from, end)]
}
