/**
 * What programmes cost: of every currency and price year two indicators by city, the cost of what is started in a year and of
 * all that was started since the base year. What was under way before is paid for or promised already, and is not counted.
 *
 *   in the year = sum over programmes of (started - started a step before) x cost of a project in that year
 *   so far      = so far a step before + in the year;  0 in the base year
 */
import type { Program } from '../formula/program.js'
import type { Name } from '../formula/scope.js'
import { PURE } from '../vocabulary/units.js'
import { titleInYear, titleSoFar } from './cost-words.js'
import type { Draft } from './draft.js'
import type { CostPlan, IndicatorPlan, ServicePlan } from './plan.js'
import { createQuality } from './quality.js'
import { keyText, type SlotKey } from './slot-keys.js'

export interface Costs {
  readonly indicators: readonly IndicatorPlan[]
  readonly costs: readonly CostPlan[]
}

/** One programme with a cost. */
interface Costed {
  readonly service: string
  readonly programme: string
  readonly title: CostPlan['programmes'][number]['title']
  readonly currency: string
  readonly prices: number
}

/** Empty where no programme has a cost. Costs in other currencies or prices stand apart: they do not add up. */
export function planCosts(draft: Draft, services: readonly ServicePlan[], taken: ReadonlySet<string>): Costs {
  const costed = services.flatMap(({ name: service, programmes }) =>
    programmes.flatMap(({ name: programme, title, cost }): Costed[] =>
      cost ? [{ service, programme, title, currency: cost.currency, prices: cost.prices }] : [],
    ),
  )
  const groups = new Map<string, Costed[]>()
  for (const one of costed) {
    const key = `${one.currency} ${one.prices}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const made = [...groups.values()].map((group, at) => costsOf(draft, group, at, taken))
  return { indicators: made.flatMap(({ indicators }) => indicators), costs: made.map(({ cost }) => cost) }
}

function costsOf(draft: Draft, group: readonly Costed[], at: number, taken: ReadonlySet<string>) {
  const [{ currency, prices }] = group
  const named = (base: string): string => (taken.has(base) ? named(`${base}_of_programmes`) : base)
  const ending = at === 0 ? '' : `_${at + 1}`
  const [inYear, soFar] = [named(`cost_in_year${ending}`), named(`cost_so_far${ending}`)]
  const yearly = addYearly(draft, inYear, group)
  const total = addTotal(draft, soFar, inYear)
  const quality = createQuality(draft)([yearly])
  const indicator = (name: string, of: number, title: IndicatorPlan['title']): IndicatorPlan => ({
    name,
    title,
    unit: currency,
    quality,
    of,
    per: -1,
    counted: currency,
    times: 1,
    censusRevision: 0,
    ofShape: 'cities',
    perShape: 'cities',
  })
  return {
    indicators: [
      indicator(inYear, yearly, titleInYear(currency, prices)),
      indicator(soFar, total, titleSoFar(currency, prices)),
    ],
    cost: {
      currency,
      prices,
      inYear,
      soFar,
      programmes: group.map(({ service, programme, title }) => ({ service, name: programme, title })),
    },
  }
}

const ofIndicator = (indicator: string): SlotKey => ({ kind: 'indicator', indicator, half: 'of' })

function addYearly(draft: Draft, indicator: string, group: readonly Costed[]): number {
  const names = new Map<string, Name>()
  const terms = group.map(({ service, programme }, at) => {
    const [started, cost] = [`started_of_${at}`, `cost_of_${at}`]
    names.set(started, column({ kind: 'programme', service, programme, column: 'started' }))
    names.set(cost, column({ kind: 'programme part', service, programme, part: 'cost' }))
    return `(${started} - previous(${started})) * ${cost}`
  })
  return addPrograms(draft, indicator, [draft.overNames(terms.join(' + '), 'result', names)])
}

function addTotal(draft: Draft, indicator: string, inYear: string): number {
  const names = new Map([
    ['so_far', column(ofIndicator(indicator))],
    ['in_year', column(ofIndicator(inYear))],
  ])
  // a step before the base year is the base year itself, of which nothing is known yet
  const first = draft.overNames('0 * in_year', 'result', names)
  const later = draft.overNames('previous(so_far) + in_year', 'result', names)
  return addPrograms(
    draft,
    indicator,
    draft.years.map((_, year) => (year === 0 ? first : later)),
  )
}

function addPrograms(draft: Draft, indicator: string, programs: readonly (Program | undefined)[]): number {
  const key = ofIndicator(indicator)
  const good = programs.filter((program) => program !== undefined)
  return good.length === programs.length ? draft.addStep(key, good, 'result') : draft.slots.slot(key)
}

/** By city; units are the reader's. */
const column = (key: SlotKey): Name => ({ shape: 'cities', unit: PURE, key: keyText(key), description: '' })
