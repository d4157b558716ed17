/** What is wrong with one field, by what the schema found: found, expected, the likely slip. */
import type * as z from 'zod'
import { DISTRIBUTION_KINDS } from '../../sampling/distribution.js'
import { didYouMean, suggestion } from '../../vocabulary/lookup.js'
import { nearest } from '../../vocabulary/nearest.js'
import type { FieldProblem } from '../read/field-problem.js'
import { isPlain, show, valueAt } from '../read/plain.js'
import { comparatorHint, wideHint } from '../read/typing-hints.js'
import type { Path } from '../scenario.js'
import { fieldsAt } from '../schema/fields.js'
import { likelyName, WAYS_TO_SAY } from '../schema/values.js'
import { numberHint, startsHint, WRITE, yearHint, yesNoHint } from './value-hints.js'

type Issue = z.core.$ZodIssue

export function distributionProblem(path: Path, input: unknown): FieldProblem {
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

export function unknownField(path: Path, key: string, content: unknown): FieldProblem {
  // what a file extends is taken off before its shape is looked at
  const known = [...fieldsAt(path, content), ...(path.length === 0 ? ['extends'] : [])]
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

export function missingField(path: Path, content: unknown): FieldProblem {
  const field = String(path.at(-1))
  const beside = valueAt(content, path.slice(0, -1))
  // what was to be a field may have become the end of its neighbour
  const hintsBeside = isPlain(beside)
    ? Object.entries(beside).map(([key, value]) =>
        wideHint(typeof value === 'string' ? `${key}: ${value}` : key),
      )
    : []
  return {
    code: field === 'title' ? 'title-missing' : 'field-missing',
    path,
    found: `no field "${field}"`,
    expected: 'one, since it has no default',
    hint: hintsBeside.find(Boolean) ?? WRITE.get(field),
  }
}

/** For an indicator that is called by its title in place of its name. */
export function hintByTitle(path: Path, input: unknown, content: unknown): string | undefined {
  const indicators = valueAt(content, ['indicators'])
  if (path.at(-1) !== 'indicator' || typeof input !== 'string' || !isPlain(indicators)) return undefined
  const titled = Object.entries(indicators).flatMap(([name, item]) => {
    const title = isPlain(item) ? item['title'] : undefined
    const texts = isPlain(title) ? Object.values(title) : typeof title === 'string' ? [title] : []
    return texts.map((text): [string, string] => [String(text), name])
  })
  const texts = titled.map(([text]) => text)
  const near = texts.includes(input) ? input : nearest(input, texts)
  const name = titled.find(([text]) => text === near)?.[1]
  return name && `Did you mean ${name}? Its title is ${near}.`
}

export const NAME_FORM = 'a name of lower-case letters, digits and _ that begins with a letter'

export function wrongName(path: Path): FieldProblem {
  const name = String(path.at(-1))
  if (['by_year', 'starts', 'under_way'].includes(String(path.at(-2)))) {
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
  number: 'a number', string: 'a text', object: 'a map of fields', record: 'a map', array: 'a list', tuple: 'a list of two', int: 'a whole number', boolean: 'true or false',
} // biome-ignore format: a list reads best as a paragraph

export function wrongType(path: Path, expected: string, input: unknown): FieldProblem {
  if (path[0] === 'uncertainties' && path.length === 2 && typeof input === 'number')
    return asFixed(path, input)
  if (path.at(-1) === 'distribution' || (path.at(-1) === 'of' && expected === 'object'))
    return distributionProblem(path, input)
  const hint =
    numberHint(input) ?? yearHint(path, input) ?? startsHint(path, input) ?? yesNoHint(input, expected)
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

export function notOneOf(path: Path, known: string[], input: unknown): FieldProblem {
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

export function outOfRange(
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
  const pair = path.at(-1) === 'range'
  return { code, path, found: show(input), expected: pair ? 'a list of 2' : `a list of ${bound}` }
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
