/** Kilometres and hours between seats, from their coordinates alone. */

export interface Seat {
  readonly longitude: number
  readonly latitude: number
}

const EARTH_RADIUS = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great circle between two seats, kilometres (haversine). */
export function kilometresBetween(one: Seat, other: Seat): number {
  const latitude = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2
  const longitude = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const cosines = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude))
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(latitude + cosines * longitude))
}

/** Roads are longer than the straight line by this (judgement), and lead so fast, with so much for both ends. */
const [DETOUR, SPEED, ENDS] = [1.25, 90, 0.25]

/** Hours from door to door by road. */
export const roadHours = (kilometres: number) => (kilometres * DETOUR) / SPEED + ENDS
