import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { ScenarioDiff } from '../../src/analysis/scenario-diff.js'
import { cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

// As a user imports it: the built library, whose workers are those of the command line.
const { diffScenarios }: typeof import('../../src/index.js') = await import(
  pathToFileURL('dist/index.js').href
)
const folder = temporary()

/** A variant of tiny.yaml that says this. */
function variant(name: string, text: string): string {
  const file = join(folder, `${name}.yaml`)
  writeFileSync(file, `extends: ${resolve(TINY)}\n${text}\n`)
  return file
}

const LATE = variant(
  'late',
  `title: { en: Tiny but late, zh: 推迟 }
levers: { schools: { default: 1.2 } }
services: { school_places: { programmes: { new_schools: { starts: { 2021: 1, 2022: 2 } } } } }
targets: [{ id: urban-share, threshold: 45 }]`,
)

/** Steps of a target by name of the change, and what they add up to beside what they should. */
function stepsOf({ targets, changes }: ScenarioDiff, id: string) {
  const { before, after, steps } = targets.find((target) => target.id === id)!
  const sum = (part: (step: (typeof steps)[number]) => number) =>
    steps.reduce((total, step) => total + part(step), 0)
  expect(sum(({ odds }) => odds)).toBeCloseTo(after.odds.share - before.odds.share, 12)
  expect(sum(({ median }) => median!)).toBeCloseTo(after.median! - before.median!, 9)
  return Object.fromEntries(steps.map(({ change, ...step }) => [changes[change].parts.join(' + '), step]))
}

describe('what changed between two scenarios', () => {
  it('starts at the odds of a run of the first file and ends at those of a run of the second', async () => {
    const found = await diffScenarios(TINY, LATE, { draws: 80 })
    for (const [side, file] of [['before', TINY], ['after', LATE]] as const) {
      const out = join(folder, side)
      const run = JSON.parse(cityward('run', ...NUMBERS_ONLY, file, '--draws', '80', '--json', '--out', out).out)
      for (const { id, region } of run.policies.at(-1).targets) {
        const { odds, median } = found.targets.find((target) => target.id === id)![side]
        expect([odds, median]).toEqual([region.odds, region.spread.median])
      }
    }
    expect(found.mixtures).toBe(4)
    const steps = stepsOf(found, 'school-places')
    expect(Object.keys(steps).sort()).toEqual(['levers.schools', 'services.school_places.programmes.new_schools'])
    expect(steps['levers.schools'].odds).toBeGreaterThan(0)
    expect(steps['services.school_places.programmes.new_schools'].odds).toBeLessThan(0)
    expect(Object.keys(stepsOf(found, 'urban-share'))).toEqual(['targets.urban-share'])
    expect(stepsOf(found, 'one-hour')).toEqual({})
  }) // biome-ignore format: two sides

  it('turns round with the files', async () => {
    const there = stepsOf(await diffScenarios(TINY, LATE, { draws: 40 }), 'school-places')
    const back = stepsOf(await diffScenarios(LATE, TINY, { draws: 40 }), 'school-places')
    for (const [name, { odds, median, oddsError }] of Object.entries(there)) {
      expect(back[name].odds).toBeCloseTo(-odds, 12)
      expect(back[name].median).toBeCloseTo(-median!, 9)
      expect(back[name].oddsError).toBeCloseTo(oddsError, 12)
    }
  })

  it('can be worked out by hand', async () => {
    // of what is due, half opens in a year: 1 school of 2 in 2022, 1 more of the 2 then due in 2023; 100 places each
    const fixed = `title: { en: By hand, zh: 手算 }
uncertainties: { on_time: { distribution: { kind: fixed, value: 0.5 } } }`
    const base = variant('by-hand', fixed)
    const more = variant(
      'by-hand-more',
      `${fixed}
levers: { schools: { default: 1.5 } }
indicators: { places_added: { of: "opened(school_places, new_schools) * 120" } }`,
    )
    const found = await diffScenarios(base, more, { draws: 12, target: 'school-places' })
    const { before, after } = found.targets[0]
    expect([before.median, after.median]).toEqual([200, 360])
    const steps = stepsOf(found, 'school-places')
    // a fifth more places of 200 before the lever, of 300 after it; half as many schools again of 200, of 240
    expect(steps['indicators.places_added'].median).toBeCloseTo((40 + 60) / 2, 9)
    expect(steps['levers.schools'].median).toBeCloseTo((100 + 120) / 2, 9)
    // the lever reaches 300 by itself, the indicator neither before nor after it
    expect(steps['levers.schools'].odds).toBeCloseTo(1, 12)
    expect(steps['indicators.places_added'].odds).toBeCloseTo(0, 12)
  })

  it('joins what does not work apart, and says why', async () => {
    const joined = variant(
      'joined',
      `title: { en: Joined, zh: 合并 }
uncertainties:
  conversion: { title: { en: Conversion, zh: 落户 }, unit: ratio, distribution: { kind: uniform, low: 1, high: 2 }, because: Made for tests., source: judgement }
population: { levels: { rural_exit: 2.5 * pace, conversion_migrant: 0.02 * conversion } }`,
    )
    for (const [before, after] of [[TINY, joined], [joined, TINY]]) {
      const { changes, mixtures } = await diffScenarios(before, after, { draws: 12 })
      const parts = changes.map((change) => [...change.parts].sort())
      expect(parts.sort()).toEqual([['population.levels.conversion_migrant', 'uncertainties.conversion'], ['population.levels.rural_exit']])
      expect(changes.find((change) => change.parts.length === 2)!.because).toMatchObject({ found: 'the name "conversion"' })
      expect(mixtures).toBe(4)
    }
  }) // biome-ignore format: pairs

  it('counts futures that cannot be lived, and says which change brings them', async () => {
    const fast = variant(
      'fast',
      'title: { en: Fast, zh: 过快 }\npopulation: { levels: { conversion_migrant: 1.2 * pace } }',
    )
    const { failed, targets } = await diffScenarios(TINY, fast, { draws: 40 })
    expect(failed).toMatchObject([
      {
        made: ['population.levels.conversion_migrant'],
        why: expect.stringContaining('conversion_migrant of Alpha'),
      },
    ])
    const hour = targets.find(({ id }) => id === 'one-hour')!
    expect(hour.after.odds.hits).toBe(40 - failed[0].failures)
    expect(cityward('diff', TINY, fast, '--draws', '40').out).toContain(
      'Warning: 1 mixture has futures that cannot be lived or have no number',
    )
  })

  it('draws orders where changes are many, and still adds up', async () => {
    const levels = [
      'rural_exit: 1.5 * pace',
      'return_home: 0.4',
      'city_to_city: 0.2',
      'return_from_outside: 0.5',
      'returning_to_village: 0.6',
      'conversion_migrant: 0.03',
      'fertility: 1.1',
      'mortality: 1.1',
      'babies_registered_here: 0.2',
    ]
    const many = variant(
      'many',
      `title: { en: Many, zh: 多项 }\npopulation:\n  levels:\n${levels.map((level) => `    ${level}\n`).join('')}`,
    )
    const found = await diffScenarios(TINY, many, { draws: 12, target: 'urban-share', mixtures: 40 })
    expect(found.changes).toHaveLength(9)
    expect(found.orders).toBe(4)
    expect(found.mixtures).toBeLessThan(40)
    expect(found.targets[0].steps[0].medianError).toBeGreaterThan(0)
    stepsOf(found, 'urban-share')
  })
})

describe('the command', () => {
  it('shows values side by side with file and line, and the waterfall', () => {
    const { code, out } = cityward('diff', TINY, LATE, '--draws', '40', '--quiet')
    expect(code).toBe(0)
    expect(out).toContain('1  levers.schools.setting')
    expect(out).toMatch(/2021: 2, 2022: 1 +2021: 1, 2022: 2/)
    expect(out).toContain('fixtures/cases/tiny.yaml:50')
    expect(out.replaceAll(/\s/g, '')).toContain('late.yaml:4')
    expect(out).toContain('Urban share (%)  2023: ~ 40 % (39 % or more) -> 2023: ~ 45 % (44 % or more)')
    expect(out).toMatch(/^1 School programme .*\+.*\|/m)
    expect(cityward('diff', TINY, LATE, '--draws', '40', '--lang', 'zh').out).toContain(
      '新增学位（个）  2023年 >= 300个',
    )
  })

  it('gives JSON and CSV with numbers in full', () => {
    const json: ScenarioDiff = JSON.parse(cityward('diff', TINY, LATE, '--draws', '40', '--json').out)
    expect(json).toMatchObject({
      before: { file: TINY, policy: { name: 'build' } },
      draws: 40,
      seed: 7,
      onlyBefore: [],
    })
    const rows: Record<string, string>[] = parse(cityward('diff', TINY, LATE, '--draws', '40', '--csv').out, {
      columns: true,
    })
    const places = rows.filter(({ target }) => target === 'school-places')
    expect(places.map(({ row }) => row)).toEqual(['before', 'change', 'change', 'after'])
    const [before, ...rest] = places.map(({ odds }) => Number(odds))
    expect(before + rest[0] + rest[1]).toBeCloseTo(rest[2], 12)
  })

  it('says that nothing differs', () => {
    const { code, out } = cityward('diff', TINY, TINY, '--draws', '12')
    expect(code).toBe(0)
    expect(out).toContain('Nothing differs that a target could depend on.')
    expect(out).toContain('No target that both have is moved')
  })

  it.each([
    [
      ['--policy', 'biuld'],
      'Found no policy "biuld"; expected one of no_action, build.\n  Did you mean build?  [policy-unknown]',
    ],
    [
      ['--target', 'urban-shore'],
      'Found no target "urban-shore"; expected one of urban-share, school-places, one-hour.\n  Did you mean urban-share?  [target-unknown]',
    ],
    [['--json', '--csv'], 'Found --json and --csv; expected one of --json and --csv.'],
  ])('answers the slip %j', (args, said) => {
    const { code, out, err } = cityward('diff', TINY, LATE, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })
})
