/** Of promised rates: for whom an office builds, who is there, and what more or fewer people do to the odds. */
import { separateDifference } from '../math/share-difference.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import { reached } from './attainment.js'
import { LEAST_DRAWS, oddsOf } from './odds.js'
import { noSampleOf } from './odds-by-design.js'
import { findColumn } from './read-columns.js'
import type { PeopleCount, PromisedPeople } from './summary.js'
import { type PolicyColumns, principalAt, type RunTarget, spreadAt } from './target-verdicts.js'

/** Of how many parts the one with fewest people is set beside the one with most. */
const PARTS = 3

/** By target, of those whose indicator is a promised rate. */
export async function promisedPeople(
  columns: PolicyColumns,
  reader: OutcomeReader,
): Promise<ReadonlyMap<string, PromisedPeople>> {
  const { header, policy } = columns
  const found = new Map<string, PromisedPeople>()
  const noSample = noSampleOf(header.design, reader.draws)
  for (const target of header.targets) {
    const promised = header.indicators.find(({ name }) => name === target.indicator)?.promisedFor
    if (!promised) continue
    const expected = countOf(columns, promised.expected, target.year)
    const people = countOf(columns, promised.people, target.year)
    if (!expected || !people) continue
    const names = namesOf(header, [target.indicator, promised.people], target.year)
    const odds = noSample ? {} : byPeople(target, await reader.read(policy, names))
    found.set(target.id, { expected, people, ...odds })
  }
  return found
}

/** What an indicator of people comes to in the target's year; undefined where the run has no such column. */
function countOf(columns: PolicyColumns, name: string, year: number): PeopleCount | undefined {
  const indicator = columns.header.indicators.find((one) => one.name === name)
  const spread = spreadAt(columns, name, 0, year)
  if (!indicator || !spread) return undefined
  const { title, unit } = indicator
  return { indicator: name, title, unit, spread, principal: principalAt(columns, name, 0, year) }
}

const namesOf = (header: RunHeader, indicators: readonly string[], year: number) =>
  indicators.map((name) => findColumn(header, name, 0, year)!.name)

/** Odds in the third of the futures with fewest people, and in that with most. */
function byPeople(
  target: RunTarget,
  [values, people]: readonly Float64Array[],
): Pick<PromisedPeople, 'odds'> {
  const known = Array.from(values.keys()).filter((draw) => !Number.isNaN(values[draw]))
  const size = Math.floor(known.length / PARTS)
  if (size < LEAST_DRAWS) return {}
  const byNumber = known.sort((one, other) => people[one] - people[other] || one - other)
  // with as many people in nearly every future there is no third with fewest
  if (people[byNumber[size - 1]] === people[byNumber[byNumber.length - size]]) return {}
  const among = (draws: readonly number[]) =>
    oddsOf(draws.filter((draw) => reached(target, values[draw])).length, draws.length)
  return { odds: { fewest: among(byNumber.slice(0, size)), most: among(byNumber.slice(-size)) } }
}

/** Whether the two thirds differ by more than chance; each is of futures of its own. */
export function thirdsDiffer({ fewest, most }: NonNullable<PromisedPeople['odds']>): boolean {
  const { low, high } = separateDifference(fewest, most)
  return low > 0 || high < 0
}
