/**
 * The least setting of a lever with which the target in focus has the odds that are wanted, all else as it is set: on the
 * steps of its slider, and in so many futures as are shown. From where the curve along the lever says it is, in
 * steps that double, until one is enough and its neighbour is not. Odds are taken to go one way along the lever.
 */
import type { Answer, Question } from '../engine/answer.js'
import { SEARCH_DRAWS } from '../engine/stages.js'
import type { ExplorerFacts, ExplorerTarget } from '../facts.js'
import { type CurvePoint, shareReached } from './curves.js'
import { keyOfOutcomes, onStep, type Setting, simulatedSetting, stepOf, withLever } from './setting.js'

export type Smallest =
  /** Still looked for. */
  | { readonly kind: 'open' }
  | SmallestAt
  /** All along the lever. */
  | { readonly kind: 'anywhere' }
  | { readonly kind: 'nowhere'; readonly value: number; readonly share: number }

export interface SmallestAt {
  readonly kind: 'at'
  readonly value: number
  readonly share: number
  /** Whether odds fall along the lever, so that it is the most that is still enough. */
  readonly isMost: boolean
  /** Whether the lever is set on the side that is enough: by how little is said then, not by how much. */
  readonly isReached: boolean
}

/** What is looked for: of one lever. */
export interface Search {
  readonly setting: Setting
  readonly aim: ExplorerTarget
  /** Odds, 0-1. */
  readonly wanted: number
  readonly lever: number
  /** What is known of the odds along the lever; both its ends at least. */
  readonly curve: readonly CurvePoint[]
}

export class SmallestSettings {
  private readonly outcomes = new Map<string, Float64Array>()
  private isFor = ''

  constructor(
    private readonly facts: ExplorerFacts,
    private readonly draws: () => number,
  ) {}

  /** The next question on a lever; undefined where its answer is known. */
  nextQuestion(search: Search): Question | undefined {
    this.forget(search)
    const values = this.valuesOf(search)
    const next = nextStep(this.known(search, values), values.length - 1, guessOf(search, values))
    if (next === undefined) return undefined
    const draws = this.draws()
    return {
      ...simulatedSetting(this.facts, withLever(search.setting, search.lever, values[next])),
      draws,
      upTo: Math.min(SEARCH_DRAWS, draws),
      isAside: true,
      columns: [this.columnOf(search)],
    }
  }

  keep(search: Search, answer: Answer): void {
    const value = answer.question.levers[search.lever]
    this.outcomes.set(keyOf(search.lever, value), answer.column(this.columnOf(search))!)
  }

  answer(search: Search): Smallest {
    if (this.isFor !== this.keyOfAll(search)) return { kind: 'open' }
    const values = this.valuesOf(search)
    const known = this.known(search, values)
    if (nextStep(known, values.length - 1, 0) !== undefined) return { kind: 'open' }
    const first = known.find(({ isEnough }) => isEnough)
    const last = known.at(-1)!
    if (!first) return { kind: 'nowhere', value: values[last.step], share: last.share }
    if (first.step === 0) return { kind: 'anywhere' }
    const [value, isMost, own] = [
      values[first.step],
      values[0] > values[1],
      search.setting.levers[search.lever],
    ]
    const isReached = isMost ? own <= value : own >= value
    return { kind: 'at', value, share: first.share, isMost, isReached }
  }

  /** Steps that are known, in their order. */
  private known({ aim, lever, wanted }: Search, values: readonly number[]) {
    return values.flatMap((value, step) => {
      const outcomes = this.outcomes.get(keyOf(lever, value))
      if (!outcomes) return []
      const share = shareReached(aim, outcomes)
      return [{ step, share, isEnough: share >= wanted }]
    })
  }

  /** Values of a slider from the end with the worse odds on. */
  private valuesOf({ lever, curve }: Search): number[] {
    const { range } = this.facts.levers[lever]
    const [low, high] = range
    const step = stepOf(range)
    const count = Math.ceil((high - low) / step - 1e-9)
    const values = Array.from({ length: count + 1 }, (_, at) => onStep(low + at * step, range))
    return curve[0].share > curve[curve.length - 1].share ? values.reverse() : values
  }

  private columnOf({ aim }: Search): number {
    return this.facts.columns[aim.indicator][0][this.facts.years.indexOf(aim.year)]
  }

  /** Outcomes of another setting or target are of no use. */
  private forget(search: Search): void {
    const key = this.keyOfAll(search)
    if (key !== this.isFor) this.outcomes.clear()
    this.isFor = key
  }

  private keyOfAll(search: Search): string {
    return `${this.draws()} ${this.columnOf(search)} ${keyOfOutcomes(search.setting)}`
  }
}

const keyOf = (lever: number, value: number) => `${lever} ${value}`

export interface KnownStep {
  readonly step: number
  readonly isEnough: boolean
}

/** The step from 0 to `last` to be tried next; undefined where the first one that is enough is known, or that there is none. */
export function nextStep(known: readonly KnownStep[], last: number, guess: number): number | undefined {
  const enough = known.filter(({ isEnough }) => isEnough).map(({ step }) => step)
  const high = enough.length > 0 ? Math.min(...enough) : undefined
  const not = known.filter((one) => !one.isEnough && (high === undefined || one.step < high))
  const low = not.length > 0 ? Math.max(...not.map(({ step }) => step)) : undefined
  if (high === undefined && low === undefined) return guess
  if (high === undefined) return low === last ? undefined : Math.min(last, low! + 2 ** (not.length - 1))
  if (low === undefined) return high === 0 ? undefined : Math.max(0, high - 2 ** (enough.length - 1))
  return high - low === 1 ? undefined : Math.floor((low + high) / 2)
}

/** The step at which the curve has the odds that are wanted; the last one where it has them nowhere. */
function guessOf({ curve, wanted }: Search, values: readonly number[]): number {
  const points = values[0] <= values[1] ? curve : curve.toReversed()
  const next = points.findIndex(({ share }) => share >= wanted)
  if (next < 0) return values.length - 1
  if (next === 0) return 0
  const [one, other] = [points[next - 1], points[next]]
  const value = one.value + ((wanted - one.share) / (other.share - one.share)) * (other.value - one.value)
  const at = values.findIndex((own) => (values[0] <= values[1] ? own >= value : own <= value))
  return at < 0 ? values.length - 1 : at
}
