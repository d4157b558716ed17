/** The columns of a run: which indicator, where, when. A run folder, its reader and its summary share this list. */

export interface OutcomeColumn {
  /** `urban_share@45@2023`: indicator, code of the place, year. */
  readonly name: string
  readonly indicator: string
  /** Index into plan.places; 0 is the region. */
  readonly place: number
  /** Index into plan.years. */
  readonly year: number
}

/** Whether an indicator is of what is lacking, by its name. */
export function isShortfall(indicator: string): boolean {
  return indicator.endsWith('_short')
}

export function outcomeName(indicator: string, place: string, year: number): string {
  return `${indicator}@${place}@${year}`
}

/** Whether a region is its own only city: its columns are those of the city, once. */
export function isOwnCity(places: readonly { readonly code: string }[]): boolean {
  return places.length === 2 && places[1].code === places[0].code
}

/** What the columns of a plan or a run are of. */
export interface OutcomeColumns {
  readonly outcomes: readonly OutcomeColumn[]
  readonly years: readonly number[]
  /** The region, then its cities. */
  readonly places: readonly { readonly code: string }[]
}

/** Index of the column of an indicator in a place (index) and year; -1 where there is none. */
export function columnAt(
  { outcomes, years, places }: OutcomeColumns,
  indicator: string,
  place: number,
  year: number,
): number {
  const at = isOwnCity(places) ? 0 : place
  return indicesOf(outcomes).get(`${indicator}@${at}@${years.indexOf(year)}`) ?? -1
}

const known = new WeakMap<readonly OutcomeColumn[], ReadonlyMap<string, number>>()

/** Index of every column by indicator, place and year (an index); made once for a list, which may have a million. */
function indicesOf(outcomes: readonly OutcomeColumn[]): ReadonlyMap<string, number> {
  const before = known.get(outcomes)
  if (before) return before
  const indices = new Map<string, number>()
  outcomes.forEach(({ indicator, place, year }, column) => {
    const key = `${indicator}@${place}@${year}`
    if (!indices.has(key)) indices.set(key, column)
  })
  known.set(outcomes, indices)
  return indices
}
