/**
 * Runs programs over columns: an interpreter whose loops go over cities and over draws that are simulated side by
 * side, so its cost is paid once for all of them.
 *
 * Loads are read where they stand. Behind the columns the machine has a part of the same memory for itself: the
 * constants of every program, and intermediate results, which all programs share.
 */
import { type CityReduction, CODES, OVER_CITIES, TERNARY, type TernaryOperation } from './operations.js'
import type { Program } from './program.js'
import { type BinaryRows, binaryRowsOf, type UnaryRows, unaryRowsOf } from './rows.js'

/** The memory that a machine works on, and its shape. */
export interface MachineMemory {
  /** [.., city, draw], and from `own` on as many doubles as `doublesFor` says. */
  readonly memory: Float64Array
  readonly own: number
  readonly cities: number
  readonly draws: number
  /** Operations of two numbers that are faster than the machine's own, with the same bits, by name. */
  readonly faster?: ReadonlyMap<string, BinaryRows>
}

/**
 * Computes a program.
 *
 * loads   offset of each load's first city; a load of one number reads that city only
 * answer  offset of the first of the cities that are written; one number is written to all of them
 */
export type RunProgram = (program: Program, loads: Int32Array, answer: number) => void

type Operation =
  | { readonly kind: 'unary'; readonly compute: UnaryRows }
  | { readonly kind: 'binary'; readonly compute: BinaryRows }
  | { readonly kind: 'over'; readonly compute: CityReduction }
  | { readonly kind: 'ternary'; readonly compute: TernaryOperation }

interface Operand {
  /** Number of the load that it is; -1 for a constant or a result. */
  readonly load: number
  /** Where a constant or result stands. */
  readonly at: number
  /** From one city to the next: 0 for one number. */
  readonly step: number
}

interface Instruction {
  readonly operation: Operation
  readonly a: Operand
  readonly b: Operand
  readonly c: Operand
  /** Where the result starts; how many runs of how many numbers it takes. */
  readonly to: number
  readonly runs: number
  readonly run: number
}

interface PreparedProgram {
  readonly instructions: readonly Instruction[]
  readonly last: Operand
  /** Whether the answer is a number for every city. */
  readonly isWide: boolean
}

/** Doubles that a machine needs for itself. */
export function doublesFor(programs: readonly Program[], cities: number, draws = 1): number {
  const constants = programs.reduce((sum, program) => sum + program.constants.length, 0)
  const results = programs.reduce((most, { code }) => Math.max(most, code.length / 4), 0)
  return constants * draws + results * cities * draws
}

/** A machine for these programs. */
export function createMachine(programs: readonly Program[], where: MachineMemory): RunProgram {
  const { memory, cities, draws } = where
  const row = cities * draws
  const ready = prepareAll(programs, where)
  return (program, loads, answer) => {
    const { instructions, last, isWide } = ready.get(program)!
    for (const instruction of instructions) execute(instruction, loads, where)
    const from = last.load < 0 ? last.at : loads[last.load]
    if (isWide) memory.copyWithin(answer, from, from + row)
    else {
      for (let city = 0; city < row; city += draws) {
        for (let draw = 0; draw < draws; draw++) memory[answer + city + draw] = memory[from + draw]
      }
    }
  }
}

function execute(
  { operation, a, b, c, to, runs, run }: Instruction,
  loads: Int32Array,
  where: MachineMemory,
): void {
  const { memory, cities, draws } = where
  let x = a.load < 0 ? a.at : loads[a.load]
  let y = b.load < 0 ? b.at : loads[b.load]
  let z = c.load < 0 ? c.at : loads[c.load]
  if (operation.kind === 'over') {
    for (let draw = 0; draw < draws; draw++)
      memory[to + draw] = operation.compute(memory, x + draw, cities, draws)
    return
  }
  for (let here = to; here < to + runs * run; here += run) {
    if (operation.kind === 'unary') operation.compute(x, here, run)
    else if (operation.kind === 'binary') operation.compute(x, y, here, run)
    else
      for (let k = 0; k < run; k++)
        memory[here + k] = operation.compute(memory[x + k], memory[y + k], memory[z + k])
    x += a.step
    y += b.step
    z += c.step
  }
}

/** Every program with its constants in their places. */
function prepareAll(
  programs: readonly Program[],
  where: MachineMemory,
): ReadonlyMap<Program, PreparedProgram> {
  const { memory, draws } = where
  const operationOf = operationsOf(where)
  let next = where.own
  const constantsAt = programs.map(({ constants }) =>
    constants.map((value) => {
      memory.fill(value, next, next + draws)
      next += draws
      return next - draws
    }),
  )
  return new Map(
    programs.map((program, index) => [
      program,
      prepare(program, where, constantsAt[index], next, operationOf),
    ]),
  )
}

/** Finds out which results are numbers for every city. results: where they begin. */
function prepare(
  { loads, code, registers: count }: Program,
  { cities, draws }: MachineMemory,
  constantsAt: readonly number[],
  results: number,
  operationOf: (operation: string) => Operation,
): PreparedProgram {
  const row = cities * draws
  const first = loads.length + constantsAt.length
  const wide = Array.from({ length: count }, (_, register) => loads[register]?.shape === 'cities')
  const operand = (register: number, step: number): Operand => ({
    load: register < loads.length ? register : -1,
    at: register < first ? constantsAt[register - loads.length] : results + (register - first) * row,
    step,
  })
  const instructions: Instruction[] = []
  for (let at = 0; at < code.length; at += 4) {
    const operation = operationOf(CODES[code[at]])
    const operands = code.slice(at + 1, at + 4).filter((register) => register >= 0)
    const target = first + at / 4
    wide[target] = operation.kind !== 'over' && operands.some((register) => wide[register])
    const alike = operands.every((register) => wide[register] === wide[target])
    const [a, b = a, c = a] = operands.map((register) =>
      operand(register, wide[register] && !alike ? draws : 0),
    )
    // operands of one width go through in one run
    const runs = alike ? 1 : cities
    const run = !alike || !wide[target] ? draws : row
    instructions.push({ operation, a, b, c, to: results + (at / 4) * row, runs, run })
  }
  return { instructions, last: operand(count - 1, 0), isWide: wide[count - 1] }
}

function operationsOf({ memory, faster }: MachineMemory): (operation: string) => Operation {
  const unary = unaryRowsOf(memory)
  const binary = new Map([...binaryRowsOf(memory), ...(faster ?? [])])
  return (operation) => {
    const one = unary.get(operation)
    if (one) return { kind: 'unary', compute: one }
    const two = binary.get(operation)
    if (two) return { kind: 'binary', compute: two }
    const over = OVER_CITIES.get(operation)
    if (over) return { kind: 'over', compute: over }
    return { kind: 'ternary', compute: TERNARY.get(operation)! }
  }
}
