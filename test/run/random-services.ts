/** Services and programmes made of chance, and the words for what comes of them. */
import type { Dataset } from '../../src/dataset/dataset.js'
import type { Chance } from './chance.js'
import { type Words, within } from './random-formula.js'
import { peopleWords } from './random-population.js'
import { FIRST_YEAR } from './random-region.js'
import { bounded, NOTHING, one, type Part, type Sayings, TITLE, wide } from './random-values.js'

export function serviceOf(chance: Chance, region: Dataset, say: Sayings, years: readonly number[]): Part {
  const { odds, pick, whole, some } = chance
  const { value } = say
  const programmes = Array.from({ length: whole(0, 3) }, (_, at) => [
    `programme_${at}`,
    {
      title: TITLE,
      unit: 'ratio',
      starts: Object.fromEntries(some(years.slice(1), 0.8).map((year) => [year, whole(0, 9)])),
      scale: value('scale', bounded(chance, 0, 3)),
      each: value('each', bounded(chance, 0, 200)),
      lead: pick([0, 0, 1, 1, 2, 8]),
      ...(odds(0.6) ? { on_time: value('on_time', bounded(chance, 0, 1)) } : {}),
      ...(odds(0.5) ? { fulfilment: value('fulfilment', bounded(chance, 0, 1.5)) } : {}),
      ...(odds(0.6) ? { share_by: shareBy(chance, say) } : {}),
    },
  ])
  return {
    title: TITLE,
    unit: 'ratio',
    ...demandOf(chance, region, say),
    programmes: Object.fromEntries(programmes),
  }
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
  return { ...NOTHING, pure: [...delivered, ...lines, ...hours, ...far], persons }
}
