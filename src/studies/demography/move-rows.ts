/** Tables of moves from place to place, and of what a place has grown by. */
import { FLOWS, type Flow } from '../../model/state.js'
import type { Plan } from '../../plan/plan.js'
import { firstCell, sumAt } from '../../results/every-cell.js'
import { RURAL } from '../../vocabulary/dimensions.js'
import type { PopulationCell, PopulationTable } from '../population-tables.js'
import { type DemographySource, type PlaceRow, placeRows } from './source.js'

/** Stands for every place outside the region in a table of flows. */
const OUTSIDE = 'outside'

/** People who moved in a step, by origin and destination. */
export function flowRows({ plan, memory, accounts }: DemographySource): PopulationTable {
  const count = plan.dims.cities
  const cities = placeRows(plan).slice(-count)
  const rows = accounts.flatMap(({ year, moves }) => {
    const flow = (name: Flow, city: number) => flowOf(plan, memory, name, year, [city])
    return cities.flatMap((from, at): PopulationCell[][] => {
      const ends = [plan.years[year], from.code, from.place]
      return [
        ...cities.flatMap((to, other) =>
          other === at ? [] : [[...ends, to.code, to.place, moves[at * count + other]]],
        ),
        [...ends, OUTSIDE, OUTSIDE, flow('to_outside', at)],
        [plan.years[year], OUTSIDE, OUTSIDE, from.code, from.place, flow('from_outside', at)],
      ]
    })
  })
  return { heading: ['year', 'from_code', 'from_place', 'to_code', 'to_place', 'people'], rows }
}

/** What residents, townspeople and villagers have grown by in a step; for each the parts add up to the change. */
export function growthRows({ plan, memory, accounts, womenOnly }: DemographySource): PopulationTable {
  const groups = plan.dims.statuses === 1 ? (['residents'] as const) : GROUPS_OF_GROWTH
  const rows = accounts.flatMap(({ year }) =>
    placeRows(plan).flatMap((place) =>
      groups.map((group): PopulationCell[] => {
        const before = peopleIn(plan, memory, group, year - 1, place)
        const after = peopleIn(plan, memory, group, year, place)
        const flow = (name: Flow) => flowOf(plan, memory, name, year, place.cities)
        const parts = [...PARTS[group](flow), ...(plan.controls ? [CONTROLLED[group](flow)] : [])]
        return [plan.years[year], place.code, place.place, group, before, ...parts, after]
      }),
    ),
  )
  // births and moves are of both sexes there, people of women
  const heading = plan.controls ? GROWTH_HEADING.toSpliced(-1, 0, 'control_adjustment') : GROWTH_HEADING
  return { heading, rows: womenOnly ? [] : rows }
}

const GROUPS_OF_GROWTH = ['residents', 'urban', 'rural'] as const
type GroupOfGrowth = (typeof GROUPS_OF_GROWTH)[number]

const GROWTH_HEADING: readonly string[] = [
  'year', 'code', 'place', 'group', 'people_before', 'births', 'deaths', 'natural', 'between_places', 'outside', 'given',
  'beyond_place', 'within_place', 'reclassified', 'people_after',
] // biome-ignore format: a list of headings reads best as a paragraph

/**
 * births, deaths, natural; moves between places, with outside, given by the data folder, all three together; within the
 * place; reclassified. Flows do not say where the townspeople among those come from, so that they have one number.
 */
const PARTS: Readonly<Record<GroupOfGrowth, (flow: (name: Flow) => number) => number[]>> = {
  residents: (flow) => {
    const [births, deaths] = [flow('births'), flow('deaths')]
    const between = flow('moved_in') - flow('moved_out')
    const outside = flow('from_outside') - flow('to_outside')
    const given = flow('net_migration')
    return [births, deaths, births - deaths, between, outside, given, between + outside + given, 0, 0]
  },
  urban: (flow) => {
    const [births, deaths] = [flow('urban_births'), flow('urban_deaths')]
    const within = flow('to_town') - flow('to_village')
    const beyond = flow('urban_in') - flow('urban_out') - within
    const unknown = Number.NaN
    return [births, deaths, births - deaths, unknown, unknown, unknown, beyond, within, flow('reclassified')]
  },
  rural: (flow) => {
    const [residents, urban] = [PARTS.residents(flow), PARTS.urban(flow)]
    return residents.map((all, part) => all - urban[part])
  },
}

/** What scaling to published totals added. */
const CONTROLLED: Readonly<Record<GroupOfGrowth, (flow: (name: Flow) => number) => number>> = {
  residents: (flow) => flow('control_adjustment'),
  urban: (flow) => flow('urban_control_adjustment'),
  rural: (flow) => flow('control_adjustment') - flow('urban_control_adjustment'),
}

function peopleIn(
  plan: Plan,
  memory: Float64Array,
  group: GroupOfGrowth,
  year: number,
  { cities }: PlaceRow,
): number {
  const { statuses, sexes, ages } = plan.dims
  let sum = 0
  for (let status = 0; status < statuses; status++) {
    if (group !== 'residents' && (status === RURAL) !== (group === 'rural')) continue
    const first = firstCell(plan) + status * sexes * ages
    for (let cell = 0; cell < sexes * ages; cell++) sum += sumAt(plan, memory, first + cell, year, cities)
  }
  return sum
}

/** A flow of a step, added up over cities. */
function flowOf(
  plan: Plan,
  memory: Float64Array,
  name: Flow,
  year: number,
  cities: readonly number[],
): number {
  return sumAt(plan, memory, plan.slots - FLOWS.length + FLOWS.indexOf(name), year, cities)
}
