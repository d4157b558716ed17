/** Targets and indicators that can be read and are hardly meant: every word of every warning. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPlan } from '../../src/studies/load-plan.js'
import { judgeByMedian } from '../../src/studies/median-check.js'
import { formatProblem } from '../../src/vocabulary/problems.js'
import { replaced, TINY, withCases } from '../scenario/tiny-scenario.js'
import { shippedPlan } from './shipped.js'

/** What is said of tiny.yaml after replacements in it, and how many problems keep it from being run. */
function warningsOf(...edits: readonly (readonly [from: string, to: string])[]): string {
  return withCases((folder) => {
    const text = edits.reduce((before, [from, to]) => replaced(before, from, to), TINY)
    writeFileSync(join(folder, 'tiny.yaml'), text)
    const { faults, warnings } = judgeByMedian(loadPlan(join(folder, 'tiny.yaml')), 'tiny.yaml')
    expect(faults).toEqual([])
    return warnings.map(formatProblem).join('\n').replaceAll(`${folder}/`, '')
  })
}

/** A target that stands for no commitment, so that its size alone is judged. */
const target = (rest: string) =>
  ['  - { id: one-hour', `  - { id: mine, year: 2023, ${rest} }\n  - { id: one-hour`] as const
const share = (threshold: string) =>
  target(`indicator: urban_share, comparator: at_least, threshold: ${threshold}`)

describe('a threshold', () => {
  it('a fiftieth of what is there today is a share in the place of percent', () => {
    expect(warningsOf(share('0.4'))).toBe(
      `tiny.yaml:83:86  targets.mine.threshold
  Found 0.4 against 36.8 percent in 2020; expected a number of the same size, in percent.
  Write 40 for 40 %.  [threshold-of-another-size]`,
    )
  })

  it('a thousand times too large is told the same', () => {
    expect(warningsOf(share('40000'))).toContain('Found 40000 against 36.8 percent in 2020;')
    expect(warningsOf(share('40000'))).toContain('Write 40 for 40 %.')
  })

  it.each(['0.8', '1', '37', '100', '1800', '0', '-40'])(
    'of %s percent is nobody else to judge',
    (threshold) => {
      expect(warningsOf(share(threshold))).toBe('')
    },
  )

  it('is believed where the target says what it rests on', () => {
    expect(warningsOf(share('0.4, because: All but the last few leave'))).toBe('')
  })

  it('of persons in tens of thousands is told, and one that ends a lack is not', () => {
    const people = [
      'indicators:\n',
      'indicators:\n  everybody: { title: { en: P, zh: P }, of: people(resident), unit: person }\n',
    ] as const
    const asked = (rest: string) => target(`indicator: everybody, ${rest}`)
    expect(warningsOf(people, asked('comparator: at_least, threshold: 2'))).toContain(
      '[threshold-of-another-size]',
    )
    expect(warningsOf(people, asked('comparator: at_most, threshold: 2'))).toBe('')
  })
})

describe('an indicator in percent', () => {
  it('a thousand times a share says so once, and its targets are left alone', () => {
    expect(warningsOf(['times: 100', 'times: 1000'])).toBe(
      `tiny.yaml:61:12  indicators.urban_share.times
  Found \`times: 1000\` with the unit percent; expected 100.
  Write \`times: 100\`.  [times-of-another-unit]`,
    )
  })

  it('without `times` is told, also where it is left out', () => {
    expect(warningsOf(['    times: 100\n', ''])).toBe(
      `tiny.yaml:57:3  indicators.urban_share.times
  Found \`times: 1\` with the unit percent; expected 100.
  Write \`times: 100\`; left out it is 1.  [times-of-another-unit]`,
    )
  })

  it('whose part is larger than its whole is told', () => {
    expect(
      warningsOf(
        ['of: people(urban)', 'of: people(resident)'],
        ['per: people(resident)', 'per: people(urban)'],
      ),
    ).toBe(
      `tiny.yaml:61:12  indicators.urban_share.times
  Found 271.4 percent in 2020 with every uncertainty at its median; expected at most about 100, as it is a part of a whole.
  Is \`per:\` the whole that \`of:\` is a part of?  [more-than-a-whole]`,
    )
  })

  it('that is worked out as a share is told by its target', () => {
    expect(
      warningsOf([
        '    of: people(urban)\n    per: people(resident)\n    times: 100',
        '    of: sum(people(urban)) / sum(people(resident))\n    places: region',
      ]),
    ).toContain(
      'The indicator looks like a share: `times: 100` makes it percent.  [threshold-of-another-size]',
    )
  })
})

describe('the unit of an indicator', () => {
  it.each([
    ['a bed on people', ['unit: place', 'unit: bed'], '"bed" on place; expected a unit of place.'],
    [
      'percent of a count',
      ['unit: school', 'unit: percent'],
      '"percent" on school; expected a unit of school.',
    ],
    [
      'persons on a share',
      ['unit: percent', 'unit: person'],
      '"person" on a share; expected percent, or another unit of a share.',
    ],
  ] as const)('is told where it is %s', (_, edit, said) => {
    // the last unit of a name stands with the indicators, the others with services
    const [services, indicators] = TINY.split('indicators:')
    const changed = `${services}indicators:${replaced(indicators, edit[0], edit[1])}`
    expect(warningsOf(['*', changed])).toContain(said)
    expect(warningsOf(['*', changed])).toContain('[unit-of-another-thing]')
  })

  it('in tens of thousands asks for `times: 0.0001`', () => {
    const [services, indicators] = TINY.split('indicators:')
    const changed = `${services}indicators:${replaced(indicators, 'unit: place', 'unit: 万个学位')}`
    expect(warningsOf(['*', changed])).toBe('')
    const known = `${services}indicators:${replaced(indicators, 'unit: place', 'unit: 10,000 places')}`
    expect(warningsOf(['*', known])).toContain(
      'Found `times: 1` with the unit 10,000 places; expected 0.0001.',
    )
  })

  it('is believed where a number in the formula may carry a unit', () => {
    expect(warningsOf(['of: unmet(school_places)', 'of: unmet(school_places) / 45'])).toBe('')
  })
})

describe('a target beside the commitment that it stands for', () => {
  it('is told where number, sense or year differ', () => {
    expect(warningsOf(['threshold: 300, year: 2023', 'threshold: 400, year: 2022'])).toBe(
      `tiny.yaml:82:84  targets.school-places.threshold
  Found 400 place; expected 300 place, as commitments.csv has it for school-places.
  Where the scenario differs on purpose, say why in \`because:\` of the target.  [target-not-as-promised]
tiny.yaml:82:95  targets.school-places.year
  Found the year 2022; expected 2023, as commitments.csv has it for school-places.
  Where the scenario differs on purpose, say why in \`because:\` of the target.  [target-not-as-promised]`,
    )
    expect(
      warningsOf(['comparator: at_most, threshold: 1,', 'comparator: at_least, threshold: 1,']),
    ).toContain('Found at_least; expected at_most, as commitments.csv has it for one-hour.')
  })

  it('is believed where it says why', () => {
    expect(
      warningsOf(['threshold: 300, year: 2023', 'threshold: 400, year: 2023, because: A stricter reading']),
    ).toBe('')
  })

  it('is one amount in another unit', () => {
    expect(
      warningsOf(
        ['    times: 100\n    unit: percent', '    unit: share'],
        ['threshold: 40, tolerance: 1', 'threshold: 0.4, tolerance: 0.01'],
      ),
    ).toBe('')
  })
})

const SCENARIOS = ['scenarios', 'scenarios/variants', 'fixtures/cases', 'fixtures/published'].flatMap(
  (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
)

const SAID: Readonly<Record<string, readonly string[]>> = {
  // published closed to migration, from a folder that also has the migrants of the other scenarios of it
  'fixtures/published/burkina-faso-1960.yaml': ['migration-unused'],
  // the level of one county of 111, Liujiang, as it was fitted to its decade
  ...Object.fromEntries(
    ['guangxi-counties', 'variants/counties-nested'].map((name) => [
      `scenarios/${name}.yaml`,
      ['level-unusual'],
    ]),
  ),
  // numbers of people that are easy to follow by hand, so that levels are those of no place
  ...Object.fromEntries(
    ['leaving', 'crowding', 'jobs-kept', 'jobs-leaving', 'return-parks', 'settling'].map((name) => [
      `fixtures/cases/${name}.yaml`,
      ['level-unusual'],
    ]),
  ),
}

it.each(SCENARIOS)('nothing is said of %s', (file) => {
  const { faults, warnings } = judgeByMedian(shippedPlan(file), file)
  const codes = warnings.map(({ code }) => code)
  expect({ faults, codes }).toEqual({ faults: [], codes: SAID[file] ?? [] })
})

describe('a target on a ratio with nothing to be measured against', () => {
  it('has no odds, and is warned of', () => {
    expect(warningsOf(['per: people(resident)', 'per: people(resident) * max(0, pace - 9)'])).toBe(
      `tiny.yaml:81:35  targets.urban-share.indicator
  Found nothing to measure "Urban share" of Tinyland in 2023 against with every uncertainty at its median; expected a number, or the target has no odds.
  Look at \`per\` of the indicator urban_share: it is 0.  [denominator-zero]`,
    )
  })

  // schools is 0 under no_action alone
  it('is told with the policies that it has none under', () => {
    expect(warningsOf(['per: people(resident)', 'per: people(resident) * schools'])).toContain(
      'against with every uncertainty at its median, under no_action; expected',
    )
  })
})

describe('a census revision', () => {
  // urban share is 44.2 percent in 2023: a fifth of it is 8.8
  it('of a large part of what it revises is in another unit', () => {
    const revised = (by: string) =>
      ['    times: 100\n', `    times: 100\n    census_revision: ${by}\n`] as const
    expect(warningsOf(revised('500'))).toBe(
      `tiny.yaml:62:22  indicators.urban_share.census_revision
  Found a standard deviation of 500 against 44.2 percent in 2023; expected at most a fifth of that, in percent.
  A share of the value is written { share: 0.01 } for one per cent.  [revision-of-another-size]`,
    )
    const ofCities = (by: string) =>
      ['    times: 100\n', `    times: 100\n    census_revision_of_cities: ${by}\n`] as const
    expect(warningsOf(ofCities('150'))).toContain('indicators.urban_share.census_revision_of_cities\n')
    expect(warningsOf(ofCities('1.5'))).toBe('')
    expect(warningsOf(revised('2'))).toBe('')
    expect(warningsOf(revised('{ share: 0.01 }'))).toBe('')
  })
})

describe('levels', () => {
  // by hand: the level is the number of moves itself; Americans come to 11.7 moves in a lifetime
  it('of more moves in a lifetime than any population has are told', () => {
    const answer = warningsOf(['rural_exit: 2 * pace', 'rural_exit: 13 * pace'])
    expect(answer).toBe(
      `tiny.yaml:32:17  population.levels.rural_exit
  Found 13 moves in a lifetime of Alpha in 2021, with every uncertainty at its median; expected at most 12, more than any population is known to have.
  It is a number of moves in a lifetime, in steps of five years too: do not multiply it by five.  [level-unusual]`,
    )
    expect(warningsOf(['rural_exit: 2 * pace', 'rural_exit: 12 * pace'])).toBe('')
  })

  it.each([
    ['fertility: 0.1', '0.'],
    ['fertility: 9', '1'],
  ])('of children as few or as many as no women have are told: %s', (level, begins) => {
    const answer = warningsOf(['rural_exit: 2 * pace', `${level}\n    rural_exit: 2 * pace`])
    expect(answer).toContain(`population.levels.fertility\n  Found ${begins}`)
    expect(answer).toContain(
      "children in a woman's life of Alpha in 2021, with every uncertainty at its median; expected 0.3 to 10.",
    )
  })
})

it('a tolerance that takes in nearly every value is told', () => {
  expect(warningsOf(['threshold: 40, tolerance: 1', 'threshold: 40, tolerance: 41'])).toBe(
    `tiny.yaml:81:93  targets.urban-share.tolerance
  Found a tolerance of 41 about 40; expected at most half of what is asked for.
  It is in the unit of the threshold. Where it is meant, say why in \`because:\` of the target.  [tolerance-of-another-size]`,
  )
})

it('a programme whose starts are all shifted beyond the last year is told, and no other', () => {
  const shifted = (by: number) =>
    warningsOf(['starts: { 2021: 2, 2022: 1 }', `starts: { 2021: 2, 2022: 1 }\n        shift: ${by}`])
  expect(shifted(5)).toBe(
    `tiny.yaml:51:16  services.school_places.programmes.new_schools.shift
  Found starts from 2021 on, shifted by 5 years: none until 2023; expected a start by 2023, the last year of the scenario.
  Write a later \`years.to\`, or no programme.  [starts-after-end]`,
  )
  expect(shifted(2)).toBe('')
})

it('a promised rate that is built for nobody is told', () => {
  const nobody = [
    'indicators:\n',
    'indicators:\n  nobody: { title: { en: N, zh: N }, of: 0, unit: place, places: region }\n  kept: { title: { en: K, zh: K }, of: 0.9, unit: ratio, places: region, promised_for: { expected: nobody, people: places_short } }\n',
  ] as const
  expect(warningsOf(nobody)).toContain(
    'indicators.kept.promised_for.expected\n  Found 0 place expected in 2023 with every uncertainty at its median; expected more than nobody, for whom what is promised is built.',
  )
})
