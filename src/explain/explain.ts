/**
 * How a number came about: a tree from an indicator down through its formulas to the values of the data folder,
 * the uncertainties and the levers, each with its value in one place and year.
 */
import type { Dataset, Provenance } from '../dataset/dataset.js'
import type { Load } from '../formula/program.js'
import { FLOWS } from '../model/state.js'
import { inForce } from '../plan/opening.js'
import { type Plan, type Step, slotAt } from '../plan/plan.js'
import { qualityOfRange } from '../plan/quality.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Quality } from '../vocabulary/quality.js'
import { formatUnit } from '../vocabulary/units.js'
import { computedBy } from './model-columns.js'
import { openingKnown, tablesLivedBy } from './people-tables.js'

export interface Explanation {
  /** The name, as formulas write it; with its year where that is not the year asked about. */
  readonly what: string
  /** Null where the cities differ and cannot be added up, and of a table, which is no one number. */
  readonly value: number | null
  /** Lowest and highest of the cities, where there is no one value. */
  readonly across?: readonly [number, number]
  readonly unit: string
  readonly formula?: string
  /** What kind of thing it is, with its reason. */
  readonly note: Bilingual
  readonly quality?: Quality
  readonly sources: readonly string[]
  readonly parts: readonly Explanation[]
  /** Parts that lie deeper than was asked for. */
  readonly folded: number
}

export interface Asked {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly dataset: Dataset
  /** A trajectory's memory after it has lived. */
  readonly memory: Float64Array
  /** Index of the city, or -1 for the region. */
  readonly city: number
  /** Index into plan.years. */
  readonly year: number
  readonly policy: number
}

const NO_NOTE: Bilingual = { en: '', zh: '' }
const TABLE = { value: null, unit: '', note: NO_NOTE, parts: [], folded: 0 }
const same = (text: string): Bilingual => ({ en: text, zh: text })

/** Explain one slot, `depth` formulas deep. */
export function explainSlot(asked: Asked, slot: number, depth: number): Explanation {
  const { plan, dataset } = asked
  const key = plan.keys[slot]
  const step = stepOf(asked, slot)
  const program = step?.programs[step.programs.length === 1 ? 0 : asked.year]
  const loads = step?.loads[step.programs.length === 1 ? 0 : asked.year] ?? []
  // An indicator's half that only names something is that thing.
  if (program && /\.(of|per)$/.test(key) && loads.length === 1 && program.code.length === 0)
    return explainLoad(asked, program.loads[0], loads[0], depth)

  const dataName = /^data\((\w+)\)$/.exec(key)?.[1]
  if (dataName) {
    const { unitText, cities, provenance } = dataset.values.get(dataName)!
    const own = cities && asked.city >= 0 ? provenance.slice(asked.city, asked.city + 1) : provenance
    return { ...node(asked, slot, unitText), ...known(own) }
  }
  const input = explainInput(asked, slot)
  if (input) return input
  const ratio = sexRatioBehind(asked, key)
  if (program) {
    const formula = program.loads.length === 0 ? undefined : program.text
    const found = { ...node(asked, slot, unitOf(key, formatUnit(program.unit))), ...ratio, formula }
    const below = program.loads.map((load, index) => ({ load, slot: loads[index] }))
    if (depth <= 0) return { ...found, folded: below.length }
    return { ...found, parts: below.map((one) => explainLoad(asked, one.load, one.slot, depth - 1)) }
  }
  const { unit, note, from } = computedBy(asked, key)
  const found = { ...node(asked, slot, unitOf(key, unit)), note }
  const slots = from.map((name) => plan.keys.indexOf(name)).filter((index) => index >= 0)
  const first = [...peopleBehind(asked, slot), ...slowestPairs(asked, slot)]
  if (depth <= 0) return { ...found, folded: slots.length + first.length }
  return { ...found, parts: [...first, ...slots.map((one) => explainSlot(asked, one, depth - 1))] }
}

/** Of people and their flows: how many there were in the base year, and the tables that they live by. */
function peopleBehind(asked: Asked, slot: number): Explanation[] {
  const { plan, scenario, dataset } = asked
  const key = plan.keys[slot]
  const isPeople = key.startsWith('people(')
  if (!isPeople && !(FLOWS as readonly string[]).includes(key)) return []
  const opening = { ...node({ ...asked, year: 0 }, slot, 'person'), ...openingKnown(dataset, plan.years[0]) }
  const tables = tablesLivedBy(dataset, scenario, plan.years).map((table) => ({ ...TABLE, ...table }))
  return isPeople ? [{ ...opening, what: `${opening.what} @ ${plan.years[0]}` }, ...tables] : tables
}

/** The step that wrote a slot in the asked place; the last one to write holds. */
function stepOf({ plan, city }: Asked, slot: number): Step | undefined {
  return plan.steps.filter((step) => step.slot === slot && inPlace(step, city)).at(-1)
}

const inPlace = ({ only }: Step, city: number) => !only || city < 0 || only.includes(city)

/** What a formula loads, in the year it means. */
function explainLoad(asked: Asked, { time }: Load, slot: number, depth: number): Explanation {
  if (time === 'now') return explainSlot(asked, slot, depth)
  const { years } = asked.plan
  const year = 'year' in time ? years.indexOf(time.year) : Math.max(0, asked.year - time.back)
  const found = explainSlot({ ...asked, year }, slot, depth)
  return { ...found, what: `${found.what} @ ${years[year]}` }
}

/** A slot's value in the asked place: of the city, added up over cities, or from the lowest to the highest. */
function node({ plan, dataset, memory, city, year }: Asked, slot: number, unit: string): Explanation {
  const at = slotAt(plan, slot, year)
  const cities = memory.subarray(at, at + plan.dims.cities)
  const plain = {
    what: shortKey(plan.keys[slot], dataset),
    unit,
    note: NO_NOTE,
    sources: [],
    parts: [],
    folded: 0,
  }
  if (city >= 0) return { ...plain, value: cities[city] }
  if (!isByCity(plan, dataset, slot)) return { ...plain, value: cities[0] }
  if (isCount(unit)) return { ...plain, value: cities.reduce((sum, one) => sum + one, 0) }
  const across = [Math.min(...cities), Math.max(...cities)] as const
  return across[0] === across[1] ? { ...plain, value: across[0] } : { ...plain, value: null, across }
}

/** Whether every city has its own number; uncertainties, levers, years and region-wide formulas have one for all. */
function isByCity(plan: Plan, dataset: Dataset, slot: number): boolean {
  const one = [
    plan.yearSlot,
    ...[...plan.uncertainties, ...plan.levers, ...plan.slowest].map((own) => own.slot),
  ]
  if (one.includes(slot)) return false
  const dataName = /^data\((\w+)\)$/.exec(plan.keys[slot])?.[1]
  if (dataName) return dataset.values.get(dataName)?.cities !== undefined
  const steps = plan.steps.filter((step) => step.slot === slot)
  const own = (step: Step) => step.only !== undefined || step.programs.some(({ shape }) => shape === 'cities')
  return steps.length === 0 || steps.some(own)
}

/** Things that add up over cities, unlike shares, rates and hours. */
function isCount(unit: string): boolean {
  return /^[a-z]+$/.test(unit) && !/^(ratio|share|percent|hour|year)$/.test(unit)
}

/** Pure numbers are told apart by what they stand for. */
function unitOf(key: string, unit: string): string {
  if (unit !== 'a pure number') return unit
  if (/^level (attraction|pull_of_outside)$/.test(key)) return 'log odds'
  if (/\.(share|on_time)$|^level returning_|^level babies_/.test(key)) return 'share'
  return /\.closure$|^level (conversion|reclassification)/.test(key) ? 'share / year' : 'ratio'
}

/** `people(urban)` where all ages and both sexes are meant. */
function shortKey(key: string, { dims }: Dataset): string {
  const last = (dims.ages - 1) * dims.ageWidth
  return key.replace(`,0,${last},both)`, ')').replace(',both)', ')')
}

/** Where boys per girl come from, if the scenario leaves them to the data folder. */
function sexRatioBehind({ scenario, dataset, plan, year }: Asked, key: string) {
  if (key !== 'level sex_ratio_at_birth' || scenario.population.levels.sex_ratio_at_birth) return {}
  const firstYear = plan.years[Math.max(0, year - 1)] + 1
  return known([inForce(dataset.sexRatioAtBirth, firstYear).provenance])
}

function known(provenance: readonly Provenance[]): Pick<Explanation, 'note' | 'quality' | 'sources'> {
  const [first] = provenance
  const sources = [...new Set(provenance.flatMap(({ source }) => source.split(';')))]
  return { note: same(first?.note ?? ''), quality: first?.quality, sources }
}

function explainInput(asked: Asked, slot: number): Explanation | undefined {
  const { scenario, plan, policy } = asked
  const key = plan.keys[slot]
  const uncertainty = scenario.uncertainties.find(({ name }) => name === key)
  if (uncertainty) {
    const { distribution, because, source, title, unit } = uncertainty
    const shape = shapeText(distribution)
    const note = {
      en: `${title.en}: uncertainty, ${shape}. ${because.en}`,
      zh: `${title.zh}：不确定因素，${shape}。${because.zh}`,
    }
    const sources = source.split(';')
    return { ...node(asked, slot, unit), note, quality: qualityOfRange(sources), sources }
  }
  const lever = scenario.levers.find(({ name }) => name === key)
  if (!lever) return undefined
  const [low, high] = lever.range
  const policyTitle = plan.policies[policy].title
  const note = {
    en: `${lever.title.en}: lever, from ${low} to ${high}, ${lever.default} by default; as the policy "${policyTitle.en}" sets it`,
    zh: `${lever.title.zh}：可调措施，范围${low}至${high}，默认${lever.default}；取政策“${policyTitle.zh}”的设定`,
  }
  return { ...node(asked, slot, lever.unit), note }
}

/** `triangular, low 0.5, mode 0.8, high 1.1`; a distribution of another goes into it. */
function shapeText(distribution: Scenario['uncertainties'][number]['distribution']): string {
  const { kind, ...rest } = distribution
  const inner = 'of' in distribution ? `${shapeText(distribution.of)}, ` : ''
  const numbers = Object.entries(rest).filter(([, number]) => typeof number === 'number')
  return `${inner}${[kind, ...numbers.map(([name, number]) => `${name} ${number}`)].join(', ')}`
}

/** The pairs of a group of cities that are as slow as its slowest, with the source of their time. */
function slowestPairs(asked: Asked, slot: number): Explanation[] {
  const { plan, dataset } = asked
  const group = plan.slowest.find((one) => one.slot === slot)
  const whole = node(asked, slot, 'hour')
  return (group?.pairs ?? []).flatMap(([one, other]) => {
    const leg = dataset.travel.legs.find(
      ({ from, to, hours }) => from === one && to === other && hours === whole.value,
    )
    if (!leg) return []
    const [first, second] = [dataset.cities[one].name, dataset.cities[other].name]
    const provenance = known([leg.provenance])
    const note = { en: provenance.note.en, zh: `${first.zh}—${second.zh}：${provenance.note.zh}` }
    return { ...whole, what: `hours(${first.en}, ${second.en})`, ...provenance, note }
  })
}
