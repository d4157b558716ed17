/** Levels that a place within a city has of its own, and what is counted of it. */

/** Levels that a place has of its own. */
export const OWN_LEVELS = ['rural_exit', 'pull_of_outside', 'attraction'] as const
export type OwnLevel = (typeof OWN_LEVELS)[number]

/** A number for each of the own levels. */
export type ByLevel<T> = Readonly<Record<OwnLevel, T>>

export function byLevel<T>(of: (level: OwnLevel) => T): ByLevel<T> {
  return Object.fromEntries(OWN_LEVELS.map((level) => [level, of(level)])) as Record<OwnLevel, T>
}

/** What the later census says of a place: where it stands among the measures, its value and its error. */
export interface PlaceDatum {
  readonly place: number
  readonly measure: number
  readonly value: number
  readonly sd: number
}
