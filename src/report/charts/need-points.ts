/** The courses of need and capacity as points to draw, in shares of the need of the first year. */
import type { ServiceCourse } from '../../results/projection.js'

export interface Point {
  readonly year: number
  readonly need: number
  readonly capacity: number
}

/** A course for each place, and what all of them lie between. */
export function coursesOf(service: ServiceCourse, places: readonly string[]) {
  const courses = places.map((place) => pointsOf(service, place))
  return { courses, extent: gridExtent(courses.flat()) }
}

function pointsOf({ rows }: ServiceCourse, place: string): Point[] {
  const own = rows.filter(({ code }) => code === place)
  const base = own[0]?.need || 1
  return own.map(({ year, need, capacity }) => ({ year, need: need / base, capacity: capacity / base }))
}

/** From the least to the most of a service, never nothing. */
function gridExtent(points: readonly Point[]): readonly [number, number] {
  const values = points.flatMap(({ need, capacity }) => [need, capacity])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return high > low ? [low, high] : [low - 0.5, high + 0.5]
}

/** The points, and between them those where need and capacity are equal, so that a lack begins and ends there. */
export function crossed(points: readonly Point[]): Point[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1]
    if (!before) return [point]
    const [was, is] = [before.need - before.capacity, point.need - point.capacity]
    if (was * is >= 0) return [point]
    const part = was / (was - is)
    const between = (from: number, to: number) => from + part * (to - from)
    const equal = between(before.need, point.need)
    return [{ year: between(before.year, point.year), need: equal, capacity: equal }, point]
  })
}
