/** What the places of a region are. */
export const PLACE_LEVELS = ['province', 'city', 'county'] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]
