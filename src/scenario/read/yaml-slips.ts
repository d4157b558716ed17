/** What is no YAML, or is YAML that a scenario has no use for, in words that a planner knows. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isScalar,
  type Node,
  type Pair,
  visit,
  type YAMLParseError,
} from 'yaml'
import { keysTwice } from '../../dataset/reading/yaml-keys.js'
import type { Problem } from '../../vocabulary/problems.js'
import { comparatorHint, wideHint } from './typing-hints.js'

/** A problem at an offset of the file's text. */
export type Slip = Omit<Problem, 'where'> & { readonly at: number }

/** Every slip of a document, in the order of the text; of syntax only the first, which brings on the others. */
export function slipsOf(document: Document.Parsed, text: string): Slip[] {
  const [syntax] = document.errors
  if (syntax) {
    const slip = syntaxSlip(syntax, document, text)
    return [{ ...slip, hint: hintFor(text, slip.at) ?? hintFor(text, syntax.pos[0]) ?? slip.hint }]
  }
  const twice = keysTwice(document).map((key) => fieldTwice(startOf(key), text))
  return [...twice, ...oddParts(document, text)].sort((a, b) => a.at - b.at)
}

/** What the line of an offset is likely to have wrong that the parser cannot know. */
function hintFor(text: string, at: number): string | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end < 0 ? undefined : end)
  const [, sign] = /\bcomparator:\s*([<>=~]+)/.exec(line) ?? []
  const windows = /:\s*"[A-Za-z]:\\/.test(line) ? 'Write paths with /, as in `data: ../data`.' : undefined
  return wideHint(line) ?? windows ?? (sign && comparatorHint(sign)) ?? colonHint(line)
}

/** For a field whose value begins right behind the colon. */
function colonHint(line: string): string | undefined {
  const [, name] = /^\s*(?:- )?([a-z][a-z0-9_]*):(?=[^\s:/])/.exec(line) ?? []
  return name && `Write a space behind the colon: \`${name}: ...\`.`
}

function fieldTwice(at: number, text: string): Slip {
  const name = /^[^:,}\n]*/.exec(text.slice(at))?.[0].trim() ?? ''
  return { code: 'field-twice', at, found: `the field ${name} a second time`, expected: 'each field once' }
}

const QUOTES = 'Put the text in quotation marks.'

/** The parser's errors by its codes, and for two of them the place where the slip began. */
function syntaxSlip({ code, pos, message }: YAMLParseError, document: Document.Parsed, text: string): Slip {
  const at = pos[0]
  const slip = (found: string, expected: string, hint?: string, from = at): Slip => ({
    code: 'yaml-broken',
    at: from,
    found,
    expected,
    hint,
  })
  const plain = message.split(/ at line |\n/)[0]
  if (code === 'TAB_AS_INDENT') return slip('a tab', 'spaces before a field', 'Indent with spaces, not tabs.')
  const bracket =
    /(?:and|must) end with a ([\]}])/.exec(plain)?.[1] ?? /expected flow-\w+ end/.exec(plain)?.[0]
  if (bracket) {
    const from = unclosedBracket(document, text, at)
    return slip(`${text[from]} that is not closed`, text[from] === '{' ? '}' : ']', undefined, from)
  }
  if (/^Missing closing/.test(plain)) {
    const from = unclosedQuote(document, at)
    return slip(`${text[from]} that is not closed`, `${text[from]} at the end of the text`, undefined, from)
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return slip(
      'a second colon in one line',
      'one field a line',
      'Put a text with a colon in quotation marks.',
    )
  }
  if (/^Unexpected scalar at node end/.test(plain)) {
    const hint = 'Put the whole text in single quotation marks.'
    return slip('text behind a closing quotation mark', 'the end of the line', hint)
  }
  if (code === 'BAD_SCALAR_START') {
    return slip(`a text that begins with ${text[at]}`, 'a letter or a digit first', QUOTES)
  }
  if (/All mapping items must start at the same column/.test(plain)) {
    return slip('a field that is not below its neighbours', 'fields of one map in one column')
  }
  const stray = /^Unexpected flow-(?:map|seq)-end token/.test(plain)
  if (stray) return slip(`${text[at]} with no bracket open`, 'as many brackets closed as opened')
  if (/^Implicit keys need to be on a single line/.test(plain))
    return slip('a line without a field', 'a field: its name, a colon, a space')
  if (/^Block collections are not allowed within flow/.test(plain))
    return slip('two values with no comma between them', 'a comma between fields in brackets')
  return slip(`text that is no YAML (${plain})`, 'valid YAML')
}

/** The innermost map or list in brackets that was opened last before an offset, and not closed. */
function unclosedBracket(document: Document, text: string, before: number): number {
  let found = before
  visit(document, {
    Collection: (_, { flow, range }) => {
      if (!flow || !range || range[0] >= before) return
      if (!/[\]}]/.test(text[range[1] - 1]) || range[1] - range[0] < 2) found = range[0]
    },
  })
  return found
}

function unclosedQuote(document: Document, before: number): number {
  let found = before
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range && range[0] < before) found = range[0]
    },
  })
  return found
}

const PLAIN_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/

/** Aliases of nothing, tags, and fields whose name is no text. */
function oddParts(document: Document, text: string): Slip[] {
  const slips: Slip[] = []
  /** What was set last under each name. */
  const anchors = new Map<string, unknown>()
  visit(document, {
    Value: (_, node) => {
      const { anchor, tag, range } = node
      if (anchor) anchors.set(anchor, node)
      if (!tag || PLAIN_TAG.test(tag)) return
      const found = `the tag ${tag.replace('tag:yaml.org,2002:', '!!')}`
      const hint = 'A text that begins with ! goes in quotation marks.'
      // a tag stands before its value
      const at = Math.max(0, text.lastIndexOf('!', range?.[0] ?? 0))
      slips.push({ code: 'tag-unknown', at, found, expected: 'no tags', hint })
    },
    Alias: (_, alias, path) => {
      const slip = oddAlias(alias, anchors, path)
      if (slip) slips.push({ ...slip, at: startOf(alias) })
    },
    Pair: (_, pair) => {
      const found = oddName(pair)
      if (!found) return
      const at = startOf(pair.key as Node | null, pair.value as Node | null)
      slips.push({ code: 'name-wrong', at, found, expected: 'the name of a field' })
    },
  })
  return slips
}

/** An alias of nothing, or of what it stands in itself and would never end. */
function oddAlias(
  { source }: Alias,
  anchors: ReadonlyMap<string, unknown>,
  path: readonly unknown[],
): Omit<Slip, 'at'> | undefined {
  if (!anchors.has(source)) {
    const found = `*${source} with no &${source} before it`
    const hint = 'A text that begins with * goes in quotation marks.'
    return { code: 'alias-unknown', found, expected: 'an anchor that is set', hint }
  }
  if (!path.includes(anchors.get(source))) return undefined
  return {
    code: 'alias-circle',
    found: `*${source} inside its own &${source}`,
    expected: 'an anchor that ends before',
  }
}

function oddName({ key }: Pair): string | undefined {
  if (isCollection(key)) return 'a list or map as the name of a field'
  if (isAlias(key)) return 'an alias as the name of a field'
  if (!isScalar(key)) return undefined
  if (key.value === null) return 'a field without a name'
  return key.value === '__proto__' ? 'the name "__proto__"' : undefined
}

function startOf(...nodes: (Node | null)[]): number {
  return nodes.find((node) => node?.range)?.range?.[0] ?? 0
}
