/**
 * How a number came about: a tree from an indicator down through its formulas to the values of the data folder,
 * the uncertainties and the levers, each with its value in one place and year.
 */
import type { Dataset, Provenance } from '../dataset/dataset.js'
import { LEVELS } from '../model/rates.js'
import { FLOWS } from '../model/state.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Quality } from '../vocabulary/quality.js'
import { type Plan, slotAt } from './plan.js'
import { qualityOfRange } from './quality.js'

export interface Explanation {
  /** The name or formula text, as the scenario writes it. */
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What kind of thing it is, with its reason or source. */
  readonly note: string
  readonly quality?: Quality
  readonly sources: readonly string[]
  readonly parts: readonly Explanation[]
}

export interface Asked {
  readonly plan: Plan
  readonly scenario: Scenario
  readonly dataset: Dataset
  /** A trajectory's memory after it has lived. */
  readonly memory: Float64Array
  /** Index of the city, or -1 for the region (sums over cities). */
  readonly city: number
  /** Index into plan.years. */
  readonly year: number
  readonly policy: number
}

/** Explain one slot, `depth` formulas deep. */
export function explainSlot(asked: Asked, slot: number, depth: number): Explanation {
  const { plan, dataset } = asked
  const key = plan.keys[slot]
  const value = valueIn(asked, slot)
  const dataName = /^data\((\w+)\)$/.exec(key)?.[1]
  if (dataName) {
    const found = dataset.values.get(dataName)!
    return { what: key, value, unit: found.unitText, ...known(found.provenance), parts: [] }
  }
  const leaf = explainInput(asked, key, value)
  if (leaf) return leaf
  const rows = plan.steps.filter((step) => step.slot === slot)
  const inCity = rows.filter((step) => !step.only || asked.city < 0 || step.only.includes(asked.city))
  const step = inCity.at(-1)
  if (step) {
    const program = step.programs[step.programs.length === 1 ? 0 : asked.year]
    const loads = [...new Set(step.loads[step.programs.length === 1 ? 0 : asked.year])]
    const parts = depth > 0 ? loads.map((load) => explainSlot(asked, load, depth - 1)) : []
    return { what: `${key} = ${program.text}`, value, unit: '', note: '', sources: [], parts }
  }
  return explainComputed(asked, key, value, depth)
}

/** Sum over cities for a column of cities, the number itself for one city or a column of one number. */
function valueIn({ plan, memory, city, year }: Asked, slot: number): number {
  const at = slotAt(plan, slot, year)
  if (city >= 0) return memory[at + city]
  const summed = /^(people|capacity|need|unmet|started|opened)\(/.test(plan.keys[slot]) || isCount(plan, slot)
  if (!summed) return memory[at]
  let sum = 0
  for (let each = 0; each < plan.dims.cities; each++) sum += memory[at + each]
  return sum
}

function isCount(plan: Plan, slot: number): boolean {
  const key = plan.keys[slot]
  if ((FLOWS as readonly string[]).includes(key) || /\.(opening|demand|stock)$/.test(key)) return true
  const indicator = plan.indicators.find(({ of, per }) => of === slot || per === slot)
  return (
    indicator !== undefined && (indicator.of === slot ? indicator.ofShape : indicator.perShape) === 'cities'
  )
}

function known(provenance: readonly Provenance[]): Pick<Explanation, 'note' | 'quality' | 'sources'> {
  const [first] = provenance
  const sources = [...new Set(provenance.flatMap(({ source }) => source.split(';')))]
  return { note: first?.note ?? '', quality: first?.quality, sources }
}

function explainInput(
  { scenario, plan, policy }: Asked,
  key: string,
  value: number,
): Explanation | undefined {
  const uncertainty = scenario.uncertainties.find(({ name }) => name === key)
  if (uncertainty) {
    const { kind, ...numbers } = uncertainty.distribution
    const shape = `${kind} ${Object.entries(numbers)
      .filter(([, number]) => typeof number === 'number')
      .map(([name, number]) => `${name} ${number}`)
      .join(', ')}`
    const note = `uncertainty, ${shape}: ${uncertainty.because}`
    const sources = uncertainty.source.split(';')
    return {
      what: key,
      value,
      unit: uncertainty.unit,
      note,
      quality: qualityOfRange(sources),
      sources,
      parts: [],
    }
  }
  const lever = scenario.levers.find(({ name }) => name === key)
  if (!lever) return undefined
  const note = `lever, default ${lever.default}, set by policy ${plan.policies[policy].name}`
  return { what: key, value, unit: lever.unit, note, sources: [], parts: [] }
}

/** Columns that the model writes: people, components of change, services. */
function explainComputed(asked: Asked, key: string, value: number, depth: number): Explanation {
  const { plan } = asked
  const slots = new Map(plan.keys.map((name, index) => [name, index]))
  const explainKeys = (keys: string[]) =>
    depth <= 0
      ? []
      : keys.filter((name) => slots.has(name)).map((name) => explainSlot(asked, slots.get(name)!, depth - 1))
  const [, call, rest] = /^(\w+)\((.*)\)$/.exec(key) ?? []
  const [service, programme] = rest?.split(',') ?? []
  const plain = { what: key, value, unit: '', sources: [] }
  if (call === 'people') {
    const note = `lived forward from ${plan.years[0]}: survival, births, moves, conversion and reclassification (docs/method.md)`
    const moving = LEVELS.map((level) => `level ${level}`).filter((name) =>
      plan.steps.some((step) => step.key === name),
    )
    return { ...plain, unit: 'person', note, parts: depth > 1 ? explainKeys(moving) : [] }
  }
  if (call === 'capacity') {
    const found = plan.services.find(({ name }) => name === service)
    const opened =
      found?.programmes.flatMap(({ name }) => [`opened(${service},${name})`, `${service}.${name}.each`]) ?? []
    const note = 'opening stock less closures, plus what programmes have opened'
    return { ...plain, note, parts: explainKeys([`${service}.opening`, `${service}.closure`, ...opened]) }
  }
  if (call === 'need' || call === 'unmet') {
    const parts =
      call === 'need'
        ? [`${service}.demand`, `${service}.standard`]
        : [`need(${service})`, `capacity(${service})`]
    return {
      ...plain,
      note: call === 'need' ? 'demand times standard' : 'need above capacity',
      parts: explainKeys(parts),
    }
  }
  if (call === 'opened' || call === 'started') {
    const parts = ['share', 'scale', 'fulfilment', 'on_time'].map((name) => `${service}.${programme}.${name}`)
    const note =
      'starts of the plan so far times scale and fulfilment; of those due, the share on time opens each year'
    return { ...plain, note, parts: explainKeys(parts) }
  }
  const note = key === 'year' ? 'the calendar year' : 'set by the plan or the data folder'
  return { ...plain, note, parts: [] }
}
