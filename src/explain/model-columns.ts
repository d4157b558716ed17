/** Where the columns that the model itself writes come from: people, components of change, services, hours. */
import { LEVELS, type Level } from '../model/rates.js'
import type { Plan } from '../plan/plan.js'
import type { ProgrammePart, ServicePart, SlotKey } from '../plan/slot-keys.js'
import type { Programme, ProjectsOfYear, Scenario, Service } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { ExplanationRequest } from './explanation.js'

interface ColumnOrigin {
  readonly unit: string
  readonly note: Bilingual
  /** The columns that it is computed from. */
  readonly from: readonly SlotKey[]
}

const PEOPLE: Bilingual = {
  en: 'lived forward year by year from the base year: survival, births, moves, registration, villages becoming towns (docs/method.md)',
  zh: '自基年起逐年推演：存活、出生、迁移、落户、村改居（见 docs/method.md）',
}
const PEOPLE_OF_ONE_STATUS: Bilingual = {
  en: 'lived forward year by year from the base year: survival, births, moves and net migration (docs/method.md)',
  zh: '自基年起逐年推演：存活、出生、迁移（见 docs/method.md）',
}
const FLOW: Bilingual = {
  en: 'component of change in the year, as the model lived it (docs/method.md)',
  zh: '当年人口变动分量，由模型推演得出（见 docs/method.md）',
}
const SCALED: Bilingual = {
  en: 'what scaling to published totals added to all residents in the year; births, deaths and moves are those of before',
  zh: '当年按公布总数校准所增减的常住人口；出生、死亡和迁移为校准前的数',
}
const ADJUSTMENT = { kind: 'flow', flow: 'control_adjustment' } as const
const SHARES: Bilingual = {
  en: 'share of the projects by the weights that the scenario gives its cities, or the same for all',
  zh: '各市在项目中的份额，按方案所给权重；未给则各市相同',
}
const CAPACITY: Bilingual = {
  en: 'what is left of the opening stock, plus what programmes have opened times what one of them holds',
  zh: '期初存量扣除关闭部分，加上已建成项目数乘以单个项目容量',
}
const STARTED: Bilingual = {
  en: "starts that are due in this scenario so far x the programme's scale x fulfilment x the city's share",
  zh: '截至当年本方案应开工数 × 力度 × 完成倍数 × 该市份额',
}
const OPENED: Bilingual = {
  en: 'of what was started and is due, the share on time opens in the year; what slips is due again a year later',
  zh: '到期项目中按期比例当年建成，延误部分下一年再计',
}
const note = (en: string, zh: string): Bilingual => ({ en, zh })
const HOURS = note(
  "hours between the slowest pair of the group at the year's end, lines open by then included",
  '年末该组城市中最慢一对之间的小时数，含届时已通车线路',
)
const HOURS_TO = note(
  "hours to the city at the year's end, lines open by then included",
  '年末到该市的小时数，含届时已通车线路',
)
const LIFE = note(
  'of the life table that the death rates of the year make at the level of mortality; in the base year at that of the data folder',
  '按当年死亡率及死亡水平编制的生命表；基年按数据文件夹的水平',
)
const CHILDREN = note(
  'births per woman over all ages at the rates of the year; in the base year at those of the data folder',
  '按当年分年龄生育率，平均每位妇女一生的生育数；基年按数据文件夹的生育率',
)
const NOT_SET = note('not set: what holds where the scenario is silent', '方案未设定，取默认值')
type Key<Kind extends SlotKey['kind']> = Extract<SlotKey, { readonly kind: Kind }>

/** Unit, meaning and parts of a column that no formula, data row or setting gives. */
export function originOf(
  { plan, scenario, dataset }: Pick<ExplanationRequest, 'plan' | 'scenario' | 'dataset'>,
  key: SlotKey,
): ColumnOrigin {
  switch (key.kind) {
    case 'people':
      return {
        unit: 'person',
        note: withControls(dataset.dims.statuses === 1 ? PEOPLE_OF_ONE_STATUS : PEOPLE, plan),
        from: [...(plan.controls ? [ADJUSTMENT] : []), ...movingLevels(plan)],
      }
    case 'flow':
      return { unit: 'person', note: key.flow === ADJUSTMENT.flow ? SCALED : FLOW, from: [] }
    case 'year':
      return { unit: 'year', note: note('the calendar year', '公历年份'), from: [] }
    case 'slowest':
      return { unit: 'hour', note: HOURS, from: [] }
    case 'hours to':
      return { unit: 'hour', note: HOURS_TO, from: [] }
    case 'life expectancy':
      return { unit: 'year', note: LIFE, from: levelsOf(plan, ['mortality']) }
    case 'total fertility': {
      const among = `fertility_in_${key.group === 'urban' ? 'towns' : 'villages'}` as const
      return { unit: 'ratio', note: CHILDREN, from: levelsOf(plan, ['fertility', among]) }
    }
    case 'service':
      return serviceColumn(key, serviceIn(scenario, key.service))
    case 'programme':
      return programmeColumn(key, serviceIn(scenario, key.service), plan.years[0])
    default:
      if (key.kind === 'programme part' && key.part === 'share')
        return { unit: 'share', note: SHARES, from: [] }
      return { unit: 'ratio', note: NOT_SET, from: [] }
  }
}

/** People who are scaled to published totals, and in which years. */
function withControls({ en, zh }: Bilingual, { controls, years }: Plan): Bilingual {
  if (!controls) return { en, zh }
  const when = controls.steps.flatMap((step, year) => (step ? [years[year]] : []))
  return {
    en: `${en}; scaled to the published totals ${controls.name} at the end of ${when.join(', ')}`,
    zh: `${zh}；${when.join('、')}年末按公布总数 ${controls.name} 校准`,
  }
}

const serviceIn = ({ services }: Scenario, name: string) => services.find((one) => one.name === name)!

function serviceColumn(
  { column, service: name }: Key<'service'>,
  { unit, programmes }: Service,
): ColumnOrigin {
  const part = (part: ServicePart): SlotKey => ({ kind: 'service part', service: name, part })
  switch (column) {
    case 'capacity': {
      const opened = programmes.flatMap(({ name: programme }): SlotKey[] => [
        { kind: 'programme', service: name, programme, column: 'opened' },
        { kind: 'programme part', service: name, programme, part: 'each' },
      ])
      return { unit, note: CAPACITY, from: [part('opening'), part('closure'), ...opened] }
    }
    case 'need':
      return {
        unit,
        note: note('demand x standard', '需求量 × 标准'),
        from: [part('demand'), part('standard')],
      }
    case 'unmet': {
      const both = (['need', 'capacity'] as const).map(
        (one): SlotKey => ({ kind: 'service', service: name, column: one }),
      )
      return { unit, note: note('need above capacity, city by city', '各市需求超出容量的部分'), from: both }
    }
  }
}

function programmeColumn(
  { column, service, programme }: Key<'programme'>,
  { programmes }: Service,
  base: number,
): ColumnOrigin {
  const found = programmes.find(({ name }) => name === programme)!
  const { unit } = found
  const part = (part: ProgrammePart): SlotKey => ({ kind: 'programme part', service, programme, part })
  if (column === 'started')
    return {
      unit,
      note: withStarts(found.starts, base),
      from: [part('share'), part('scale'), part('fulfilment')],
    }
  const started: SlotKey = { kind: 'programme', service, programme, column: 'started' }
  return { unit, note: withUnderWay(found, base), from: [started, part('on_time')] }
}

function withStarts(starts: readonly ProjectsOfYear[], base: number): Bilingual {
  const list = starts.flatMap((one) => ((one.year ?? 0) > base ? [projectsText(one)] : [])).join(', ')
  return { en: `${STARTED.en}; due ${list}`, zh: `${STARTED.zh}；应开工 ${list}` }
}

/** Opened, with what is under way at the end of the base year. */
function withUnderWay({ starts, under_way = [] }: Programme, base: number): Bilingual {
  const before = starts.filter(({ year = 0 }) => year <= base).map(projectsText)
  const stated = under_way.map(projectsText)
  if (before.length + stated.length === 0) return OPENED
  const en = before.length > 0 ? `started before: ${before.join(', ')}` : `as stated: ${stated.join(', ')}`
  const zh = before.length > 0 ? `此前开工：${before.join('、')}` : `按所述：${stated.join('、')}`
  return { en: `${OPENED.en}; under way in ${base}, ${en}`, zh: `${OPENED.zh}；${base}年末在建，${zh}` }
}

/** `2021: 40`, `2021: Alpha 3, others 1`, `40`. */
function projectsText({ year, starts, cities, others = 0 }: ProjectsOfYear): string {
  const named = cities?.map(({ name, projects }) => `${name} ${projects.toLocaleString('en')}`)
  const byCity =
    named && [...named, ...(others > 0 ? [`others ${others.toLocaleString('en')}`] : [])].join(', ')
  const projects = byCity ?? (starts ?? 0).toLocaleString('en')
  return year === undefined ? projects : `${year}: ${projects}`
}

/** Those of some levels that the scenario sets. */
const levelsOf = (plan: Plan, levels: readonly Level[]) =>
  movingLevels(plan).filter((key) => key.kind === 'level' && levels.includes(key.level))

/** Levels that the scenario sets. */
function movingLevels({ steps }: Plan): SlotKey[] {
  const set = new Set(steps.map(({ key }) => (key.kind === 'level' ? key.level : undefined)))
  return LEVELS.filter((level) => set.has(level)).map((level) => ({ kind: 'level', level }))
}
