/** Deaths and ageing: src/model/survive.ts for two draws at once. */
import {
  ages, away, flow_away_deaths, flow_deaths, flow_urban_deaths, hasAway, people, row, statuses, survival,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { get, less, PAIR_BYTES, plus, put, splat, times, toNextCity } from './pairs'

/** Remove the dead, move the living up one age group; age 0 is left empty for births.ts. */
export function survivePair(): void {
  const block = ages * row
  for (let status: usize = 0; status < statuses; status++) {
    ageOneCohort(survival, people + status * block * 2, flow_deaths)
    ageOneCohort(survival + block, people + (status * 2 + 1) * block, flow_deaths)
    if (status === 0) memory.copy(flow_urban_deaths, flow_deaths, row)
  }
  subtractRural()
  if (hasAway === 0) return
  ageOneCohort(survival, away, flow_away_deaths)
  ageOneCohort(survival + block, away + block, flow_away_deaths)
}

/** Urban deaths held the deaths of villagers; now they hold all deaths less those. */
function subtractRural(): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) {
    const urban = statuses === 1 ? splat(0) : less(get(flow_deaths + i), get(flow_urban_deaths + i))
    put(flow_urban_deaths + i, urban)
  }
}

/**
 * One status and sex from the oldest down, so that nobody is moved twice. Two cities at a time, whose sums run beside each
 * other; the last of an odd number stands beside itself, and is written twice alike.
 */
function ageOneCohort(schedule: usize, cohort: usize, deaths: usize): void {
  const last = (ages - 1) * row
  for (let i: usize = 0; i < row; i += PAIR_BYTES * 2) {
    ageTwoCities(schedule + i, cohort + i, deaths + i, last, toNextCity(i, row))
  }
}

/** `last` is the way from the youngest to the oldest, `next` to the other city, bytes. */
function ageTwoCities(schedule: usize, first: usize, deaths: usize, last: usize, next: usize): void {
  const down = row
  let here = first + last
  let survives = schedule + last
  const oldest = plus(get(here - down), get(here))
  const oldestNext = plus(get(here - down + next), get(here + next))
  let survivors = times(oldest, get(survives))
  let survivorsNext = times(oldestNext, get(survives + next))
  put(here, survivors)
  put(here + next, survivorsNext)
  let died = plus(get(deaths), less(oldest, survivors))
  let diedNext = plus(get(deaths + next), less(oldestNext, survivorsNext))
  for (here -= down; here > first; here -= down) {
    survives -= down
    const below = here - down
    const living = get(below)
    const livingNext = get(below + next)
    survivors = times(living, get(survives))
    survivorsNext = times(livingNext, get(survives + next))
    put(here, survivors)
    put(here + next, survivorsNext)
    died = plus(died, less(living, survivors))
    diedNext = plus(diedNext, less(livingNext, survivorsNext))
  }
  put(deaths, died)
  put(deaths + next, diedNext)
  put(first, splat(0))
  put(first + next, splat(0))
}
