/** The odds of the target in focus along every lever, with all else as it is set. */
import { reached } from '../../analysis/attainment.js'
import type { Answer, Question } from '../engine/answer.js'
import { CURVE_DRAWS } from '../engine/stages.js'
import type { ExplorerFacts, ExplorerTarget } from '../facts.js'
import { aimOf, onStep, type Setting, simulatedSetting, withLever } from './setting.js'

/** Points of a curve. */
const POINTS = 9

export interface CurvePoint {
  readonly value: number
  readonly share: number
}

/** Answers along levers, by what they are answers to; a curve stays true while only its own lever moves. */
export class Curves {
  private readonly answers = new Map<string, Answer>()
  private isFor = ''

  constructor(
    private readonly facts: ExplorerFacts,
    private readonly draws: () => number,
  ) {}

  /** The next question that is open; undefined where every curve is known. */
  nextQuestion(setting: Setting): Question | undefined {
    this.forget(setting)
    for (let point = 0; point < POINTS; point++) {
      for (let lever = 0; lever < this.facts.levers.length; lever++) {
        // the middle and both ends first
        const value = this.valuesOf(lever)[ORDER[point]]
        if (!this.answers.has(keyOf(setting, lever, value))) return this.question(setting, lever, value)
      }
    }
    return undefined
  }

  /** Keep the answer to the question that `nextQuestion` gave. */
  keep(setting: Setting, answer: Answer): void {
    const { levers } = answer.question
    const lever = levers.findIndex((value, at) => value !== setting.levers[at])
    // a point where the lever stands is a point of every curve
    for (let at = 0; at < levers.length; at++)
      if (lever < 0 || at === lever) this.answers.set(keyOf(setting, at, levers[at]), answer)
  }

  /** The points of a lever's curve that are known, in the order of their values. */
  points(setting: Setting, lever: number, focus: ExplorerTarget): CurvePoint[] {
    const aim = aimOf(focus, setting)
    const column = this.facts.columns[aim.indicator][0][this.facts.years.indexOf(aim.year)]
    return this.valuesOf(lever).flatMap((value) => {
      const values = this.answers.get(keyOf(setting, lever, value))?.column(column)
      if (!values) return []
      return [{ value, share: values.filter((one) => reached(aim, one)).length / values.length }]
    })
  }

  private valuesOf(lever: number): number[] {
    const { range } = this.facts.levers[lever]
    const [low, high] = range
    return Array.from({ length: POINTS }, (_, point) =>
      onStep(low + ((high - low) * point) / (POINTS - 1), range),
    )
  }

  private question(setting: Setting, lever: number, value: number): Question {
    const columns = [
      ...new Set(this.facts.targets.flatMap(({ indicator }) => this.facts.columns[indicator][0])),
    ]
    return {
      ...simulatedSetting(this.facts, withLever(setting, lever, value)),
      draws: this.draws(),
      upTo: Math.min(CURVE_DRAWS, this.draws()),
      isAside: true,
      columns: columns.filter((column) => column >= 0),
    }
  }

  /** Drop answers of no curve of a setting. */
  private forget(setting: Setting): void {
    const now = JSON.stringify([setting.levers, setting.held])
    if (now === this.isFor) return
    this.isFor = now
    const keys = new Set(
      this.facts.levers.flatMap((_, lever) =>
        this.valuesOf(lever).map((value) => keyOf(setting, lever, value)),
      ),
    )
    for (const key of this.answers.keys()) if (!keys.has(key)) this.answers.delete(key)
  }
}

/** Ends and middle, then between. */
const ORDER = [0, 8, 4, 2, 6, 1, 3, 5, 7]

/** All that a point depends on; not where its own lever stands. */
function keyOf(setting: Setting, lever: number, value: number): string {
  const others = setting.levers.map((own, at) => (at === lever ? value : own))
  return JSON.stringify([lever, others, setting.held])
}
