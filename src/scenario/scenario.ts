/** A scenario as loaded: the planner's file in words, with its defaults filled in and its places remembered. */
import type { LeadTime } from '../math/lead-times.js'
import type { Level, MigrationTiming } from '../model/rates.js'
import type { DesignKind, DesignOptions } from '../sampling/design.js'
import type { Distribution, RankCorrelation } from '../sampling/distribution.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { EffectEvidence, EvidenceKind } from '../vocabulary/evidence.js'
import type { Location, Problem } from '../vocabulary/problems.js'
import type { Quality } from '../vocabulary/quality.js'

export type Path = readonly (string | number)[]

/** A formula, or a plain number, and where it stands in the file. */
export interface Formula {
  readonly text: string
  readonly number?: number
  readonly path: Path
}

/** Anything a planner may set: one formula, a series, values by city, or a total shared out. */
export type Value =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | {
      readonly kind: 'by_year'
      readonly points: readonly { readonly year: number; readonly formula: Formula }[]
      readonly between: 'linear' | 'hold'
      readonly path: Path
    }
  | {
      readonly kind: 'by_city'
      readonly cities: readonly { readonly name: string; readonly formula: Formula; readonly path: Path }[]
      readonly others?: Formula
      readonly path: Path
    }
  | { readonly kind: 'total'; readonly total: Formula; readonly shareBy: Formula; readonly path: Path }

interface Titled {
  readonly name: string
  readonly title: Bilingual
}

export interface Uncertainty extends Titled {
  readonly unit: string
  readonly distribution: Distribution
  /** What has a draw of its own; all years and cities have the same where absent. */
  readonly each?: 'city' | 'year' | 'city_and_year'
  /** Of one by year: what is left a year later of what it lies from its median; 0 where absent. */
  readonly persistence?: number
  readonly because: Bilingual
  readonly source: string
  /** Class of past commitments that it was learned from, by its name in delivery.csv. */
  readonly reference_class?: string
}

export interface Lever extends Titled {
  readonly unit: string
  readonly default: number
  readonly range: readonly [number, number]
  readonly cost?: Formula
  readonly evidence?: EffectEvidence
  /** What it changes in the model, in the words of the scenario's author. */
  readonly mechanism?: Bilingual
}

export interface Policy extends Titled {
  /** Simulated only where it is asked for by name. */
  readonly on_request?: boolean
  readonly set: Readonly<Record<string, number>>
}

export const MOVE_SCHEDULES = [
  'rural_exit',
  'return_home',
  'city_to_city',
  'return_from_outside',
  'arrivals',
  'conversion',
  'more_net_migrants',
] as const
export type MoveSchedule = (typeof MOVE_SCHEDULES)[number]

export interface ControlSettings {
  /** Name of the set of totals in controls.csv. */
  readonly totals: string
  /** Last year in which they are met; all that the table has where absent. */
  readonly to?: number
  /** An adjustment that is warned of, as a share of the people who are scaled. */
  readonly warn_beyond: number
}

export interface PopulationSettings {
  readonly migration: MigrationTiming
  readonly levels: Readonly<Partial<Record<Level, Value>>>
  readonly schedules: Readonly<Partial<Record<MoveSchedule, string>>>
  /** Groups of places that leavers choose between first; empty where every pair of places has its own share. */
  readonly nests: readonly string[]
  /** Published totals of controls.csv that people are scaled to; none where absent. */
  readonly control?: ControlSettings
  /** Hours of a change, and of each leg that are spent once a journey; none where every pair has its own leg only. */
  readonly journeys?: { readonly change: number; readonly access: number }
  /** Opening dates of named lines, decimal years. */
  readonly lines: Readonly<Record<string, Value>>
}

/** Projects of a year: of the region, or by city. */
export interface ProjectsOfYear {
  /** Absent of projects under way of which it is not said when they are due. */
  readonly year?: number
  /** Of the region. */
  readonly starts?: number
  /** The cities' own, and those of each city that is not named. */
  readonly cities?: readonly { readonly name: string; readonly projects: number; readonly path: Path }[]
  readonly others?: number
}

export interface Programme extends Titled {
  readonly unit: string
  readonly starts: readonly ProjectsOfYear[]
  /** Under way at the end of the base year, by the year in which they are due. */
  readonly under_way?: readonly ProjectsOfYear[]
  /** What the starts rest on. */
  readonly quality?: Quality
  /** Whole years by which all of them are later. */
  readonly shift: number
  readonly scale: Value
  readonly share_by?: Formula
  readonly by_city?: readonly { readonly name: string; readonly weight: number; readonly path: Path }[]
  /** Weight of each city that `by_city` does not name. */
  readonly others?: number
  readonly each: Value
  /** Whole years from start to the opening that is due; or months, each with its share of the projects. */
  readonly lead: number | { readonly months: readonly LeadTime[] }
  /** 1-12, at whose beginning what is ready opens. */
  readonly opening_month?: number
  readonly on_time: Value
  readonly fulfilment: Value
  /** Of a project that starts in the year, with its currency and the year of its prices. */
  readonly cost?: { readonly each: Value; readonly currency: string; readonly prices: number }
}

export interface Service extends Titled {
  readonly unit: string
  readonly opening: Value
  readonly demand: Value
  readonly standard: Value
  readonly closure: Value
  /** Whether cities are equal per head by construction. */
  readonly equalPerHead: boolean
  readonly programmes: readonly Programme[]
}

/** Grades of a kind of school, whose pupils move up, stay down or leave from year to year. */
export interface School extends Titled {
  /** Pupils at the end of the base year, and shares of the pupils of a year who move up and who repeat, by grade. */
  readonly opening: readonly Value[]
  readonly promotion: readonly Value[]
  readonly repetition: readonly Value[]
  /** New pupils of the first grade: a value, or children of an age. */
  readonly entrants: Value | SchoolEntry
}

/** Children enter in the year in which they turn `age` by the cut-off. */
export interface SchoolEntry {
  readonly kind: 'entry'
  readonly age: number
  /** Share of a year's births born by the cut-off date. */
  readonly byCutoff: number
  /** Share of the children who enter. */
  readonly enrolled: Value
}

/** Standard deviation of what a later census may revise: in the indicator's unit, or as a share of its value. */
export type CensusRevision = number | { readonly share: number }

/** The people that a promised rate is built for, and those who share it: two indicators by name. */
export interface PromisedFor {
  readonly expected: string
  readonly people: string
  /** Share (0-1) of those who come beside the expected for whom is built all the same; 0 where absent. */
  readonly follows?: Formula
}

export interface Indicator extends Titled {
  readonly unit: string
  readonly of: Value
  readonly per?: Value
  readonly times: number
  readonly places: 'cities' | 'region'
  readonly census_revision?: CensusRevision
  readonly census_revision_of_cities?: CensusRevision
  readonly quality?: Quality
  readonly promised_for?: PromisedFor
  readonly rests_on?: EvidenceKind
}

export interface Target {
  readonly id: string
  readonly commitment?: string
  readonly title?: Bilingual
  readonly indicator: string
  readonly comparator: 'at_least' | 'at_most' | 'about'
  readonly threshold: number
  readonly tolerance: number
  readonly year: number
  /** Name or code of the city that it is set for; the region where absent. */
  readonly city?: string
  /** It is set for every city. */
  readonly each?: 'city'
  readonly quality?: Quality
  readonly because?: string
  /** Class of past commitments that stands beside the odds, which need not have been learned from it. */
  readonly reference_class?: string
}

export interface Scenario {
  readonly title: Bilingual
  /** Absolute path of the data folder. */
  readonly data: string
  readonly years: { readonly from: number; readonly to: number }
  readonly run: {
    readonly draws: number
    readonly seed: number
    readonly design: DesignKind
    readonly designOptions: DesignOptions
  }
  readonly uncertainties: readonly Uncertainty[]
  readonly correlations: readonly RankCorrelation[]
  readonly levers: readonly Lever[]
  readonly policies: readonly Policy[]
  readonly population: PopulationSettings
  readonly schools: readonly School[]
  readonly services: readonly Service[]
  readonly indicators: readonly Indicator[]
  readonly targets: readonly Target[]
  readonly commitments: readonly {
    readonly id: string
    readonly assessed: 'qualitative' | 'cannot'
    readonly because: Bilingual
    /** Indicators that say what is known of it, such as how many would have to be built. */
    readonly shows: readonly string[]
  }[]
  /** The file and every file it extends, nearest first. */
  readonly files: readonly string[]
  /** Parts of the file that are reported as wrong and left out here; what uses them is not reported as well. */
  readonly leftOut: readonly Path[]
}

/** Line and column of the deepest existing node of a path: its value, a character of its text, or its name. */
export type Locate = (path: Path, at?: number | 'key') => Location

export interface LoadedScenario {
  /** What could be read; absent where nothing could. With problems it lacks the parts they concern. */
  readonly scenario?: Scenario
  readonly problems: readonly Problem[]
  /** What may be meant and hardly is. */
  readonly warnings: readonly Problem[]
  readonly locate: Locate
}
