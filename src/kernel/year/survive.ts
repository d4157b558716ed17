/** Deaths and ageing: src/model/survive.ts for two draws at once. */
import {
  ages, away, flow_away_deaths, flow_deaths, flow_urban_deaths, hasAway, people, row, statuses, survival,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { add, both, get, grow, less, PAIR, put, times } from './pairs'

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

/** One status and sex: from the oldest down, so that nobody is moved twice. */
function ageOneCohort(schedule: usize, cohort: usize, deaths: usize): void {
  const last = (ages - 1) * row
  for (let i: usize = 0; i < row; i += PAIR) {
    const at = cohort + last + i
    const eldest = add(get(at - row), get(at))
    const survivors = times(eldest, get(schedule + last + i))
    put(at, survivors)
    grow(deaths + i, less(eldest, survivors))
  }
  for (let age = last - row; age > 0; age -= row) {
    const here = cohort + age
    const below = here - row
    const survives = schedule + age
    for (let i: usize = 0; i < row; i += PAIR) {
      const living = get(below + i)
      const survivors = times(living, get(survives + i))
      put(here + i, survivors)
      grow(deaths + i, less(living, survivors))
    }
  }
  memory.fill(cohort, 0, row)
}
