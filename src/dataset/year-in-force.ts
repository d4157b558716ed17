/** Which of several years' tables holds in a year. */

/** The last year on or before the one asked about, else the first after it. */
export function yearInForce(years: readonly number[], year: number): number {
  const before = years.filter((candidate) => candidate <= year)
  return before.length > 0 ? Math.max(...before) : Math.min(...years)
}

/** The table of that year. */
export function inForce<T>(tables: ReadonlyMap<number, T>, year: number): T {
  return tables.get(yearInForce([...tables.keys()], year))!
}
