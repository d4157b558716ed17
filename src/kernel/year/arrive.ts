/** Who arrives, from the region and from outside: the last part of half a step of moves. */
import {
  ages, arrivals, band, flow_from_outside, flow_moved_in, flow_urban_in, hazards, movers, people, row, townward,
} from './addresses.js' // biome-ignore format: a list reads best as a paragraph
import { ARRIVING, NEXT_AGE } from './hazards.js'
import { CAME_BACK, FROM_CITIES, FROM_HOMES, MOVERS, NEXT } from './movers.js'
import { add, get, grow, PAIR, put, times } from './pairs.js'

/** Put a band's movers into town as migrants, those gone home into their village, and arrivals from other regions. */
export function arrive(first: usize, count: usize): void {
  const toMigrants = ages * row * 6
  const length = count * NEXT
  for (let i: usize = 0; i < row; i += PAIR) {
    const level = get(arrivals + i)
    const inTown = get(townward + i)
    let movedIn = get(flow_moved_in + i)
    let fromOutside = get(flow_from_outside + i)
    let urbanIn = get(flow_urban_in + i)
    let rural = people + first * row + i
    let hazard = hazards + first * NEXT_AGE
    let at = movers + i * band * MOVERS
    for (const end = at + length; at < end; at += NEXT) {
      const strangers = times(v128.load(hazard, ARRIVING), level)
      const backs = v128.load(at, CAME_BACK)
      const moving = v128.load(at, FROM_CITIES)
      const returning = v128.load(at, FROM_HOMES)
      const settling = add(moving, strangers)
      grow(rural + toMigrants, settling)
      grow(rural, returning)
      movedIn = add(movedIn, add(moving, returning))
      fromOutside = add(add(fromOutside, backs), strangers)
      urbanIn = add(add(urbanIn, times(backs, inTown)), settling)
      rural += row
      hazard += NEXT_AGE
    }
    put(flow_moved_in + i, movedIn)
    put(flow_from_outside + i, fromOutside)
    put(flow_urban_in + i, urbanIn)
  }
}
