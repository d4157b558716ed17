/**
 * Services: a stock that closes down slowly and is added to by programmes, whose projects start, may slip, and
 * open; and the need that the stock is held against.
 *
 * One concept serves school places, beds, childcare, flats, pipes and training alike (method.md, M10).
 * All arrays are by city; a caller passes offsets into one block of memory. + - * / only.
 */

/** Offsets of one programme's columns in memory for one year, by city. */
export interface ProgrammeYear {
  /** Projects promised to start this year in the region, before scale and fulfilment. */
  readonly starts: number
  /** Each city's share of them. */
  readonly shareAt: number
  readonly scaleAt: number
  readonly fulfilmentAt: number
  /** Share of the projects due that open within the year; the rest are due again next year. */
  readonly onTimeAt: number
  /** Projects started and opened until the end of last year, and of this year: -1 before the first year. */
  readonly startedBefore: number
  readonly openedBefore: number
  readonly startedNow: number
  readonly openedNow: number
  /** Where this year's due total stands: started until `lead` years ago; -1 where nothing can be due yet. */
  readonly startedDue: number
  /** Rows that the due total is added up from and written to `startedDue`; absent where it stands there already. */
  readonly due?: readonly RowTimes[]
  /** In the first year: what was due before and is late. */
  readonly late?: LateProjects
}

/** A row of numbers by city, times a weight. */
export interface RowTimes {
  readonly at: number
  readonly weight: number
}

/** What fell due in each step up to the base year, the oldest first, opens with odds of its own; the rest is written. */
export interface LateProjects {
  readonly to: number
  readonly onTimeAt: number
  readonly steps: readonly (readonly RowTimes[])[]
}

/** Offsets of one service's columns in memory for one year, by city; of each of its programmes in their order. */
export interface ServiceYear {
  readonly stock: number
  readonly opened: readonly number[]
  readonly each: readonly number[]
  readonly demand: number
  readonly standard: number
  readonly capacity: number
  readonly need: number
  readonly unmet: number
}

/**
 * One year of a programme: start what the plan says, open a share of what is due.
 *
 * A project promised for a year opens in it with odds p, else in the next with odds p of what is left, and so on
 * (geometric slippage): 60 + 60 + 30 projects with two years of building and p = 0.7 have 134 open after year four.
 */
export function deliver(memory: Float64Array, cities: number, at: ProgrammeYear): void {
  const { starts, shareAt, scaleAt, fulfilmentAt, onTimeAt } = at
  const { startedBefore, openedBefore, startedNow, openedNow, startedDue } = at
  for (let city = 0; city < cities; city++) {
    const promised = starts * memory[shareAt + city] * memory[scaleAt + city]
    const started = promised * memory[fulfilmentAt + city]
    memory[startedNow + city] = (startedBefore < 0 ? 0 : memory[startedBefore + city]) + started
  }
  if (at.late) leaveLate(memory, cities, at.late)
  if (at.due) addUp(memory, cities, at.due, startedDue)
  for (let city = 0; city < cities; city++) {
    const opened = openedBefore < 0 ? 0 : memory[openedBefore + city]
    const due = startedDue < 0 ? opened : memory[startedDue + city]
    memory[openedNow + city] = opened + (due - opened) * memory[onTimeAt + city]
  }
}

/** Add up rows times their weights; nothing is 0. */
function addUp(memory: Float64Array, cities: number, rows: readonly RowTimes[], to: number): void {
  rows.forEach(({ at, weight }, index) => {
    for (let city = 0; city < cities; city++) {
      const part = memory[at + city] * weight
      memory[to + city] = index === 0 ? part : memory[to + city] + part
    }
  })
}

/**
 * What is late at the end of the base year: of all that has fallen due in a step and has not opened, the share on time
 * opens in it. What has opened by then stands in the opening stock.
 */
function leaveLate(memory: Float64Array, cities: number, { to, onTimeAt, steps }: LateProjects): void {
  steps.forEach((rows, index) => {
    addUp(memory, cities, index === 0 ? rows : [{ at: to, weight: 1 }, ...rows], to)
    for (let city = 0; city < cities; city++)
      memory[to + city] = memory[to + city] - memory[to + city] * memory[onTimeAt + city]
  })
}

/**
 * Close part of the stock that was there at the start, add what programmes have opened, hold it against need.
 *
 * stock      share of the opening stock still open, times the opening stock, by city
 * returns nothing; writes capacity = stock + opened x each, need = demand x standard, unmet = max(0, need - capacity)
 */
export function holdAgainstNeed(memory: Float64Array, cities: number, at: ServiceYear): void {
  const { stock, demand, standard, capacity, need, unmet } = at
  for (let city = 0; city < cities; city++) memory[capacity + city] = memory[stock + city]
  for (let k = 0; k < at.opened.length; k++) {
    const opened = at.opened[k]
    const each = at.each[k]
    for (let city = 0; city < cities; city++) {
      memory[capacity + city] += memory[opened + city] * memory[each + city]
    }
  }
  for (let city = 0; city < cities; city++) {
    const needed = memory[demand + city] * memory[standard + city]
    const there = memory[capacity + city]
    memory[need + city] = needed
    memory[unmet + city] = needed <= there ? 0 : needed - there
  }
}
