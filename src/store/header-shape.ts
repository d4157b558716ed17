/** The form of the header of a run, field by field: whatever shows a run may rely on it, whoever has made the folder. */
import type { RunHeader } from '../results/run-header.js'
import { type Design, kindOf } from '../sampling/design.js'

/** What a value must be: a word for a plain one, [form] for a list of such, a record of forms for one with these fields. */
type Form =
  | 'text'
  | 'number'
  | 'number or null'
  | 'anything'
  | readonly [Form]
  | { readonly [field: string]: Form }

const WORDS: Form = { en: 'text', zh: 'text' }
const GROWTH: Form = [
  {
    ...{
      code: 'text',
      year: 'number',
      before: 'number',
      natural: 'number',
      withinCity: 'number',
      beyondCity: 'number',
    },
    ...{
      reclassified: 'number',
      after: 'number',
      fromOutside: 'number',
      toOutside: 'number',
      netOutside: 'number',
    },
  },
]
const PROJECTION: Form = {
  policy: 'text',
  people: [{ code: 'text', year: 'number', byStatus: ['number'] }],
  growth: GROWTH,
  growthInAll: GROWTH,
  pyramids: [{ year: 'number', ages: ['number'], people: [[['number']]] }],
  services: [
    {
      ...{ service: 'text', title: WORDS, unit: 'text' },
      rows: [
        {
          ...{ code: 'text', year: 'number', need: 'number', capacity: 'number' },
          ...{ lacking: 'number', lackingShare: 'number' },
        },
      ],
    },
  ],
  programmes: [
    {
      ...{ programme: 'text', service: 'text', title: WORDS, unit: 'text', lead: 'number' },
      years: [
        {
          ...{
            year: 'number',
            promisedStarts: 'number',
            promised: 'number',
            started: 'number',
            opened: 'number',
          },
          openedShare: 'number or null',
        },
      ],
    },
  ],
}

/** What a header has where programmes have costs. */
const COSTS: Form = [
  {
    ...{ currency: 'text', prices: 'number', inYear: 'text', soFar: 'text' },
    programmes: [{ service: 'text', name: 'text', title: WORDS }],
  },
]

const NAMED: Form = [{ name: 'text', title: WORDS }]

/** Fields that every header has; further ones may be there. */
const HEADER: Form = {
  version: 'text',
  title: WORDS,
  fingerprint: 'text',
  seed: 'number',
  design: 'anything',
  places: [{ code: 'text', name: WORDS, tile: 'anything' }],
  years: ['number'],
  indicators: [
    { name: 'text', title: WORDS, unit: 'text', quality: 'text', counted: 'text', times: 'number' },
  ],
  targets: [
    {
      ...{ id: 'text', title: WORDS, indicator: 'text', comparator: 'text', threshold: 'number' },
      ...{ tolerance: 'number', year: 'number', quality: 'text', basis: WORDS },
    },
  ],
  unassessed: [{ id: 'text', text: WORDS, assessed: 'text', because: WORDS }],
  outcomes: [{ name: 'text', indicator: 'text', place: 'number', year: 'number' }],
  policies: NAMED,
  uncertainties: NAMED,
  principal: [['number or null']],
  denominators: [['number or null']],
  projections: [PROJECTION],
}

/** Whether a header that was read is one, and what it names in one list is in the other. */
export function isHeader(read: RunHeader): boolean {
  if (!isOfForm(read, HEADER) || !isDesign(read.design)) return false
  if (read.costs !== undefined && !isOfForm(read.costs, COSTS)) return false
  if (read.ofCities !== undefined && !isOfForm(read.ofCities, NAMED)) return false
  const { places, years, indicators, outcomes, targets, policies, projections, principal, denominators } =
    read
  const names = new Set(indicators.map(({ name }) => name))
  const codes = new Set(places.map(({ code }) => code))
  const byColumn = [...principal, ...denominators].every(({ length }) => length === outcomes.length)
  const ofPlaces = projections.flatMap((one) => [...one.people, ...one.growth, ...one.growthInAll])
  return (
    byColumn &&
    (read.costs ?? []).every(({ inYear, soFar }) => names.has(inYear) && names.has(soFar)) &&
    [principal, denominators].every(({ length }) => length === policies.length) &&
    outcomes.every((one) => places[one.place] && years[one.year] !== undefined && names.has(one.indicator)) &&
    targets.every(({ indicator, year }) => names.has(indicator) && years.includes(year)) &&
    projections.every(({ policy }) => policies.some(({ name }) => name === policy)) &&
    ofPlaces.every(({ code }) => codes.has(code))
  )
}

/** A word, or what has one for its kind. */
function isDesign(design: Design | null): boolean {
  return typeof (design && kindOf(design)) === 'string'
}

function isOfForm(value: unknown, form: Form): boolean {
  if (form === 'anything') return true
  if (form === 'text') return typeof value === 'string'
  if (form === 'number') return typeof value === 'number'
  if (form === 'number or null') return value === null || typeof value === 'number'
  if (typeof value !== 'object' || value === null) return false
  if (isListForm(form)) return Array.isArray(value) && value.every((item) => isOfForm(item, form[0]))
  const fields = value as Readonly<Record<string, unknown>>
  return Object.entries(form).every(([name, inner]) => isOfForm(fields[name], inner))
}

function isListForm(form: Exclude<Form, string>): form is readonly [Form] {
  return Array.isArray(form)
}
