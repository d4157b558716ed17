/** What a page says and asks of its plan, in words and numbers: all that is not simulated. */
import type { Plan, PlanPlace, TargetPlan } from '../plan/plan.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Language } from '../vocabulary/language.js'

export interface ExplorerLever {
  readonly name: string
  readonly title: Bilingual
  readonly unit: string
  readonly range: readonly [number, number]
  readonly default: number
  readonly mechanism?: Bilingual
}

export interface ExplorerPolicy {
  readonly name: string
  readonly title: Bilingual
  /** By lever. */
  readonly settings: readonly number[]
}

/** An uncertainty that can be held at a quantile. */
export interface ExplorerUncertainty {
  /** Its index in the plan. */
  readonly index: number
  readonly name: string
  readonly title: Bilingual
  readonly unit: string
  readonly because: Bilingual
  /** Its values at HOLD_SHARES. */
  readonly values: readonly number[]
}

export interface ExplorerTarget extends Omit<TargetPlan, 'basis'> {
  readonly unit: string
  /** Whether every city has to reach it by itself: not so for plain counts. */
  readonly isForCities: boolean
}

/** An indicator of what is lacking, by city. */
export interface ExplorerShortfall {
  readonly indicator: string
  readonly title: Bilingual
  readonly unit: string
}

export interface ExplorerFacts {
  readonly title: Bilingual
  /** Name of the scenario file, which a saved variant extends. */
  readonly file: string
  readonly version: string
  readonly fingerprint: string
  readonly seed: number
  /** Present where numbers of the template still stand in the data folder. */
  readonly invented?: true
  /** Futures that are simulated where nothing else is asked for. */
  readonly draws: number
  /** Language that is shown first; that of the reader's browser where it is left out. */
  readonly language?: Language
  readonly years: readonly number[]
  /** The region, then its cities. */
  readonly places: readonly PlanPlace[]
  readonly levers: readonly ExplorerLever[]
  readonly policies: readonly ExplorerPolicy[]
  readonly uncertainties: readonly ExplorerUncertainty[]
  readonly targets: readonly ExplorerTarget[]
  readonly shortfalls: readonly ExplorerShortfall[]
  /** Outcome columns of indicators, [place][year]; -1 where the plan has none. */
  readonly columns: Readonly<Record<string, readonly (readonly number[])[]>>
}

/** Shares of the futures at which an uncertainty can be held: every twentieth. */
export const HOLD_SHARES = Array.from({ length: 19 }, (_, k) => (k + 1) / 20)

/** Columns of an indicator by place and year. */
export function columnsOf(plan: Plan, indicator: string): number[][] {
  const table = plan.places.map(() => plan.years.map(() => -1))
  plan.outcomes.forEach((outcome, column) => {
    if (outcome.indicator === indicator) table[outcome.place][outcome.year] = column
  })
  // a region that is its own only city has one row of columns
  return isAlone(plan.places) ? table.map(() => table[0]) : table
}

const isAlone = ([region, ...cities]: readonly PlanPlace[]) =>
  cities.length === 1 && cities[0].code === region.code
