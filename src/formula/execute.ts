/**
 * Runs programs over columns: an interpreter whose loops go over cities and over draws that are lived side by side,
 * so its cost is paid once for all of them.
 *
 * Loads are read where they stand. Behind the columns the machine has a place of its own in the same memory: the
 * constants of every program, and the results on the way to an answer, which all programs share.
 */
import { CODES, choose, OVER_CITIES, type Over } from './operations.js'
import type { Program } from './program.js'
import { type OneRow, oneRowOf, type TwoRows, twoRowsOf } from './rows.js'

/** Where a machine works. */
export interface Workbench {
  /** [.., city, draw], and from `own` on as many doubles as `doublesFor` says. */
  readonly memory: Float64Array
  readonly own: number
  readonly cities: number
  readonly draws: number
  /** Operations of two numbers that are faster than the machine's own, with the same bits, by name. */
  readonly faster?: ReadonlyMap<string, TwoRows>
}

/**
 * Works out a program.
 *
 * loads   offset of each load's first city; a load of one number reads that city only
 * answer  offset of the first of the cities that are written; one number is written to all of them
 */
export type Run = (program: Program, loads: Int32Array, answer: number) => void

type Work =
  | { readonly kind: 'unary'; readonly compute: OneRow }
  | { readonly kind: 'binary'; readonly compute: TwoRows }
  | { readonly kind: 'over'; readonly compute: Over }
  | { readonly kind: 'choose' }

interface Operand {
  /** Number of the load that it is; -1 for a constant or a result. */
  readonly load: number
  /** Where a constant or result stands. */
  readonly at: number
  /** How far it goes on from one city to the next: 0 for one number. */
  readonly step: number
}

interface Instruction {
  readonly work: Work
  readonly a: Operand
  readonly b: Operand
  readonly c: Operand
  /** Where the result starts; how many runs of how many numbers it takes. */
  readonly to: number
  readonly runs: number
  readonly run: number
}

interface Ready {
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
export function createMachine(programs: readonly Program[], workbench: Workbench): Run {
  const { memory, cities, draws } = workbench
  const row = cities * draws
  const ready = makeReady(programs, workbench)
  return (program, loads, answer) => {
    const { instructions, last, isWide } = ready.get(program)!
    for (const instruction of instructions) carryOut(instruction, loads, workbench)
    const from = last.load < 0 ? last.at : loads[last.load]
    if (isWide) memory.copyWithin(answer, from, from + row)
    else {
      for (let city = 0; city < row; city += draws) {
        for (let draw = 0; draw < draws; draw++) memory[answer + city + draw] = memory[from + draw]
      }
    }
  }
}

function carryOut(
  { work, a, b, c, to, runs, run }: Instruction,
  loads: Int32Array,
  workbench: Workbench,
): void {
  const { memory, cities, draws } = workbench
  let x = a.load < 0 ? a.at : loads[a.load]
  let y = b.load < 0 ? b.at : loads[b.load]
  let z = c.load < 0 ? c.at : loads[c.load]
  if (work.kind === 'over') {
    for (let draw = 0; draw < draws; draw++) memory[to + draw] = work.compute(memory, x + draw, cities, draws)
    return
  }
  for (let here = to; here < to + runs * run; here += run) {
    if (work.kind === 'unary') work.compute(x, here, run)
    else if (work.kind === 'binary') work.compute(x, y, here, run)
    else for (let k = 0; k < run; k++) memory[here + k] = choose(memory[x + k], memory[y + k], memory[z + k])
    x += a.step
    y += b.step
    z += c.step
  }
}

/** Every program with its constants in their places. */
function makeReady(programs: readonly Program[], workbench: Workbench): ReadonlyMap<Program, Ready> {
  const { memory, draws } = workbench
  const workOf = worksOf(workbench)
  let next = workbench.own
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
      prepare(program, workbench, constantsAt[index], next, workOf),
    ]),
  )
}

/** Finds out which results are numbers for every city. results: where they begin. */
function prepare(
  { loads, code, registers: count }: Program,
  { cities, draws }: Workbench,
  constantsAt: readonly number[],
  results: number,
  workOf: (operation: string) => Work,
): Ready {
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
    const work = workOf(CODES[code[at]])
    const operands = code.slice(at + 1, at + 4).filter((register) => register >= 0)
    const target = first + at / 4
    wide[target] = work.kind !== 'over' && operands.some((register) => wide[register])
    const alike = operands.every((register) => wide[register] === wide[target])
    const [a, b = a, c = a] = operands.map((register) =>
      operand(register, wide[register] && !alike ? draws : 0),
    )
    // operands of one width go through in one run
    const runs = alike ? 1 : cities
    const run = !alike || !wide[target] ? draws : row
    instructions.push({ work, a, b, c, to: results + (at / 4) * row, runs, run })
  }
  return { instructions, last: operand(count - 1, 0), isWide: wide[count - 1] }
}

function worksOf({ memory, faster }: Workbench): (operation: string) => Work {
  const unary = oneRowOf(memory)
  const binary = new Map([...twoRowsOf(memory), ...(faster ?? [])])
  return (operation) => {
    const one = unary.get(operation)
    if (one) return { kind: 'unary', compute: one }
    const two = binary.get(operation)
    if (two) return { kind: 'binary', compute: two }
    const over = OVER_CITIES.get(operation)
    return over ? { kind: 'over', compute: over } : { kind: 'choose' }
  }
}
