/** Deaths and ageing: src/model/survive.ts for two draws at once. */
import {
  ages, away, flow_away_deaths, flow_deaths, flow_urban_deaths, hasAway, people, row, statuses, survival,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { add, both, get, less, PAIR, put, times } from './pairs'

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

/** One status and sex, city by city: from the oldest down, so that nobody is moved twice. */
function ageOneCohort(schedule: usize, cohort: usize, deaths: usize): void {
  const last = (ages - 1) * row
  for (let i: usize = 0; i < row; i += PAIR) {
    const first = cohort + i
    let here = first + last
    let survives = schedule + last + i
    const eldest = add(get(here - row), get(here))
    let survivors = times(eldest, get(survives))
    put(here, survivors)
    let died = add(get(deaths + i), less(eldest, survivors))
    for (here -= row; here > first; here -= row) {
      survives -= row
      const living = get(here - row)
      survivors = times(living, get(survives))
      put(here, survivors)
      died = add(died, less(living, survivors))
    }
    put(deaths + i, died)
    put(first, both(0))
  }
}
