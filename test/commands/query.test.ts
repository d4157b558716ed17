/** `cityward query` on a run of the built command line: lists and structs on the screen, as CSV and as JSON. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cityward, TINY, temporary } from './cityward.js'

const run = join(temporary(), 'run')
cityward('run', TINY, '--draws', '20', '--quiet', '--out', run)

const NESTED =
  "select 'a' as name, list(x / 3.0) as many, {'low': 1, 'high': 2.5} as pair from range(40) t(x)"

it('shows the first few of a list, seven digits each, in one line', () => {
  const { code, out } = cityward('query', run, NESTED)
  expect(code).toBe(0)
  expect(out).toContain('[0, 0.3333333, 0.6666667, 1, 1.333333, 1.666667, ... 34 more]')
  expect(out).toContain('{low: 1, high: 2.5}')
  expect(out.trimEnd().split('\n')).toHaveLength(3)
})

it('gives lists as lists in JSON, and whole in CSV', () => {
  const [row] = JSON.parse(cityward('query', run, NESTED, '--json').out)
  expect(row.many).toHaveLength(40)
  expect(row.many[1]).toBe(1 / 3)
  expect(row.pair).toEqual({ low: 1, high: 2.5 })
  expect(cityward('query', run, NESTED, '--csv').out).toContain('"[0,0.3333333333333333,')
})

it('keeps plain columns as they are', () => {
  const { out } = cityward('query', run, 'select count(*) as rows, max(draw) as last from outcomes', '--csv')
  expect(out).toBe('rows,last\n40,19\n')
})

describe('draws that failed', () => {
  // the root of what is below zero: half of the draws give no number, and 0.5 is reached from x = 0.25 on
  const folder = temporary()
  const scenario = join(folder, 'half.yaml')
  const under = (text: string, key: string, line: string) =>
    text.replace(`\n${key}:\n`, `\n${key}:\n  ${line}\n`)
  const added = [
    [
      'uncertainties',
      'x: { title: { en: x, zh: x }, unit: ratio, distribution: { kind: uniform, low: -1, high: 1 }, because: made for this test, source: judgement }',
    ],
    ['indicators', 'i: { title: { en: I, zh: 指标 }, of: sqrt(x), unit: ratio, places: region }'],
    ['targets', '- { id: t, indicator: i, comparator: at_least, threshold: 0.5, year: 2021 }'],
  ]
  const tiny = readFileSync(TINY, 'utf8').replace('data: ../tiny', `data: ${resolve('fixtures/tiny')}`)
  writeFileSync(
    scenario,
    added.reduce((text, [key, line]) => under(text, key, line), tiny),
  )
  const half = join(folder, 'run')
  const made = cityward('run', scenario, '--draws', '200', '--quiet', '--out', half)
  const ask = (sql: string) => JSON.parse(cityward('query', half, sql, '--json').out)

  it('are NULL in outcomes, so that odds of all draws are those that the run gives', () => {
    expect(made.code).toBe(0)
    const { policies } = JSON.parse(readFileSync(join(half, 'summary.json'), 'utf8'))
    const { odds } = policies[0].targets[0].region
    const name = policies[0].name
    const column = ask('select "column" from columns where indicator = \'i\' and year = 2021')[0].column
    const [row] = ask(
      `select count(*) filter (where "${column}" >= 0.5) as hits, count(*) as draws, median("${column}") as median, count("${column}") as numbers
       from outcomes where policy = '${name}'`,
    )
    expect([row.hits, row.draws]).toEqual([odds.hits, odds.draws])
    // of roots of numbers from 0 to 1 none is above 1, and a NaN would be the largest of all
    expect(row.median).toBeLessThan(1)
    expect(row.numbers).toBe(
      ask(`select count(*) as whole from outcomes where policy = '${name}' and failed = ''`)[0].whole,
    )
  })

  it('are NULL in long too, a row for each', () => {
    const [row] = ask('select count(*) as rows, count(value) as numbers from long')
    const [{ failed, all }] = ask(
      "select count(*) filter (where failed <> '') as failed, count(*) as all from outcomes",
    )
    expect(failed).toBeGreaterThan(all / 4)
    expect(row.rows - row.numbers).toBe((row.rows / all) * failed)
  })
})

describe('the SQL of the documentation', () => {
  const runs = join(temporary(), 'runs')
  cityward('run', 'scenarios/guangxi-2023.yaml', '--draws', '20', '--quiet', '--out', join(runs, 'plan'))
  const texts = ['README.md', 'docs/run-folder.md', 'docs/method.md'].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const lines = texts.flatMap((text) => text.split('\n'))
  const commands = lines.filter((line) => line.startsWith('cityward query '))

  it('has at least the five examples that are looked for', () => {
    expect(commands.length).toBeGreaterThanOrEqual(5)
  })

  it.each(commands)('runs: %s', (command) => {
    const cli = `${process.execPath} ${resolve('dist/cli.js')}`
    const line = command.replace('cityward', cli).replace(/runs\/\w+/, join(runs, 'plan'))
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: runs, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  it('reads the parts without cityward too', () => {
    const sql = lines.filter((line) => /^SELECT .*FROM 'runs\/plan/.test(line))
    expect(sql).toHaveLength(1)
    const own = sql[0].replace(/;.*$/, '').replace('runs/plan', join(runs, 'plan'))
    const [{ rows }] = JSON.parse(
      cityward('query', join(runs, 'plan'), `select count(*) as rows from (${own})`, '--json').out,
    )
    expect(rows).toBe(40)
  })

  it('says what SQL makes of powers', () => {
    const [row] = JSON.parse(cityward('query', run, 'select -2^2 as a, 2^3^2 as b', '--json').out)
    expect(row).toEqual({ a: 4, b: 64 })
    expect(texts[1]).toContain('`-2^2` is 4 and `2^3^2` is 64')
  })

  it('names every column that the tables have', () => {
    for (const table of ['columns', 'policies', 'uncertainties', 'failures', 'long']) {
      const described = JSON.parse(cityward('query', run, `describe ${table}`, '--json').out)
      const names = described.map((one: { column_name: string }) => one.column_name).join(', ')
      expect(texts[1].replaceAll('\n', ' ')).toContain(`\`${table}\` (${names})`)
    }
  })
})
