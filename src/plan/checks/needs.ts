/** What a scenario needs, by its sizes alone: memory of one future in full, and the time to live one and all of them. */

export interface Sizes {
  readonly places: number
  /** Groups of people in a place: status x sex x age. */
  readonly groups: number
  /** Steps that a future is lived through. */
  readonly steps: number
  /** Nests of places; 0 where people move between all. */
  readonly nests: number
  /** Pairs of places with a share, where most have none. */
  readonly pairs?: number
}

/** Moves a second from one place to another of one group, in one future as the model is written: 2.5e8 on a machine of 2023. */
const MOVES_A_SECOND = 2e8
/** The same with the kernel on two threads, where many draws are lived side by side. */
const MOVES_A_SECOND_IN_RUNS = 1e9

/** Moves between places that one future of one policy computes. */
function movesIn({ places, groups, steps, nests, pairs = places * places }: Sizes): number {
  // within nests people move to its members and to the other seats
  const destinations = nests > 0 ? nests + places / nests : pairs / places
  return places * groups * steps * destinations
}

/** Seconds that the median future of every policy takes, roughly. */
export function secondsOfFutures(sizes: Sizes, policies: number): number {
  return (movesIn(sizes) * policies) / MOVES_A_SECOND
}

/** Seconds that all draws take, roughly. */
export function secondsOfRun(sizes: Sizes, policies: number, draws: number): number {
  return (movesIn(sizes) * policies * draws) / MOVES_A_SECOND_IN_RUNS
}

/** Bytes of one future with every group of people in every place and year, which a run keeps of each policy. */
export function bytesOfFuture({ places, groups, steps }: Sizes): number {
  return 8 * places * groups * (steps + 1)
}

/** Bytes of the tables of moves between places, and of what two threads make of them for two draws each. */
export function bytesOfMoves({ places, nests, pairs = places * places }: Sizes): number {
  const shares = nests > 0 ? nests * places : pairs
  return 2 * shares * (8 + 2 * (8 + 16))
}

/** `about 3 hours`, by the largest unit that fits. */
export function aboutTime(seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => seconds >= 2 * size) ?? ['second', 1]
  const count = Math.max(1, Number((seconds / size).toPrecision(1)))
  return `about ${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`
}

const UNITS = [
  ['year', 31_557_600],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** `2.6 GB` */
export function aboutBytes(bytes: number): string {
  const step = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes / 1e9)) / 3)))
  return `${Number((bytes / 1e9 / 1000 ** step).toPrecision(2)).toLocaleString('en')} ${SIZES[step]}`
}

const SIZES = ['GB', 'TB', 'PB', 'EB']

/** Whether whoever asked has said that a large scenario is meant: `--yes`, or CITYWARD_YES in the environment. */
export function isLargeMeant(): boolean {
  return Boolean(process.env.CITYWARD_YES)
}
