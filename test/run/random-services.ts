/** Services and programmes made of chance, and the words for what comes of them. */
import type { Dataset } from '../../src/dataset/dataset.js'
import type { Chance } from './chance.js'
import { type Words, within } from './random-formula.js'
import { peopleWords } from './random-population.js'
import { FIRST_YEAR } from './random-region.js'
import { bounded, NOTHING, one, type Part, type Sayings, TITLE, wide } from './random-values.js'

export function serviceOf(chance: Chance, region: Dataset, say: Sayings, years: readonly number[]): Part {
  const { odds, whole } = chance
  const { value } = say
  const programmes = Array.from({ length: whole(0, 3) }, (_, at) => [
    `programme_${at}`,
    {
      title: TITLE,
      unit: 'ratio',
      ...worksOf(chance, region, years),
      scale: value('scale', bounded(chance, 0, 3)),
      each: value('each', bounded(chance, 0, 200)),
      ...(odds(0.6) ? { on_time: value('on_time', bounded(chance, 0, 1)) } : {}),
      ...(odds(0.5) ? { fulfilment: value('fulfilment', bounded(chance, 0, 1.5)) } : {}),
      ...(odds(0.6) ? { share_by: shareBy(chance, say) } : {}),
      ...(odds(0.3)
        ? {
            cost: { each: value('each', bounded(chance, 0, 90)), currency: 'CNY', prices: whole(2019, 2020) },
          }
        : {}),
    },
  ])
  return {
    title: TITLE,
    unit: 'ratio',
    ...demandOf(chance, region, say),
    programmes: Object.fromEntries(programmes),
  }
}

/** Projects by year or by city, with what was started before the base year or is under way at its end, and when they are due. */
function worksOf(chance: Chance, { cities, dims }: Dataset, years: readonly number[]): Part {
  const { odds, whole, some } = chance
  const lead = leadOf(chance)
  const before = odds(0.25)
  const stated = !before && odds(0.25)
  const own = () => ({
    by_city: {
      ...Object.fromEntries(some(cities, 0.5).map(({ code }) => [code, whole(0, 5)])),
      ...(odds(0.5) ? { others: whole(0, 3) } : {}),
    },
  })
  const earlier = before ? [0, 1, 2, 7].map((ago) => years[0] - ago * dims.ageWidth) : []
  const byYear = Object.fromEntries(
    [...some(earlier, 0.5), ...some(years.slice(1), 0.8)].map((year) => [
      year,
      odds(0.15) ? own() : whole(0, 9),
    ]),
  )
  const byCity = { by_city: { C0: { [years.at(-1)!]: whole(0, 5) }, others: { [years[1]]: whole(0, 5) } } }
  const due = Object.fromEntries(
    some([...years.slice(1), 2099], 0.6).map((year) => [year, odds(0.2) ? own() : whole(0, 9)]),
  )
  return {
    starts: odds(0.1) && !before ? byCity : byYear,
    lead,
    ...(odds(0.15) ? { opening_month: whole(1, 12) } : {}),
    ...(stated ? { under_way: typeof lead === 'number' && lead > 0 && odds(0.5) ? whole(0, 20) : due } : {}),
    ...(odds(0.1) ? { shift: whole(0, 2) } : {}),
  }
}

/** Years, months, or months that differ between projects. */
function leadOf({ odds, pick, whole }: Chance): number | Part {
  if (odds(0.6)) return pick([0, 0, 1, 1, 2, 8])
  if (odds(0.5)) return { months: whole(0, 40) }
  return { months: { [whole(0, 11)]: 0.25, [whole(12, 23)]: 0.5, [whole(24, 99)]: 0.25 } }
}

/** What a service came to a step before: every scenario has one of this name. */
const BEFORE = [
  'previous(unmet(service_0) / (1 + need(service_0)))',
  'previous(capacity(service_0)) / (1 + at(2020, capacity(service_0)))',
  'previous(people(resident)) / at(2020, sum(people(resident)))',
].map(wide)

/** A key of which something is left in every city: by what is set, or by what a step before came to. */
function shareBy({ odds, pick }: Chance, { formula }: Sayings): string {
  const part = odds(0.4)
    ? within(pick(BEFORE), 0, 1)
    : formula('share', (make) => within(make.pure(pick([0, 1, 2])), 0, 1))
  return `data(size) + 9 * ${part.text}`
}

function demandOf(chance: Chance, region: Dataset, { value }: Sayings): Part {
  const { odds } = chance
  const demand = odds(0.2)
    ? value('demand', bounded(chance, 0, 500))
    : value('demand', (make) => within(make.persons(chance.whole(0, 2)), 0, 1e6), peopleWords(chance, region))
  return {
    opening: value('opening', bounded(chance, 0, 900)),
    demand,
    ...(odds(0.6) ? { standard: value('standard', bounded(chance, 0, 2)) } : {}),
    ...(odds(0.6) ? { closure: value('closure', bounded(chance, 0, 0.2)) } : {}),
  }
}

/** Pure numbers of what death rates and births of a year come to. */
function vitalWords({ dims, mortality }: Dataset): Words['pure'] {
  const children = dims.statuses === 1 ? ['resident'] : ['rural', 'urban']
  const fertility = children.map((group) => wide(`total_fertility(${group})`))
  if (mortality.measure === 'survival') return fertility
  const life = wide('(life_expectancy(0, female) / highest(life_expectancy(0, male)))')
  return [...fertility, life]
}

/** Words for people, and for what services and travel come to. */
export function resultWords(chance: Chance, region: Dataset, services: Record<string, Part>): Words {
  const { persons } = peopleWords(chance, region)
  const delivered = Object.entries(services).flatMap(([service, { programmes }]) => [
    ...['capacity', 'need', 'unmet'].map((call) => wide(`${call}(${service})`)),
    ...Object.keys(programmes as Part).flatMap((programme) =>
      ['started', 'opened'].map((call) => wide(`${call}(${service}, ${programme})`)),
    ),
  ])
  const lines = region.travel.lines.map(({ name }) => one(`(opens(${name}) - ${FIRST_YEAR})`))
  const hours = region.dims.cities > 2 ? [one('(slowest(west) / slowest(all))')] : []
  const [{ code }] = region.cities
  const far = region.dims.cities > 1 ? [wide(`(hours_to(${code}) / highest(hours_to(${code})))`)] : []
  return { ...NOTHING, pure: [...delivered, ...lines, ...hours, ...far, ...vitalWords(region)], persons }
}
