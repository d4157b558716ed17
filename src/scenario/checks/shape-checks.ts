/** The shape of a scenario file: every issue of the schema as a problem that a planner can act on, one for each field. */

import type * as z from 'zod'
import { didYouMean } from '../../vocabulary/lookup.js'
import { MOST_PROBLEMS } from '../../vocabulary/problems.js'
import { cutFormulas } from '../read/cut-formulas.js'
import type { FieldProblem } from '../read/field-problem.js'
import { isPlain, show, valueAt } from '../read/plain.js'
import type { Path } from '../scenario.js'
import { wayOf } from '../schema/fields.js'
import { type ScenarioFile, scenarioSchema } from '../schema/schema.js'
import { WAYS_TO_SAY } from '../schema/values.js'
import {
  distributionProblem,
  hintByTitle,
  missingField,
  NAME_FORM,
  notOneOf,
  outOfRange,
  unknownField,
  wrongName,
  wrongType,
} from './shape-problems.js'
import { mapHint, yesNoHint } from './value-hints.js'

type Issue = z.core.$ZodIssue

/** Fields that hold a name from elsewhere in the file; ids have hyphens instead. */
const NAMED = new Set(['0', '1', 'indicator'])

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
  const reported = new Set(cuts.flatMap((cut) => cut.rest))
  const shape = found.filter(({ code, path }) => {
    const at = path.join('.')
    // a field with a slip in its name is reported once, not again as missing; what another file has is not missing
    const isGiven = meant.has(at) || (path.length === 1 && meant.has('extends'))
    if (reported.has(at) || (/-missing$/.test(code) && isGiven)) return false
    return reported.add(at)
  })
  return [...cuts.map(({ problem }) => problem), ...shape]
}

/** Where one field is unknown and another missing, the one is likely meant to be the other. */
function paired(found: readonly FieldProblem[]): FieldProblem[] {
  const above = ({ path }: FieldProblem) => path.slice(0, -1).join('.')
  const places = new Map(
    found.map((problem) => [above(problem), { unknown: 0, missing: [] as FieldProblem[] }]),
  )
  for (const problem of found) {
    const place = places.get(above(problem))!
    if (problem.code === 'field-unknown') place.unknown++
    if (problem.code.endsWith('-missing')) place.missing.push(problem)
  }
  return found.map((problem) => {
    const { unknown, missing } = places.get(above(problem))!
    const alone = missing.length === 1 && unknown === 1
    if (problem.code !== 'field-unknown' || problem.hint || !alone) return problem
    const [{ path }] = missing
    return { ...problem, hint: didYouMean(String(path.at(-1))), meant: path }
  })
}

function describe(issue: Issue, content: unknown): FieldProblem[] {
  const path = issue.path as Path
  const input = valueAt(content, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_PROBLEMS + 1).map((key) => unknownField(path, key, content))
  }
  const ofForm = issue.code === 'invalid_union' ? issuesOfForm(issue, path, input) : undefined
  if (ofForm) return ofForm.flatMap((inner) => describe(inner, content))
  if (issue.code === 'invalid_union') return describeUnion(path, input, content)
  if (issue.code === 'invalid_key') return [wrongName(path)]
  if (input === undefined) return [missingField(path, content)]
  if (issue.code === 'invalid_type') return [wrongType(path, issue.expected, input)]
  if (issue.code === 'invalid_value') return [notOneOf(path, issue.values.map(String), input)]
  if (issue.code === 'too_small' || issue.code === 'too_big') return [outOfRange(issue, path, input)]
  if (issue.code === 'invalid_format') {
    const field = String(path.at(-1))
    const expected = NAMED.has(field)
      ? NAME_FORM
      : (FORMS_OF_TEXT[field] ?? 'lower-case letters, digits and hyphens')
    return [
      { code: 'form-wrong', path, found: show(input), expected, hint: hintByTitle(path, input, content) },
    ]
  }
  return [{ code: 'value-wrong', path, found: show(input), expected: issue.message }]
}

/** What a text of these fields looks like. */
const FORMS_OF_TEXT: Readonly<Record<string, string>> = { cutoff: 'month and day, such as 08-31' }

/** Fields of a programme that are a number or one of several maps, and those by year within them. */
const FORMS = new Set(['starts', 'under_way', 'lead', 'months'])

/** Of a field of several forms what is wrong with the form that was meant: a number, or the map that has fewest mistakes. */
function issuesOfForm(
  { errors }: Issue & { code: 'invalid_union' },
  path: Path,
  input: unknown,
): Issue[] | undefined {
  const isForm = FORMS.has(String(path.at(-1))) || FORMS.has(String(path.at(-2)))
  if (!isForm || input === undefined || errors.length === 0) return undefined
  const isOfMap = (issues: readonly Issue[]) =>
    !issues.some(({ code, path: at }) => code === 'invalid_type' && at.length === 0)
  const maps = errors.filter((issues) => isOfMap(issues as Issue[]))
  const meant =
    (isPlain(input) ? maps : []).sort((a, b) => weightOf(a as Issue[]) - weightOf(b as Issue[]))[0] ??
    errors[0]
  return meant.map((inner) => ({ ...inner, path: [...path, ...inner.path] }) as Issue)
}

/** Unknown fields weigh most: they tell that another form was meant. */
function weightOf(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, { code }) => sum + (code === 'unrecognized_keys' || code === 'invalid_key' ? 100 : 1),
    0,
  )
}

/** A map that names a way to say a value is checked as that way; other unions by what was found. */
function describeUnion(path: Path, input: unknown, content: unknown): FieldProblem[] {
  if (path.at(-1) === 'kind')
    return [distributionProblem(path.slice(0, -1), valueAt(content, path.slice(0, -1)))]
  if (input === undefined) return [missingField(path, content)]
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
