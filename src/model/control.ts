/**
 * People of a year's end scaled to published totals.
 *
 * Everyone of the same place, sex and ages is multiplied by one factor, of whatever status. The factors are those of
 * iterative proportional fitting: of all tables that have the totals, the fitted one is nearest to the projection.
 * Source: Smith, Tayman and Swanson (2013), A Practitioner's Guide to State and Local Population Projections, ch. 10;
 * Deming and Stephan (1940), Annals of Mathematical Statistics 11.
 */
import { fitProportionally, type Margin } from '../math/proportional-fitting.js'
import { cohortAt, type Dimensions } from '../vocabulary/dimensions.js'
import { flowAt } from './state.js'

/** Ages from .. to (groups of the dimensions) of one sex: everyone of a block and place has one factor. */
export interface ControlBlock {
  readonly sex: number
  readonly from: number
  readonly to: number
}

/** The published totals of a year. */
export interface ControlStep {
  readonly blocks: readonly ControlBlock[]
  /** Over [block, city]. */
  readonly margins: readonly Margin[]
  /** By margin and group: how far from the total its rounding lets the sum be, persons; index of the total it was made from. */
  readonly within: readonly (readonly number[])[]
  readonly from: readonly (readonly number[])[]
}

/** Numbers that stand a stride apart: of one of several draws side by side. */
export interface Strided {
  readonly doubles: Float64Array
  readonly at: number
  readonly stride: number
}

/** A published total that scaling cannot meet; `from` as in ControlStep. */
export interface Unmet {
  readonly from: number
  readonly total: number
  readonly sum: number
}

/** Part of a total that rounding may leave, and rounds after which totals are taken to contradict each other. */
const FIT = { within: 1e-11, rounds: 500 }

/**
 * Scale people to the totals of a year.
 *
 * people  [status, sex, age, city]  persons; overwritten
 * flows   [flow, city]              written: control_adjustment and urban_control_adjustment, persons by city
 * returns the total furthest from being met, in which case nobody is scaled; nobody is where some are no number
 */
export function scaleToTotals(
  dims: Dimensions,
  step: ControlStep,
  people: Strided,
  flows: Strided,
): Unmet | undefined {
  const before = peopleOfBlocks(dims, step.blocks, people)
  if (!before.every(Number.isFinite)) return undefined
  const fit = fitProportionally(before, step.margins, FIT)
  const unmet = fit.misfits
    .filter(({ margin, group, total, sum }) => !(Math.abs(sum - total) <= step.within[margin][group]))
    .sort((a, b) => Math.abs(b.sum - b.total) - Math.abs(a.sum - a.total))
    .at(0)
  if (unmet) return { from: step.from[unmet.margin][unmet.group], total: unmet.total, sum: unmet.sum }
  step.blocks.forEach((block, index) => {
    const factors = Float64Array.from({ length: dims.cities }, (_, city) => {
      const at = index * dims.cities + city
      return before[at] > 0 ? fit.cells[at] / before[at] : 1
    })
    scaleBlock(dims, block, factors, people, flows)
  })
  return undefined
}

/** People of all statuses [block, city]; what rounding has taken from an empty cell is nobody. */
function peopleOfBlocks(
  dims: Dimensions,
  blocks: readonly ControlBlock[],
  { doubles, at, stride }: Strided,
): Float64Array {
  const { cities, statuses } = dims
  const sums = new Float64Array(blocks.length * cities)
  blocks.forEach(({ sex, from, to }, index) => {
    for (let status = 0; status < statuses; status++)
      for (let age = from; age <= to; age++) {
        const cohort = cohortAt(dims, status, sex, age)
        for (let city = 0; city < cities; city++)
          sums[index * cities + city] += doubles[at + (cohort + city) * stride]
      }
  })
  return sums.map((persons) => (persons < 0 ? 0 : persons))
}

/** Multiply everyone of a block by the factor of the place [city], and count what that adds. */
function scaleBlock(
  dims: Dimensions,
  { sex, from, to }: ControlBlock,
  factors: Float64Array,
  people: Strided,
  flows: Strided,
): void {
  const { cities, statuses } = dims
  const all = flowAt(dims, 'control_adjustment')
  const urban = flowAt(dims, 'urban_control_adjustment')
  for (let status = 0; status < statuses; status++)
    for (let age = from; age <= to; age++) {
      const cohort = cohortAt(dims, status, sex, age)
      for (let city = 0; city < cities; city++) {
        const cell = people.at + (cohort + city) * people.stride
        const before = people.doubles[cell]
        const added = before * factors[city] - before
        people.doubles[cell] = before * factors[city]
        flows.doubles[flows.at + (all + city) * flows.stride] += added
        if (status > 0) flows.doubles[flows.at + (urban + city) * flows.stride] += added
      }
    }
}
