/** From what the schema found to what a planner can act on: found, expected, the likely slip. */
import type * as z from 'zod'
import { DISTRIBUTION_KINDS } from '../../sampling/distribution.js'
import { didYouMean, suggestion } from '../../vocabulary/lookup.js'
import { nearest } from '../../vocabulary/nearest.js'
import { cutFormulas } from '../read/cut-formulas.js'
import type { FieldProblem } from '../read/field-problem.js'
import { isPlain, valueAt } from '../read/plain.js'
import type { Path } from '../scenario.js'
import { fieldsAt, wayOf } from '../schema/fields.js'
import { type ScenarioFile, scenarioSchema } from '../schema/schema.js'
import { likelyName, WAYS_TO_SAY } from '../schema/values.js'
import {
  comparatorHint,
  mapHint,
  numberHint,
  startsHint,
  WRITE,
  wideHint,
  yearHint,
  yesNoHint,
} from './hints.js'

type Issue = z.core.$ZodIssue

/** The content where it has the right shape; else every issue of the schema as located problems, one for each field. */
export function checkShape(content: unknown): { file?: ScenarioFile; problems: FieldProblem[] } {
  const result = scenarioSchema.safeParse(content)
  return result.success
    ? { file: result.data, problems: [] }
    : { problems: problemsOf(content, result.error.issues) }
}

function problemsOf(content: unknown, issues: readonly Issue[]): FieldProblem[] {
  const found = paired(issues.flatMap((issue) => describe(issue, content)))
  const meant = new Set(found.map((problem) => problem.meant?.join('.')))
  const cuts = cutFormulas(content)
  const said = new Set(cuts.flatMap((cut) => cut.rest))
  const shape = found.filter(({ code, path }) => {
    const at = path.join('.')
    // a field with a slip in its name is said once, not again as missing
    if (said.has(at) || (/-missing$/.test(code) && meant.has(at))) return false
    return said.add(at)
  })
  return [...cuts.map(({ problem }) => problem), ...shape]
}

/** Where one field is unknown and another missing, the one is likely meant to be the other. */
function paired(found: readonly FieldProblem[]): FieldProblem[] {
  const above = ({ path }: FieldProblem) => path.slice(0, -1).join('.')
  const places = new Map<string, FieldProblem[]>(found.map((problem) => [above(problem), []]))
  for (const problem of found) places.get(above(problem))!.push(problem)
  return found.map((problem) => {
    const place = places.get(above(problem))!
    const missing = place.filter(({ code }) => /-missing$/.test(code))
    const alone = missing.length === 1 && place.filter(({ code }) => code === 'field-unknown').length === 1
    if (problem.code !== 'field-unknown' || problem.hint || !alone) return problem
    const [{ path }] = missing
    return { ...problem, hint: didYouMean(String(path.at(-1))), meant: path }
  })
}

function describe(issue: Issue, content: unknown): FieldProblem[] {
  const path = issue.path as Path
  const input = valueAt(content, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(path, key, content))
  }
  if (issue.code === 'invalid_union') return describeUnion(path, input, content)
  if (issue.code === 'invalid_key') return [badName(path)]
  if (input === undefined) return [missing(path, content)]
  if (issue.code === 'invalid_type') return [wrongType(path, issue.expected, input)]
  if (issue.code === 'invalid_value') return [notOneOf(path, issue.values.map(String), input)]
  if (issue.code === 'too_small' || issue.code === 'too_big') return [outOfRange(issue, path, input)]
  if (issue.code === 'invalid_format') {
    const expected = NAMED.has(String(path.at(-1))) ? NAME_FORM : 'lower-case letters, digits and hyphens'
    return [{ code: 'form-wrong', path, found: show(input), expected, hint: byTitle(path, input, content) }]
  }
  return [{ code: 'value-wrong', path, found: show(input), expected: issue.message }]
}

/** A map that names a way to say a value is judged by that way; other unions by what was found. */
function describeUnion(path: Path, input: unknown, content: unknown): FieldProblem[] {
  if (path.at(-1) === 'kind')
    return [distributionKind(path.slice(0, -1), valueAt(content, path.slice(0, -1)))]
  if (input === undefined) return [missing(path, content)]
  if (isPlain(input)) {
    const way = wayOf(input)
    const result = way && WAYS_TO_SAY[way].safeParse(input)
    if (result && !result.success) {
      return result.error.issues.flatMap((inner) =>
        describe({ ...inner, path: [...path, ...inner.path] } as Issue, content),
      )
    }
  }
  const expected = 'a number, a formula, or one of the maps by_year, by_city or total with share_by'
  const hint = yesNoHint(input) ?? mapHint(input)
  return [{ code: 'type-wrong', path, found: show(input), expected, hint }]
}

function distributionKind(path: Path, input: unknown): FieldProblem {
  const known: readonly string[] = DISTRIBUTION_KINDS
  // a truncated distribution is of one that is not
  const kinds = path.at(-1) === 'of' ? known.filter((kind) => kind !== 'truncated') : known
  const kind = isPlain(input) ? input['kind'] : undefined
  const near = typeof kind === 'string' ? suggestion(kind, kinds) : undefined
  const certain = typeof input === 'number' ? `Write { kind: fixed, value: ${input} }.` : undefined
  return {
    code: 'distribution-unknown',
    path: kind === undefined ? path : [...path, 'kind'],
    found: kind === undefined ? show(input) : `the kind ${show(kind)}`,
    expected: `a map with kind: one of ${kinds.join(', ')}`,
    hint: near ?? certain,
  }
}

function unknownField(path: Path, key: string, content: unknown): FieldProblem {
  const known = fieldsAt(path, content)
  const here = valueAt(content, path)
  // a field that is not there yet is the likelier one; a file that extends another has all of them already
  const absent = known.filter((field) => !(isPlain(here) && field in here))
  const near = nearest(key, absent) ?? nearest(key, known)
  const cut = /^\d+$/.test(key) ? 'Write numbers without commas: 1000, not 1,000.' : undefined
  const second = Object.hasOwn(WAYS_TO_SAY, key)
    ? 'A value is said in one way: by_year, by_city, or total.'
    : cut
  return {
    code: 'field-unknown',
    path: [...path, key],
    onKey: true,
    found: `the field "${key}"`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no such field',
    hint: wideHint(key) ?? didYouMean(near) ?? second,
    meant: near ? [...path, near] : undefined,
  }
}

function missing(path: Path, content: unknown): FieldProblem {
  const field = String(path.at(-1))
  const beside = valueAt(content, path.slice(0, -1))
  // what was to be a field may have become the end of its neighbour
  const swallowed = isPlain(beside)
    ? Object.entries(beside).map(([key, value]) =>
        wideHint(typeof value === 'string' ? `${key}: ${value}` : key),
      )
    : []
  return {
    code: field === 'title' ? 'title-missing' : 'field-missing',
    path,
    found: `no field "${field}"`,
    expected: 'one, since it has no default',
    hint: swallowed.find(Boolean) ?? WRITE.get(field),
  }
}

/** For an indicator that is called by its title in place of its name. */
function byTitle(path: Path, input: unknown, content: unknown): string | undefined {
  const indicators = valueAt(content, ['indicators'])
  if (path.at(-1) !== 'indicator' || typeof input !== 'string' || !isPlain(indicators)) return undefined
  const titled = Object.entries(indicators).flatMap(([name, item]) => {
    const title = isPlain(item) ? item['title'] : undefined
    return isPlain(title) ? Object.values(title).map((text): [string, string] => [String(text), name]) : []
  })
  const texts = titled.map(([text]) => text)
  const near = texts.includes(input) ? input : nearest(input, texts)
  const name = titled.find(([text]) => text === near)?.[1]
  return name && `Did you mean ${name}? Its title is ${near}.`
}

const NAME_FORM = 'a name of lower-case letters, digits and _ that begins with a letter'
/** Fields that hold a name from elsewhere in the file; ids have hyphens instead. */
const NAMED = new Set(['0', '1', 'indicator'])

function badName(path: Path): FieldProblem {
  const name = String(path.at(-1))
  if (path.at(-2) === 'by_year' || path.at(-2) === 'starts') {
    return { code: 'year-wrong', path, onKey: true, found: `"${name}"`, expected: 'a year of four digits' }
  }
  const likely = likelyName(name)
  const chinese = /\p{Script=Han}/u.test(name)
    ? 'Names are short English words; Chinese goes into `title:`.'
    : undefined
  const hint = chinese ?? (likely && `Write ${likely}.`)
  return { code: 'name-wrong', path, onKey: true, found: `the name "${name}"`, expected: NAME_FORM, hint }
}

const TYPES: Record<string, string> = {
  number: 'a number', string: 'a text', object: 'a map of fields', record: 'a map', array: 'a list', tuple: 'a list of two', int: 'a whole number',
} // biome-ignore format: a list reads best as a paragraph

function wrongType(path: Path, expected: string, input: unknown): FieldProblem {
  if (path[0] === 'uncertainties' && path.length === 2 && typeof input === 'number')
    return asFixed(path, input)
  if (path.at(-1) === 'distribution' || (path.at(-1) === 'of' && expected === 'object'))
    return distributionKind(path, input)
  const hint = numberHint(input) ?? yearHint(path, input) ?? startsHint(path, input) ?? yesNoHint(input)
  const infinite = typeof input === 'number' && !Number.isFinite(input)
  const wanted = infinite ? 'an ordinary number' : (TYPES[expected] ?? expected)
  const written = expected === 'object' ? WRITE.get(String(path.at(-1))) : undefined
  return { code: 'type-wrong', path, found: show(input), expected: wanted, hint: written ?? hint }
}

/** A number that is known stands where the distribution of one that is not would stand. */
function asFixed(path: Path, input: number): FieldProblem {
  const hint = `If it is known to be ${input}, write { distribution: { kind: fixed, value: ${input} } }.`
  return { code: 'type-wrong', path, found: show(input), expected: 'a map of fields', hint }
}

function notOneOf(path: Path, known: string[], input: unknown): FieldProblem {
  const near = typeof input === 'string' ? nearest(input, known) : undefined
  const expected = known.length === 1 ? known[0] : `one of ${known.join(', ')}`
  return {
    code: 'not-one-of',
    path,
    found: show(input),
    expected,
    hint: path.at(-1) === 'comparator' && !near ? comparatorHint(String(input)) : didYouMean(near),
  }
}

function outOfRange(
  issue: Issue & { code: 'too_small' | 'too_big' },
  path: Path,
  input: unknown,
): FieldProblem {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum)
  if (typeof input !== 'number') return wrongLength(small, limit, path, input)
  const open = issue.inclusive === false
  const above = open ? `above ${limit}` : `of ${limit} or more`
  const below = open ? `below ${limit}` : `of at most ${limit}`
  const code = small ? 'too-small' : 'too-large'
  return { code, path, found: show(input), expected: `a number ${small ? above : below}` }
}

function wrongLength(small: boolean, limit: number, path: Path, input: unknown): FieldProblem {
  const code = small ? 'too-short' : 'too-long'
  const bound = `${small ? 'at least' : 'at most'} ${limit}`
  if (typeof input === 'string') {
    const found = input === '' ? 'an empty text' : `a text of ${counted(input.length, 'character')}`
    const expected = limit === 1 ? 'one that says something' : `a text of ${bound} characters`
    return { code, path, found, expected }
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
