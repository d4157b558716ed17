/** A run of two cities, two years and two policies, made by hand and held in memory. */

import { outcomeName } from '../../src/plan/outcome-columns.js'
import type { OutcomeReader } from '../../src/results/outcome-reader.js'
import type { RunHeader } from '../../src/results/run-header.js'

const both = (text: string) => ({ en: text, zh: text })

export const INDICATORS = ['share', 'built', 'hours'] as const
const PLACES = ['R', 'A', 'B']
const YEARS = [2020, 2021]

const target = (
  id: string,
  comparator: 'at_least' | 'at_most' | 'about',
  threshold: number,
  tolerance = 0,
) => ({
  id,
  title: both(id),
  indicator: id,
  comparator,
  threshold,
  tolerance,
  year: 2021,
  quality: 'estimate' as const,
  basis: both(''),
})

const indicator = (name: string, unit: string, per: number, times: number) => ({
  name,
  title: both(name),
  unit,
  quality: 'estimate' as const,
  of: 0,
  per,
  counted: 'person',
  times,
  censusRevision: 0,
  ofShape: 'cities' as const,
  perShape: 'cities' as const,
})

const outcomes = INDICATORS.flatMap((name) =>
  PLACES.flatMap((code, place) =>
    YEARS.map((year, at) => ({ name: outcomeName(name, code, year), indicator: name, place, year: at })),
  ),
)

/** 200 people in the region, 120 in A and 80 in B: what the share is measured against. */
const PEOPLE = [200, 120, 80]

export const HEADER: RunHeader = {
  version: '0.0.0',
  title: both('Small'),
  fingerprint: 'f'.repeat(64),
  places: PLACES.map((code) => ({ code, name: both(code), tile: null })),
  years: YEARS,
  seed: 5,
  design: 'random',
  indicators: [
    indicator('share', 'percent', 1, 100),
    indicator('built', 'school', -1, 1),
    indicator('hours', 'hour', -1, 1),
  ],
  targets: [target('share', 'about', 57, 0.5), target('built', 'at_least', 3), target('hours', 'at_most', 2)],
  unassessed: [],
  sections: [],
  outcomes,
  policies: [
    { name: 'no_action', title: both('No action') },
    { name: 'act', title: both('Act') },
  ],
  uncertainties: [{ name: 'pace', title: both('Pace') }],
  projections: [],
  principal: [outcomes.map(() => 1), outcomes.map((_, index) => index)],
  denominators: [0, 1].map(() =>
    outcomes.map(({ indicator, place }) => (indicator === 'share' ? PEOPLE[place] : null)),
  ),
}

export type Draws = Readonly<Record<string, readonly number[]>>

/** A reader over columns named `policy/column`; a column that is not given is zero throughout. */
export function readerOf(draws: number, columns: Draws): OutcomeReader {
  return {
    draws,
    read: async (policy, names) =>
      names.map((name) => Float64Array.from(columns[`${policy}/${name}`] ?? new Array(draws).fill(0))),
  }
}
