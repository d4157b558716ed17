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

interface Instruction {
  readonly work: Work
  /** Where the operands start, and how far each goes on from one city to the next: 0 for one number. */
  readonly a: number
  readonly b: number
  readonly c: number
  readonly stepA: number
  readonly stepB: number
  readonly stepC: number
  /** Where the result starts; how many runs of how many numbers it takes. */
  readonly to: number
  readonly runs: number
  readonly run: number
}

interface Ready {
  readonly registers: Float64Array
  /** Whether a register holds a number for every city. */
  readonly wide: readonly boolean[]
  readonly instructions: readonly Instruction[]
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
      const { registers, wide, instructions } = prepared
      for (let load = 0; load < loads.length; load++) {
        const from = loads[load]
        const to = load * row
        const count = wide[load] ? row : draws
        for (let k = 0; k < count; k++) registers[to + k] = memory[from + k]
      }
      for (const instruction of instructions) carryOut(instruction, registers, cities, draws)
      const last = program.registers - 1
      const from = last * row
      if (wide[last]) for (let k = 0; k < row; k++) memory[answer + k] = registers[from + k]
      else {
        for (let city = 0; city < row; city += draws) {
          for (let draw = 0; draw < draws; draw++) memory[answer + city + draw] = registers[from + draw]
        }
      }
    },
  }
}

function carryOut(step: Instruction, registers: Float64Array, cities: number, draws: number): void {
  const { work, to, runs, run } = step
  if (work.kind === 'over') {
    for (let draw = 0; draw < draws; draw++)
      registers[to + draw] = work.compute(registers, step.a + draw, cities, draws)
    return
  }
  for (let k = 0; k < runs; k++) {
    const a = step.a + k * step.stepA
    const b = step.b + k * step.stepB
    const here = to + k * run
    if (work.kind === 'unary') work.compute(registers, a, here, run)
    else if (work.kind === 'binary') work.compute(registers, a, b, here, run)
    else chooseRow(registers, a, b, step.c + k * step.stepC, here, run)
  }
}

function chooseRow(r: Float64Array, a: number, b: number, c: number, to: number, count: number): void {
  for (let k = 0; k < count; k++) r[to + k] = choose(r[a + k], r[b + k], r[c + k])
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
  const first = loads.length + constants.length
  const instructions: Instruction[] = []
  for (let at = 0; at < code.length; at += 4) {
    const work = workOf(CODES[code[at]])
    const operands = code.slice(at + 1, at + 4).filter((register) => register >= 0)
    const target = first + at / 4
    wide[target] = work.kind !== 'over' && operands.some((register) => wide[register])
    const alike = operands.every((register) => wide[register] === wide[target])
    const [a, b = a, c = a] = operands
    const stepOf = (register: number) => (wide[register] && !alike ? draws : 0)
    instructions.push({
      work,
      a: a * row,
      b: b * row,
      c: c * row,
      stepA: stepOf(a),
      stepB: stepOf(b),
      stepC: stepOf(c),
      to: target * row,
      // operands of one width go through in one run
      runs: alike ? 1 : cities,
      run: !alike || !wide[target] ? draws : row,
    })
  }
  return { registers, wide, instructions }
}

function workOf(operation: string): Work {
  const unary = oneRow(operation)
  if (unary) return { kind: 'unary', compute: unary }
  const binary = twoRows(operation)
  if (binary) return { kind: 'binary', compute: binary }
  const over = OVER_CITIES.get(operation)
  return over ? { kind: 'over', compute: over } : { kind: 'choose' }
}
