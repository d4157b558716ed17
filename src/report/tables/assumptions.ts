/** What the run assumes, as its scenario and data folder say it: uncertainties, levers, policies, sources. */
import type { Dataset } from '../../dataset/dataset.js'
import type { Distribution } from '../../sampling/distribution.js'
import { fieldsNaming } from '../../scenario/compare/lever-fields.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { QUALITIES, type Quality } from '../../vocabulary/quality.js'
import { asWritten, count, unitName } from '../words/numbers.js'
import { QUALITY } from '../words/words.js'
import { both, type Cell, column, type DataTable, inEach, same, words } from './data-table.js'

export function assumptionTables(scenario: Scenario, dataset: Dataset): DataTable[] {
  const tables = [uncertaintyTable(scenario), leverTable(scenario), sourceTable(dataset)]
  return tables.filter(({ rows }) => rows.length > 0)
}

function uncertaintyTable({ uncertainties }: Scenario): DataTable {
  return {
    id: 'uncertainties',
    title: both('What is not known, and how likely each value is', '不确定因素及其取值分布'),
    columns: [
      column('Uncertainty', '不确定因素', false),
      column('Unit', '单位', false),
      column('How likely', '分布', false),
      column('Because', '理由', false),
      column('Source', '来源', false),
    ],
    rows: uncertainties.map(({ title, unit, distribution, because, source }): Cell[] => [
      words(title),
      words(both(unitName(unit, 'en'), unitName(unit, 'zh'))),
      words(distributionText(distribution)),
      words(because),
      words(sourcesNamed(source)),
    ]),
  }
}

/** Ids of sources; those that are a quality by themselves in the reader's words. */
function sourcesNamed(source: string): Bilingual {
  const ids = source.split(';').map((id) => id.trim())
  const named = (language: Language) =>
    ids.map((id) => (isQuality(id) ? QUALITY[id][language] : id)).join(language === 'zh' ? '；' : '; ')
  return inEach(named)
}

const isQuality = (id: string): id is Quality => QUALITIES.some((quality) => quality === id)

/** Each lever with its range and what every policy sets it to. */
function leverTable(scenario: Scenario): DataTable {
  const { levers, policies } = scenario
  const shown = (value: number, unit: string) =>
    both(asWritten(value, unit, 'en'), asWritten(value, unit, 'zh'))
  return {
    id: 'levers',
    title: both('What can be chosen, and what each policy chooses', '可调措施及各政策的设定'),
    columns: [
      column('Lever', '措施', false),
      column('Allowed from', '下限', false),
      column('to', '上限', false),
      ...policies.map(({ title }) => column(title.en, title.zh, false)),
      column('What it changes in the model', '在模型中改变什么', false),
    ],
    rows: levers.map(({ name, title, unit, range, default: usual, mechanism }): Cell[] => [
      words(title),
      ...range.map((bound) => words(shown(bound, unit))),
      ...policies.map(({ set }) => words(shown(Object.hasOwn(set, name) ? set[name] : usual, unit))),
      words(mechanism ?? enters(name, scenario)),
    ]),
  }
}

/** Of a lever that its author says nothing of: the fields that name it. */
function enters(lever: string, scenario: Scenario): Bilingual {
  const fields = fieldsNaming(lever, scenario)
  if (fields.length === 0) return both('Nothing: no formula names it.', '无：没有公式用到它。')
  return both(`Enters ${fields.join(', ')}.`, `用于${fields.join('、')}。`)
}

const KINDS: Record<Distribution['kind'], Bilingual> = {
  fixed: both('fixed', '固定'),
  normal: both('normal', '正态'),
  lognormal: both('lognormal', '对数正态'),
  uniform: both('uniform', '均匀'),
  triangular: both('triangular', '三角'),
  pert: both('PERT', 'PERT'),
  beta: both('beta', '贝塔'),
  gamma: both('gamma', '伽马'),
  truncated: both('cut off', '截尾'),
  discrete: both('one of', '离散'),
  empirical: both('draws of a fit', '拟合抽样'),
}
const MEASURES: Readonly<Record<string, Bilingual>> = {
  value: both('value', '取值'),
  mean: both('mean', '均值'),
  sd: both('standard deviation', '标准差'),
  median: both('median', '中位数'),
  sigma: both('sigma', '对数标准差'),
  low: both('low', '最小'),
  mode: both('mode', '最可能'),
  high: both('high', '最大'),
  weight: both('weight', '权重'),
  alpha: both('alpha', 'α'),
  beta: both('beta', 'β'),
  shape: both('shape', '形状'),
  scale: both('scale', '尺度'),
}

/** `triangular: low 0.5, mode 0.8, high 1.1`; a distribution of another goes into it. */
function distributionText(distribution: Distribution): Bilingual {
  const { kind, ...rest } = distribution
  const inner = 'of' in distribution ? distributionText(distribution.of) : both('', '')
  const measures = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ name: MEASURES[name], value: asWritten(value, 'ratio', 'en') }] : [],
  )
  const values = 'values' in distribution ? count(distribution.values.length) : ''
  const text = (language: 'en' | 'zh') => {
    const named = measures.map(({ name, value }) => `${name[language]} ${value}`)
    const parts = [...(values === '' ? [] : [values]), ...named].join(language === 'zh' ? '，' : ', ')
    const [before, colon] =
      language === 'zh'
        ? [inner.zh === '' ? '' : `${inner.zh}；`, '：']
        : [inner.en === '' ? '' : `${inner.en}; `, ': ']
    return `${before}${KINDS[kind][language]}${parts === '' ? '' : colon}${parts}`
  }
  return both(text('en'), text('zh'))
}

/** Sources in use, with how many rows of the data folder rest on each, by quality. */
function sourceTable(dataset: Dataset): DataTable {
  const used = rowsBySource(dataset)
  const shown = (id: string, quality: Quality) => {
    const rows = used.get(id)?.get(quality)
    return words(same(rows === undefined ? '' : count(rows)))
  }
  return {
    id: 'sources',
    title: both('Sources, and how many rows of the data folder rest on each', '数据来源及各自支撑的数据行数'),
    columns: [
      column('Id', '编号', false),
      column('Title', '名称', false),
      column('Publisher', '发布者', false),
      ...QUALITIES.map((quality) => column(QUALITY[quality].en, QUALITY[quality].zh)),
      column('Address', '网址', false),
      column('Note', '说明', false),
    ],
    rows: [...dataset.sources.values()].map(({ id, title, original, publisher, url, note }): Cell[] => [
      words(same(id)),
      words(url === '' ? title : withOriginal(title, original)),
      words(publisher),
      ...QUALITIES.map((quality) => shown(id, quality)),
      words(same(url)),
      words(note),
    ]),
  }
}

/** The title of a publication in the reader's language, and the one it was published under, by which it is found. */
function withOriginal({ en, zh }: Bilingual, original: string): Bilingual {
  return both(en === original ? en : `${en} (${original})`, zh === original ? zh : `${zh}（${original}）`)
}

function rowsBySource(dataset: Dataset): Map<string, Map<Quality, number>> {
  const { population, away, mortality, fertility, schedules, destinations, homes, values, travel } = dataset
  const tables = [population, away, mortality.byYear, fertility, schedules].flatMap((byYear) => [
    ...byYear.values(),
  ])
  const provenances = [
    ...[...tables, destinations, homes].flatMap((table) => table?.provenance ?? []),
    ...[...values.values()].flatMap(({ provenance }) => provenance),
    ...[...travel.legs, ...travel.lines].map(({ provenance }) => provenance),
  ]
  const used = new Map<string, Map<Quality, number>>()
  for (const { source, quality } of provenances) {
    for (const id of source.split(';')) {
      const rows = used.get(id) ?? new Map<Quality, number>()
      rows.set(quality, (rows.get(quality) ?? 0) + 1)
      used.set(id, rows)
    }
  }
  return used
}
