/** What the people of a region are estimated from: its places in two censuses, and shapes of the nation. */
import type { Counted } from './counted.js'
import type { PlaceKind } from './stocks-of-places.js'

/** What is taken from the nation for every region. */
export interface NationalShapes {
  /** Persons of 85-89, 90-94, 95-99, 100 and over [sex][group], at the earlier and the later census. */
  readonly oldest: readonly (readonly (readonly number[])[])[]
  /** Slopes of the age make-up on the urban share [sex][group]. */
  readonly slopes: readonly (readonly number[])[]
  /** What absent people are multiplied with, so that all regions have as many away as are counted from outside. */
  readonly awayScale: readonly number[]
  /** People at the later census for one at the earlier, by sex and cohort. */
  readonly cohortRatios: readonly (readonly number[])[]
  /** Growth of the odds of urban registration between the censuses. */
  readonly registrationGrowth: number
}

/** A place, as counted at the earlier and at the later census. */
export interface TwiceCounted {
  readonly code: string
  readonly kind: PlaceKind
  readonly counted: readonly [Counted, Counted]
}
