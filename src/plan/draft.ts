/** A plan while it is compiled: the slots given so far, the problems found so far, and how they are reported. */

import type { Dataset } from '../dataset/dataset.js'
import { compileFormula } from '../formula/compile.js'
import type { Program } from '../formula/program.js'
import type { FormulaScope, Name } from '../formula/scope.js'
import type { Formula, Locate, Path, Scenario } from '../scenario/scenario.js'
import { likelyName } from '../scenario/schema/values.js'
import type { Location, Problem } from '../vocabulary/problems.js'
import type { Unit } from '../vocabulary/units.js'
import { languageOf, type Moment } from './language.js'
import type { Step } from './plan.js'
import { addGradeSum } from './schools/school-steps.js'
import { KINDS_OF_MODEL, type SlotKey } from './slot-keys.js'
import { SlotTable } from './slots.js'

/** Sections whose parts have names that formulas use. */
const NAMING = new Set(['uncertainties', 'levers', 'services', 'schools'])

export class Draft {
  readonly slots = new SlotTable()
  readonly problems: Problem[] = []
  /** What looks like a slip and may be meant. */
  readonly warnings: Problem[] = []
  readonly steps: Step[] = []
  readonly constants: { slot: number; values: Float64Array }[] = []
  /** Years of the plan, the base year first. */
  readonly years: readonly number[]
  /** Whether there are a base year with people in it and a later last year; else years that look wrong may not be. */
  readonly yearsKnown: boolean
  /** Indicators compiled so far, by name: what others that name them get. */
  readonly indicators = new Map<string, Pick<Name, 'shape' | 'unit'>>()
  private readonly stepsBySlot = new Map<number, Step[]>()
  /** Programs composed so far, since a series repeats formulas in many years. */
  private readonly programs = new Map<string, Program>()
  private readonly languages = new Map<Moment, FormulaScope>()
  /** Names that formulas may use, of parts that are reported: formulas that use them are not reported as well. */
  private readonly reportedNames = new Set<string>()
  /** Whether a whole section of names is left out, so that any name may be one of them. */
  private readonly namesIncomplete: boolean

  constructor(
    readonly scenario: Scenario,
    readonly dataset: Dataset,
    private readonly locate: Locate,
  ) {
    const { from, to } = scenario.years
    const step = dataset.dims.ageWidth
    const years = [from]
    for (let year = from + step; year <= to; year += step) years.push(year)
    this.years = years
    this.yearsKnown = to > from && dataset.population.has(from)
    const lost = scenario.leftOut.filter(([section]) => NAMING.has(String(section)))
    for (const path of lost) this.markReported(String(path.at(-1)))
    this.namesIncomplete = lost.some((path) => path.length === 1)
  }

  /** Names a part that is wrong; one in the wrong form stands for the likely one in the right form as well. */
  markReported(name: string): void {
    this.reportedNames.add(name).add(likelyName(name) ?? name)
  }

  language(moment: Moment): FormulaScope {
    const known = this.languages.get(moment)
    if (known) return known
    const learnt = {
      indicators: this.indicators,
      addGrades: (school: string, from: number, to: number) => addGradeSum(this, school, from, to),
    }
    const made = languageOf(moment, this.scenario, this.dataset, this.slots, learnt)
    this.languages.set(moment, made)
    return made
  }

  /** at: the character of a formula, or the name that stands before a value. */
  report(path: Path, problem: Omit<Problem, 'where'>, at?: number | 'key'): void {
    this.problems.push({ ...problem, where: this.locate(path, at) })
  }

  /** Where a part stands in the file. */
  placeOf(path: Path): Location {
    return this.locate(path)
  }

  /** The same for what may be meant, and keeps nothing from being used. */
  warn(path: Path, warning: Omit<Problem, 'where'>): void {
    this.warnings.push({ ...warning, where: this.locate(path) })
  }

  /** Compile a formula as it stands in the file; problems are reported where it stands. */
  formula(formula: Formula, moment: Moment, unit: Unit | undefined): Program | undefined {
    const text = formula.number === undefined ? formula.text : literal(formula.number)
    if (text.match(/\w+/g)?.some((word) => this.reportedNames.has(word))) return undefined
    const { program, problems } = compileFormula(text, this.language(moment), { unit })
    for (const { code, at, found, expected, hint } of problems) {
      if (this.namesIncomplete && code.endsWith('-unknown')) continue
      this.report(
        formula.path,
        { code, found, expected, hint },
        formula.number === undefined ? at : undefined,
      )
    }
    for (const { key, time } of program?.loads ?? []) {
      if (typeof time === 'string' || !('year' in time)) continue
      this.checkYear(time.year, formula.path)
      if (time.year > this.years[0] && this.isAhead(key, moment))
        this.report(formula.path, yearAhead(time.year, this.isInTurn(key)))
    }
    const endless = program?.constants.find((constant) => !Number.isFinite(constant))
    if (endless !== undefined) {
      const found = `a part that comes to ${endless}`
      const hint = 'Something is divided by 0, or is too large.'
      this.report(formula.path, { code: 'not-a-number', found, expected: 'an ordinary number', hint })
    }
    return problems.length === 0 && endless === undefined ? program : undefined
  }

  /** Whether what a formula loads by this text comes out of the simulation, and is not set before it. */
  isSimulated(text: string): boolean {
    return SIMULATED.has(this.slots.keyOf(text).kind)
  }

  /** Whether another year than the first may not be known yet where a formula of this moment loads this text. */
  private isAhead(text: string, moment: Moment): boolean {
    if (moment === 'result') return this.slots.keyOf(text).kind === 'indicator'
    return moment === 'demand' && (this.isInTurn(text) || (this.readsPast && this.isSimulated(text)))
  }

  private isInTurn(text: string): boolean {
    return IN_TURN.has(this.slots.keyOf(text).kind)
  }

  /** Whether a level reads what came out a step before, so that years follow one another. */
  private get readsPast(): boolean {
    return this.steps.some(({ moment }) => moment === 'level')
  }

  /** Report a year that lies between two steps of the plan. */
  checkYear(year: number, path: Path): void {
    if (this.years.includes(year)) return
    const step = this.dataset.dims.ageWidth
    this.report(path, {
      code: 'year-not-in-plan',
      found: `the year ${year}`,
      expected: `a year that steps of ${step} from ${this.years[0]} reach, as the data folder has ages of ${step} years`,
    })
  }

  /**
   * Compile a text composed of formulas that were found good one by one. Only its length can still be wrong,
   * or units that differ from one of them to the next; that is reported at `path`.
   */
  composed(text: string, moment: Moment, path: Path): Program | undefined {
    const key = `${moment} ${text}`
    const known = this.programs.get(key)
    if (known) return known
    const { program, problems } = compileFormula(text, this.language(moment), {})
    const [problem] = problems
    if (problem) this.report(path, problem)
    else if (program) this.programs.set(key, program)
    return program
  }

  /** Compile a text over further names that stand for slots: of formulas that the compiler makes. */
  overNames(text: string, moment: Moment, names: ReadonlyMap<string, Name>): Program | undefined {
    const language = this.language(moment)
    const { program } = compileFormula(
      text,
      { ...language, names: new Map([...language.names, ...names]) },
      {},
    )
    // shown by what they stand for: the names are in no file
    const shown = text.replaceAll(/\w+/g, (word) => names.get(word)?.key ?? word)
    return program && { ...program, text: shown }
  }

  /** Write programs (one for all years, or one a year) into the slot of a key, in some cities or all. */
  addStep(key: SlotKey, programs: readonly Program[], moment: Moment, only?: readonly number[]): number {
    const slot = this.slots.slot(key)
    const loads = programs.map((program) =>
      program.loads.map((load) => this.slots.slot(this.slots.keyOf(load.key))),
    )
    const step = { key, slot, programs, loads, moment, only }
    this.steps.push(step)
    const before = this.stepsBySlot.get(slot)
    if (before) before.push(step)
    else this.stepsBySlot.set(slot, [step])
    return slot
  }

  /** The steps that write a slot: several where cities have formulas of their own. */
  stepsOf(slot: number): readonly Step[] {
    return this.stepsBySlot.get(slot) ?? []
  }

  /** Give a key one number for every city, the same in all years, or one for every year and city. */
  addConstant(key: SlotKey, byCity: Float64Array): number {
    const slot = this.slots.slot(key)
    this.constants.push({ slot, values: byCity })
    return slot
  }
}

/** What is computed from itself a step before, or after others of the year. */
const IN_TURN: ReadonlySet<SlotKey['kind']> = new Set(['pupils', 'school', 'indicator'] as const)

/** What comes out of the simulation year by year, and opening dates, which formulas learn when it has ended. */
const SIMULATED: ReadonlySet<SlotKey['kind']> = new Set([
  ...KINDS_OF_MODEL,
  'service',
  'programme',
  'pupils',
  'school',
])

/** inTurn: it is computed year after year in any scenario. */
const yearAhead = (year: number, inTurn: boolean): Omit<Problem, 'where'> => ({
  code: 'year-ahead',
  found: `what ${year} comes to, in a value of every year`,
  expected: inTurn
    ? 'the year itself or one before it, as years are computed one after another'
    : 'the year itself or one before it, since levels of this scenario read what came out before',
  hint: 'Write it without at(...), or with previous(...).',
})

/** A formula as part of a longer one. */
export function bracket({ text, number }: Formula): string {
  return number === undefined ? `(${text})` : literal(number)
}

/** A number as formula text: plain decimals, negative in brackets. */
function literal(value: number): string {
  return value < 0 ? `(${value})` : String(value)
}
