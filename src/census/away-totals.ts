/** People registered in the places of a region who live outside it, in two censuses. */
import { type Counted, countedTogether } from './counted.js'
import { netMoves } from './net-moves.js'
import { absentFrom, fromOtherPlace } from './stocks-of-places.js'
import type { NationalShapes, TwiceCounted } from './twice-counted.js'

export interface AwayTotals {
  /** Persons [census][place]. */
  readonly persons: readonly (readonly number[])[]
  /** Those of the later census: grown from the earlier one as in the nation, or by what the region lost to others meanwhile. */
  readonly from: 'growth' | 'balance'
}

/** Of the people of a region: growth that is further off the balance than this is contradicted by the two censuses. */
const CONTRADICTED = 0.1

/**
 * Registers know nobody as absent whom they lost sight of, so that people away may be far too few where a census counted at
 * home who was gone: the next census then misses them. Where growth and balance are a tenth of the people apart the
 * balance of the two censuses holds.
 */
export function awayTotals(places: readonly TwiceCounted[], shapes: NationalShapes): AwayTotals {
  const absent = places.map(({ kind, counted: [before] }) => absentFrom(before, fromOtherPlace(kind)))
  const gross = sumOf(absent)
  const [before, after] = [0, 1].map((census) =>
    countedTogether(places.map(({ counted }) => counted[census])),
  )
  const region = absentFrom(before, 0)
  const grown = [0, 1].map((census) =>
    absent.map((persons) => Math.round((shapes.awayScale[census] * region * persons) / gross)),
  )
  const lost = sumOf(grown[0]) + gainOf([before, after]) - netMoves(before, after, shapes.cohortRatios)
  if (Math.abs(lost - sumOf(grown[1])) <= CONTRADICTED * after.population)
    return { persons: grown, from: 'growth' }
  return { persons: [grown[0], sharedBalance(places, shapes, grown[0], lost)], from: 'balance' }
}

/** Those who left since are of the places that lost people to others; those who came back are of the places that had people away. */
function sharedBalance(
  places: readonly TwiceCounted[],
  { cohortRatios }: NationalShapes,
  earlier: readonly number[],
  later: number,
): number[] {
  const left = later - sumOf(earlier)
  if (left <= 0) return earlier.map((persons) => Math.round((persons * Math.max(0, later)) / sumOf(earlier)))
  const losses = places.map(({ counted }) =>
    Math.max(0, gainOf(counted) - netMoves(...counted, cohortRatios)),
  )
  return earlier.map((persons, place) => Math.round(persons + (left * losses[place]) / sumOf(losses)))
}

/** Growth of the people from outside the region. */
const gainOf = ([before, after]: readonly [Counted, Counted]) => after.fromOutside - before.fromOutside

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
