/**
 * How the urban share differs by sex and age, read from how the age make-up of counties goes with their urban share: an
 * ecological estimate, which overstates the contrast a little (docs/data.md).
 */
import { AGES, groupOfAge } from './single-ages.js'

/** What a county tells: its people, its townspeople, its people by sex and group [sex][group], persons. */
export interface CountyAges {
  readonly population: number
  readonly urban: number
  readonly groups: readonly (readonly number[])[]
}

/** Sums behind a slope: of urban shares squared about their mean, and with the group's share [sex][group]. */
export interface UrbanSums {
  readonly spread: number
  readonly with: readonly (readonly number[])[]
}

/** Sums of one region, counties weighing as their people; all relative to its people. */
export function urbanSums(counties: readonly CountyAges[]): UrbanSums {
  const people = counties.reduce((sum, { population }) => sum + population, 0)
  const townspeople = counties.reduce((sum, { urban }) => sum + urban, 0)
  const mean = townspeople / people
  let spread = 0
  const sums = counties[0].groups.map((row) => row.map(() => 0))
  for (const { population, urban, groups } of counties) {
    if (population === 0) continue
    const above = urban / population - mean
    spread += (population / people) * above * above
    groups.forEach((row, sex) => {
      row.forEach((persons, group) => {
        sums[sex][group] += (above * persons) / people
      })
    })
  }
  return { spread, with: sums }
}

/**
 * Slopes of the groups' shares on the urban share [sex][group]: the region's own, drawn towards the nation's as much as
 * its counties differ less in their urban share than those of the other regions do.
 */
export function urbanSlopes(own: UrbanSums, all: readonly UrbanSums[]): number[][] {
  const spread = all.reduce((sum, one) => sum + one.spread, 0) / all.length
  return own.with.map((row, sex) =>
    row.map((sum, group) => {
      const nation = all.reduce((total, one) => total + one.with[sex][group], 0) / all.length
      return (sum + nation) / (own.spread + spread)
    }),
  )
}

/** A share that may be moved on the logit scale. */
const bounded = (share: number) => Math.min(0.995, Math.max(0.005, share))

/**
 * Urban share of every cell [sex][age] of a place.
 *
 * groups  persons of the place [sex][group]
 * slopes  of the groups' shares on the urban share [sex][group]
 */
export function urbanShares(
  { population, urban, groups }: CountyAges,
  slopes: readonly (readonly number[])[],
): number[][] {
  const share = population > 0 ? urban / population : 0.5
  return groups.map((row, sex) => {
    const byGroup = row.map((persons, group) => {
      const ofAll = persons / Math.max(1, population)
      // townspeople's share in the group, were they alone; no less than a tenth of what it is among all
      const inTown = Math.max(0.1 * ofAll, ofAll + slopes[sex][group] * (1 - share))
      const inVillage = Math.max(0.1 * ofAll, ofAll - slopes[sex][group] * share)
      const parts = share * inTown + (1 - share) * inVillage
      return bounded(parts > 0 ? (share * inTown) / parts : share)
    })
    return Array.from({ length: AGES }, (_, age) => byGroup[groupOfAge(age)])
  })
}
