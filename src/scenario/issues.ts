/** From what the schema found to what a planner can act on: found, expected, the likely slip. */
import type * as z from 'zod'
import { nearest } from '../vocabulary/nearest.js'
import type { Problem } from '../vocabulary/problems.js'
import { isPlain } from './plain.js'
import type { Path } from './scenario.js'
import { scenarioSchema } from './schema.js'
import { WAYS_TO_SAY } from './schema-values.js'

type Issue = z.core.$ZodIssue
export type Located = Omit<Problem, 'where'> & { readonly path: Path; readonly onKey?: boolean }

/** Every issue of the schema as one or more located problems, each once. */
export function problemsOf(content: unknown): Located[] {
  const result = scenarioSchema.safeParse(content)
  if (result.success) return []
  const found = result.error.issues.flatMap((issue) => describe(issue, content))
  const key = ({ code, path }: Located) => `${code} ${path.join('.')}`
  const meant = new Set(found.flatMap((problem) => problem.meant ?? []))
  const once = new Map(found.map((problem) => [key(problem), problem]))
  // a field with a slip in its name is said once, not again as missing
  return [...once.values()].filter(({ code, path }) => !/-missing$/.test(code) || !meant.has(path.join('.')))
}

type Described = Located & { readonly meant?: string }

function describe(issue: Issue, content: unknown): Described[] {
  const path = issue.path as Path
  const input = valueAt(content, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(path, key, content))
  }
  if (issue.code === 'invalid_union') return describeUnion(path, input, content)
  if (issue.code === 'invalid_key') return [badName(path)]
  if (input === undefined) return [missing(path)]
  if (issue.code === 'invalid_type') return [wrongType(path, issue.expected, input)]
  if (issue.code === 'invalid_value') return [notOneOf(path, issue.values.map(String), input)]
  if (issue.code === 'too_small' || issue.code === 'too_big') return [outOfRange(issue, path, input)]
  if (issue.code === 'invalid_format') {
    const expected = NAMED.has(String(path.at(-1))) ? NAME_FORM : 'lower-case letters, digits and hyphens'
    return [{ code: 'wrong-form', path, found: show(input), expected }]
  }
  return [{ code: 'wrong-value', path, found: show(input), expected: issue.message }]
}

/** A map that names a way to say a value is judged by that way; other unions by what was found. */
function describeUnion(path: Path, input: unknown, content: unknown): Described[] {
  if (path.at(-1) === 'kind')
    return [distributionKind(path.slice(0, -1), valueAt(content, path.slice(0, -1)))]
  if (input === undefined) return [missing(path)]
  if (isPlain(input)) {
    const way = Object.keys(WAYS_TO_SAY).find((key) => key in input) as keyof typeof WAYS_TO_SAY | undefined
    const result = way && WAYS_TO_SAY[way].safeParse(input)
    if (result && !result.success) {
      return result.error.issues.flatMap((inner) =>
        describe({ ...inner, path: [...path, ...inner.path] } as Issue, content),
      )
    }
  }
  const expected = 'a number, a formula, or one of the maps by_year, by_city or total with share_by'
  const hint = yesNoHint(input) ?? mapHint(input)
  return [{ code: 'wrong-type', path, found: show(input), expected, hint }]
}

function mapHint(input: unknown): string | undefined {
  if (!isPlain(input)) return undefined
  const keys = Object.keys(input)
  if (keys.length > 0 && keys.every((key) => /^\d{4}$/.test(key))) return 'Put the years under `by_year:`.'
  const near = keys.map((key) => nearest(key, Object.keys(WAYS_TO_SAY))).find(Boolean)
  return near ? `Did you mean ${near}?` : undefined
}

const KINDS = [
  'normal', 'lognormal', 'uniform', 'triangular', 'pert', 'beta', 'gamma', 'discrete', 'empirical', 'fixed', 'truncated',
] // biome-ignore format: a list reads best as a paragraph

function distributionKind(path: Path, input: unknown): Located {
  const kinds = path.at(-1) === 'of' ? KINDS.slice(0, -1) : KINDS
  const kind = isPlain(input) ? input['kind'] : undefined
  const near = typeof kind === 'string' ? nearest(kind, kinds) : undefined
  const certain = typeof input === 'number' ? `Write { kind: fixed, value: ${input} }.` : undefined
  return {
    code: 'unknown-distribution',
    path: kind === undefined ? path : [...path, 'kind'],
    found: kind === undefined ? show(input) : `the kind ${show(kind)}`,
    expected: `a map with kind: one of ${kinds.join(', ')}`,
    hint: near ? `Did you mean ${near}?` : certain,
  }
}

function unknownField(path: Path, key: string, content: unknown): Described {
  const known = fieldsAt(path, content)
  const here = valueAt(content, path)
  const near = nearest(
    key,
    known.filter((field) => !(isPlain(here) && field in here)),
  )
  const cut = /^\d+$/.test(key) ? 'Write numbers without commas: 1000, not 1,000.' : undefined
  return {
    code: 'unknown-field',
    path: [...path, key],
    onKey: true,
    found: `the field "${key}"`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no such field',
    hint: near ? `Did you mean ${near}?` : cut,
    meant: near && [...path, near].join('.'),
  }
}

/** Names of the fields that the schema knows at a path. */
function fieldsAt(path: Path, content: unknown): string[] {
  let node: unknown = scenarioSchema
  for (let depth = 0; depth <= path.length; depth++) {
    const inner = unwrap(node)
    if (depth === path.length) return fieldNames(inner, valueAt(content, path))
    const shape = (inner as { shape?: Record<string, unknown> }).shape
    const below = inner as { valueType?: unknown; element?: unknown; options?: unknown[] }
    const part = path[depth]
    node =
      shape?.[String(part)] ??
      below.valueType ??
      below.element ??
      optionWith(below.options, valueAt(content, path.slice(0, depth)))
    if (node === undefined) return []
  }
  return []
}

function optionWith(options: unknown[] | undefined, input: unknown): unknown {
  return options?.find((option) => {
    const shape = (unwrap(option) as { shape?: Record<string, unknown> }).shape
    return shape && isPlain(input) && Object.keys(input).some((key) => key in shape)
  })
}

function unwrap(node: unknown): unknown {
  let inner = node as { unwrap?: () => unknown; _zod?: { def?: { type?: string; valueType?: unknown } } }
  while (inner?._zod?.def?.type === 'optional' && inner.unwrap) inner = inner.unwrap() as typeof inner
  return inner
}

function fieldNames(node: unknown, input: unknown): string[] {
  const { shape, options, keyType } = node as {
    shape?: Record<string, unknown>
    options?: unknown[]
    keyType?: { options?: unknown[] }
  }
  if (shape) return Object.keys(shape)
  if (keyType?.options) return keyType.options.map(String)
  if (!options || !isPlain(input)) return []
  const byKind = options.find((option) => {
    const kind = (unwrap(option) as { shape?: { kind?: { value?: unknown } } }).shape?.kind
    return kind !== undefined && kind.value === input['kind']
  })
  return Object.keys((unwrap(byKind) as { shape?: object } | undefined)?.shape ?? {})
}

function missing(path: Path): Located {
  const field = String(path.at(-1))
  return {
    code: field === 'title' ? 'title-missing' : 'field-missing',
    path,
    found: `no field "${field}"`,
    expected: 'one, since it has no default',
    hint: field === 'title' ? 'Write `title: { en: ..., zh: ... }`.' : undefined,
  }
}

const NAME_FORM = 'a name of lower-case letters, digits and _ that begins with a letter'
/** Fields that hold a name from elsewhere in the file; ids have hyphens instead. */
const NAMED = new Set(['0', '1', 'indicator'])

function badName(path: Path): Located {
  const name = String(path.at(-1))
  if (path.at(-2) === 'by_year' || path.at(-2) === 'starts') {
    return { code: 'bad-year', path, onKey: true, found: `"${name}"`, expected: 'a year of four digits' }
  }
  return { code: 'bad-name', path, onKey: true, found: `the name "${name}"`, expected: NAME_FORM }
}

const TYPES: Record<string, string> = {
  number: 'a number', string: 'a text', object: 'a map of fields', record: 'a map', array: 'a list', tuple: 'a list of two', int: 'a whole number',
} // biome-ignore format: a list reads best as a paragraph

function wrongType(path: Path, expected: string, input: unknown): Located {
  if (path.at(-1) === 'distribution' || (path.at(-1) === 'of' && expected === 'object'))
    return distributionKind(path, input)
  const asNumber = typeof input === 'string' && /^-?[\d.,]+\s*%?$/.test(input.trim())
  const hint = asNumber
    ? `Write a plain number, without ${/[,%]/.test(input) ? 'commas or %' : 'quotation marks'}.`
    : yesNoHint(input)
  const infinite = typeof input === 'number' && !Number.isFinite(input)
  const wanted = infinite ? 'a number that can be held' : (TYPES[expected] ?? expected)
  const titled =
    path.at(-1) === 'title' && expected === 'object' ? 'Write `title: { en: ..., zh: ... }`.' : hint
  return { code: 'wrong-type', path, found: show(input), expected: wanted, hint: titled }
}

function yesNoHint(input: unknown): string | undefined {
  const word = typeof input === 'boolean' || /^(yes|no|on|off)$/i.test(String(input))
  return word ? 'Write 1 for yes and 0 for no.' : undefined
}

function notOneOf(path: Path, known: string[], input: unknown): Located {
  const near = typeof input === 'string' ? nearest(input, known) : undefined
  const expected = known.length === 1 ? known[0] : `one of ${known.join(', ')}`
  return {
    code: 'not-one-of',
    path,
    found: show(input),
    expected,
    hint: near ? `Did you mean ${near}?` : undefined,
  }
}

function outOfRange(issue: Issue & { code: 'too_small' | 'too_big' }, path: Path, input: unknown): Located {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum)
  if (typeof input !== 'number') return wrongLength(small, limit, path, input)
  const open = issue.inclusive === false
  const bound = small ? (open ? 'above' : 'from') : open ? 'below' : 'up to'
  return {
    code: small ? 'too-small' : 'too-large',
    path,
    found: show(input),
    expected: `a number ${bound} ${limit}`,
  }
}

function wrongLength(small: boolean, limit: number, path: Path, input: unknown): Located {
  const code = small ? 'too-short' : 'too-long'
  const bound = `${small ? 'at least' : 'at most'} ${limit}`
  if (typeof input === 'string') {
    const found = input === '' ? 'an empty text' : `a text of ${counted(input.length, 'character')}`
    return { code, path, found, expected: limit === 1 ? 'a text' : `a text of ${bound} characters` }
  }
  const pair = path.at(-1) === 'range' || path.at(-1) === 'between'
  return { code, path, found: show(input), expected: pair ? 'a list of 2' : `a list of ${bound}` }
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

export function show(input: unknown): string {
  if (input === null || input === undefined) return 'nothing'
  if (typeof input === 'string') return `"${input.length > 60 ? `${input.slice(0, 57)}...` : input}"`
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : `a list of ${input.length}`
  if (isPlain(input)) {
    const keys = Object.keys(input)
    return keys.length === 0
      ? 'an empty map'
      : `a map of ${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ' ...' : ''}`
  }
  return String(input)
}

export function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, part) => (node as Record<string, unknown> | undefined)?.[part as string],
    content,
  )
}
