/** A last age that is written as a single one and holds all who are older. */
import { exactSum, type Placed } from './made.js'

/** Oldest age below which a last group is hardly one of all who are older. */
const OLD = 60

/**
 * Ages of which the last is written as a single one and holds all who are older, as in tables of 0 to 90: they follow
 * one another from 0, and add up to everyone wherever everyone is given.
 */
export function withOpenEnd(observations: readonly Placed[]): readonly Placed[] {
  const people = observations.filter(({ measure, isShare }) => measure === 'people' && !isShare)
  const groups = new Map(people.flatMap(({ age }) => (age === 'all' ? [] : [[age.from, age] as const])))
  const ordered = [...groups.values()].sort((a, b) => a.from - b.from)
  const last = ordered.at(-1)
  const follows = ordered.every(({ from }, k) => from === (k === 0 ? 0 : (ordered[k - 1].to ?? from) + 1))
  if (last?.to === undefined || last.from !== last.to || last.from < OLD || !follows) return observations
  const sums = new Map<string, { all?: string; readonly ages: string[] }>()
  for (const { place, matched, year, sex, residence, age, digits } of people) {
    const key = [matched || place, year, sex, residence].join('\n')
    const found = sums.get(key) ?? { ages: [] }
    sums.set(key, age === 'all' ? { ...found, all: digits } : { ...found, ages: [...found.ages, digits] })
  }
  const whole = [...sums.values()].filter(({ all }) => all !== undefined)
  const addUp = whole.every(({ all, ages }) => Number(exactSum(ages)) === Number(all))
  if (whole.length === 0 || !addUp) return observations
  return observations.map((one) =>
    one.age !== 'all' && one.age.from === last.from
      ? { ...one, age: { from: last.from, to: undefined } }
      : one,
  )
}
