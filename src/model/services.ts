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
}

/**
 * One year of a programme: start what the plan says, open a share of what is due.
 *
 * A project promised for a year opens in it with odds p, else in the next with odds p of what is left, and so on
 * (geometric slippage): 60 + 60 + 30 projects with two years of building and p = 0.7 have 134 open after year four.
 */
export function deliver(memory: Float64Array, cities: number, at: ProgrammeYear): void {
  for (let city = 0; city < cities; city++) {
    const promised = at.starts * memory[at.shareAt + city] * memory[at.scaleAt + city]
    const started = promised * memory[at.fulfilmentAt + city]
    memory[at.startedNow + city] = (at.startedBefore < 0 ? 0 : memory[at.startedBefore + city]) + started
  }
  for (let city = 0; city < cities; city++) {
    const opened = at.openedBefore < 0 ? 0 : memory[at.openedBefore + city]
    const due = at.startedDue < 0 ? opened : memory[at.startedDue + city]
    memory[at.openedNow + city] = opened + (due - opened) * memory[at.onTimeAt + city]
  }
}

/**
 * Close part of the stock that was there at the start, add what programmes have opened, hold it against need.
 *
 * stock      share of the opening stock still open, times the opening stock, by city
 * returns nothing; writes capacity = stock + opened x each, need = demand x standard, unmet = max(0, need - capacity)
 */
export function holdAgainstNeed(
  memory: Float64Array,
  cities: number,
  at: {
    readonly stock: number
    readonly opened: readonly number[]
    readonly each: readonly number[]
    readonly demand: number
    readonly standard: number
    readonly capacity: number
    readonly need: number
    readonly unmet: number
  },
): void {
  for (let city = 0; city < cities; city++) {
    let capacity = memory[at.stock + city]
    for (let k = 0; k < at.opened.length; k++) {
      capacity += memory[at.opened[k] + city] * memory[at.each[k] + city]
    }
    const need = memory[at.demand + city] * memory[at.standard + city]
    memory[at.capacity + city] = capacity
    memory[at.need + city] = need
    memory[at.unmet + city] = need <= capacity ? 0 : need - capacity
  }
}
