/**
 * A Plan is a scenario and a data folder turned into numbers: names have become offsets, formulas programs,
 * tables shared arrays. It is plain data, and goes to every worker once.
 *
 * Everything a trajectory computes stands in one block of doubles, memory[slot, year, city]: a slot is a column
 * that formulas may load. A column of one number keeps it in city 0. See `slotAt`.
 */

import type { DeliveryClass } from '../dataset/dataset.js'
import type { Program, Shape } from '../formula/program.js'
import type { ControlStep } from '../model/control.js'
import type { Conventions, Schedules } from '../model/rates.js'
import type { Design } from '../sampling/design.js'
import type { Distribution, RankCorrelation } from '../sampling/distribution.js'
import type { PathDraws } from '../sampling/paths/path-sampler.js'
import type { CensusRevision } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Dimensions } from '../vocabulary/dimensions.js'
import type { EvidenceKind } from '../vocabulary/evidence.js'
import type { Quality } from '../vocabulary/quality.js'
import type { Moment } from './language.js'
import type { OutcomeColumn } from './outcome-columns.js'
import type { SlotKey } from './slot-keys.js'

/** A value of the scenario whose formulas' loads have been given slots; it is written to `slot` in every year. */
export interface Step {
  /** What it is, for `explain`. */
  readonly key: SlotKey
  readonly slot: number
  /** One program for every year of the plan, or a single one for them all. */
  readonly programs: readonly Program[]
  /** Slot of each load of each program. */
  readonly loads: readonly (readonly number[])[]
  /** Cities that the step writes; all where absent. A later step may write over an earlier one. */
  readonly only?: readonly number[]
  /** When its formulas can be computed (language.ts). */
  readonly moment: Moment
}

/** People of some statuses, sexes and ages, added up by city into a slot at every year's end. */
export interface HeadCount {
  readonly slot: number
  /** Status indices; empty for people registered here who live outside the region. */
  readonly statuses: readonly number[]
  readonly sexes: readonly number[]
  /** Ages from .. to inclusive, in age groups of the dimensions. */
  readonly from: number
  readonly to: number
}

/** What the rates of a year come to by city, written into a slot at every year's end. */
export type VitalRate = { readonly slot: number } & (
  | {
      readonly kind: 'life expectancy'
      /** Index of the sex, and of the exact age among the ages of death rates. */
      readonly sex: number
      readonly age: number
    }
  | { readonly kind: 'total fertility'; readonly among: 'fertility_in_villages' | 'fertility_in_towns' }
)

/** Projects under way at the end of the base year, as a row of numbers by city and what part of it is due when. */
export interface UnderWayPlan {
  /** Slot of each city's share of the region's, or of the cities' own. */
  readonly slot: number
  /** Multiples of the row due in each step up to the base year, the oldest first: what of it is late is due again. */
  readonly late: Float64Array
  /** Multiples due since the base year by the end of each year of the plan: [year]. */
  readonly due: Float64Array
  /** The multiple that is under way and not late. */
  readonly all: number
}

export interface ProgrammePlan {
  readonly name: string
  readonly title: Bilingual
  /** What a project is counted in. */
  readonly unit: string
  /** Projects that are to start in each of the plan's years, in the region: [year]. */
  readonly starts: Float64Array
  /** Where starts are given by city: slot of the cities' own, and [year] 1 where it takes the place of shares. */
  readonly own?: { readonly slot: number; readonly years: Uint8Array }
  /** What the starts rest on, where the scenario says it. */
  readonly quality?: Quality
  /** Slot of each city's share of the starts, adding up to one. */
  readonly share: number
  /** Slots of the values that vary: multiplier, starts per start due, share on time, capacity of a project. */
  readonly scale: number
  readonly fulfilment: number
  readonly onTime: number
  readonly each: number
  /** Steps from start to the opening that is due; the last of them where they differ. */
  readonly lead: number
  /** Shares of the projects of a step that are due in it and in each later one; absent where all are due after `lead`. */
  readonly due?: Float64Array
  /** Slot written where `due` or `underWay` is: projects due by city since the base year; of that year, what is late. */
  readonly dueSlot?: number
  readonly underWay?: readonly UnderWayPlan[]
  /** Slot of what a project costs that starts in the year, with its currency and the year of its prices. */
  readonly cost?: { readonly slot: number; readonly currency: string; readonly prices: number }
  /** Slots written: projects started and opened so far, by city. */
  readonly startedSlot: number
  readonly openedSlot: number
}

export interface ServicePlan {
  readonly name: string
  readonly title: Bilingual
  /** What capacity is counted in. */
  readonly unit: string
  readonly openingSlot: number
  /** Share of the stock that closes a year. */
  readonly closureSlot: number
  /** Slot written: what is left of the opening stock. */
  readonly stockSlot: number
  readonly demandSlot: number
  /** Whether cities are equal per head by construction, so that nothing is said of them. */
  readonly alike: boolean
  readonly standardSlot: number
  /** Slots written: capacity, need (demand x standard) and unmet need, by city. */
  readonly capacitySlot: number
  readonly needSlot: number
  readonly unmetSlot: number
  readonly programmes: readonly ProgrammePlan[]
}

export interface IndicatorPlan {
  readonly name: string
  readonly title: Bilingual
  readonly unit: string
  readonly quality: Quality
  /** Slots; `per` is -1 for a plain count. The region's value is the sum over cities of `of` by that of `per`. */
  readonly of: number
  readonly per: number
  /** Unit of `of`: what a ratio counts, such as `person`. */
  readonly counted: string
  readonly times: number
  /** Standard deviation of what a later census may revise, in the indicator's unit or as a share of it; 0 for none. */
  readonly censusRevision: CensusRevision
  /** The same of a city by itself; absent where the scenario states none. */
  readonly cityRevision?: CensusRevision
  /** A column of one number stands for the whole region and is not summed. */
  readonly ofShape: Shape
  readonly perShape: Shape
  /** Present where it would have values by city but for stocks that are equal per head by construction. */
  readonly alike?: true
  /** Of a promised rate: names of the indicators of the people it is built for, and of those who share it. */
  readonly promisedFor?: { readonly expected: string; readonly people: string }
}

/** Past commitments behind a verdict, as the data folder has them. */
export interface ClassEvidence extends Pick<DeliveryClass, 'name' | 'measure' | 'odds' | 'rows'> {
  readonly title: Bilingual
  readonly alike: { readonly met: number; readonly decided: number; readonly median: number | null }
  readonly base: { readonly met: number; readonly decided: number }
}

export interface EvidencePlan {
  readonly restsOn: EvidenceKind
  /** Past commitments that it was learned from. */
  readonly classes: readonly ClassEvidence[]
  /** Past commitments that the scenario sets beside it. */
  readonly beside?: ClassEvidence
}

/** Programmes whose costs add up: of one currency and price year; with the names of the two indicators of them (costs.ts). */
export interface CostPlan {
  readonly currency: string
  readonly prices: number
  readonly inYear: string
  readonly soFar: string
  readonly programmes: readonly {
    readonly service: string
    readonly name: string
    readonly title: Bilingual
  }[]
}

export interface TargetPlan {
  readonly id: string
  readonly title: Bilingual
  readonly indicator: string
  readonly comparator: 'at_least' | 'at_most' | 'about'
  readonly threshold: number
  /** Half-width that "about" allows, in the indicator's unit; 0 for the other comparators. */
  readonly tolerance: number
  readonly year: number
  readonly quality: Quality
  /** What the verdict rests on; absent in runs of before 0.4.0. */
  readonly evidence?: EvidencePlan
  /** Where who lives where is part of what it is measured by. */
  readonly ofPeople?: true
  readonly basis: Bilingual
  /** Of a target of one city (its code) or of every city: the indicator that its own is made of (target-places.ts). */
  readonly of?: { readonly indicator: string; readonly city?: string; readonly each?: 'city' }
  /** Where nothing that varies and no work of the plan reaches its indicator: it is not assessed. */
  readonly unmoved?: true
}

/** A line that opens on a date (decimal year, a slot) and gives the hours[city, city] of direct journeys once it is open. */
export interface TravelLinePlan {
  readonly name: string
  readonly opensSlot: number
  readonly hours: Float64Array
}

/** Hours[city, city] without any new line and with each open; all empty, and zero hours, where none are given. */
export interface TravelPlan {
  /** Of direct journeys. */
  readonly legs: Float64Array
  /** Of the quickest journeys: those of `legs` where none has a change. */
  readonly base: Float64Array
  readonly lines: readonly TravelLinePlan[]
  /** Hours that a change adds to two legs; undefined where no journey has one. */
  readonly change?: number
}

/** A published total that people are scaled to. */
export interface PlanControl {
  /** Index of the year at whose end it is met. */
  readonly year: number
  /** Index of the city; -1 for the region. */
  readonly city: number
  /** Index of the sex; -1 for both together. */
  readonly sex: number
  /** Age groups from .. to inclusive. */
  readonly from: number
  readonly to: number
  readonly people: number
}

export interface ControlPlan {
  /** Of the set of totals in the data folder. */
  readonly name: string
  /** Adjustment of a total that is warned of, as a share of those who are scaled. */
  readonly warnBeyond: number
  readonly totals: readonly PlanControl[]
  /** What the model needs of each year of the plan; null where nobody is scaled. */
  readonly steps: readonly (ControlStep | null)[]
}

export interface PlanPlace {
  readonly code: string
  readonly name: Bilingual
  /** Place on the tile-grid map, from 0 at the upper left; none where no map is wanted. */
  readonly tile: readonly [column: number, row: number] | null
}

export interface PolicyPlan {
  readonly name: string
  /** Present where it is simulated only where it is asked for by name. */
  readonly onRequest?: true
  readonly title: Bilingual
  /** Lever values in the order of `levers`. */
  readonly settings: readonly number[]
}

export interface Plan {
  readonly title: Bilingual
  /** SHA-256 of everything that can change an outcome: resolved scenario, data folder, version, seed. Not of draws. */
  readonly fingerprint: string
  readonly dims: Dimensions
  readonly conventions: Conventions
  /** Places of outcomes: the region, then its cities in the order of the dimensions. */
  readonly places: readonly PlanPlace[]
  /** Base year first, then every step's end. */
  readonly years: readonly number[]
  readonly seed: number
  /** How draws are laid out (sampling/designs.ts). */
  readonly design: Design
  readonly uncertainties: readonly {
    readonly name: string
    readonly title: Bilingual
    readonly distribution: Distribution
    readonly slot: number
  }[]
  /** Those of which every city has its own draw. */
  readonly uncertaintiesByCity: readonly {
    readonly name: string
    readonly title: Bilingual
    readonly distribution: Distribution
    readonly slot: number
  }[]
  /** Those that go their own way from year to year; absent where there are none. */
  readonly uncertaintiesByYear?: readonly (PathDraws & {
    readonly title: Bilingual
    readonly slot: number
  })[]
  readonly correlations: readonly RankCorrelation[]
  readonly levers: readonly { readonly name: string; readonly title: Bilingual; readonly slot: number }[]
  readonly policies: readonly PolicyPlan[]

  /** Number of slots; memory holds slots x years x cities doubles. */
  readonly slots: number
  /** What stands in each slot. */
  readonly keys: readonly SlotKey[]
  readonly yearSlot: number
  /** Columns of what is known beforehand, by city or [year, city]: written once into every year of a trajectory's memory. */
  readonly constants: readonly { readonly slot: number; readonly values: Float64Array }[]
  readonly steps: readonly Step[]
  /** Slot of each of LEVELS, in its order. */
  readonly levels: readonly number[]

  /** Schedules of the step that ends each year; the base year's are those of the first step. */
  readonly schedules: readonly Schedules[]
  readonly opening: { readonly people: Float64Array; readonly away: Float64Array }
  readonly travel: TravelPlan
  /** Absent where the scenario scales people to no published totals. */
  readonly controls?: ControlPlan
  /** Slots of slowest(group): hours between the slowest pair of a group at the year's end. */
  readonly slowest: readonly {
    readonly slot: number
    readonly pairs: readonly (readonly [number, number])[]
  }[]
  /** Slots of hours_to(city): hours from every city to one at the year's end. */
  readonly hoursTo: readonly { readonly slot: number; readonly city: number }[]
  readonly headCounts: readonly HeadCount[]
  /** Absent where no formula names one. */
  readonly vitalRates?: readonly VitalRate[]
  /** Slots that take a flow of the model, by city: slot of FLOWS[index]. */
  readonly flows: readonly { readonly slot: number; readonly flow: number }[]
  readonly services: readonly ServicePlan[]
  readonly indicators: readonly IndicatorPlan[]
  readonly targets: readonly TargetPlan[]
  /** Absent where no programme states a cost. */
  readonly costs?: readonly CostPlan[]
  /** Commitments of the plan document without a simulated verdict, with the reason. */
  /** Present where numbers of the template still stand in the data folder. */
  readonly invented?: true
  readonly unassessed: readonly {
    readonly id: string
    readonly text: Bilingual
    readonly assessed: 'qualitative' | 'cannot'
    readonly because: Bilingual
    /** Names of indicators that say what is known of it. */
    readonly shows: readonly string[]
  }[]
  /** Sections of the plan document in which nothing was found to list, with the reason. */
  readonly sections: readonly { readonly section: string; readonly because: Bilingual }[]
  readonly outcomes: readonly OutcomeColumn[]
}

/** Whether a level reads what came out of the step before: then all of a year is computed before the next one. */
export function hasFeedback({ steps }: Pick<Plan, 'steps'>): boolean {
  return steps.some(({ moment }) => moment === 'level')
}

/** Offset of memory[slot, year, 0]; the one owner of the layout of a trajectory's memory. */
export function slotAt(plan: Pick<Plan, 'years' | 'dims'>, slot: number, year: number): number {
  return (slot * plan.years.length + year) * plan.dims.cities
}
