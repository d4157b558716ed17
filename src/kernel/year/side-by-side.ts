/**
 * What a loop over cities reads and adds up of each city, side by side in memory. From a row for each rate and flow, a loop over
 * thousands of cities would go through more places in memory at once than the processor fetches ahead for.
 */
import {arrivals, 
  arriveRates, awayReturn, awayReturnShares, awayReturnToTown, beyondCityShare, flow_converted, flow_from_outside,
  flow_moved_in, flow_moved_out, flow_to_outside, flow_to_town, flow_to_village, flow_urban_in, flow_urban_out, leaveRates,
  migrantConversion, originElsewhere, originOtherProvince, originOwnCity, otherProvinceShare, ownCityShare,
  reclassifiedConversion, returnMigration, row, ruralConversion, ruralOutMigration, statusRates, townOutMigration,
} from './addresses' // biome-ignore format: a list reads best as a paragraph
import { get, PAIR_BYTES, put } from './pairs'

/** Pairs of a city in `leaveRates`, `arriveRates` and `statusRates`: as many as layout.ts makes room for. */
export const LEAVE: usize = 16
export const ARRIVE: usize = 5
export const STATUS: usize = 12

/** Of a city that people leave: nine rates, four shares of those who come back, then the flows. */
export const MOVED_OUT: usize = 208
export const TO_OUTSIDE: usize = 224
export const OUT_OF_TOWN: usize = 240

export function gatherLeaving(): void {
  const at = leaveRates
  gather(at, LEAVE, ruralOutMigration)
  gather(at + 16, LEAVE, beyondCityShare)
  gather(at + 32, LEAVE, townOutMigration)
  gather(at + 48, LEAVE, returnMigration)
  gather(at + 64, LEAVE, originOwnCity)
  gather(at + 80, LEAVE, originElsewhere)
  gather(at + 96, LEAVE, awayReturn)
  gather(at + 112, LEAVE, otherProvinceShare)
  gather(at + 128, LEAVE, originOtherProvince)
  for (let status: usize = 0; status < 4; status++)
    gather(at + 144 + status * PAIR_BYTES, LEAVE, awayReturnShares + status * row)
  gather(at + MOVED_OUT, LEAVE, flow_moved_out)
  gather(at + TO_OUTSIDE, LEAVE, flow_to_outside)
  gather(at + OUT_OF_TOWN, LEAVE, flow_urban_out)
}

export function spreadLeaving(): void {
  spread(flow_moved_out, LEAVE, leaveRates + MOVED_OUT)
  spread(flow_to_outside, LEAVE, leaveRates + TO_OUTSIDE)
  spread(flow_urban_out, LEAVE, leaveRates + OUT_OF_TOWN)
}

/** Of a city that people reach: two rates, then the flows. */
export const MOVED_IN: usize = 32
export const FROM_OUTSIDE: usize = 48
export const INTO_TOWN: usize = 64

export function gatherArriving(): void {
  gather(arriveRates, ARRIVE, arrivals)
  gather(arriveRates + 16, ARRIVE, awayReturnToTown)
  gather(arriveRates + MOVED_IN, ARRIVE, flow_moved_in)
  gather(arriveRates + FROM_OUTSIDE, ARRIVE, flow_from_outside)
  gather(arriveRates + INTO_TOWN, ARRIVE, flow_urban_in)
}

export function spreadArriving(): void {
  spread(flow_moved_in, ARRIVE, arriveRates + MOVED_IN)
  spread(flow_from_outside, ARRIVE, arriveRates + FROM_OUTSIDE)
  spread(flow_urban_in, ARRIVE, arriveRates + INTO_TOWN)
}

/** Of a city in which statuses change: seven rates, then the flows. */
export const TO_TOWN: usize = 112
export const TO_VILLAGE: usize = 128
export const CONVERTED: usize = 144
export const URBAN_IN: usize = 160
export const URBAN_OUT: usize = 176

export function gatherStatus(): void {
  const at = statusRates
  gather(at, STATUS, ruralOutMigration)
  gather(at + 16, STATUS, ownCityShare)
  gather(at + 32, STATUS, returnMigration)
  gather(at + 48, STATUS, originOwnCity)
  gather(at + 64, STATUS, ruralConversion)
  gather(at + 80, STATUS, migrantConversion)
  gather(at + 96, STATUS, reclassifiedConversion)
  gather(at + TO_TOWN, STATUS, flow_to_town)
  gather(at + TO_VILLAGE, STATUS, flow_to_village)
  gather(at + CONVERTED, STATUS, flow_converted)
  gather(at + URBAN_IN, STATUS, flow_urban_in)
  gather(at + URBAN_OUT, STATUS, flow_urban_out)
}

export function spreadStatus(): void {
  spread(flow_to_town, STATUS, statusRates + TO_TOWN)
  spread(flow_to_village, STATUS, statusRates + TO_VILLAGE)
  spread(flow_converted, STATUS, statusRates + CONVERTED)
  spread(flow_urban_in, STATUS, statusRates + URBAN_IN)
  spread(flow_urban_out, STATUS, statusRates + URBAN_OUT)
}

/** Put a row where every city has so many pairs. */
function gather(to: usize, pairs: usize, from: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) put(to + i * pairs, get(from + i))
}

/** Put it back into its row. */
function spread(to: usize, pairs: usize, from: usize): void {
  for (let i: usize = 0; i < row; i += PAIR_BYTES) put(to + i, get(from + i * pairs))
}
