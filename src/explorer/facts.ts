/** What a page says and asks of its plan, in words and numbers: all that is not simulated. */
import type { SplitAim } from '../analysis/needs/best-split.js'
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

/** An uncertainty that can be held: at a quantile, or at a value that is typed. */
export interface ExplorerUncertainty {
  /** Its index in the plan. */
  readonly index: number
  readonly name: string
  readonly title: Bilingual
  readonly unit: string
  readonly because: Bilingual
  /** Its values at every whole per cent from 1 to 99, of which so many futures lie below. */
  readonly values: readonly number[]
  /** All of its futures lie within, or all but two in a million where it has no ends of its own. */
  readonly ends: readonly [number, number]
  /** Present where it can have no values but these. */
  readonly only?: readonly number[]
  /** The other one that it goes with most closely in the futures, and their rank correlation; absent where with none to speak of. */
  readonly with?: { readonly title: Bilingual; readonly rank: number }
}

/** A service of which the quota of every programme can be shared out otherwise. Parts are of a thousand, by city. */
export interface ExplorerSplit {
  readonly service: string
  /** Its index in the plan. */
  readonly index: number
  readonly title: Bilingual
  readonly programmes: readonly {
    readonly name: string
    readonly title: Bilingual
    readonly unit: string
    /** Projects that the plan starts in all its years. */
    readonly quota: number
    /** Whether the scenario shares it out by a key, which weights take the place of. */
    readonly byKey: boolean
  }[]
  /** What the plan's own split comes to in the median future, over all years. */
  readonly asPlanned: readonly number[]
  /** By what is needed in the base year; absent where that is nothing. */
  readonly byNeed?: readonly number[]
  /** What `cityward split` proposes; absent where nothing lacks, or the plan is too large. */
  readonly best?: Readonly<Record<SplitAim, readonly number[]>>
  readonly noBest?: 'nothing lacks' | 'too large'
}

/** A service with programmes of which no other split is offered. */
export interface UnsplitService {
  readonly title: Bilingual
  readonly because: 'equal per head' | 'given by city' | 'under way' | 'no need'
}

/** Costs of programmes of one currency and price year: the outcomes of the region by year. */
export interface ExplorerCost {
  readonly currency: string
  readonly prices: number
  readonly programmes: readonly { readonly title: Bilingual }[]
  /** Indicators. */
  readonly inYear: string
  readonly soFar: string
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
  /** Present where people are scaled to published totals: what that makes of odds. */
  readonly scaled?: Bilingual
  /** Present where the check of the scenario and its data warns: how often, and each warning. */
  readonly warned?: { readonly title: Bilingual; readonly texts: readonly Bilingual[] }
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
  readonly splits: readonly ExplorerSplit[]
  readonly unsplit: readonly UnsplitService[]
  /** Empty where no programme states a cost. */
  readonly costs: readonly ExplorerCost[]
  /** Outcome columns of indicators, [place][year]; -1 where the plan has none. */
  readonly columns: Readonly<Record<string, readonly (readonly number[])[]>>
}

/** Per cents of the futures at which an uncertainty can be held: every whole one but the ends. */
export const HOLD_PERCENTS = Array.from({ length: 99 }, (_, k) => k + 1)

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
