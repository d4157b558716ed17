/** Deaths and ageing: src/model/survive.ts for two draws at once. */
import {
  ages, away, flow_away_deaths, flow_deaths, flow_urban_deaths, hasAway, people, row, statuses, survival,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { add, both, get, less, PAIR, put, times, toNextCity } from './pairs.js'

/** Remove the dead, move the living up one age group; age 0 is left empty for births.ts. */
export function survive(): void {
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
  for (let i: usize = 0; i < row; i += PAIR) {
    const urban = statuses === 1 ? both(0) : less(get(flow_deaths + i), get(flow_urban_deaths + i))
    put(flow_urban_deaths + i, urban)
  }
}

/**
 * One status and sex from the oldest down, so that nobody is moved twice. Two cities at a time, whose sums run beside each
 * other; the last of an odd number stands beside itself, and is written twice alike.
 */
function ageOneCohort(schedule: usize, cohort: usize, deaths: usize): void {
  const last = (ages - 1) * row
  for (let i: usize = 0; i < row; i += PAIR * 2) {
    ageTwoCities(schedule + i, cohort + i, deaths + i, last, toNextCity(i, row))
  }
}

/** `last` is the way from the youngest to the oldest, `next` to the other city, bytes. */
function ageTwoCities(schedule: usize, first: usize, deaths: usize, last: usize, next: usize): void {
  const down = row
  let here = first + last
  let survives = schedule + last
  const eldest = add(get(here - down), get(here))
  const eldestNext = add(get(here - down + next), get(here + next))
  let survivors = times(eldest, get(survives))
  let survivorsNext = times(eldestNext, get(survives + next))
  put(here, survivors)
  put(here + next, survivorsNext)
  let died = add(get(deaths), less(eldest, survivors))
  let diedNext = add(get(deaths + next), less(eldestNext, survivorsNext))
  for (here -= down; here > first; here -= down) {
    survives -= down
    const below = here - down
    const living = get(below)
    const livingNext = get(below + next)
    survivors = times(living, get(survives))
    survivorsNext = times(livingNext, get(survives + next))
    put(here, survivors)
    put(here + next, survivorsNext)
    died = add(died, less(living, survivors))
    diedNext = add(diedNext, less(livingNext, survivorsNext))
  }
  put(deaths, died)
  put(deaths + next, diedNext)
  put(first, both(0))
  put(first + next, both(0))
}
