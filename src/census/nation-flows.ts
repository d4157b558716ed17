/**
 * Where villagers go and where migrants are at home among the places of all provinces: stocks of migrants by class of
 * origin, within a province by gravity, between provinces by how many each has away and how many came to each.
 */
import type { Stocks } from './stock-shares.js'

export interface NationStocks extends Stocks {
  /** Index of each place's province. */
  readonly provinceOf: readonly number[]
  /** Pull by gravity within a province, and between provinces by index. */
  readonly pull: (from: number, to: number) => number
  readonly pullBetween: (from: number, to: number) => number
}

/** Flows from a place, or homes of the migrants in one: persons by place, of some places only. */
export type Shares = ReadonlyMap<number, number>

/** Of each class, other places that a place has shares of. */
export const MOST_OTHERS = 30
/** Rounds in which flows between provinces are brought to both of their totals. */
const ROUNDS = 100

export interface NationFlows {
  readonly destinations: readonly Shares[]
  readonly homes: readonly Shares[]
}

/**
 * Shares of destinations and of homes by place; each adds up to one. `outside` and `away` of the stocks are migrants from
 * other provinces, and people in other provinces. Where places are many each has so many others of each class at most, taken
 * evenly along all of them, so that each place gets from all others together what it would get from them all.
 */
export function nationFlows(stocks: NationStocks, most = Number.POSITIVE_INFINITY): NationFlows {
  const { local, fromOthers, fromOutside, away, provinceOf, pull } = stocks
  const places = local.map((_, place) => place)
  const provinces = 1 + Math.max(...provinceOf)
  const sums = (of: readonly number[]) => {
    const all = new Float64Array(provinces)
    for (const place of places) all[provinceOf[place]] += of[place]
    return all
  }
  const [left, came] = [sums(away), sums(fromOutside)]
  const between = betweenProvinces(left, came, stocks.pullBetween)
  const beyond = (from: number, to: number) => {
    const [p, q] = [provinceOf[from], provinceOf[to]]
    if (p === q) return 0
    return between[p][q] * share(away[from], left[p]) * share(fromOutside[to], came[q])
  }
  const members = Array.from({ length: provinces }, (_, p) => places.filter((one) => provinceOf[one] === p))
  const pulls = places.map((to) =>
    members[provinceOf[to]].reduce((sum, from) => sum + (from === to ? 0 : pull(from, to)), 0),
  )
  const within = (from: number, to: number) =>
    from === to || provinceOf[from] !== provinceOf[to] ? 0 : fromOthers[to] * share(pull(from, to), pulls[to])
  const rowOf = (place: number, flow: (other: number, isWithin: boolean) => number): Shares => {
    const near = members[provinceOf[place]].filter((other) => other !== place)
    const far = places.filter((other) => provinceOf[other] !== provinceOf[place])
    const parts = [
      new Map([[place, local[place]]]),
      ofSome(near, (other) => flow(other, true), most, place),
      ofSome(far, (other) => flow(other, false), most, place),
    ]
    const all = new Map(parts.flatMap((part) => [...part]))
    const sum = [...all.values()].reduce((total, persons) => total + persons, 0)
    if (!(sum > 0)) return new Map([[place, 1]])
    return new Map(
      [...all].filter(([, persons]) => persons > 0).map(([other, persons]) => [other, persons / sum]),
    )
  }
  return {
    destinations: places.map((from) =>
      rowOf(from, (to, near) => (near ? within(from, to) : beyond(from, to))),
    ),
    homes: places.map((to) => rowOf(to, (from, near) => (near ? within(from, to) : beyond(from, to)))),
  }
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

/** Persons from province to province, with as many from each and to each as are known; Sinkhorn and Knopp (1967). */
function betweenProvinces(
  left: Float64Array,
  came: Float64Array,
  pull: (from: number, to: number) => number,
): number[][] {
  const all = came.reduce((sum, one) => sum + one, 0)
  const gone = left.reduce((sum, one) => sum + one, 0)
  const flows = [...left].map((_, p) => [...came].map((__, q) => (p === q ? 0 : pull(p, q))))
  for (let round = 0; round < ROUNDS; round++) {
    flows.forEach((row, p) => {
      const factor = share(
        (left[p] * all) / gone,
        row.reduce((sum, one) => sum + one, 0),
      )
      row.forEach((one, q) => {
        row[q] = one * factor
      })
    })
    came.forEach((persons, q) => {
      const factor = share(
        persons,
        flows.reduce((sum, row) => sum + row[q], 0),
      )
      for (const row of flows) row[q] *= factor
    })
  }
  return flows
}

/** The golden ratio's fractional part: its multiples lie evenly wherever they are cut off. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** All flows, or a systematic sample of so many as stand for their sum, begun elsewhere for every place. */
function ofSome(
  others: readonly number[],
  flow: (other: number) => number,
  most: number,
  place: number,
): Map<number, number> {
  const flows = others.map(flow)
  if (flows.filter((persons) => persons > 0).length <= most)
    return new Map(others.map((other, k) => [other, flows[k]]))
  const sum = flows.reduce((total, persons) => total + persons, 0)
  const step = sum / most
  const sample = new Map<number, number>()
  let next = ((place * GOLDEN) % 1) * step
  let passed = 0
  let taken = 0
  others.forEach((other, k) => {
    passed += flows[k]
    for (; taken < most && next < passed; next += step, taken++)
      sample.set(other, (sample.get(other) ?? 0) + step)
  })
  return sample
}
