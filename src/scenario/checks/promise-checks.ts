/** What promised rates say of other indicators. */
import { readLabel } from '../../vocabulary/labels.js'
import { unknownName } from '../../vocabulary/lookup.js'
import { PURE, sameUnit } from '../../vocabulary/units.js'
import type { FieldProblem } from '../read/field-problem.js'
import type { ScenarioFile } from '../schema/schema.js'

type IndicatorInFile = ScenarioFile['indicators'][string]

/** Indicators of people that the scenario does not have, that count nobody, or the two of which count differently. */
export function promiseProblems({ indicators }: ScenarioFile): FieldProblem[] {
  const known = Object.keys(indicators)
  return Object.entries(indicators).flatMap(([name, { promised_for: promised }]) => {
    if (!promised) return []
    const path = ['indicators', name, 'promised_for']
    const wrong = (['expected', 'people'] as const).flatMap((field): FieldProblem[] => {
      const asked = promised[field]
      const at = [...path, field]
      if (Object.hasOwn(indicators, asked))
        return isShare(indicators[asked]) ? [notACount(at, asked, indicators[asked])] : []
      return [{ ...unknownName('indicator', asked, known, 'a name under `indicators:`'), path: at }]
    })
    if (wrong.length > 0) return wrong
    const [expected, people] = [promised.expected, promised.people].map((one) => indicators[one].unit)
    return isAlike(expected, people) ? [] : [countedOtherwise(path, expected, people)]
  })
}

/** A share has no sum over areas, and nothing is built for it. */
const isShare = ({ per, promised_for: promised, unit }: IndicatorInFile) => {
  const label = readLabel(unit)
  return per !== undefined || promised !== undefined || (label !== undefined && sameUnit(label.unit, PURE))
}

const notACount = (path: FieldProblem['path'], asked: string, { unit }: IndicatorInFile): FieldProblem => ({
  code: 'promise-not-of-people',
  path,
  found: `the indicator "${asked}", a share in ${unit}`,
  expected: 'an indicator that counts people, without `per:`',
})

/** One in persons and one in tens of thousands would be 10,000 times as many people. */
function isAlike(one: string, other: string): boolean {
  const [label, second] = [one, other].map(readLabel)
  if (!label || !second) return one === other
  return sameUnit(label.unit, second.unit) && label.size === second.size
}

const countedOtherwise = (path: FieldProblem['path'], expected: string, people: string): FieldProblem => ({
  code: 'promise-not-of-people',
  path,
  found: `people expected in ${expected} and people there in ${people}`,
  expected: 'the same unit for both',
})
