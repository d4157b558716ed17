/** What the model carries from year to year, and what it reports of each year. All arrays are doubles. */
import type { Dimensions } from '../vocabulary/dimensions.js'

export interface State {
  /** people[status, sex, age, city], persons on 31 December. */
  readonly people: Float64Array
  /** away[sex, age, city], persons registered in the city who live outside the region; empty with one status. */
  readonly away: Float64Array
}

/**
 * Components of a step by city, persons. For every city
 * births - deaths + movedIn - movedOut + fromOutside - toOutside + netMigration + controlAdjustment = change of residents,
 * and urbanBirths - urbanDeaths + urbanIn - urbanOut + reclassified + urbanControlAdjustment = change of urban residents.
 */
export const FLOWS = [
  'births',
  'deaths',
  /** From and to other cities of the region. */
  'moved_in',
  'moved_out',
  /** From and to outside the region, people registered here and others alike. */
  'from_outside',
  'to_outside',
  'net_migration',
  'urban_births',
  'urban_deaths',
  /** Everyone who starts or stops living in a town by moving (own villages, other cities, outside). */
  'urban_in',
  'urban_out',
  /** Villages that became towns; nobody moves. */
  'reclassified',
  /** Migrants and reclassified residents who got urban registration here. */
  'converted',
  /** From the city's own villages to its own towns, and back. */
  'to_town',
  'to_village',
  /** People that a count of net out-migrants asked for and the cohort did not have. */
  'shortfall',
  /** Births and deaths of the people away; they are outside every city's balance. */
  'away_births',
  'away_deaths',
  /** What scaling to published totals adds to residents, and to those of them in towns (control.ts). */
  'control_adjustment',
  'urban_control_adjustment',
] as const
export type Flow = (typeof FLOWS)[number]

/** Nought where people are scaled to no published total. */
export const CONTROL_FLOWS: ReadonlySet<Flow> = new Set(['control_adjustment', 'urban_control_adjustment'])

/** flows[flow, city], in the order of FLOWS. */
export type Flows = Float64Array

const FLOW_INDEX = Object.fromEntries(FLOWS.map((flow, index) => [flow, index])) as Record<Flow, number>

/** Offset of a flow's first city. */
export function flowAt(dims: Dimensions, flow: Flow): number {
  return FLOW_INDEX[flow] * dims.cities
}
