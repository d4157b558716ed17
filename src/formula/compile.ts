/** The formula compiler: text -> tree -> checked tree -> program. */
import { formatUnit, PURE, sameUnit, type Unit } from '../vocabulary/units.js'
import { type CheckedPart, checkTree } from './check.js'
import { CODES } from './operations.js'
import { parseFormula } from './parse.js'
import type { Load, Program } from './program.js'
import type { FormulaProblem, FormulaScope } from './scope.js'

/**
 * Compile a formula in a scope.
 *
 * expected  unit that the value must have; literals fit any
 * returns   the program, or every problem with its offset in the text; never throws for what the text says
 */
export function compileFormula(
  text: string,
  scope: FormulaScope,
  expected: { unit?: Unit } = {},
): { program?: Program; problems: readonly FormulaProblem[] } {
  const { tree, problem } = parseFormula(text)
  if (!tree) return { problems: [problem!] }
  const problems: FormulaProblem[] = []
  const typed = checkTree(tree, scope, problems)
  if (problems.length === 0 && expected.unit && typed.unit && !sameUnit(typed.unit, expected.unit)) {
    problems.push({
      code: 'unit-not-expected',
      at: 0,
      found: `a value in ${formatUnit(typed.unit)}`,
      expected: `a value in ${formatUnit(expected.unit)}`,
    })
  }
  if (problems.length > 0) return { problems }
  return { program: emit(text, typed, expected.unit), problems: [] }
}

/**
 * Lay out registers (loads, constants, results) and write the instructions, equal parts once. The whole
 * formula is written last, or is a lone load or constant: either way it stands in the last register.
 */
function emit(text: string, root: CheckedPart, expected: Unit | undefined): Program {
  const loads = new Map<string, Load>()
  const constants: number[] = []
  collect(root, loads, constants)
  const loadKeys = [...loads.keys()]
  const first = loadKeys.length + constants.length
  const code: number[] = []
  const done = new Map<string, number>()
  const write = (part: CheckedPart): number => {
    if (part.load) return loadKeys.indexOf(keyOf(part.load))
    if (part.value !== undefined) return loadKeys.length + indexIn(constants, part.value)
    const [a, b = -1, c = -1] = part.args.map(write)
    const instruction = [CODES.indexOf(part.operation), a, b, c]
    const key = instruction.join(',')
    const known = done.get(key)
    if (known !== undefined) return known
    const register = first + code.length / 4
    code.push(...instruction)
    done.set(key, register)
    return register
  }
  write(root)
  return {
    text,
    shape: root.shape,
    unit: root.unit ?? expected ?? PURE,
    loads: [...loads.values()],
    constants,
    code,
    registers: first + code.length / 4,
    constant: loads.size === 0,
  }
}

const keyOf = ({ key, time }: Load) => `${key} ${JSON.stringify(time)}`

function collect(part: CheckedPart, loads: Map<string, Load>, constants: number[]): void {
  if (part.load) loads.set(keyOf(part.load), part.load)
  else if (part.value !== undefined && indexIn(constants, part.value) < 0) constants.push(part.value)
  for (const arg of part.args) collect(arg, loads, constants)
}

/** 0 and -0 are two numbers here, since 1/0 and 1/-0 are. */
const indexIn = (constants: readonly number[], value: number) =>
  constants.findIndex((constant) => Object.is(constant, value))
