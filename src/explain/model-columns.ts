/** Where the columns that the model itself writes come from: people, components of change, services, hours. */
import type { Dataset } from '../dataset/dataset.js'
import { LEVELS } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import type { Plan } from '../plan/plan.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'

interface Computed {
  readonly unit: string
  readonly note: Bilingual
  /** Keys of the columns it is worked out from. */
  readonly from: readonly string[]
}

const PEOPLE: Bilingual = {
  en: 'lived forward year by year from the base year: survival, births, moves, registration, villages becoming towns (docs/method.md)',
  zh: '自基年起逐年推演：存活、出生、迁移、落户、村改居（见 docs/method.md）',
}
const FLOW: Bilingual = {
  en: 'component of change in the year, as the model lived it (docs/method.md)',
  zh: '当年人口变动分量，由模型推演得出（见 docs/method.md）',
}
const SHARES: Bilingual = {
  en: 'share of the projects by the weights that the scenario gives its cities, or the same for all',
  zh: '各市在项目中的份额，按方案所给权重；未给则各市相同',
}
const CAPACITY: Bilingual = {
  en: 'what is left of the opening stock, plus what programmes have opened times what one of them holds',
  zh: '期初存量扣除关闭部分，加上已建成项目数乘以单个项目容量',
}
const STARTED: Bilingual = {
  en: "starts that the plan promises so far x the programme's scale x fulfilment x the city's share",
  zh: '截至当年计划开工数 × 力度 × 完成倍数 × 该市份额',
}
const OPENED: Bilingual = {
  en: 'of what was started and is due, the share on time opens in the year; what slips is due again a year later',
  zh: '到期项目中按期比例当年建成，延误部分下一年再计',
}
const note = (en: string, zh: string): Bilingual => ({ en, zh })

/** Unit, meaning and parts of a column that no formula, data row or setting gives. */
export function computedBy(
  asked: { plan: Plan; scenario: Scenario; dataset: Dataset },
  key: string,
): Computed {
  const { plan, scenario } = asked
  const [, call, rest = ''] = /^(\w+)\((.*)\)$/.exec(key) ?? []
  const [name, programmeName] = rest.split(',')
  const service = scenario.services.find((one) => one.name === name)
  if (call === 'people') return { unit: 'person', note: PEOPLE, from: movingLevels(plan) }
  if (call === 'slowest') {
    const hours = note(
      "hours between the slowest pair of the group at the year's end, lines open by then included",
      '年末该组城市中最慢一对之间的小时数，含届时已通车线路',
    )
    return { unit: 'hour', note: hours, from: [] }
  }
  if (service && call === 'capacity') {
    const opened = service.programmes.flatMap((one) => [
      `opened(${name},${one.name})`,
      `${name}.${one.name}.each`,
    ])
    return { unit: service.unit, note: CAPACITY, from: [`${name}.opening`, `${name}.closure`, ...opened] }
  }
  if (service && call === 'need') {
    const from = [`${name}.demand`, `${name}.standard`]
    return { unit: service.unit, note: note('demand x standard', '需求量 × 标准'), from }
  }
  if (service && call === 'unmet') {
    const from = [`need(${name})`, `capacity(${name})`]
    return {
      unit: service.unit,
      note: note('need above capacity, city by city', '各市需求超出容量的部分'),
      from,
    }
  }
  const programme = service?.programmes.find((one) => one.name === programmeName)
  if (programme && (call === 'opened' || call === 'started')) {
    const settings = ['share', 'scale', 'fulfilment'].map((word) => `${name}.${programme.name}.${word}`)
    const opened = [`started(${name},${programme.name})`, `${name}.${programme.name}.on_time`]
    return call === 'started'
      ? { unit: programme.unit, note: withStarts(programme.starts), from: settings }
      : { unit: programme.unit, note: OPENED, from: opened }
  }
  if ((FLOWS as readonly string[]).includes(key)) return { unit: 'person', note: FLOW, from: [] }
  if (key === 'year') return { unit: 'year', note: note('the calendar year', '公历年份'), from: [] }
  if (/\.share$/.test(key)) return { unit: 'share', note: SHARES, from: [] }
  return {
    unit: 'ratio',
    note: note('not set: what holds where the scenario is silent', '方案未设定，取默认值'),
    from: [],
  }
}

function withStarts(starts: readonly { year: number; starts: number }[]): Bilingual {
  const list = starts
    .map(({ year, starts: projects }) => `${year}: ${projects.toLocaleString('en')}`)
    .join(', ')
  return { en: `${STARTED.en}; promised ${list}`, zh: `${STARTED.zh}；计划 ${list}` }
}

/** Levels that the scenario sets. */
function movingLevels(plan: Plan): string[] {
  const set = new Set(plan.steps.map(({ key }) => key))
  return LEVELS.map((level) => `level ${level}`).filter((key) => set.has(key))
}
