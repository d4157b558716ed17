/** The odds of the target in focus along every lever, with all else as it is set. */
import { countReached } from '../../analysis/attainment.js'
import { quantilesAt } from '../../math/order-statistics.js'
import type { Answer, Question } from '../engine/answer.js'
import { CURVE_DRAWS } from '../engine/stages.js'
import type { ExplorerFacts, ExplorerTarget } from '../facts.js'
import { keyOfOutcomes, onStep, type Setting, simulatedSetting, withLever } from './setting.js'

/** Points of a curve. */
const POINTS = 9
/** Its ends, of which what is lacking is known as well. */
const ENDS = [0, POINTS - 1]
/** The middle, then between. */
const BETWEEN = [4, 2, 6, 1, 3, 5, 7]

export interface CurvePoint {
  readonly value: number
  readonly share: number
}

/** Answers along levers, by what they are answers to; a curve stays true while only its own lever moves. */
export class Curves {
  private readonly answers = new Map<string, Answer>()
  private isFor = ''
  private ofDraws = 0

  constructor(
    private readonly facts: ExplorerFacts,
    private readonly draws: () => number,
  ) {}

  /** The next question on the ends of any lever, or on what lies between them; undefined where all of it is known. */
  nextQuestion(setting: Setting, levers: readonly number[], part: 'ends' | 'between'): Question | undefined {
    this.forget(setting)
    for (const point of part === 'ends' ? ENDS : BETWEEN) {
      for (const lever of levers) {
        const value = this.valuesOf(lever)[point]
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
  points(setting: Setting, lever: number, aim: ExplorerTarget): CurvePoint[] {
    const column = this.facts.columns[aim.indicator][0][this.facts.years.indexOf(aim.year)]
    return this.valuesOf(lever).flatMap((value) => {
      const values = this.answers.get(keyOf(setting, lever, value))?.column(column)
      return values ? [{ value, share: shareReached(aim, values) }] : []
    })
  }

  /** The median of an outcome with a lever at a value; undefined where it is not known. */
  median(setting: Setting, lever: number, value: number, column: number): number | undefined {
    const values = this.answers.get(keyOf(setting, lever, value))?.column(column)
    return values && quantilesAt(values, [0.5])[0]
  }

  private valuesOf(lever: number): number[] {
    const { range } = this.facts.levers[lever]
    const [low, high] = range
    return Array.from({ length: POINTS }, (_, point) =>
      onStep(low + ((high - low) * point) / (POINTS - 1), range),
    )
  }

  private question(setting: Setting, lever: number, value: number): Question {
    const { targets, shortfalls, columns, years, levers } = this.facts
    const ofTargets = targets.flatMap(({ indicator }) => columns[indicator][0])
    const ofGaps = shortfalls.flatMap(({ indicator }) =>
      columns[indicator].map((own) => own[years.length - 1]),
    )
    const isEnd = levers[lever].range.includes(value)
    const wanted = [...new Set([...ofTargets, ...(isEnd ? ofGaps : [])])]
    return {
      ...simulatedSetting(this.facts, withLever(setting, lever, value)),
      draws: this.draws(),
      upTo: Math.min(CURVE_DRAWS, this.draws()),
      isAside: true,
      columns: wanted.filter((column) => column >= 0),
    }
  }

  /** Drop answers of no curve of a setting, and all where they are of another number of futures. */
  private forget(setting: Setting): void {
    const draws = Math.min(CURVE_DRAWS, this.draws())
    if (draws !== this.ofDraws) this.answers.clear()
    this.ofDraws = draws
    const now = keyOfOutcomes(setting)
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

/** The part of futures that reach what is asked for. */
export function shareReached(aim: ExplorerTarget, values: Float64Array): number {
  return countReached(aim, values) / values.length
}

/** All that a point depends on; not where its own lever stands. */
function keyOf(setting: Setting, lever: number, value: number): string {
  return `${lever} ${keyOfOutcomes(withLever(setting, lever, value))}`
}
