/** The summary of a run: plain data, the same for the terminal, JSON, CSV, Markdown and the report. */
import type { EvidencePlan, PlanPlace, TargetPlan } from '../plan/plan.js'
import type { RunUpdate } from '../results/observation.js'
import type { Projection } from '../results/projection.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Quality } from '../vocabulary/quality.js'

export interface Odds {
  /** Share of trajectories that reach the target, 0-1; NaN (null in JSON) where some give a ratio no denominator. */
  readonly share: number
  /** Wilson 95 % interval of the share; NaN (null in JSON) where the draws are no sample of the futures. */
  readonly low: number
  readonly high: number
  readonly hits: number
  readonly draws: number
}

/** Quantiles of an outcome over draws (type 7). */
export interface Spread {
  readonly median: number
  readonly range50: readonly [number, number]
  readonly range80: readonly [number, number]
  readonly range95: readonly [number, number]
}

export interface PlaceVerdict {
  /** Code and name of the region or city. */
  readonly code: string
  readonly name: Bilingual
  readonly base: number
  readonly spread: Spread
  /** Of a city: the second band, where the scenario states what a census may revise there. */
  readonly revised?: RevisedBand
  readonly odds: Odds
  /** Median of value minus threshold (threshold minus value for at_most), in the indicator's unit. */
  readonly margin: number
  /** The margin as people, places, beds: margin x `per` / `times`; absent for plain counts. */
  readonly marginCount?: number
  /** What `marginCount` counts: `person`, `bed`. */
  readonly marginUnit?: string
  /** First year in which half of the trajectories have reached it; null if none does, if not every year is kept, or if odds say nothing. */
  readonly firstYear: number | null
}

/** The second band: the model's draws with the revision of a later census (census-revision.ts). */
export interface RevisedBand {
  /** Half-width of the 95 % interval of a revision, in the indicator's unit. */
  readonly within95: number
  readonly range80: readonly [number, number]
  readonly range95: readonly [number, number]
}

export interface RevisedOdds extends RevisedBand {
  /** Odds of the target in both readings of "about", 0-1; NaN (null in JSON) where odds say nothing. */
  readonly lenient: number
  readonly strict: number
}

/** The value that a share of the futures (0-1) stays below or at. */
export interface Quantile {
  readonly share: number
  readonly value: number
}

export type OddsWord = 'almost_certain' | 'likely' | 'even' | 'unlikely' | 'almost_impossible'
/**
 * `too_few`: too few draws for a word (odds.ts); `no_odds`: draws that are no sample of the futures, or odds that are not known;
 * `cannot`: nothing that varies and no work of the plan reaches what the target is measured by.
 */
export type Word = OddsWord | 'too_few' | 'no_odds' | 'cannot'

/** A run whose draws were set by its design, with the caution that every output begins with. */
export interface NoSample {
  readonly design: string
  readonly caution: Bilingual
}

/** An indicator of people in the year of a target. */
export interface PeopleCount {
  readonly indicator: string
  readonly title: Bilingual
  readonly unit: string
  readonly spread: Spread
  readonly principal: number
}

/** Of a promised rate: those it is built for, and those who share it. */
export interface PromisedPeople {
  readonly expected: PeopleCount
  readonly people: PeopleCount
  /** In the third of the futures with fewest people to share it, and in that with most; absent where too few futures are known. */
  readonly odds?: { readonly fewest: Odds; readonly most: Odds }
}

export interface TargetVerdict {
  readonly id: string
  readonly title: Bilingual
  readonly indicator: string
  readonly unit: string
  readonly comparator: 'at_least' | 'at_most' | 'about'
  readonly threshold: number
  readonly tolerance: number
  readonly year: number
  readonly quality: Quality
  /** What the verdict rests on, and the past commitments behind it; absent in runs of before 0.4.0. */
  readonly evidence?: EvidencePlan
  /** Where who lives where is part of what it is measured by. */
  readonly ofPeople?: true
  readonly promisedFor?: PromisedPeople
  readonly basis: Bilingual
  /** Of one city or of every city: then `region` is of that city, or of the one farthest from the target in each future. */
  readonly of?: TargetPlan['of']
  readonly region: PlaceVerdict
  readonly cities: readonly PlaceVerdict[]
  /** For `about`: reading it as "threshold - tolerance or more", and strictly as "threshold or more". */
  readonly lenient: Odds
  readonly strict: Odds
  /** Absent where the scenario states no census revision of the indicator. */
  readonly revised?: RevisedOdds
  readonly word: Word
  /** `about 6 in 10`, as a plain sentence in both languages. */
  readonly sentence: Bilingual
  /** Value with every uncertainty at its median. */
  readonly principal: number
  /** Of the region: quantiles for a chance curve, and the first draws one by one, in their order. */
  readonly quantiles: readonly Quantile[]
  readonly futures: readonly number[]
  /** Share of the outcome's variance that goes with each uncertainty (contributions.ts), largest first, then `other`. */
  readonly contributions: readonly {
    readonly uncertainty: string
    readonly title: Bilingual
    readonly share: number
  }[]
}

/** One policy against no action on the same draws. */
export interface Effect {
  readonly target: string
  /** Difference of the outcome, policy minus no action, and of the odds (NaN, null in JSON, where odds say nothing). */
  readonly spread: Spread
  readonly odds: number
}

export interface PolicySummary {
  readonly name: string
  readonly title: Bilingual
  readonly targets: readonly TargetVerdict[]
  /** Odds that all assessed targets are reached together. */
  readonly joint: Odds
  readonly effects: readonly Effect[]
  readonly failures: number
}

/** An indicator of the region over the years, for charts. */
export interface Series {
  readonly policy: string
  readonly indicator: string
  readonly title: Bilingual
  readonly unit: string
  readonly quality: Quality
  readonly years: readonly {
    readonly year: number
    readonly spread: Spread
    readonly principal: number
    /** In the last year and those of targets, where the scenario states what a census may revise. */
    readonly revised?: RevisedBand
  }[]
}

/** The year with the largest median of what is lacking; the earliest of equal ones. */
export interface Peak {
  readonly year: number
  readonly spread: Spread
}

/** What is lacking in a place at the end of a year, and what would be enough. */
export interface NeedInYear {
  readonly year: number
  /** Of the principal projection, in the service's unit; null where the policy has none. */
  readonly need: number | null
  readonly capacity: number | null
  /** Need above capacity over the draws. */
  readonly gap: Spread
  /** The least addition with which nothing is lacking in the share of the futures asked for; null where too many gave no number. */
  readonly toAdd: number | null
  /** The last year in which a project of each programme can start and open by then if it is on time, in the order of `programmes`. */
  readonly startBy: readonly number[]
}

export interface PlaceNeeds {
  /** Code and name of the region or city. */
  readonly code: string
  readonly name: Bilingual
  /** The years that the run has kept. */
  readonly years: readonly NeedInYear[]
  /** Of the years after the base year the one with most to add, the earliest of equal ones; null where nothing is. */
  readonly peak: NeedInYear | null
  /** The least addition with which nothing is lacking in any year after the base year: of each draw's own largest gap. */
  readonly everyYear: number | null
}

/** What a service lacks by place beyond what a policy delivers, and what would be enough (needs/service-needs.ts). */
export interface ServiceNeeds {
  readonly policy: string
  readonly service: string
  readonly title: Bilingual
  readonly unit: string
  /** Share of the futures in which nothing is to lack, 0-1. */
  readonly odds: number
  /** Present where cities are equal per head by construction: places are the region only. */
  readonly alike?: true
  /** The indicator whose draws these are; absent where the run has kept none, and then there are no places. */
  readonly indicator?: string
  /** What adds to it in the scenario, with the whole years from a start to its opening. */
  readonly programmes: readonly { readonly name: string; readonly title: Bilingual; readonly lead: number }[]
  /** The region first, unless it is its own only city. */
  readonly places: readonly PlaceNeeds[]
}

/** An indicator by city in one year, without a verdict. */
export interface PlaceTable {
  readonly policy: string
  readonly indicator: string
  readonly title: Bilingual
  readonly unit: string
  readonly quality: Quality
  readonly year: number
  /** Of a shortfall: when most is lacking in the region, and in each city. */
  readonly peak?: Peak
  readonly rows: readonly {
    readonly code: string
    readonly name: Bilingual
    readonly base: number
    readonly spread: Spread
    /** The second band, where the scenario states what a census may revise in a city. */
    readonly revised?: RevisedBand
    readonly peak?: Peak
  }[]
}

/** What a target costs beyond the policy measured against, by its year: medians of the same futures. */
export interface CostPerPoint {
  readonly target: string
  readonly title: Bilingual
  /** Points of odds added. */
  readonly points: number
  readonly cost: number
  readonly perPoint: number
}

/** What the programmes of one currency and price year cost under a policy: of what is started, not of what it takes to run. */
export interface CostSummary {
  readonly policy: string
  readonly currency: string
  readonly prices: number
  readonly programmes: readonly {
    readonly service: string
    readonly name: string
    readonly title: Bilingual
  }[]
  /** Of the region: started in the year, and since the base year. */
  readonly years: readonly { readonly year: number; readonly inYear: Spread; readonly soFar: Spread }[]
  /** Until the last year. */
  readonly cities: readonly { readonly code: string; readonly name: Bilingual; readonly soFar: Spread }[]
  /** Of the targets whose odds are better than under the policy measured against. */
  readonly perPoint: readonly CostPerPoint[]
}

/** The growth-difference line, with how far each policy's median stands from it at the last year. */
export interface GrowthLine {
  readonly indicator: string
  readonly years: readonly { readonly year: number; readonly value: number }[]
  readonly basis: string
  readonly apart: readonly {
    readonly policy: string
    readonly year: number
    readonly ours: number
    readonly line: number
    /** Whether they differ by more than the years ahead allow: 1 point at 3 years, 2.5 at 10. */
    readonly wide: boolean
  }[]
}

/** A share of weighed draws, 0-1, with its 95 % interval. */
export interface WeighedOdds {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Odds of the first target, had a datum of the calibration been read so; none where too few draws speak for that reading. */
export interface ReadingOdds {
  readonly name: string
  readonly title: Bilingual
  readonly because: Bilingual
  /** Of the datum, and the standard deviation of its error. */
  readonly value: number
  readonly error: number
  /** Rows of the calibration's draws of equal weight that would say as much, and the shape of the tail of weights. */
  readonly effectiveRows: number
  readonly khat: number
  readonly lenient?: WeighedOdds
  readonly strict?: WeighedOdds
  readonly median?: number
  readonly range80?: readonly [number, number]
}

/** A commitment of the plan that has no verdict by simulation. */
export interface UnassessedCommitment {
  readonly id: string
  readonly text: Bilingual
  readonly assessed: 'qualitative' | 'cannot'
  readonly because: Bilingual
  /** What is known of it under the last policy, such as how many would have to be built. */
  readonly known: readonly KnownNeed[]
}

/** An indicator of the region that says what is known of a commitment: in the base year, and in the last. */
export interface KnownNeed {
  readonly indicator: string
  readonly title: Bilingual
  readonly unit: string
  readonly baseYear: number
  readonly base: number
  readonly year: number
  readonly spread: Spread
}

/** A section of the plan document in which nothing was found to list. */
export interface EmptySection {
  readonly section: string
  readonly because: Bilingual
}

export interface Summary {
  readonly title: Bilingual
  /** Name of the region that the targets are set for. */
  readonly region: Bilingual
  readonly version: string
  readonly fingerprint: string
  readonly seed: number
  readonly draws: number
  /** Present where the draws are no sample of the futures: shares of them are no odds, and no verdict is given. */
  readonly noSample?: NoSample
  /** Present where the draws were taken anew by what has been observed. */
  readonly update?: RunUpdate
  readonly years: readonly number[]
  /** The region, then its cities, with their places on a tile-grid map. */
  readonly map: readonly PlanPlace[]
  readonly policies: readonly PolicySummary[]
  readonly series: readonly Series[]
  /** By city in the last year: shortfalls, plain counts with a target for the region, and ratios without a target. */
  readonly places: readonly PlaceTable[]
  /** What services lack under the last policy and what would be enough in 80 % of the futures; none of draws that say no odds. */
  readonly needs: readonly ServiceNeeds[]
  /** Of every policy, where programmes have costs. */
  readonly costs?: readonly CostSummary[]
  /** The principal projection of each policy: people, what changed them, services and programmes. */
  readonly projections: readonly Projection[]
  /** The year of each published total that people are scaled to; absent where there are none. */
  readonly controlYears?: readonly number[]
  /** The urban share by the difference of urban and rural growth (method.md, M9), percent by year, beside ours. */
  readonly growthDifference?: GrowthLine
  /** The first target under the last policy by how the last years before the base year are read, the reading in use first. */
  readonly readings?: {
    readonly target: string
    readonly policy: string
    readonly choices: readonly ReadingOdds[]
  }
  readonly unassessed: readonly UnassessedCommitment[]
  readonly sections: readonly EmptySection[]
  /** Indicators without values by city, since the stocks behind them are equal per head by construction. */
  readonly alike: readonly Pick<Series, 'indicator' | 'title'>[]
  readonly findings: readonly Bilingual[]
}
