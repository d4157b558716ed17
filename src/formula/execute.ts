/** Runs programs over columns: a small interpreter whose loops go over cities, so that its cost is paid once for all. */
import { BINARY, CODES, OVER_CITIES, UNARY } from './operations.js'
import type { Program } from './program.js'

export interface Machine {
  /**
   * Work out a program.
   *
   * loads   offset in memory of each load's first city; a load of one number reads that place only
   * answer  offset of the first of `cities` places that are written; a single number is written to all of them
   */
  readonly run: (program: Program, loads: Int32Array, memory: Float64Array, answer: number) => void
}

interface Instruction {
  readonly kind: 'unary' | 'binary' | 'over' | 'choose'
  readonly one?: (x: number) => number
  readonly two?: (x: number, y: number) => number
  readonly all?: (x: ArrayLike<number>, from: number, cities: number) => number
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
  const { kind, to, width } = step
  const a = step.a * cities
  const b = step.b * cities
  const c = step.c * cities
  const sa = strides[step.a]
  if (kind === 'unary') {
    for (let k = 0; k < width; k++) registers[to + k] = step.one!(registers[a + k * sa])
  } else if (kind === 'binary') {
    const sb = strides[step.b]
    for (let k = 0; k < width; k++)
      registers[to + k] = step.two!(registers[a + k * sa], registers[b + k * sb])
  } else if (kind === 'choose') {
    const sb = strides[step.b]
    const sc = strides[step.c]
    for (let k = 0; k < width; k++) {
      registers[to + k] = registers[a + k * sa] === 0 ? registers[c + k * sc] : registers[b + k * sb]
    }
  } else {
    registers[to] = step.all!(registers, a, cities)
  }
}

const same = (x: number) => x

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
    const [operation, a, b, c] = code.slice(at, at + 4) as [number, number, number, number]
    const name = CODES[operation]
    const target = first + at / 4
    const over = name in OVER_CITIES ? OVER_CITIES[name] : undefined
    const used = [a, b, c].filter((register) => register >= 0)
    const wide = !over && used.some((register) => strides[register] === 1)
    strides[target] = wide ? 1 : 0
    const kind = over
      ? 'over'
      : name in UNARY || name === 'copy'
        ? 'unary'
        : name in BINARY
          ? 'binary'
          : 'choose'
    instructions.push({
      kind,
      one: name === 'copy' ? same : UNARY[name],
      two: BINARY[name],
      all: over,
      a,
      b: Math.max(b, 0),
      c: Math.max(c, 0),
      to: target * cities,
      width: wide ? cities : 1,
    })
  }
  return { registers, strides, instructions }
}
