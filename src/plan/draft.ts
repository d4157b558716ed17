/** A plan in the making: the slots given so far, the problems found so far, and the words to report them with. */

import type { Dataset } from '../dataset/dataset.js'
import { compileFormula } from '../formula/compile.js'
import type { Language } from '../formula/language.js'
import type { Program } from '../formula/program.js'
import type { Formula, Scenario } from '../scenario/scenario.js'
import type { Location, Problem } from '../vocabulary/problems.js'
import type { Unit } from '../vocabulary/units.js'
import { languageOf, type Moment } from './language.js'
import type { Step } from './plan.js'
import { SlotTable } from './slots.js'

export type Path = readonly (string | number)[]

export class Draft {
  readonly slots = new SlotTable()
  readonly problems: Problem[] = []
  readonly steps: Step[] = []
  readonly constants: { slot: number; values: Float64Array }[] = []
  /** Years of the plan, the base year first. */
  readonly years: readonly number[]
  private readonly languages = new Map<Moment, Language>()

  constructor(
    readonly scenario: Scenario,
    readonly dataset: Dataset,
    private readonly locate: (path: Path, offset?: number) => Location,
  ) {
    const { from, to } = scenario.years
    const step = dataset.dims.ageWidth
    const years = [from]
    for (let year = from + step; year <= to; year += step) years.push(year)
    this.years = years
  }

  language(moment: Moment): Language {
    const known = this.languages.get(moment)
    if (known) return known
    const made = languageOf(moment, this.scenario, this.dataset)
    this.languages.set(moment, made)
    return made
  }

  report(path: Path, problem: Omit<Problem, 'where'>, offset?: number): void {
    this.problems.push({ ...problem, where: this.locate(path, offset) })
  }

  /** Compile a formula as it stands in the file; problems are reported where it stands. */
  formula(formula: Formula, moment: Moment, unit: Unit | undefined): Program | undefined {
    const text = formula.number === undefined ? formula.text : literal(formula.number)
    const { program, problems } = compileFormula(text, this.language(moment), { unit })
    for (const { code, at, found, expected, hint } of problems) {
      this.report(
        formula.path,
        { code, found, expected, hint },
        formula.number === undefined ? at : undefined,
      )
    }
    for (const { time } of program?.loads ?? []) {
      if (typeof time === 'string' || !('year' in time) || this.years.includes(time.year)) continue
      this.report(formula.path, {
        code: 'year-not-in-plan',
        found: `at(${time.year}, ...)`,
        expected: `a year that the plan stops at: ${this.years.join(', ')}`,
      })
    }
    return problems.length === 0 ? program : undefined
  }

  /**
   * Compile a text put together from formulas that were found good one by one. Only its length can still be
   * wrong; that is reported at `path`.
   */
  composed(text: string, moment: Moment, path: Path): Program | undefined {
    const { program, problems } = compileFormula(text, this.language(moment), {})
    const [problem] = problems
    if (problem) this.report(path, problem)
    return program
  }

  /** Write programs (one for all years, or one a year) into the slot of a key, in some cities or all. */
  addStep(key: string, programs: readonly Program[], moment: Moment, only?: readonly number[]): number {
    const slot = this.slots.slot(key)
    const loads = programs.map((program) => program.loads.map((load) => this.slots.slot(load.key)))
    this.steps.push({ key, slot, programs, loads, moment, only })
    return slot
  }

  /** Give a key one number for every city, the same in all years. */
  addConstant(key: string, byCity: Float64Array): number {
    const slot = this.slots.slot(key)
    this.constants.push({ slot, values: byCity })
    return slot
  }
}

/** A number as formula text: plain decimals, negative in brackets. */
export function literal(value: number): string {
  return value < 0 ? `(${value})` : String(value)
}
