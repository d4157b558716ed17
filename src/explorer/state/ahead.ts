/** What a page simulates while nothing moves: the odds along every lever, then the least setting of each that is enough. */
import { quantilesAt } from '../../math/order-statistics.js'
import type { Answer, Question } from '../engine/answer.js'
import { CURVE_DRAWS } from '../engine/stages.js'
import type { ExplorerFacts, ExplorerTarget } from '../facts.js'
import { type CurvePoint, Curves, shareReached } from './curves.js'
import { aimOf, keyOfOutcomes, type Setting } from './setting.js'
import { type Search, type Smallest, SmallestSettings } from './smallest.js'

/** What a reader looks at. */
export interface Looked {
  readonly setting: Setting
  readonly focus: ExplorerTarget
  /** Odds that are wanted, 0-1. */
  readonly wanted: number
}

/** What a lever does by itself to the target in focus, with all else as it is set. */
export interface LeverRank {
  readonly lever: number
  /** The end of its range with the better odds. */
  readonly end: CurvePoint
  /** Points of odds (0-1) that it gains there, in the same futures. */
  readonly gain: number
  /** Whether no point that is known differs. */
  readonly isFlat: boolean
  readonly smallest: Smallest
}

export interface AheadQuestion {
  readonly question: Question
  readonly keep: (answer: Answer) => void
}

export class Ahead {
  private readonly curves: Curves
  private readonly smallest: SmallestSettings
  /** The answer of the setting itself. */
  private base: { readonly key: string; readonly answer: Answer } | undefined

  constructor(
    private readonly facts: ExplorerFacts,
    draws: () => number,
  ) {
    this.curves = new Curves(facts, draws)
    this.smallest = new SmallestSettings(facts, draws)
  }

  /** Take the answer of a setting, once it is whole. */
  settle(setting: Setting, answer: Answer): void {
    this.base = { key: keyOfOutcomes(setting), answer }
  }

  /** What is not known yet, the levers that help most first. */
  next(looked: Looked): AheadQuestion | undefined {
    const { setting } = looked
    const ofCurve = (levers: readonly number[], part: 'ends' | 'between'): AheadQuestion | undefined => {
      const question = this.curves.nextQuestion(setting, levers, part)
      return question && { question, keep: (answer) => this.curves.keep(setting, answer) }
    }
    const all = this.facts.levers.map((_, lever) => lever)
    const ends = ofCurve(all, 'ends')
    if (ends) return ends
    const ranks = this.ranks(looked)
    for (const { lever, isFlat } of ranks) {
      const between = isFlat ? undefined : ofCurve([lever], 'between')
      if (between) return between
      const search = this.searchOf(looked, lever)
      const question = isFlat ? undefined : this.smallest.nextQuestion(search)
      if (question) return { question, keep: (answer) => this.smallest.keep(search, answer) }
    }
    return ofCurve(all, 'between')
  }

  /** By lever. */
  points({ setting, focus }: Omit<Looked, 'wanted'>): CurvePoint[][] {
    const aim = aimOf(focus, setting)
    return this.facts.levers.map((_, lever) => this.curves.points(setting, lever, aim))
  }

  /** Levers of which both ends are known, those that gain most first; none while the setting has no answer. */
  ranks(looked: Looked): LeverRank[] {
    const { setting, focus } = looked
    const aim = aimOf(focus, setting)
    const column = this.facts.columns[aim.indicator][0][this.facts.years.indexOf(aim.year)]
    const now = this.baseValues(setting, column)
    if (!now || focus.unmoved) return []
    const share = shareReached(aim, now)
    const ranks = this.facts.levers.flatMap(({ range }, lever): LeverRank[] => {
      const points = this.curves.points(setting, lever, aim)
      const ends = points.filter(({ value }) => range.includes(value))
      if (ends.length < 2) return []
      const end = ends[1].share >= ends[0].share ? ends[1] : ends[0]
      const isFlat = points.every((point) => point.share === share)
      const smallest = this.smallest.answer(this.searchOf(looked, lever))
      return [{ lever, end, gain: end.share - share, isFlat, smallest }]
    })
    return ranks.sort((a, b) => b.gain - a.gain || a.lever - b.lever)
  }

  /** What an outcome's median comes to beyond that of the setting, with a lever at an end; undefined where it is not known. */
  change({ setting }: Looked, { lever, end }: LeverRank, column: number): number | undefined {
    const [now, then] = [
      this.baseValues(setting, column),
      this.curves.median(setting, lever, end.value, column),
    ]
    return now && then !== undefined ? then - quantilesAt(now, [0.5])[0] : undefined
  }

  private searchOf({ setting, focus, wanted }: Looked, lever: number): Search {
    const aim = aimOf(focus, setting)
    return { setting, aim, wanted, lever, curve: this.curves.points(setting, lever, aim) }
  }

  /** Of the futures that curves are made of. */
  private baseValues(setting: Setting, column: number): Float64Array | undefined {
    if (this.base?.key !== keyOfOutcomes(setting)) return undefined
    const { answer } = this.base
    return answer.column(column, Math.min(CURVE_DRAWS, answer.draws))
  }
}
