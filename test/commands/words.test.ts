import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const folder = temporary()
const HELPERS = ['last-answer', 'terminal', 'screen', 'lookup', 'progress-and-cancel', 'end-of-run']
const version: string = JSON.parse(readFileSync('package.json', 'utf8')).version
/** Every file of src/commands that is no helper of the others. */
const COMMANDS = readdirSync('src/commands')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !HELPERS.includes(name))
  .concat('open', 'completion')

describe('asking for help', () => {
  it('teaches the first hour and names every command', () => {
    const { code, out, err } = cityward('--help')
    expect([code, err]).toEqual([0, ''])
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(out).toContain('A first hour:\n  $ cityward new my-plan')
    expect(out).toContain('Exit codes: 0 done')
  })

  it.each(COMMANDS)('of %s shows an example', (command) => {
    const { code, out } = cityward(command, '--help')
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Examples:\n {2}\\$ cityward ${command} `, 'm'))
  })

  it('gives the version of the package', () => {
    expect(cityward('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})

describe('a slip on the command line', () => {
  it.each([
    [['fly'], "error: unknown command 'fly'"],
    [['run', TINY, '--drwas', '5'], "error: unknown option '--drwas'\n(Did you mean --draws?)"],
    [['run'], "error: missing required argument 'scenario'"],
    [['run', TINY, '--draws', 'many'], 'Found many; expected a whole number of 1 or more.'],
    [['run', TINY, '--draws', '0'], 'Found 0; expected a whole number of 1 or more.'],
    [['run', TINY, '--until', '60%'], 'Found 60%; expected a half-width in per cent below 50%, such as 1%.'],
    [
      ['run', TINY, '--until', '0.02'],
      'Found 0.02; expected a half-width in per cent below 50%, such as 1%.',
    ],
    [['run', TINY, '--lang', 'fr'], 'Allowed choices are en, zh.'],
    [['explain', TINY, 'urban_share', '--depth', '0'], 'Found 0; expected a whole number of 1 or more.'],
  ])('%j is answered with what was expected, and 2', (args, said) => {
    const { code, out, err } = cityward(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).toContain('(cityward --help shows what can be asked)')
  })

  it.each(['run', 'check', 'explain'])('%s of a file that is not there says so, with its name', (command) => {
    const { code, out, err } = cityward(command, 'nowhere/plan.yaml')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^nowhere\/plan\.yaml\n {2}Found .*; expected .*\n?.*\[[a-z-]+\]\n$/)
    expect(err).not.toContain('    at ')
  })

  it('asks for one form at a time', () => {
    const { code, out, err } = cityward('run', TINY, '--json', '--csv', '--out', join(folder, 'forms'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(
      'cityward run\n  Found --json and --csv; expected one of --json, --csv, --markdown and --full.\n' +
        '  Each is the whole answer in another form: ask for them one at a time.  [options-conflict]\n',
    )
  })

  it('knows the policies, and the one that was meant', () => {
    const { code, err } = cityward('run', TINY, '--policy', 'biuld', '--out', join(folder, 'policies'))
    expect(code).toBe(2)
    expect(err).toBe(
      `${TINY}\n  Found no policy "biuld"; expected one of no_action, build.\n  Did you mean build?  [policy-unknown]\n`,
    )
  })
})

describe('check', () => {
  it('says what was found good', () => {
    const good = `${TINY}: no problems. 2 cities, 2020-2023, 2 policies, 2 uncertainties, 3 targets.\n`
    const { code, out, err } = cityward('check', TINY)
    expect([code, err]).toEqual([0, ''])
    expect(out.startsWith(good)).toBe(true)
    // of several files nothing but that
    expect(cityward('check', TINY, TINY).out).toBe(good + good)
  })

  it('says what one scenario would do: people, targets, and programmes by year against what is due', () => {
    const { out } = cityward('check', TINY)
    // population.csv: 38,000 people, 24,000 of them in villages
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Residents of Tinyland: 38,000 people in 2020, 36.8 % in towns;',
    )
    expect(out).toMatch(/Of 3 targets it reaches \d/)
    expect(out).toContain('Opened of what is due in this scenario, by the end of the year:\n')
    expect(out).toMatch(/^Programme +2021 +2022 +2023$/m)
  })

  it('says nothing of targets where there are none, and nothing of registration where nobody registers', () => {
    const plain = 'fixtures/template-regions/net-migration/scenario.yaml'
    const { out } = cityward('check', plain)
    expect(out).toContain('Residents of Example region:')
    expect(out).not.toContain('0 targets it')
    const explained = cityward('explain', plain, 'residents').out.replaceAll(/\s+/g, ' ')
    expect(explained).toContain('survival, births, moves and net migration (docs/method.md)')
    expect(explained).not.toContain('registration')
  })

  it('refuses counties of a municipality by the name as it was typed', () => {
    const asked = [
      'new',
      join(folder, 'none'),
      '--province',
      '上海',
      '--level',
      'county',
      '--lang',
      'zh',
    ] as const
    expect(cityward(...asked).err).toContain('发现：上海的 county（其地区本已是区县）')
  })

  it('says every problem of every file with its place, and counts them', () => {
    const file = join(folder, 'wrong.yaml')
    writeFileSync(file, 'title: { en: A, zh: B }\nyears: { from: 2023, to: 2020 }\n')
    const { code, out, err } = cityward('check', TINY, file)
    expect(code).toBe(2)
    expect(out).toContain(`${TINY}: no problems.`)
    expect(err).toMatch(new RegExp(`^${file}:\\d+:\\d+`, 'm'))
    expect(err).toMatch(/\n\d+ problems\.\n$/)
    const { problems } = JSON.parse(cityward('check', '--json', file).out)
    expect(problems[0]).toMatchObject({ where: { file }, code: expect.any(String) })
  })
})

describe('what can be read and is hardly meant', () => {
  const project = join(folder, 'project')
  cityward('new', project)
  const file = join(project, 'scenario.yaml')
  const text = readFileSync(file, 'utf8')
  const untouched = cityward('check', file)
  // a name of its own for the source, so that the numbers are no longer those of the template
  const data = join(project, 'data')
  for (const name of readdirSync(data).filter((table) => /\.(csv|yaml)$/.test(table))) {
    const table = join(data, name)
    writeFileSync(table, readFileSync(table, 'utf8').replaceAll('S_EXAMPLE', 'S_OWN'))
  }
  const asked = (threshold: string) =>
    writeFileSync(file, text.replace('threshold: 65', `threshold: ${threshold}`))
  const warning = (found: string) =>
    `${file}:91:16  targets.urban-share.threshold\n  Found ${found} percent in 2020; expected a number of the same size, in percent.\n` +
    '  Write 65 for 65 %.  [threshold-of-another-size, a warning]\n'

  it.each([
    ['0.65', '0.65 against 60'],
    ['65000', '65000 against 60'],
  ])('is told by check and by run, which go on: %s', (threshold, found) => {
    asked(threshold)
    expect(cityward('check', file)).toMatchObject({ code: 0, err: warning(found) })
    expect(cityward('check', file).out).toContain(`${file}: no problems, 1 warning. 1 city, `)
    expect(JSON.parse(cityward('check', file, '--json').out)).toMatchObject({
      problems: [],
      warnings: [{ code: 'threshold-of-another-size', where: { line: 91 } }],
    })
    const run = cityward(
      'run',
      file,
      '--draws',
      '20',
      ...NUMBERS_ONLY,
      '--quiet',
      '--json',
      '--out',
      join(folder, `run-${threshold}`),
    )
    expect([run.code, run.err]).toEqual([0, `${warning(found)}\n`])
    expect(JSON.parse(run.out).warnings).toHaveLength(1)
  })

  it('is nothing where the numbers are of a source of their own', () => {
    asked('65')
    expect(cityward('check', file)).toMatchObject({ code: 0, err: '' })
  })

  it('is, where the template is as it came, that its numbers are invented and its levels not fitted', () => {
    expect(untouched.code).toBe(0)
    expect(untouched.err).toBe(
      `${join(project, 'data', 'sources.csv')}
  Found the source S_EXAMPLE, whose numbers are invented, and levels that are fitted to no census; expected numbers of your own: until then verdicts say nothing of any place.
  Take its row out of sources.csv once no table names it; \`cityward calibrate\` fits levels to two censuses.  [numbers-invented, a warning]
`,
    )
  })
})

describe('schema', () => {
  it('is JSON Schema that knows the sections of a scenario', () => {
    const { code, out } = cityward('schema')
    expect(code).toBe(0)
    expect(Object.keys(JSON.parse(out).properties)).toEqual(
      expect.arrayContaining(['title', 'data', 'years', 'uncertainties', 'levers', 'policies', 'targets']),
    )
  })
})

describe('explain', () => {
  // all of it stands in the file: fixtures/cases/tiny.yaml
  it('says of an uncertainty its distribution, reason, source, median, and which fields it enters', () => {
    const { out } = cityward('explain', TINY, 'pace')
    expect(out).toContain('Enters: population.levels.rural_exit\n')
    expect(out).toContain('pace = 1 (ratio) [judgement] {judgement}')
    expect(out).toContain('uncertainty, triangular, low 0.5, mode 1, high 1.5. Made for tests.')
    expect(cityward('explain', TINY, 'pace', '--lang', 'zh').out).toContain(
      '用于：population.levels.rural_exit',
    )
  })

  it('says of a lever its range, what a policy sets it to, and which fields it enters', () => {
    const { out } = cityward('explain', TINY, 'schools', '--policy', 'no_action')
    expect(out).toContain('Enters: services.school_places.programmes.new_schools.scale\n')
    expect(out).toContain('schools = 0 (ratio)')
    expect(out).toContain('lever, from 0 to 2, 1 by default; as the policy "No action" sets it')
    const { question, tree } = JSON.parse(cityward('explain', TINY, 'schools', '--json').out)
    expect([question.enters, tree.value]).toEqual([
      ['services.school_places.programmes.new_schools.scale'],
      1,
    ])
  })

  it('lists what can be asked about', () => {
    const { out } = cityward('explain', TINY)
    expect(out).toBe(`urban_share    Urban share                   %
places_short   Places lacking                places
schools_open   Schools opened                schools
places_added   School places added           places
hours          Hours between the two cities  h
urban-share    Urban share                   -> urban_share
school-places  School places added           -> places_added
one-hour       Hours between the two cities  -> hours
pace           Pace of leaving the village
on_time        Projects on time
schools        School programme
`)
  })

  it('adds up what can be added over cities, and gives the rest from lowest to highest', () => {
    const { out } = cityward('explain', TINY, 'schools_open', '--depth', '4', '--json')
    const { tree } = JSON.parse(out)
    const found: Record<string, { value: number | null; across?: number[]; unit: string }> = {}
    const visit = (node: typeof tree) => {
      found[node.what] = node
      node.parts.forEach(visit)
    }
    visit(tree)
    const started = found['started(school_places,new_schools)']
    expect(started).toMatchObject({ value: 3, unit: 'school' })
    const share = found['school_places.new_schools.share']
    expect(share.value).toBeNull()
    expect(share.across![0] + share.across![1]).toBeCloseTo(1, 12)
    expect(found['data(school_places)'].unit).toBe('place')
  })

  it('answers for one city in one year', () => {
    const whole = JSON.parse(cityward('explain', TINY, 'places_added', '--json').out).tree
    const cities = ['A', 'B'].map((city) => {
      const { out } = cityward('explain', TINY, 'places_added', '--city', city, '--json')
      return JSON.parse(out).tree.value
    })
    expect(cities[0] + cities[1]).toBeCloseTo(whole.value, 9)
    expect(
      JSON.parse(cityward('explain', TINY, 'places_added', '--year', '2020', '--json').out).tree.value,
    ).toBe(0)
  })

  it('says of a target what is asked, and the words of the commitment', () => {
    const { out } = cityward('explain', TINY, 'one-hour', '--lang', 'zh')
    expect(out).toContain('目标：2023年<= 1小时；本情景与目标之差')
    expect(out).toContain('任务原文：两城1小时通达')
  })

  it('says what stops a projection, and shows no numbers of it', () => {
    const file = join(folder, 'stops.yaml')
    const tiny = resolve('fixtures/cases/tiny.yaml')
    writeFileSync(file, `extends: ${tiny}\npopulation: { levels: { city_to_city: 900 } }\n`)
    const { code, out, err } = cityward('explain', file, 'urban_share')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(
      'Found a projection that stops (policy build, every uncertainty at its median): city_to_city of Alpha is',
    )
    expect(err).toContain('[rate-impossible]')
  })

  it.each([
    [['urban_shrae'], 'Did you mean urban_share?  [indicator-unknown]'],
    [['urban_share', '--city', 'Nowhere'], '[city-unknown]'],
    [
      ['urban_share', '--year', '2050'],
      'Found no year "2050"; expected one of 2020, 2021, 2022, 2023.  [year-unknown]',
    ],
    [['urban_share', '--policy', 'bild'], 'Did you mean build?  [policy-unknown]'],
  ])('%j is answered with what there is', (args, said) => {
    const { code, err } = cityward('explain', TINY, ...args)
    expect(code).toBe(2)
    expect(err).toContain(said)
  })
})
