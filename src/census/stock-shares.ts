/** Where villagers go and where migrants are at home: shares of stocks, where no flows by origin are known. */

/** Stocks of migrants, persons. */
export interface Stocks {
  /** From the own place, by place. */
  readonly local: readonly number[]
  /** From other places of the region, by place of residence: shared over origins by `pull`. */
  readonly fromOthers: readonly number[]
  /** From outside the region, by place of residence. */
  readonly fromOutside: readonly number[]
  /** People of a place who live outside the region. */
  readonly away: readonly number[]
}

/**
 * Shares of destinations and of homes [place][place, outside last]; each row adds up to one. A place of which no stock is
 * known keeps to itself.
 *
 * pull  of the towns of one place on the villages of another, both by index
 */
export function stockShares(
  { local, fromOthers, fromOutside, away }: Stocks,
  pull: (from: number, to: number) => number,
): { readonly destinations: number[][]; readonly homes: number[][] } {
  const places = local.map((_, place) => place)
  const between = places.map(() => places.map(() => 0))
  for (const to of places) {
    const weights = places.map((from) => (from === to ? 0 : pull(from, to)))
    const sum = weights.reduce((all, weight) => all + weight, 0)
    weights.forEach((weight, from) => {
      between[from][to] = sum > 0 ? (fromOthers[to] * weight) / sum : 0
    })
  }
  const shares = (weights: readonly number[], place: number) => {
    const sum = weights.reduce((all, weight) => all + weight, 0)
    return weights.map((weight, k) => (sum > 0 ? weight / sum : Number(k === place)))
  }
  return {
    destinations: places.map((from) =>
      shares([...places.map((to) => (from === to ? local[from] : between[from][to])), away[from]], from),
    ),
    homes: places.map((to) =>
      shares([...places.map((from) => (from === to ? local[to] : between[from][to])), fromOutside[to]], to),
    ),
  }
}

/**
 * Pull by gravity: villagers of the origin, kilometres between, and whether the two touch. Exponents are our fit for
 * prefectures (docs/method.md, M6).
 */
export function gravity(villagers: number, kilometres: number, touching: number): number {
  return villagers ** 0.77 * kilometres ** -0.62 * Math.exp(0.4 * touching)
}
