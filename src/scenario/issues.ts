/** From what the schema found to what a planner can act on: found, expected, the likely slip. */
import type { z } from 'zod'
import { nearest } from '../vocabulary/nearest.js'
import type { Problem } from '../vocabulary/problems.js'
import { isPlain } from './plain.js'
import type { Path } from './scenario.js'
import { scenarioSchema } from './schema.js'
import { WAYS_TO_SAY } from './schema-values.js'

type Issue = z.core.$ZodIssue
export type Located = Omit<Problem, 'where'> & { readonly path: Path; readonly onKey?: boolean }

/** Every issue of the schema as one or more located problems. */
export function problemsOf(content: unknown): Located[] {
  const result = scenarioSchema.safeParse(content)
  return result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, content))
}

function describe(issue: Issue, content: unknown): Located[] {
  const path = issue.path as Path
  const input = valueAt(content, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(path, key, content))
  }
  if (issue.code === 'invalid_union') return describeUnion(issue, path, input, content)
  if (issue.code === 'invalid_key') return [badName(path)]
  if (input === undefined) return [missing(path)]
  if (issue.code === 'invalid_type') return [wrongType(path, issue.expected, input)]
  if (issue.code === 'invalid_value') return [notOneOf(path, issue.values.map(String), input)]
  if (issue.code === 'too_small' || issue.code === 'too_big') return [outOfRange(issue, path, input)]
  if (issue.code === 'invalid_format') {
    return [
      { code: 'wrong-form', path, found: show(input), expected: 'lower-case letters, digits and hyphens' },
    ]
  }
  return [{ code: 'wrong-value', path, found: show(input), expected: issue.message }]
}

/** A map that names a way to say a value is judged by that way; other unions by what was found. */
function describeUnion(
  issue: Issue & { code: 'invalid_union' },
  path: Path,
  input: unknown,
  content: unknown,
): Located[] {
  if (input === undefined) return [missing(path)]
  if (isPlain(input)) {
    const way = Object.keys(WAYS_TO_SAY).find((key) => key in input) as keyof typeof WAYS_TO_SAY | undefined
    const result = way && WAYS_TO_SAY[way].safeParse(input)
    if (result && !result.success) {
      return result.error.issues.flatMap((inner) =>
        describe({ ...inner, path: [...path, ...inner.path] } as Issue, content),
      )
    }
    if ('kind' in input || path.at(-1) === 'distribution' || path.at(-1) === 'of')
      return [distributionKind(path, input)]
  }
  if (path.at(-1) === 'distribution') return [distributionKind(path, input)]
  const expected = 'a number, a formula, or one of the maps by_year, by_city or total with share_by'
  return [
    {
      code: 'wrong-type',
      path,
      found: show(input),
      expected,
      hint: yesNoHint(input) ?? mapHint(input, issue),
    },
  ]
}

function mapHint(input: unknown, _issue: Issue): string | undefined {
  if (!isPlain(input)) return undefined
  const keys = Object.keys(input)
  if (keys.length > 0 && keys.every((key) => /^\d{4}$/.test(key))) return 'Put the years under `by_year:`.'
  const near = keys.map((key) => nearest(key, Object.keys(WAYS_TO_SAY))).find(Boolean)
  return near ? `Did you mean ${near}?` : undefined
}

const KINDS = [
  'normal', 'lognormal', 'uniform', 'triangular', 'pert', 'beta', 'gamma', 'truncated', 'discrete', 'empirical', 'fixed',
] // biome-ignore format: a list reads best as a paragraph

function distributionKind(path: Path, input: unknown): Located {
  const kind = isPlain(input) ? input['kind'] : undefined
  const near = typeof kind === 'string' ? nearest(kind, KINDS) : undefined
  return {
    code: 'unknown-distribution',
    path: kind === undefined ? path : [...path, 'kind'],
    found: kind === undefined ? show(input) : `the kind ${show(kind)}`,
    expected: `a map with kind: one of ${KINDS.join(', ')}`,
    hint: near ? `Did you mean ${near}?` : undefined,
  }
}

/** Between { and } a comma ends a field, also within a formula. */
const COMMA_HINT = 'Between { } put a formula that has a comma in quotation marks.'

function unknownField(path: Path, key: string, content: unknown): Located {
  const known = fieldsAt(path, content)
  const near = nearest(key, known)
  return {
    code: 'unknown-field',
    path: [...path, key],
    onKey: true,
    found: `the field "${key}"`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no such field',
    hint: near ? `Did you mean ${near}?` : key.includes(')') ? COMMA_HINT : undefined,
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
  const { shape, options } = node as { shape?: Record<string, unknown>; options?: unknown[] }
  if (shape) return Object.keys(shape)
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
    found: `no ${field}`,
    expected: `${field} here`,
    hint: field === 'title' ? 'Write `title: { en: ..., zh: ... }`.' : undefined,
  }
}

function badName(path: Path): Located {
  return {
    code: 'bad-name',
    path,
    onKey: true,
    found: `the name "${String(path.at(-1))}"`,
    expected:
      'a name of lower-case letters, digits and _ that begins with a letter, so that formulas can use it',
  }
}

const TYPES: Record<string, string> = {
  number: 'a number', string: 'a text', object: 'a map of fields', record: 'a map', array: 'a list', tuple: 'a list of two', int: 'a whole number',
} // biome-ignore format: a list reads best as a paragraph

function wrongType(path: Path, expected: string, input: unknown): Located {
  const asNumber = typeof input === 'string' && /^-?[\d.,]+\s*%?$/.test(input.trim())
  const hint = asNumber
    ? `Write it without quotation marks${/[,%]/.test(String(input)) ? ', commas or %' : ''}.`
    : yesNoHint(input)
  const whole = expected === 'int' || (expected === 'number' && typeof input === 'number')
  const wanted = whole ? 'a whole number' : (TYPES[expected] ?? expected)
  const titled =
    path.at(-1) === 'title' && expected === 'object' ? 'Write `title: { en: ..., zh: ... }`.' : hint
  return { code: 'wrong-type', path, found: show(input), expected: wanted, hint: titled }
}

function yesNoHint(input: unknown): string | undefined {
  return typeof input === 'string' && /^(yes|no|on|off)$/i.test(input)
    ? `In YAML 1.2 ${input} is a text; write true or false.`
    : undefined
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
  if (typeof input !== 'number') {
    const what =
      typeof input === 'string'
        ? `a text of ${input.length} characters`
        : `a list of ${(input as unknown[]).length}`
    return {
      code: small ? 'too-short' : 'too-long',
      path,
      found: what,
      expected: `${small ? 'at least' : 'at most'} ${limit}`,
    }
  }
  const bound =
    issue.inclusive === false
      ? small
        ? 'more than'
        : 'less than'
      : small
        ? `${limit} or more`
        : `${limit} or less`
  const expected = issue.inclusive === false ? `a number ${bound} ${limit}` : `a number of ${bound}`
  return { code: small ? 'too-small' : 'too-large', path, found: show(input), expected }
}

export function show(input: unknown): string {
  if (input === null) return 'nothing (null)'
  if (typeof input === 'string') return `"${input.length > 60 ? `${input.slice(0, 57)}...` : input}"`
  if (Array.isArray(input)) return `a list of ${input.length}`
  if (isPlain(input)) return `a map of ${Object.keys(input).slice(0, 4).join(', ') || 'nothing'}`
  return String(input)
}

export function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, part) => (node as Record<string, unknown> | undefined)?.[part as string],
    content,
  )
}
