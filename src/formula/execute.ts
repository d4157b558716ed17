/**
 * Runs programs over columns: an interpreter whose loops go over cities and over draws that are lived side by side,
 * so its cost is paid once for all of them.
 */
import { CODES, choose, OVER_CITIES, type Over } from './operations.js'
import type { Program } from './program.js'
import { type OneRow, oneRow, type TwoRows, twoRows } from './rows.js'

export interface Machine {
  /**
   * Work out a program.
   *
   * loads   offset in memory of each load's first city; a load of one number reads that city only
   * memory  [.., city, draw]
   * answer  offset of the first of `cities` places that are written; one number is written to all of them
   */
  readonly run: (program: Program, loads: Int32Array, memory: Float64Array, answer: number) => void
}

type Work =
  | { readonly kind: 'unary'; readonly compute: OneRow }
  | { readonly kind: 'binary'; readonly compute: TwoRows }
  | { readonly kind: 'over'; readonly compute: Over }
  | { readonly kind: 'choose' }

/** Where an operand stands: a load in memory, at the offset that a run gives; anything else in a register. */
interface Operand {
  /** Number of the load; -1 for a register. */
  readonly load: number
  /** Offset of the register. */
  readonly at: number
  /** How far it goes on from one city to the next: 0 for one number. */
  readonly step: number
}

interface Instruction {
  readonly work: Work
  readonly a: Operand
  readonly b: Operand
  readonly c: Operand
  /** Offset of the register of the result; how many runs of how many numbers it takes. */
  readonly to: number
  readonly runs: number
  readonly run: number
}

interface Ready {
  readonly registers: Float64Array
  readonly instructions: readonly Instruction[]
  readonly answer: Operand
  /** Whether the answer is a number for every city. */
  readonly isWide: boolean
}

/** A machine for rows of so many cities and draws. Programs are made ready on first use and kept. */
export function createMachine(cities: number, draws = 1): Machine {
  const ready = new WeakMap<Program, Ready>()
  const row = cities * draws
  return {
    run: (program, loads, memory, answer) => {
      let prepared = ready.get(program)
      if (!prepared) {
        prepared = prepare(program, cities, draws)
        ready.set(program, prepared)
      }
      const { registers, instructions, answer: last, isWide } = prepared
      for (const instruction of instructions) carryOut(instruction, registers, memory, loads, cities, draws)
      const from = last.load < 0 ? last.at : loads[last.load]
      const source = last.load < 0 ? registers : memory
      if (isWide) for (let k = 0; k < row; k++) memory[answer + k] = source[from + k]
      else {
        for (let city = 0; city < row; city += draws) {
          for (let draw = 0; draw < draws; draw++) memory[answer + city + draw] = source[from + draw]
        }
      }
    },
  }
}

function carryOut(
  { work, a, b, c, to, runs, run }: Instruction,
  registers: Float64Array,
  memory: Float64Array,
  loads: Int32Array,
  cities: number,
  draws: number,
): void {
  const x = a.load < 0 ? registers : memory
  const y = b.load < 0 ? registers : memory
  const z = c.load < 0 ? registers : memory
  let fromA = a.load < 0 ? a.at : loads[a.load]
  let fromB = b.load < 0 ? b.at : loads[b.load]
  let fromC = c.load < 0 ? c.at : loads[c.load]
  if (work.kind === 'over') {
    for (let draw = 0; draw < draws; draw++)
      registers[to + draw] = work.compute(x, fromA + draw, cities, draws)
    return
  }
  for (let k = 0; k < runs; k++) {
    const here = to + k * run
    if (work.kind === 'unary') work.compute(x, fromA, registers, here, run)
    else if (work.kind === 'binary') work.compute(x, fromA, y, fromB, registers, here, run)
    else {
      for (let n = 0; n < run; n++) registers[here + n] = choose(x[fromA + n], y[fromB + n], z[fromC + n])
    }
    fromA += a.step
    fromB += b.step
    fromC += c.step
  }
}

/** Put the constants in their registers, and find out which results are numbers for every city. */
function prepare(program: Program, cities: number, draws: number): Ready {
  const { loads, constants, code, registers: count } = program
  const row = cities * draws
  const registers = new Float64Array(count * row)
  const wide = new Array<boolean>(count).fill(false)
  loads.forEach((load, index) => {
    wide[index] = load.shape === 'cities'
  })
  constants.forEach((value, index) => {
    const at = (loads.length + index) * row
    registers.fill(value, at, at + draws)
  })
  const operand = (register: number, step: number): Operand => ({
    load: register < loads.length ? register : -1,
    at: register * row,
    step,
  })
  const first = loads.length + constants.length
  const instructions: Instruction[] = []
  for (let at = 0; at < code.length; at += 4) {
    const work = workOf(CODES[code[at]])
    const operands = code.slice(at + 1, at + 4).filter((register) => register >= 0)
    const target = first + at / 4
    wide[target] = work.kind !== 'over' && operands.some((register) => wide[register])
    const alike = operands.every((register) => wide[register] === wide[target])
    const [a, b, c] = operands.map((register) => operand(register, wide[register] && !alike ? draws : 0))
    instructions.push({
      work,
      a,
      b: b ?? a,
      c: c ?? a,
      to: target * row,
      // operands of one width go through in one run
      runs: alike ? 1 : cities,
      run: !alike || !wide[target] ? draws : row,
    })
  }
  return { registers, instructions, answer: operand(count - 1, 0), isWide: wide[count - 1] }
}

function workOf(operation: string): Work {
  const unary = oneRow(operation)
  if (unary) return { kind: 'unary', compute: unary }
  const binary = twoRows(operation)
  if (binary) return { kind: 'binary', compute: binary }
  const over = OVER_CITIES.get(operation)
  return over ? { kind: 'over', compute: over } : { kind: 'choose' }
}
