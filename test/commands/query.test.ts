/** `cityward query` on a run of the built command line: lists and structs on the screen, as CSV and as JSON. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const run = join(temporary(), 'run')
cityward('run', ...NUMBERS_ONLY, TINY, '--draws', '20', '--quiet', '--out', run)

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
      'x: { title: { en: x, zh: x }, unit: ratio, distribution: { kind: uniform, low: -0.15, high: 1 }, because: made for this test, source: judgement }',
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
  const made = cityward('run', ...NUMBERS_ONLY, scenario, '--draws', '200', '--quiet', '--out', half)
  const ask = (sql: string) => JSON.parse(cityward('query', half, sql, '--json').out)

  it('are noted beside every answer from outcomes and long, and beside no other', () => {
    const [{ failed }] = ask("select count(*) as failed from outcomes where failed <> ''")
    // an eighth of 400, which leaves the targets their odds
    expect(Math.abs(failed - 52)).toBeLessThan(26)
    const note = `Note: ${failed} trajectories of the run gave no numbers and are NULL in outcomes and long: averages and quantiles leave them out. The table failures says which.\n`
    for (const table of ['outcomes', 'long'])
      for (const form of [[], ['--csv'], ['--json']]) {
        const answer = cityward('query', half, `select count(*) from ${table}`, ...form)
        expect([answer.code, answer.err]).toEqual([0, note])
      }
    expect(cityward('query', half, 'select * from policies').err).toBe('')
    expect(cityward('query', run, 'select count(*) from outcomes').err).toBe('')
  })

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
    expect(failed).toBeGreaterThan(all / 20)
    expect(row.rows - row.numbers).toBe((row.rows / all) * failed)
  })
})

describe('the SQL of the documentation', () => {
  const runs = join(temporary(), 'runs')
  cityward(
    'run',
    ...NUMBERS_ONLY,
    'scenarios/guangxi-2023.yaml',
    '--draws',
    '20',
    '--quiet',
    '--out',
    join(runs, 'plan'),
  )
  const texts = ['README.md', 'docs/run-folder.md', 'docs/method.md'].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const lines = texts.flatMap((text) => text.split('\n'))
  const commands = lines.filter((line) => line.startsWith('cityward query '))

  it('has at least the five examples that are looked for', () => {
    expect(commands.length).toBeGreaterThanOrEqual(5)
  })

  /** The words of a line as a shell reads them, whatever it does with the answer. */
  const wordsIn = (line: string): string[] => {
    const asCommand = `cityward() { printf '%s\\0' "$@" >&3; }\n${line}`
    const { output } = spawnSync('sh', ['-c', asCommand], {
      cwd: runs,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    })
    return output[3]!.split('\0').slice(0, -1)
  }

  it.each(commands)('runs: %s', (command) => {
    const [query, asked, ...more] = wordsIn(command)
    expect([query, asked]).toEqual(['query', expect.stringMatching(/^runs\/\w+$/)])
    const { code, out, err } = cityward(query, join(runs, 'plan'), ...more)
    expect([code, err]).toEqual([0, ''])
    expect(out).not.toBe('')
  })

  it('reads the parts without cityward too', async () => {
    const sql = lines.filter((line) => /^SELECT .*FROM 'runs\/plan/.test(line))
    expect(sql).toHaveLength(1)
    const own = sql[0].replace(/;.*$/, '').replace('runs/plan', join(runs, 'plan'))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const counted = await connection.runAndReadAll(`select count(*)::integer from (${own})`)
    expect(counted.getRows()).toEqual([[40]])
    connection.closeSync()
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

describe('a query is closed', () => {
  const folder = temporary()
  const besides = join(folder, 'besides.csv')
  writeFileSync(besides, 'a,b\n1,2\n')
  const part = join(run, 'outcomes', readdirSync(join(run, 'outcomes'))[0])
  const filesIn = () =>
    [run, join(run, 'outcomes')].flatMap((at) =>
      readdirSync(at, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'checked.json')
        .map(({ name }) => [name, readFileSync(join(at, name)).toString('base64')]),
    )
  const kind = 'one SELECT over outcomes, long, columns, policies, uncertainties or failures'
  const changesNothing =
    'A query changes nothing. Its rows are written by --csv, --json or --parquet with --out.'

  it.each([
    ['COPY', `copy (select 1) to '${part}'`],
    ['COPY', `copy outcomes to '${part}' (format parquet)`],
    ['CREATE', 'create table mine as select 1'],
    ['DROP', 'drop view outcomes'],
    ['SET', 'set threads = 1'],
    ['LOAD', 'install httpfs'],
    ['LOAD', 'load httpfs'],
    ['ATTACH', `attach '${join(folder, 'x.db')}'`],
    ['EXPLAIN', `explain analyze copy outcomes to '${part}' (format parquet)`],
    ['PREPARE', 'prepare p as select 1'],
    ['CALL', 'call duckdb_settings()'],
  ])('to %s: %s', (type, sql) => {
    const before = filesIn()
    const { code, out, err } = cityward('query', run, sql)
    expect([code, out, err]).toEqual([
      2,
      '',
      `query\n  Found a statement of the kind ${type}; expected ${kind}.\n  ${changesNothing}  [query-refused]\n`,
    ])
    expect(filesIn()).toEqual(before)
  })

  it.each([
    `select * from '${besides}'`,
    `select * from read_csv('${besides}')`,
    `select content from read_text('${besides}')`,
    `select * from read_blob('${besides}')`,
    `select * from glob('${folder}/*')`,
    `select * from query('select * from ''${besides}''')`,
    `select * from read_parquet('${join(run, 'outcomes')}/../../*.parquet')`,
    `copy (select 1) to '${join(folder, 'mine.csv')}'`,
    "select * from 'https://example.invalid/x.parquet'",
  ])('to any other file: %s', (sql) => {
    const { code, out, err } = cityward('query', run, sql)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('[query-refused]')
    expect(existsSync(join(folder, 'mine.csv'))).toBe(false)
  })

  it.each([
    ['2 statements', 'select 1; select 2'],
    ['2 statements', `select 1; copy outcomes to '${part}'`],
    ['no statement', ' ; '],
  ])('to %s: %s', (found, sql) => {
    expect(cityward('query', run, sql).err).toContain(`Found ${found}; expected ${kind}.`)
  })

  it('to statements that have no end', () => {
    const { code, err } = cityward('query', run, 'select count(*) from range(1000000000000)', '--time', '1')
    expect([code, err]).toEqual([
      2,
      'query\n  Found no answer after 1 s; expected an answer within --time.\n  Ask for less, or give it longer: --time 10.  [query-too-long]\n',
    ])
  })

  it('to more memory than it is given, and takes amounts of memory only', () => {
    const sql = "select length(string_agg(x::varchar || repeat('a', 1000), '')) from range(100000) t(x)"
    const { code, err } = cityward('query', run, sql, '--memory', '20MB')
    expect(code).toBe(2)
    expect(err).toMatch(/Out of Memory Error.*\[query-refused\]/s)
    expect(cityward('query', run, 'select 1', '--memory', 'all').err).toContain(
      'Found all; expected an amount of memory such as 500MB or 4GB.',
    )
  })
})

describe('an answer as a file', () => {
  const folder = temporary()
  const at = (name: string) => join(folder, name)
  const sql = 'select policy, draw from outcomes order by policy, draw -- all of them'

  it.each(['csv', 'json'])('has as %s the bytes that would be printed', (form) => {
    expect(cityward('query', run, sql, `--${form}`, '--out', at(form))).toEqual({
      code: 0,
      out: `${at(form)}\n`,
      err: '',
    })
    expect(readFileSync(at(form), 'utf8')).toBe(cityward('query', run, sql, `--${form}`).out)
  })

  it('is as Parquet what DuckDB reads again', async () => {
    const asked = 'select policy, draw from outcomes order by policy, draw ; '
    expect(cityward('query', run, asked, '--parquet', '--out', at("Ann's.parquet")).code).toBe(0)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const path = at("Ann's.parquet").replace("'", "''")
    const read = await connection.runAndReadAll(`select policy, draw from '${path}'`)
    const printed = JSON.parse(cityward('query', run, asked, '--json').out)
    expect(read.getRowObjects()).toEqual(printed)
    connection.closeSync()
    expect(cityward('query', run, sql, '--parquet', '--out', at('with-a-comment')).code).toBe(0)
    expect(readdirSync(folder).filter((name) => name.endsWith('.writing'))).toEqual([])
  })

  it('is refused without a form, and Parquet without a file', () => {
    expect(cityward('query', run, sql, '--out', at('x')).err).toBe(
      `cityward query\n  Found --out ${at('x')} without a form; expected --csv, --json or --parquet with --out and the name of a file.  [form-missing]\n`,
    )
    expect(cityward('query', run, sql, '--parquet').err).toContain('Found --parquet without --out;')
  })

  it('is none where the statement is refused or the folder is not there', () => {
    for (const form of ['--csv', '--parquet']) {
      expect(cityward('query', run, 'selec', form, '--out', at('none')).code).toBe(2)
      const nowhere = cityward('query', run, sql, form, '--out', at('nowhere/none'))
      expect([nowhere.code, nowhere.out]).toEqual([2, ''])
      expect(nowhere.err).toMatch(/\[(?:disk|query)-refused\]/)
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([])
  })

  it('cannot be made to end the statement that writes it', () => {
    const ended = `select 1) to '${at('elsewhere.csv')}' (format csv); --`
    expect(cityward('query', run, ended, '--parquet', '--out', at('ended')).err).toContain('[query-refused]')
    expect([existsSync(at('ended')), existsSync(at('elsewhere.csv'))]).toEqual([false, false])
  })
})
