/** What the places of a region are. */
export const LEVELS = ['province', 'city', 'county'] as const
export type Level = (typeof LEVELS)[number]
