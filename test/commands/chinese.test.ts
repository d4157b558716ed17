/** With a Chinese locale no English reaches the screen: every command, its help, and mistakes of every kind. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeProgram } from '../../src/cli/program.js'
import { FUNCTIONS } from '../../src/formula/operations.js'
import { BASE_UNITS, PURE_WORDS } from '../../src/vocabulary/units.js'
import { englishIn } from '../report/latin.js'
import { citywardIn, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const CASE = 'fixtures/cases/needs/two-cities.yaml'
const folder = temporary()
const at = (name: string) => join(folder, name)
const LOCALE = { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }
const zh = (...args: string[]) => citywardIn(LOCALE, ...args)

/** Words of scenarios, tables and the command line, which stand as they are in Chinese too. */
function namesOf(text: string): string[] {
  return text.replaceAll(/#.*|(?:because|title|note):.*/g, '').match(/[A-Za-z]+/g) ?? []
}

/** Fields and words of closed lists, as the JSON Schema has them. */
function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => (typeof one === 'string' ? [one] : wordsOf(one)))
  if (typeof node !== 'object' || node === null) return typeof node === 'string' ? [node] : []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'description' ? [] : [key, ...wordsOf(value)],
  )
}

const TABLES = readdirSync('fixtures/tiny')
const names = new Set([
  ...[TINY, CASE, 'fixtures/template-scenario.yaml'].flatMap((file) => namesOf(readFileSync(file, 'utf8'))),
  ...TABLES.flatMap((name) => namesOf(readFileSync(join('fixtures/tiny', name), 'utf8'))),
  ...wordsOf(JSON.parse(citywardIn({}, 'schema').out)).flatMap(namesOf),
  ...[...BASE_UNITS, ...PURE_WORDS, ...FUNCTIONS.keys()].flatMap(namesOf),
  // reasons of the fixtures, slips, words of calls, of statuses, and of answers that are codes
  ...'Made for tests many noaction withdrawn error away survival sexes capacity need started previous opens slowest pupils entrants graduates dropouts'.split(
    ' ',
  ),
  ...'fan chance drivers map courses pairs waterfall growth pyramids kind region mx my'.split(' '),
  ...makeProgram().commands.flatMap((command) => [
    command.name(),
    ...command.registeredArguments.flatMap((argument) => [argument.name(), ...(argument.argChoices ?? [])]),
    ...command.options.flatMap(({ argChoices }) => argChoices ?? []),
  ]),
])

/** What of an answer is English; shows the lines with their words where there are any. */
function said(...args: string[]): { code: number | null; text: string } {
  const { code, out, err } = zh(...args)
  const text = `${out}${err}`.replaceAll(folder, '/tmp/f')
  expect(englishIn(text, names), args.join(' ')).toEqual([])
  expect(text, args.join(' ')).toMatch(/\p{Script=Han}|^(?:\S+\n)+$/u)
  return { code, text }
}

beforeAll(() => {
  for (const [file, run, ...only] of [
    [TINY, 'run'],
    [TINY, 'other', ...NUMBERS_ONLY],
    [TINY, 'wider', ...NUMBERS_ONLY],
    [CASE, 'needs', ...NUMBERS_ONLY],
  ]) {
    const draws = { run: '60', wider: '300' }[run] ?? '80'
    expect(zh('run', file, '--draws', draws, '--out', at(run), '--quiet', ...only).code).toBe(0)
  }
  expect(zh('new', at('new')).code).toBe(0)
})

describe('help', () => {
  const commands = zh('--help')
    .out.match(/^ {2}([a-z]+)(?= \[options\]| \[选项\])/gm)!
    .map((line) => line.trim())

  it('is Chinese of every command', () => {
    expect(commands.length).toBeGreaterThan(20)
    for (const command of ['', ...commands]) {
      const { code, text } = said(...(command ? [command] : []), '--help')
      expect(code).toBe(0)
      expect(text).toContain('用法：')
      if (command) expect(text).toContain('示例：')
    }
  })
})

describe('answers', () => {
  it.each([
    [['check', TINY]],
    [['check', at('new/scenario.yaml')]],
    [['run', TINY, '--draws', '40', '--out', at('again')]],
    [['explain', TINY]],
    [['explain', TINY, 'urban_share', '--depth', '9']],
    [['explain', TINY, 'places_short', '--city', 'A', '--depth', '9']],
    [['explain', TINY, 'pace']],
    [['explain', TINY, 'schools']],
    [['explain', TINY, 'one-hour']],
    [['population', TINY]],
    [['population', TINY, '--components']],
    [['reach', TINY, '--draws', '40', '--budget', '0', '--quiet']],
    [['reach', at('run'), '--draws', '40', '--budget', '0', '--quiet']],
    [['split', CASE, '--service', 'school_places', '--draws', '40']],
    [['compare', at('run'), at('other')]],
    [['needs', at('needs')]],
    [['needs', at('needs'), '--city', 'A']],
    [['report', at('run')]],
    [['explore', TINY, '--draws', '100', '--out', at('page.html')]],
    [['export', at('run'), '--md', '--out', at('plan.md')]],
    [['export', at('run'), '--csv', '--out', at('plan.csv')]],
    [['sensitivity', at('other')]],
    [['sensitivity', at('other'), '--target', 'urban-share']],
    [['sensitivity', at('wider'), '--widths']],
    [['discover', at('other'), '--target', 'urban-share']],
    [['discover', at('wider'), '--indicator', 'urban_share']],
    [['sweep', TINY, '--draws', '20', '--out', at('swept')]],
    [['verify', at('run')]],
    [['resume', at('swept')]],
    [['run', TINY, CASE, '--draws', '20', '--threads', '1', '--out', at('many'), '--no-reach']],
    [['sweep', TINY, '--draws', '20', '--design', 'sobol', '--out', at('sobol')]],
    [['run', TINY, '--draws', '20', '--until', '1%', '--out', at('wide'), ...NUMBERS_ONLY]],
  ])('%j', (args) => {
    const { code } = said(...args)
    expect(code).toBe(0)
  })

  it('of a diff, of an update, of shards that are merged', () => {
    const late = at('late.yaml')
    writeFileSync(
      late,
      `extends: ${join(process.cwd(), TINY)}\nservices: { school_places: { programmes: { new_schools: { lead: 2 } } } }\n`,
    )
    expect(said('diff', TINY, late, '--draws', '40', '--quiet').code).toBe(0)
    const observed = at('observed.csv')
    writeFileSync(
      observed,
      'indicator,place,year,value,error,unit,source\nurban_share,,2021,55,1,percent,invented\n',
    )
    expect([0, 3]).toContain(said('update', at('other'), '--observed', observed, '--quiet').code)
    for (const shard of ['1', '2'])
      expect(
        said('sweep', TINY, '--draws', '20', '--shard', `${shard}/2`, '--out', at(`shard${shard}`)).code,
      ).toBe(0)
    expect(said('merge', at('merged'), at('shard1'), at('shard2')).code).toBe(0)
    expect(said('verify', at('shard1')).code).toBe(0)
  })
})

describe('a mistake on the command line', () => {
  it.each([
    [['fly'], '没有命令“fly”'],
    [['rnu', TINY], '是否想写 run？'],
    [['run', TINY, '--drwas', '5'], '是否想写 --draws？'],
    [['run'], '缺少参数'],
    [['compare', at('run')], '缺少参数 other'],
    [['verify', at('run'), 'more'], '参数过多'],
    [['run', TINY, '--draws', 'many'], '不小于 1 的整数'],
    [['run', TINY, '--until', '60%'], '小于 50%'],
    [['reach', TINY, '--odds', '80'], '百分数'],
    [['explore', TINY, '--draws', '5'], '100 至 100,000 的整数'],
    [['query', at('run'), 'select 1', '--memory', 'much'], '内存数量'],
    [['run', TINY, '--engine', 'fast'], '可选：'],
    [['import', 'people.csv'], '缺少必需的选项'],
    [['discover', at('run')], '既无目标也无指标'],
    [['run', TINY, '--json', '--csv'], '--json 和 --csv'],
    [
      ['sensitivity', at('run'), '--target', 'urban-share', '--indicator', 'urban_share'],
      '目标已包含其指标和年份',
    ],
    [['run', 'nowhere.yaml'], '没有此名的文件'],
    [['check', folder], '文件夹'],
    [['run', TINY, '--policy', 'biuld', '--out', at('none')], '没有政策方案“biuld”'],
    [['run', TINY, '--design', 'soboll', '--out', at('none')], '抽样设计“soboll”'],
    [['run', TINY, '--design', 'saltelli,scrambles=many', '--out', at('none')], '设计的选项'],
    [['run', TINY, '--draws', '99999999999', '--out', at('none')], '次抽样'],
    [['explain', TINY, 'urban_shrae'], '是否想写 urban_share？'],
    [['explain', TINY, 'urban_share', '--city', 'Nowhere'], '没有城市“Nowhere”'],
    [['explain', TINY, 'urban_share', '--year', '2050'], '没有年份“2050”'],
    [['split', TINY, '--service', 'beds'], '没有'],
    [['needs', at('needs'), '--service', 'libraries'], '没有与需求对照的公共服务“libraries”'],
    [['report', folder], '没有 run.json'],
    [['compare', at('run'), folder], '没有 run.json'],
    [['export', at('run')], '--xlsx'],
    [['export', at('run'), '--png', '--chart', 'fann'], '没有图“fann”'],
    [['query', at('run'), 'selec 1'], '一条 SQL 语句'],
    [['query', at('run'), 'select 1', '--parquet'], '--parquet'],
    [['sensitivity', at('run'), '--method', 'morris'], '方法'],
    [['discover', at('run'), '--target', 'none'], '没有目标“none”'],
    [['calibrate', 'fixtures/tiny'], '两次普查'],
    [['backtest', 'fixtures/tiny'], '普查'],
    [['new', at('new')], '已有此名'],
    [['resume', folder], 'run.json'],
    [['merge', at('merged2'), at('run')], '分片'],
    [['sweep', TINY, '--shard', '9/8', '--out', at('none')], '份额'],
    [['update', at('run'), '--observed', at('no.csv')], '没有此文件'],
  ])('%j is answered in Chinese, and 2 or 3', (args, answer) => {
    const { code, text } = said(...args)
    expect([2, 3]).toContain(code)
    expect(text).toContain(answer)
  })
})

describe('a mistake in a file', () => {
  const tiny = readFileSync(TINY, 'utf8').replace('../tiny', join(process.cwd(), 'fixtures/tiny'))
  const scenario = (text: string) => {
    writeFileSync(at('slip.yaml'), text)
    return said('check', at('slip.yaml'))
  }

  it.each([
    ['years: { from: 2020, to: 2023 }', 'years: { from: 2023, to: 2020 }', '晚于基年的末年'],
    ['years: { from: 2020, to: 2023 }', 'years: { from: 2020, to: 2023', '没有配对'],
    ['run: { draws: 200, seed: 7 }', 'run: { draws: 200, seed: 7 }\nrun: { draws: 5 }', '重复出现'],
    ['run: { draws: 200, seed: 7 }', 'run: { draws: "1,000", seed: 7 }', '不带逗号'],
    ['run: { draws: 200, seed: 7 }', '\trun: { draws: 200 }', '制表符'],
    ['run: { draws: 200, seed: 7 }', 'run: { drwas: 200 }', '是否想写 draws？'],
    ['kind: uniform, low: 0.6, high: 0.9', 'kind: unifrom, low: 0.6, high: 0.9', '是否想写 uniform？'],
    ['low: 0.5, mode: 1, high: 1.5', 'low: 0.5, mode: 2, high: 1.5', '依次增大'],
    ['low: 0.6, high: 0.9', 'low: 60, high: 90', '0 至 1 的比例'],
    ['between: [pace, on_time]', 'between: [pace, on_tme]', '是否想写 on_time？'],
    ['rural_exit: 2 * pace', 'rural_exit: 2 pace', '相乘请写'],
    ['rural_exit: 2 * pace', 'rural_exit: 2 * paces', '是否想写 pace？'],
    ['rural_exit: 2 * pace', 'rural_exit: 2 * (pace', '有括号没有配对'],
    ['rural_exit: 2 * pace', 'rural_exit: people(urban)', '当年推演之前'],
    ['demand: people(resident, 6, 14)', 'demand: people(residents, 6, 14)', '是否想写'],
    ['demand: people(resident, 6, 14)', 'demand: hours(A)', '函数“hours”'],
    ['of: unmet(school_places)', 'of: unmet(beds)', '公共服务'],
    [
      'indicator: urban_share, comparator: about',
      'indicator: urban_shares, comparator: about',
      '`indicators:` 下的名称',
    ],
    ['comparator: at_least', 'comparator: ">="', '之一'],
    ['threshold: 300, year: 2023', 'threshold: 300, year: 2033', '2020 至 2023 年'],
    ['no_action: { title', 'noaction: { title', 'no_action'],
    ['range: [0, 2]', 'range: [2, 0]', '小的一端在前'],
    ['each: 100', 'each: -100', '不小于 0'],
    ['data: ', 'data: /nowhere ', '没有'],
    ['unit: percent', 'unit: person', '单位'],
    ['threshold: 40', 'threshold: 0.4', '不超过目标的一半'],
    ['  urban_share:\n', '  城镇化率:\n', '名称用简短的英文词'],
    ['rogers_castro, return_home', 'rogers_castor, return_home', 'schedules.csv'],
    ['share_by: data(school_places)', 'by_city: { Alpha: 1, Gamma: 1 }', '城市“Gamma”'],
    ['title: { en: Two tiny cities, zh: 两座小城 }', '', '没有字段“title”'],
  ])('in a scenario: %j as %j', (right, wrong, answer) => {
    expect(tiny).toContain(right)
    const { text } = scenario(tiny.replace(right, wrong))
    expect(text).toContain(answer)
  })

  it.each([
    ['values.csv', 'school_places', 'school_place', '每个城市一个值'],
    ['places.csv', 'region', 'regoin', '之一'],
    ['population.csv', '2020', '20x0', '一个数'],
    ['mortality.csv', 'mx', 'qx', 'mx'],
    ['data.yaml', 'base_year', 'base_yaer', '字段'],
    ['data.yaml', 'age_width: 1', 'age_width: 7', '1 或 5'],
    ['data.yaml', 'age_width: 1', 'age_width: 1\nfit: { arrivals: town }', 'place 或 region'],
    [
      'data.yaml',
      'age_width: 1',
      'age_width: 1\nfit: { arrival: place }',
      'arrivals、reclassification 和 schedules',
    ],
    ['fertility.csv', 'S_TEST', 'S_TSET', 'sources.csv'],
  ])('in a table: %s with %j as %j', (name, right, wrong, answer) => {
    const data = mkdtempSync(at(`data-${name}-`))
    for (const table of TABLES) {
      const text = readFileSync(join('fixtures/tiny', table), 'utf8')
      writeFileSync(join(data, table), table === name ? text.replace(right, wrong) : text)
    }
    const { text } = scenario(readFileSync(TINY, 'utf8').replace('../tiny', data))
    expect(text).toContain(answer)
  })
})
