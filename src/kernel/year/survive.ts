/** Deaths and ageing: src/model/survive.ts for two draws at once. */
import {
  ages, away, flow_away_deaths, flow_deaths, flow_urban_deaths, hasAway, people, row, statuses, survival,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { get, less, PAIR_BYTES, plus, put, rowsAtOnce, splat, times, toNextCity } from './pairs'

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
  const together = rowsAtOnce(ages) * row
  for (let from = (ages - 1) * row, to: usize = 0; from > 0; from = to) {
    to = from > together ? from - together : 0
    for (let i: usize = 0; i < row; i += PAIR_BYTES * 2) {
      ageTwoCities(schedule + i, cohort + i, deaths + i, from, to, toNextCity(i, row))
    }
  }
}

/** `from` and `to` are the ways from the youngest to the oldest that is aged and to the one below all, `next` to the other city, bytes. */
function ageTwoCities(
  schedule: usize,
  first: usize,
  deaths: usize,
  from: usize,
  to: usize,
  next: usize,
): void {
  const down = row
  const end = first + to
  let here = first + from
  let survives = schedule + from
  let died = get(deaths)
  let diedNext = get(deaths + next)
  if (from === (ages - 1) * down) {
    const oldest = plus(get(here - down), get(here))
    const oldestNext = plus(get(here - down + next), get(here + next))
    const survivors = times(oldest, get(survives))
    const survivorsNext = times(oldestNext, get(survives + next))
    put(here, survivors)
    put(here + next, survivorsNext)
    died = plus(died, less(oldest, survivors))
    diedNext = plus(diedNext, less(oldestNext, survivorsNext))
    here -= down
    survives -= down
  }
  for (; here > end; here -= down) {
    const below = here - down
    const living = get(below)
    const livingNext = get(below + next)
    const survivors = times(living, get(survives))
    const survivorsNext = times(livingNext, get(survives + next))
    put(here, survivors)
    put(here + next, survivorsNext)
    died = plus(died, less(living, survivors))
    diedNext = plus(diedNext, less(livingNext, survivorsNext))
    survives -= down
  }
  put(deaths, died)
  put(deaths + next, diedNext)
  if (to > 0) return
  put(first, splat(0))
  put(first + next, splat(0))
}
