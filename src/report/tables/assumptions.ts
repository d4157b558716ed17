/** What the run assumes, as stated in its scenario and data folder: uncertainties, levers, policies, sources. */
import type { Dataset } from '../../dataset/dataset.js'
import type { Distribution } from '../../sampling/distribution.js'
import { fieldsNaming } from '../../scenario/compare/lever-fields.js'
import type { Scenario } from '../../scenario/scenario.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { QUALITIES, type Quality } from '../../vocabulary/quality.js'
import { inEach, phrase, same } from '../words/bilingual.js'
import { DISTRIBUTION_MEASURES, DISTRIBUTION_NAMES } from '../words/distributions.js'
import { asWritten, count } from '../words/numbers.js'
import { unitWords } from '../words/titles.js'
import { LIST } from '../words/typography.js'
import { QUALITY } from '../words/verdicts.js'
import { column, type DataCell, type DataTable, wordsCell } from './data-table.js'

export function assumptionTables(scenario: Scenario, dataset: Dataset): DataTable[] {
  const tables = [uncertaintyTable(scenario), leverTable(scenario), sourceTable(dataset)]
  return tables.filter(({ rows }) => rows.length > 0)
}

function uncertaintyTable({ uncertainties }: Scenario): DataTable {
  return {
    id: 'uncertainties',
    title: phrase('What is not known, and how likely each value is', '不确定因素及其取值分布'),
    columns: [
      column('Uncertainty', '不确定因素', false),
      column('Unit', '单位', false),
      column('How likely', '分布', false),
      column('Because', '理由', false),
      column('Source', '来源', false),
    ],
    rows: uncertainties.map((uncertainty): DataCell[] => [
      wordsCell(uncertainty.title),
      wordsCell(unitWords(uncertainty.unit)),
      wordsCell(chanceText(uncertainty)),
      wordsCell(uncertainty.because),
      wordsCell(sourcesNamed(uncertainty.source)),
    ]),
  }
}

/** Ids of sources; those that are a quality by themselves in the reader's words. */
function sourcesNamed(source: string): Bilingual {
  const ids = source.split(';').map((id) => id.trim())
  const named = (language: Language) =>
    ids.map((id) => (isQuality(id) ? QUALITY[id][language] : id)).join(LIST[language])
  return inEach(named)
}

const isQuality = (id: string): id is Quality => QUALITIES.some((quality) => quality === id)

/** Each lever with its range and what every policy sets it to. */
function leverTable(scenario: Scenario): DataTable {
  const { levers, policies } = scenario
  const shown = (value: number, unit: string) =>
    phrase(asWritten(value, unit, 'en'), asWritten(value, unit, 'zh'))
  return {
    id: 'levers',
    title: phrase('What can be chosen, and what each policy chooses', '可调措施及各政策的设定'),
    columns: [
      column('Lever', '措施', false),
      column('Allowed from', '下限', false),
      column('to', '上限', false),
      ...policies.map(({ title }) => column(title.en, title.zh, false)),
      column('What it changes in the model', '在模型中改变什么', false),
    ],
    rows: levers.map(({ name, title, unit, range, default: usual, mechanism }): DataCell[] => [
      wordsCell(title),
      ...range.map((bound) => wordsCell(shown(bound, unit))),
      ...policies.map(({ set }) => wordsCell(shown(Object.hasOwn(set, name) ? set[name] : usual, unit))),
      wordsCell(mechanism ?? enters(name, scenario)),
    ]),
  }
}

/** For a lever without a stated mechanism: the fields that name it. */
function enters(lever: string, scenario: Scenario): Bilingual {
  const fields = fieldsNaming(lever, scenario)
  if (fields.length === 0) return phrase('Nothing: no formula names it.', '无：没有公式用到它。')
  return phrase(`Enters ${fields.join(', ')}.`, `用于${fields.join('、')}。`)
}

/** The distribution, and of one by year how its years hang together. */
function chanceText({
  distribution,
  each,
  persistence = 0,
}: Pick<Scenario['uncertainties'][number], 'distribution' | 'each' | 'persistence'>): Bilingual {
  const { en, zh } = distributionText(distribution)
  if (each === undefined || each === 'city') return { en, zh }
  if (distribution.kind === 'empirical' && distribution.ofCities) {
    const [rows] = Object.values(distribution.ofCities.columns).map(({ length }) => count(length))
    return phrase(`paths of years: ${rows}`, `逐年路径：${rows}`)
  }
  const drawn = each === 'year' ? phrase('every year', '逐年') : phrase('every place and year', '各地逐年')
  const left = asWritten(persistence, 'ratio', 'en')
  return phrase(
    `${en}; drawn ${drawn.en}, of which ${left} is left a year later`,
    `${zh}；${drawn.zh}抽取，次年保留${left}`,
  )
}

/** `triangular: low 0.5, mode 0.8, high 1.1`; a distribution of another goes into it. */
function distributionText(distribution: Distribution): Bilingual {
  const { kind, ...rest } = distribution
  const inner = 'of' in distribution ? distributionText(distribution.of) : phrase('', '')
  const measures = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [{ name: DISTRIBUTION_MEASURES[name], value: asWritten(value, 'ratio', 'en') }]
      : [],
  )
  const values = 'values' in distribution ? count(distribution.values.length) : ''
  const text = (language: 'en' | 'zh') => {
    const named = measures.map(({ name, value }) => `${name[language]} ${value}`)
    const parts = [...(values === '' ? [] : [values]), ...named].join(language === 'zh' ? '，' : ', ')
    const [before, colon] =
      language === 'zh'
        ? [inner.zh === '' ? '' : `${inner.zh}；`, '：']
        : [inner.en === '' ? '' : `${inner.en}; `, ': ']
    return `${before}${DISTRIBUTION_NAMES[kind][language]}${parts === '' ? '' : colon}${parts}`
  }
  return phrase(text('en'), text('zh'))
}

/** Sources in use, with how many rows of the data folder rest on each, by quality. */
function sourceTable(dataset: Dataset): DataTable {
  const used = rowsBySource(dataset)
  const shown = (id: string, quality: Quality) => {
    const rows = used.get(id)?.get(quality)
    return wordsCell(same(rows === undefined ? '' : count(rows)))
  }
  return {
    id: 'sources',
    title: phrase(
      'Sources, and how many rows of the data folder rest on each',
      '数据来源及各自支撑的数据行数',
    ),
    columns: [
      column('Id', '编号', false),
      column('Title', '名称', false),
      column('Publisher', '发布者', false),
      ...QUALITIES.map((quality) => column(QUALITY[quality].en, QUALITY[quality].zh)),
      column('Address', '网址', false),
      column('Note', '说明', false),
    ],
    rows: sourcesShown(dataset, used).map(({ id, title, original, publisher, url, note }): DataCell[] => [
      wordsCell(same(id)),
      wordsCell(url === '' ? title : withOriginal(title, original)),
      wordsCell(publisher),
      ...QUALITIES.map((quality) => shown(id, quality)),
      wordsCell(same(url)),
      wordsCell(note),
    ]),
  }
}

/** All but those that past commitments alone name: a hundred and more, which `cityward explain` gives where they matter. */
function sourcesShown({ sources, pastCommitments }: Dataset, used: ReadonlyMap<string, unknown>) {
  const ofPast = new Set(pastCommitments.flatMap(({ provenance }) => provenance.source.split(';')))
  return [...sources.values()].filter(({ id }) => used.has(id) || !ofPast.has(id))
}

/** The title of a publication in the reader's language, and the one it was published under, by which it is found. */
function withOriginal({ en, zh }: Bilingual, original: string): Bilingual {
  return phrase(en === original ? en : `${en} (${original})`, zh === original ? zh : `${zh}（${original}）`)
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
