/** Runs programs over columns: an interpreter whose loops go over cities, so its cost is paid once. */
import { BINARY, CODES, choose, type One, OVER_CITIES, type Over, type Two, UNARY } from './operations.js'
import type { Program } from './program.js'

export interface Machine {
  /**
   * Work out a program.
   *
   * loads   offset in memory of each load's first city; a load of one number reads that place only
   * answer  offset of the first of `cities` places that are written; one number is written to all of them
   */
  readonly run: (program: Program, loads: Int32Array, memory: Float64Array, answer: number) => void
}

type Work =
  | { readonly kind: 'unary'; readonly compute: One }
  | { readonly kind: 'binary'; readonly compute: Two }
  | { readonly kind: 'over'; readonly compute: Over }
  | { readonly kind: 'choose' }

interface Instruction {
  readonly work: Work
  /** Registers that are read; 0 where there is none. */
  readonly a: number
  readonly b: number
  readonly c: number
  /** Where the result stands, and how many numbers it has. */
  readonly to: number
  readonly width: number
}

interface Ready {
  readonly registers: Float64Array
  /** 1 where a register holds a number for every city, else 0. */
  readonly strides: Uint8Array
  readonly instructions: readonly Instruction[]
}

/** A machine for rows of so many cities. Programs are made ready on first use and kept. */
export function createMachine(cities: number): Machine {
  const ready = new WeakMap<Program, Ready>()
  return {
    run: (program, loads, memory, answer) => {
      let prepared = ready.get(program)
      if (!prepared) {
        prepared = prepare(program, cities)
        ready.set(program, prepared)
      }
      const { registers, strides, instructions } = prepared
      for (let load = 0; load < loads.length; load++) {
        const from = loads[load]
        const to = load * cities
        if (strides[load] === 0) registers[to] = memory[from]
        else for (let city = 0; city < cities; city++) registers[to + city] = memory[from + city]
      }
      for (const instruction of instructions) carryOut(instruction, registers, strides, cities)
      const last = program.registers - 1
      const stride = strides[last]
      for (let city = 0; city < cities; city++)
        memory[answer + city] = registers[last * cities + city * stride]
    },
  }
}

function carryOut(step: Instruction, registers: Float64Array, strides: Uint8Array, cities: number): void {
  const { work, to, width } = step
  const a = step.a * cities
  const b = step.b * cities
  const c = step.c * cities
  const sa = strides[step.a]
  const sb = strides[step.b]
  const sc = strides[step.c]
  if (work.kind === 'unary') {
    for (let k = 0; k < width; k++) registers[to + k] = work.compute(registers[a + k * sa])
  } else if (work.kind === 'binary') {
    for (let k = 0; k < width; k++)
      registers[to + k] = work.compute(registers[a + k * sa], registers[b + k * sb])
  } else if (work.kind === 'choose') {
    for (let k = 0; k < width; k++)
      registers[to + k] = choose(registers[a + k * sa], registers[b + k * sb], registers[c + k * sc])
  } else {
    registers[to] = work.compute(registers, a, cities)
  }
}

/** Put the constants in their registers, and find out which results are numbers for every city. */
function prepare(program: Program, cities: number): Ready {
  const { loads, constants, code, registers: count } = program
  const registers = new Float64Array(count * cities)
  const strides = new Uint8Array(count)
  loads.forEach((load, index) => {
    strides[index] = load.shape === 'cities' ? 1 : 0
  })
  constants.forEach((value, index) => {
    registers[(loads.length + index) * cities] = value
  })
  const first = loads.length + constants.length
  const instructions: Instruction[] = []
  for (let at = 0; at < code.length; at += 4) {
    const work = workOf(CODES[code[at]])
    const operands = code.slice(at + 1, at + 4).filter((register) => register >= 0)
    const wide = work.kind !== 'over' && operands.some((register) => strides[register] === 1)
    const target = first + at / 4
    strides[target] = wide ? 1 : 0
    const [a, b = 0, c = 0] = operands
    instructions.push({ work, a, b, c, to: target * cities, width: wide ? cities : 1 })
  }
  return { registers, strides, instructions }
}

function workOf(operation: string): Work {
  const unary = UNARY.get(operation)
  if (unary) return { kind: 'unary', compute: unary }
  const binary = BINARY.get(operation)
  if (binary) return { kind: 'binary', compute: binary }
  const over = OVER_CITIES.get(operation)
  return over ? { kind: 'over', compute: over } : { kind: 'choose' }
}
