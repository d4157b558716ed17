/**
 * What formulas, services and outcomes do to draws that are simulated side by side: arithmetic over rows of doubles.
 *
 * Places are addresses in bytes; `count` doubles are even in number. Every number is computed as in the model
 * (src/formula/rows.ts, src/model/services.ts, src/run/year/outcomes.ts), so both give the same bits.
 */

/** An address that stands for nothing. */
const NOWHERE: i32 = -1
const PAIR_BYTES: i32 = 16

/** Bytes of so many doubles. */
function bytes(count: i32): i32 {
  return count << 3
}

function get(at: i32): v128 {
  return v128.load(at)
}

function put(at: i32, pair: v128): void {
  v128.store(at, pair)
}

/** No numbers where an address stands for nothing. */
function getOr(at: i32, k: i32, otherwise: v128): v128 {
  return at === NOWHERE ? otherwise : get(at + k)
}

export function add(a: i32, b: i32, to: i32, count: i32): void {
  const end = bytes(count)
  for (let k = 0; k < end; k += PAIR_BYTES) put(to + k, f64x2.add(get(a + k), get(b + k)))
}

export function subtract(a: i32, b: i32, to: i32, count: i32): void {
  const end = bytes(count)
  for (let k = 0; k < end; k += PAIR_BYTES) put(to + k, f64x2.sub(get(a + k), get(b + k)))
}

export function multiply(a: i32, b: i32, to: i32, count: i32): void {
  const end = bytes(count)
  for (let k = 0; k < end; k += PAIR_BYTES) put(to + k, f64x2.mul(get(a + k), get(b + k)))
}

export function divide(a: i32, b: i32, to: i32, count: i32): void {
  const end = bytes(count)
  for (let k = 0; k < end; k += PAIR_BYTES) put(to + k, f64x2.div(get(a + k), get(b + k)))
}

export function copy(from: i32, to: i32, count: i32): void {
  memory.copy(to, from, bytes(count))
}

/** Projects that this year's promise comes to: those of the region by the city's share and the scale. */
export function promiseProjects(starts: f64, share: i32, scale: i32, promised: i32, count: i32): void {
  const end = bytes(count)
  const inRegion = f64x2.splat(starts)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    put(promised + k, f64x2.mul(f64x2.mul(inRegion, get(share + k)), get(scale + k)))
  }
}

/** Projects started: those until last year, and what is fulfilled of the promise that stands in `now`. */
export function startProjects(fulfilment: i32, before: i32, now: i32, count: i32): void {
  const end = bytes(count)
  const none = f64x2.splat(0)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    const started = f64x2.mul(get(now + k), get(fulfilment + k))
    put(now + k, f64x2.add(getOr(before, k, none), started))
  }
}

/** Projects opened: those until last year, and a share of those that are due. */
export function openProjects(before: i32, due: i32, onTime: i32, now: i32, count: i32): void {
  const end = bytes(count)
  const none = f64x2.splat(0)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    const opened = getOr(before, k, none)
    const late = f64x2.sub(getOr(due, k, opened), opened)
    put(now + k, f64x2.add(opened, f64x2.mul(late, get(onTime + k))))
  }
}

/** Add a row times a weight. */
export function addWeighted(from: i32, weight: f64, to: i32, count: i32): void {
  const end = bytes(count)
  const factor = f64x2.splat(weight)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    put(to + k, f64x2.add(get(to + k), f64x2.mul(get(from + k), factor)))
  }
}

/** Take away the share on time. */
export function leaveLate(late: i32, onTime: i32, count: i32): void {
  const end = bytes(count)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    const due = get(late + k)
    put(late + k, f64x2.sub(due, f64x2.mul(due, get(onTime + k))))
  }
}

/** Add the capacity of what has opened. */
export function addCapacity(opened: i32, each: i32, capacity: i32, count: i32): void {
  const end = bytes(count)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    put(capacity + k, f64x2.add(get(capacity + k), f64x2.mul(get(opened + k), get(each + k))))
  }
}

/** Need, and what of it capacity leaves unmet. */
export function meetNeed(demand: i32, standard: i32, capacity: i32, need: i32, unmet: i32, count: i32): void {
  const end = bytes(count)
  const none = f64x2.splat(0)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    const needed = f64x2.mul(get(demand + k), get(standard + k))
    const there = get(capacity + k)
    put(need + k, needed)
    put(unmet + k, v128.bitselect(none, f64x2.sub(needed, there), f64x2.le(needed, there)))
  }
}

/** Whether every number lies between 0 and `high`. */
export function isWithin(at: i32, high: f64, count: i32): bool {
  const end = bytes(count)
  const none = f64x2.splat(0)
  const most = f64x2.splat(high)
  let within = f64x2.eq(none, none)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    const value = get(at + k)
    within = v128.and(within, v128.and(f64x2.ge(value, none), f64x2.le(value, most)))
  }
  return i64x2.all_true(within)
}

/** Add up rows that stand one after another, the first to the last. */
export function sum(from: i32, rows: i32, to: i32, count: i32): void {
  const row = bytes(count)
  copy(from, to, count)
  for (let at = 1; at < rows; at++) {
    const next = from + at * row
    for (let k = 0; k < row; k += PAIR_BYTES) put(to + k, f64x2.add(get(to + k), get(next + k)))
  }
}

/** Numbers times another; false where one of them is no finite number. */
export function scale(from: i32, times: f64, to: i32, count: i32): bool {
  const end = bytes(count)
  const factor = f64x2.splat(times)
  let finite = f64x2.eq(factor, factor)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    const value = f64x2.mul(get(from + k), factor)
    put(to + k, value)
    finite = v128.and(finite, areFinite(value))
  }
  return i64x2.all_true(finite)
}

/** Quotients times a number; false where one of them is no finite number. */
export function ratio(above: i32, below: i32, times: f64, to: i32, count: i32): bool {
  const end = bytes(count)
  const factor = f64x2.splat(times)
  let finite = f64x2.eq(factor, factor)
  for (let k = 0; k < end; k += PAIR_BYTES) {
    const value = f64x2.mul(f64x2.div(get(above + k), get(below + k)), factor)
    put(to + k, value)
    finite = v128.and(finite, areFinite(value))
  }
  return i64x2.all_true(finite)
}

/** An infinite number less itself is NaN, and so is NaN; of all others nothing is left. */
function areFinite(value: v128): v128 {
  return f64x2.eq(f64x2.sub(value, value), f64x2.splat(0))
}
