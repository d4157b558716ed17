/**
 * Memory of draws that are simulated side by side, with arithmetic over its rows in vectors (rows/index.ts).
 *
 * Offsets and counts are in doubles; a row holds an even number of them. Results are, bit for bit, those of
 * src/formula/rows.ts and src/model/services.ts.
 */
import type { BinaryRows } from '../formula/rows.js'
import type { LateProjects, ProgrammeYear, RowTimes, ServiceYear } from '../model/services.js'

/** A function of addresses in bytes, counts and operands, in the order of rows/index.ts. */
type RowFunction<Result = void> = (...numbers: number[]) => Result

interface RowExports {
  readonly memory: WebAssembly.Memory
  readonly add: BinaryRows
  readonly subtract: BinaryRows
  readonly multiply: BinaryRows
  readonly divide: BinaryRows
  readonly copy: RowFunction
  readonly promiseProjects: RowFunction
  readonly startProjects: RowFunction
  readonly openProjects: RowFunction
  readonly addWeighted: RowFunction
  readonly leaveLate: RowFunction
  readonly addCapacity: RowFunction
  readonly meetNeed: RowFunction
  readonly sum: RowFunction
  readonly isWithin: RowFunction<number>
  readonly scale: RowFunction<number>
  readonly ratio: RowFunction<number>
}

/** Memory starts above what the compiler keeps for itself. */
const FIRST = 65_536
const PAGE = 65_536

export class RowMemory {
  readonly doubles: Float64Array
  /** The four operations of arithmetic, by the names that programs give them. */
  readonly arithmetic: ReadonlyMap<string, BinaryRows>
  private readonly exports: RowExports

  /** size: doubles. Throws RangeError where there is not so much memory. */
  constructor(module: WebAssembly.Module, size: number) {
    this.exports = new WebAssembly.Instance(module, {}).exports as unknown as RowExports
    const { memory, add, subtract, multiply, divide } = this.exports
    memory.grow(Math.max(0, Math.ceil((FIRST + size * 8 - memory.buffer.byteLength) / PAGE)))
    this.doubles = new Float64Array(memory.buffer, FIRST, size)
    const onOffsets =
      (operation: BinaryRows): BinaryRows =>
      (a, b, to, count) =>
        operation(addressOf(a), addressOf(b), addressOf(to), count)
    this.arithmetic = new Map([
      ['add', onOffsets(add)],
      ['subtract', onOffsets(subtract)],
      ['multiply', onOffsets(multiply)],
      ['divide', onOffsets(divide)],
    ])
  }

  /** One year of a programme, as the model's function of the same name. */
  deliver(count: number, at: ProgrammeYear): void {
    const now = addressOf(at.startedNow)
    const { shareAt, scaleAt, fulfilmentAt, startedBefore } = at
    this.exports.promiseProjects(at.starts, addressOf(shareAt), addressOf(scaleAt), now, count)
    this.exports.startProjects(addressOf(fulfilmentAt), addressOf(startedBefore), now, count)
    if (at.late) this.leaveLate(count, at.late)
    if (at.due) this.addUp(count, at.due, at.startedDue)
    this.exports.openProjects(
      addressOf(at.openedBefore),
      addressOf(at.startedDue),
      addressOf(at.onTimeAt),
      addressOf(at.openedNow),
      count,
    )
  }

  private leaveLate(count: number, { to, onTimeAt, steps }: LateProjects): void {
    steps.forEach((rows, index) => {
      this.addUp(count, rows, to, index === 0)
      this.exports.leaveLate(addressOf(to), addressOf(onTimeAt), count)
    })
  }

  /** Rows times their weights, in place of what stands there unless it is to stay. */
  private addUp(count: number, rows: readonly RowTimes[], to: number, replace = true): void {
    rows.forEach(({ at, weight }, index) => {
      if (replace && index === 0) this.exports.scale(addressOf(at), weight, addressOf(to), count)
      else this.exports.addWeighted(addressOf(at), weight, addressOf(to), count)
    })
  }

  /** A service's capacity against its need, as the model's function of the same name. */
  holdAgainstNeed(count: number, at: ServiceYear): void {
    const capacity = addressOf(at.capacity)
    this.exports.copy(addressOf(at.stock), capacity, count)
    for (let k = 0; k < at.opened.length; k++) {
      this.exports.addCapacity(addressOf(at.opened[k]), addressOf(at.each[k]), capacity, count)
    }
    this.exports.meetNeed(
      addressOf(at.demand),
      addressOf(at.standard),
      capacity,
      addressOf(at.need),
      addressOf(at.unmet),
      count,
    )
  }

  /** Whether every number of a row lies between 0 and `high`. */
  isWithin(at: number, high: number, count: number): boolean {
    return this.exports.isWithin(addressOf(at), high, count) !== 0
  }

  /** Add up so many rows that stand one after another, the first to the last. */
  sum(from: number, rows: number, to: number, count: number): void {
    this.exports.sum(addressOf(from), rows, addressOf(to), count)
  }

  /** A row times a number; false where something in it is no finite number. */
  scale(of: number, times: number, to: number, count: number): boolean {
    return this.exports.scale(addressOf(of), times, addressOf(to), count) !== 0
  }

  /** A row by another, times a number; false where something in it is no finite number. */
  ratio(of: number, per: number, times: number, to: number, count: number): boolean {
    return this.exports.ratio(addressOf(of), addressOf(per), times, addressOf(to), count) !== 0
  }
}

/** Bytes; -1, which stands for nothing, stays. */
function addressOf(offset: number): number {
  return offset < 0 ? -1 : FIRST + offset * 8
}
