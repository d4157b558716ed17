/**
 * Reads the YAML that a scenario is usually written in, several times faster than a parser that knows where every
 * node stands. What is rare, odd or wrong is left to that one, which also says what is wrong with it.
 */
import { FAILSAFE_SCHEMA, load, Type } from 'js-yaml'
import { isPlain } from './plain.js'

/** Anchors, aliases, tags, keys in two lines, directives, several documents, and names that are no names. */
export const RARE_YAML =
  /(?:^|[-:?[{,])[ ]*(?:[&*](?=\S)|!)|(?:^|[-[{,])[ ]*\?(?:\s|$)|^(?:---|\.\.\.|%)|[\t\r\u0085\u2028\u2029\ufeff]|__proto__/m
/** What the two parsers take in two ways: comments without a space or left of what they stand in, lists and maps as names, and odd ends of lines. */
export const MOOT_YAML = /[[{,\]}"']#|[\]}][ ]*:|^#.*\n\n*[ ]|[ ]$|\{[^{}\n]*:$/m
/** What names of fields are made of that come from no text. */
const ODD_NAME = /^(?:null|undefined)?$|^\[object|,/

const isNumber = (text: string) =>
  /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/.test(
    text,
  )

function numberOf(text: string): number {
  if (/n$/i.test(text)) return Number.NaN
  if (/f$/i.test(text) && !text.startsWith('0x'))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return Number(text)
}

/** Texts that mean more than themselves, as in the core schema of YAML 1.2. */
const SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar(
      'null',
      (text) => /^(?:~|[Nn]ull|NULL)?$/.test(text),
      () => null,
    ),
    scalar(
      'bool',
      (text) => /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(text),
      (text) => /^t/i.test(text),
    ),
    scalar('float', isNumber, numberOf),
  ],
})

function scalar(
  name: string,
  resolve: (text: string) => boolean,
  construct: (text: string) => unknown,
): Type {
  return new Type(`tag:yaml.org,2002:${name}`, {
    kind: 'scalar',
    // nothing at all is null
    resolve: (text: string | null) => resolve(text ?? ''),
    construct: (text: string | null) => construct(text ?? ''),
  })
}

/** The content of a text that is one plain map of fields; undefined for whatever else. */
export function plainContent(text: string): Readonly<Record<string, unknown>> | undefined {
  if (RARE_YAML.test(text) || MOOT_YAML.test(text)) return undefined
  // a warning ends it: each takes as long as the whole text, and one is enough to leave the text to the other parser
  const onWarning = (warning: Error) => {
    throw warning
  }
  try {
    const content = load(text, { schema: SCHEMA, onWarning })
    return isPlain(content) && hasPlainNames(content) ? content : undefined
  } catch {
    // reported in full by the other parser
    return undefined
  }
}

function hasPlainNames(content: unknown): boolean {
  if (Array.isArray(content)) return content.every(hasPlainNames)
  if (!isPlain(content)) return true
  return Object.entries(content).every(([name, value]) => !ODD_NAME.test(name) && hasPlainNames(value))
}
