/** The work of a region that does not exist, of any number of cities: for how time grows, never for what comes out. */
import { philox } from '../../src/sampling/philox.js'
import { peopleSize } from '../../src/vocabulary/dimensions.js'
import { dimensionsOf, doublesOf, RATES, type RateName, SCHEDULES, type WorkSize } from './layout.js'
import { type Rates, writeWork } from './write.js'

/** Highest values of rates that are no shares; the others stay below a twentieth. */
const HIGHEST: Partial<Record<RateName, number>> = {
  fertilityLevel: 2,
  fertilityInVillages: 1,
  fertilityInTowns: 1,
  femaleBirthShare: 0.5,
  ownCityShare: 1,
  otherProvinceShare: 1,
  originOwnCity: 1,
  originOtherProvince: 1,
  awayReturnShares: 0.25,
  arrivals: 10,
  mortalityLevel: 1,
}

/** Numbers from 0 to 1 that are the same every time. */
function createChance(): () => number {
  const words = new Uint32Array(4)
  let at = 0
  return () => {
    words.set([at++, 0, 0, 0])
    philox(words, 2850, 0)
    return words[0] / 2 ** 32
  }
}

/** Write it. Shares towards a city of arrival add up to one over the others, as in a plan. */
export function writeSyntheticWork(file: string, size: WorkSize): void {
  const dims = dimensionsOf(size)
  const chance = createChance()
  const table = (length: number, highest: number) => Float64Array.from({ length }, () => chance() * highest)
  const { cities, ages } = size
  const schedules = Array.from({ length: size.years }, () => ({
    ...(Object.fromEntries(
      SCHEDULES.map((name) => [name, table(2 * ages, name === 'conversion' ? 1 : 2 / ages)]),
    ) as Record<(typeof SCHEDULES)[number], Float64Array>),
    mortality: table(2 * ages * cities, 0.1),
    fertility: table(ages * cities, 0.1).map((births, cell) =>
      isFertile(Math.floor(cell / cities)) ? births : 0,
    ),
  }))
  const destinationShares = sharesTowards(cities, chance)
  const start = {
    size,
    opening: { people: table(peopleSize(dims), 1000), away: table(2 * ages * cities, 100) },
    originShares: sharesTowards(cities, chance),
    schedules,
  }
  writeWork(file, start, () => {
    const named = RATES.map(([name, shape]) => [
      name,
      name === 'destinationShares' ? destinationShares : table(doublesOf(shape, size), HIGHEST[name] ?? 0.05),
    ])
    return Object.fromEntries(named) as Rates
  })
}

function isFertile(age: number): boolean {
  return age >= 15 && age < 50
}

function sharesTowards(cities: number, chance: () => number): Float64Array {
  const shares = new Float64Array(cities ** 2)
  for (let from = 0; from < cities; from++) {
    const row = shares.subarray(from * cities, (from + 1) * cities)
    let sum = 0
    for (let to = 0; to < cities; to++) sum += row[to] = from === to ? 0 : chance()
    for (let to = 0; to < cities && sum > 0; to++) row[to] /= sum
  }
  return shares
}
