/** The growth-difference line beside each policy's median, and whether they differ too much. */
import type { RunHeader } from '../results/run-header.js'
import type { GrowthLine, Series } from './summary.js'

/** Compare the line with the region's medians in the last year; undefined where the run has no line. */
export function compareGrowthLine(header: RunHeader, series: readonly Series[]): GrowthLine | undefined {
  if (!header.growthDifference) return undefined
  const { indicator, years, basis } = header.growthDifference
  const last = years.at(-1)
  const allowed = last ? allowedAfter(last.year - header.years[0]) : Number.NaN
  const apart = series.flatMap((one) => {
    const ours = one.years.find(({ year }) => year === last?.year)?.spread.median
    if (one.indicator !== indicator || ours === undefined || !last) return []
    const wide = Math.abs(ours - last.value) > allowed
    return [{ policy: one.policy, year: last.year, ours, line: last.value, wide }]
  })
  return { indicator, years, basis, apart }
}

/** Percentage points: 1 up to 3 years ahead, 2.5 from 10 years on, in a straight line between. */
function allowedAfter(years: number): number {
  return 1 + (1.5 * Math.min(Math.max(years - 3, 0), 7)) / 7
}
