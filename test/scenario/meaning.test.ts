/**
 * Slips that leave every file well-formed, in the small cases and the folder that they read. A year in another spelling, a row
 * that stands twice and a city under the other's name never change an answer without a word. A value of another size may: how
 * often, and where, is counted here and stated in docs/scenario.md. The right answer of each slip is that of the file without
 * it: its fingerprint, or to the bit what four futures of every policy come to and what is asked of them.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { type LoadedPlan, loadPlan } from '../../src/studies/load-plan.js'
import { judgeByMedian } from '../../src/studies/median-check.js'
import { CitywardError, formatProblem } from '../../src/vocabulary/problems.js'
import { type Files, type Slip, type SlipKind, slipsIn } from './slips-of-meaning.js'

const root = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
for (const folder of ['cases', 'tiny']) mkdirSync(join(root, folder))

const textsOf = (folder: string, ending: RegExp): Files =>
  new Map(
    readdirSync(`fixtures/${folder}`)
      .filter((name) => ending.test(name))
      .map((name) => [`${folder}/${name}`, readFileSync(`fixtures/${folder}/${name}`, 'utf8')]),
  )
const DATA = textsOf('tiny', /\.(?:csv|yaml)$/)
const CASES = textsOf('cases', /\.yaml$/)
for (const [file, text] of [...DATA, ...CASES]) writeFileSync(join(root, file), text)

type Fate = 'refused' | 'warned' | 'harmless' | 'silent'
interface Trial {
  readonly scenario: string
  readonly slip: Slip
}

/** What is asked of a plan, and what some of its futures come to. */
function meaningOf({ plan, scenario }: LoadedPlan) {
  const trajectory = createTrajectory(plan, 4)
  const inputs = new Float64Array(plan.uncertainties.length)
  const lived = plan.policies.flatMap((_, policy) =>
    [0, 1, 2, 3].map((draw) => {
      const outcomes = new Float64Array(plan.outcomes.length)
      trajectory.run(policy, draw, inputs, outcomes)
      return outcomes
    }),
  )
  return { targets: plan.targets, levers: scenario.levers, lived }
}

function judge(scenario: string) {
  const file = join(root, scenario)
  const loaded = loadPlan(file)
  const { faults, warnings } = judgeByMedian(loaded, file)
  return { loaded, faults, warnings: warnings.map(formatProblem) }
}

const WHOLE = new Map(
  [...CASES.keys()].map((scenario) => {
    const { loaded, warnings } = judge(scenario)
    return [scenario, { loaded, warnings, meaning: meaningOf(loaded) }]
  }),
)

/** What becomes of a slip; the file is as it was afterwards. */
function fateOf({ scenario, slip: { file, text } }: Trial): Fate {
  const whole = WHOLE.get(scenario)!
  writeFileSync(join(root, file), text)
  try {
    const { loaded, faults, warnings } = judge(scenario)
    if (faults.length > 0) return 'refused'
    if (warnings.some((warning) => !whole.warnings.includes(warning))) return 'warned'
    const sameLevers = isDeepStrictEqual(loaded.scenario.levers, whole.loaded.scenario.levers)
    if (sameLevers && loaded.plan.fingerprint === whole.loaded.plan.fingerprint) return 'harmless'
    return isDeepStrictEqual(meaningOf(loaded), whole.meaning) ? 'harmless' : 'silent'
  } catch (error) {
    if (!(error instanceof CitywardError)) throw error
    return 'refused'
  } finally {
    writeFileSync(join(root, file), DATA.get(file) ?? CASES.get(file)!)
  }
}

/** In the scenarios, each of its own; in the tables, as the scenario with most in it reads them. */
const trialsOf = (kind: SlipKind): Trial[] => [
  ...[...CASES].flatMap(([scenario, text]) =>
    slipsIn(new Map([[scenario, text]]), kind).map((slip) => ({ scenario, slip })),
  ),
  ...slipsIn(DATA, kind).map((slip) => ({ scenario: 'cases/tiny.yaml', slip })),
]

/** Slips by chance, every field as often as another, however many cells it has. */
function someOf(trials: readonly Trial[], number: number): Trial[] {
  const names = [...new Set(trials.map(({ slip }) => slip.field))]
  const fields = names.map((name) => trials.filter(({ slip }) => slip.field === name))
  const one = fc.constantFrom(...fields).chain((own) => fc.constantFrom(...own))
  return fc.sample(one, { numRuns: number, seed: 14 })
}

/** How many have which fate, and the fields of those that pass silently. */
function fatesOf(trials: readonly Trial[]) {
  const number: Record<Fate, number> = { refused: 0, warned: 0, harmless: 0, silent: 0 }
  const silent = new Set<string>()
  for (const trial of trials) {
    const fate = fateOf(trial)
    number[fate]++
    if (fate === 'silent') silent.add(trial.slip.field)
  }
  return { number, silent: [...silent].sort() }
}

describe('a slip that leaves the files well-formed', () => {
  it.each([
    ['year', 58],
    ['doubled', 135],
    ['renamed', 62],
  ] as const)('never passes silently as a %s', (kind, atLeast) => {
    // the lines of the other cases are of the same kinds as those of the largest
    const tried = trialsOf(kind).filter(({ scenario }) => scenario === 'cases/tiny.yaml')
    expect(tried.length).toBeGreaterThanOrEqual(atLeast)
    expect(fatesOf(tried)).toMatchObject({ number: { silent: 0 }, silent: [] })
  })
  it('passes silently as a value of another size in 45 of 120 cases', () => {
    const { number, silent } = fatesOf(someOf(trialsOf('value'), 120))
    expect(number.silent).toBeLessThanOrEqual(45)
    expect(number.refused + number.warned).toBeGreaterThanOrEqual(65)
    const ofTables = silent.filter((field) => field.includes('.csv'))
    const known = ['away.csv: ages', 'fertility.csv: ages', 'mortality.csv: ages', 'values.csv: value']
    expect(ofTables.filter((field) => !known.includes(field))).toEqual([])
  })

  it('passes silently as a row of ages in another unit where people away are told, and nowhere else', () => {
    const { number, silent } = fatesOf(someOf(trialsOf('row'), 30))
    expect(number.silent).toBeLessThanOrEqual(10)
    expect(silent).toEqual(['away.csv: ages'])
  })

  it('in a number of people is found by the census, and without a census it is not', () => {
    const file = 'tiny/population.csv'
    const slips = slipsIn(new Map([[file, DATA.get(file)!]]), 'value')
    const ofPeople = slips.map((slip) => ({ scenario: 'cases/tiny.yaml', slip }))
    const people = someOf(ofPeople, 10)
    expect(fatesOf(people).number).toMatchObject({ refused: 10 })
    const census = 'tiny/census.csv'
    rmSync(join(root, census))
    try {
      expect(fatesOf(people).number).toEqual({ refused: 0, warned: 0, harmless: 0, silent: 10 })
    } finally {
      writeFileSync(join(root, census), DATA.get(census)!)
    }
  })
})
