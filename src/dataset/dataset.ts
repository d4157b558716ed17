/**
 * A data folder, read and checked: tables of numbers with their units, sources and qualities.
 *
 * Everything is as published: people on census day, rates per person-year. The plan moves people to the year's
 * end and turns rates into steps.
 */

import type { DeathAges } from '../math/death-ages.js'
import type { PairList } from '../math/pairs/pair-list.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Dimensions } from '../vocabulary/dimensions.js'
import type { Problem } from '../vocabulary/problems.js'
import type { Quality } from '../vocabulary/quality.js'
import type { Unit } from '../vocabulary/units.js'

export interface Source {
  readonly id: string
  readonly title: Bilingual
  /** The title in the language it was published in. */
  readonly original: string
  readonly publisher: Bilingual
  readonly url: string
  readonly note: Bilingual
}

export interface Place {
  readonly code: string
  readonly name: Bilingual
  readonly kind: 'region' | 'city'
  /** Seat, degrees; absent where no map is wanted. */
  readonly longitude?: number
  readonly latitude?: number
  /** Place on the tile-grid map, from 0 at the upper left. */
  readonly column?: number
  readonly row?: number
}

/** What stands behind a row of numbers. */
export interface Provenance {
  readonly unit: string
  readonly source: string
  readonly quality: Quality
  readonly note: string
}

/** Numbers with an axis of ages, by whatever other axes the table has, in the order of its comment. */
export interface AgeTable {
  readonly year: number
  readonly values: Float64Array
  /** One for every row of the file that filled the table. */
  readonly provenance: readonly Provenance[]
}

/** Shares between places, as pair-list.ts has them. */
export interface FlowTable {
  readonly year: number
  readonly values: Float64Array
  /** Present where most pairs have no share. */
  readonly pairs?: PairList
  /** Each that rows of the file have, once. */
  readonly provenance: readonly Provenance[]
}

/** One value of values.csv for one place; `cities` when every city has one, else `region`. */
export interface NamedValue {
  readonly name: string
  readonly year: number
  readonly unit: Unit
  /** The unit as written, for the screen (`percent`, `bed / person`). */
  readonly unitText: string
  /** By city in the dataset's order; NaN where a city has none. Absent for a value of the region only. */
  readonly cities?: Float64Array
  readonly region?: number
  readonly provenance: readonly Provenance[]
}

export interface SexRatio {
  readonly boysPerGirl: number
  readonly provenance: Provenance
}

/** Hours from one city to another, from a year on. Rows of a line not yet open carry its opening date. */
export interface TravelLeg {
  readonly from: number
  readonly to: number
  readonly hours: number
  /** A named line whose opening changes the time; empty for the time as it stands in the base year. */
  readonly line: string
  readonly provenance: Provenance
}

/** A railway (or road) not yet open in the base year. */
export interface TravelLine {
  readonly name: string
  readonly title: Bilingual
  /** Announced opening as a decimal year, 2023.5 is mid-2023. */
  readonly opens: number
  readonly provenance: Provenance
}

export interface Commitment {
  readonly id: string
  readonly section: string
  readonly text: Bilingual
  readonly kind: 'level' | 'cumulative' | 'rule' | 'time'
  readonly comparator: string
  /** Undefined where the promise has no number. */
  readonly threshold: number | undefined
  readonly unit: string
  /** The year at whose end it is due, or in which; undefined where it has none. */
  readonly deadline: number | undefined
  readonly scope: string
  readonly note: string
}

/** A section of the plan document, and why no commitment stands for it where none does. */
export interface PlanSection {
  readonly section: string
  readonly because: Bilingual
}

/** A backtest's errors in one subject by one method: points of urban share, or per cent of the people counted. */
export interface BacktestScore {
  readonly from: number
  /** Year of the census that was forecast. */
  readonly year: number
  readonly subject: string
  readonly method: string
  /** Mean over cities without their sign, and the region's with its sign. */
  readonly meanError: number
  readonly regionError: number
  /** Continuous ranked probability score. */
  readonly score: number
  /** Share of cities whose count lies in the bands of 50, 80 and 95 %; of the model only. */
  readonly held50?: number
  readonly held80?: number
  readonly held95?: number
  /**
   * What the fit knew: the later census of the other cities, the same in many provinces taken together, or what was known in
   * `from` and nothing more.
   */
  readonly knew: 'other_cities' | 'all_provinces' | 'earlier_years'
  /** How many places were forecast, where those are not the cities of the folder. */
  readonly places?: number
  readonly provenance: Provenance
}

/** One way to read a datum of the calibration that two witnesses tell differently. */
export interface Reading {
  readonly name: string
  readonly title: Bilingual
  /** Of the datum, and the standard deviation of its error. */
  readonly value: number
  readonly error: number
  readonly because: Bilingual
  readonly provenance: Provenance
}

export interface Readings {
  /** The one that the levels were fitted with first. */
  readonly choices: readonly Reading[]
  /** Columns of the draws of the calibration by name; `late_share` is what a draw says of the datum. */
  readonly columns: ReadonlyMap<string, Float64Array>
}

/** What the fitted levels make of the later census, against what was counted. */
export interface HindcastError {
  /** 0: the region; else its city, from 1. */
  readonly place: number
  readonly from: number
  readonly year: number
  /** `people`, in per cent of the count; `urban_share`, in points. */
  readonly subject: string
  readonly error: number
  readonly provenance: Provenance
}

/** Two official figures of one thing in a city: the one that the folder rests on, and the other. */
export interface OtherCount {
  /** Index of the city. */
  readonly city: number
  readonly year: number
  readonly title: Bilingual
  readonly used: number
  readonly other: number
  readonly because: Bilingual
  readonly provenance: Provenance
}

/** A published total of people that a projection may be scaled to. */
export interface ControlTotal {
  /** Of the set of totals that it is one of. */
  readonly name: string
  /** It is of 31 December. */
  readonly year: number
  /** Index of the city; absent for the region. */
  readonly city?: number
  /** Index of the sex; -1 for both together. */
  readonly sex: number
  /** First and last age group. */
  readonly ages: readonly [from: number, to: number]
  readonly people: number
  /** Half of what it was rounded to, persons. */
  readonly within: number
  readonly provenance: Provenance
}

/** Past promises whose odds, by a fit without them, lay between two bounds: how many, the mean of the odds, the share met. */
export interface PastOdds {
  /** What of a promise the fit had not seen: all of its family, or of its province. */
  readonly leftOut: 'family' | 'province'
  readonly low: number
  readonly high: number
  readonly promises: number
  readonly odds: number
  readonly met: number
  readonly provenance: Provenance
}

/** A promise of the past and how it ended. */
export interface PastCommitment {
  readonly id: string
  readonly family: string
  readonly indicator: string
  readonly territory: string
  /** The province that it was made in or for; `Nation`, or a name of its own where that is not known. */
  readonly province: string
  /** Calendar years from its start to its deadline, both counted. */
  readonly years: number
  /** Year, month or day that it was promised for. */
  readonly deadline: string
  /** What was counted: people served or a flow, starts, completions, places in use, a level, the date of an opening. */
  readonly counting: 'quota' | 'starts' | 'completions' | 'use' | 'level' | 'date'
  /** Outcome over target (target over outcome for ceilings); none for dates. */
  readonly ratio: number | undefined
  /** Undefined where the end was not seen. */
  readonly met: boolean | undefined
  /** early_pass: the ratio is a lower bound; late_seen, last_seen: seen after, or last seen before the deadline. */
  readonly status: 'final' | 'early_pass' | 'late_seen' | 'last_seen' | 'censored'
  /** Share of the promised gain that came, where the level at the start is known. */
  readonly gainRatio: number | undefined
  /** Of a line: whether works were under way when its date was stated. */
  readonly stage: string
  readonly slipMonths: number | undefined
  /** A published list in which misses would show, a reported result, an audit, or joined from two sources. */
  readonly foundAs: 'table' | 'post' | 'audit' | 'joined'
  /** Rows of one programme share it: they are not independent. */
  readonly cluster: string
  readonly provenance: Provenance
}

/** What past commitments say of a class of promises. */
export interface DeliveryClass {
  readonly name: string
  readonly title: Bilingual
  /** Outcome over target, or months after the date. */
  readonly measure: 'ratio' | 'months late'
  /** Odds that such a promise is met, by the fit. */
  readonly odds: number
  /** Past ones of the same family: how many were met of those whose end is known, and the middle one. */
  readonly alike: { readonly met: number; readonly decided: number; readonly median: number | undefined }
  /** The same of all promises as long, or of all lines. */
  readonly base: { readonly met: number; readonly decided: number }
  /** Ids of those alike. */
  readonly rows: readonly string[]
  readonly provenance: Provenance
}

/** What a fit of moves between two censuses may be made with; data.yaml keeps it, so that others are made alike. */
export interface FitChoices {
  /** Whether places have a level of their own about the region's, with the priors of such a fit. */
  readonly arrivals: 'place' | 'region'
  readonly reclassification: 'place' | 'region'
  /** How age schedules are read between their ages when they are bent. */
  readonly schedules: 'straight' | 'smooth'
}

export interface Dataset {
  readonly folder: string
  /** SHA-256 over the names and bytes of the folder's files. */
  readonly fingerprint: string
  /** SHA-256 of each of them, by name. */
  readonly fileHashes: Readonly<Record<string, string>>
  readonly title: Bilingual
  /** Whether the tables hold women only. */
  readonly womenOnly: boolean
  readonly region: Place
  readonly cities: readonly Place[]
  /** Year of the opening population; its 31 December is the base of every projection. */
  readonly baseYear: number
  readonly dims: Dimensions
  /** Multiplies the census-day people to give 31 December of the base year. */
  readonly yearEndFactor: number
  readonly yearEndProvenance: Provenance
  /** How the levels of moves were fitted; undefined where data.yaml does not say. */
  readonly fit: FitChoices | undefined

  /** people[status, sex, age, city] on census day, by census year. */
  readonly population: ReadonlyMap<number, AgeTable>
  /** Registered here, living outside: [sex, age, city] by census year; empty where not told apart. */
  readonly away: ReadonlyMap<number, AgeTable>
  /**
   * Deaths per person-year [sex, age, city] by ages that may be finer than those of the people (mx); or the share who
   * survive a step into each age group [sex, age, city]: from birth into the first, from the group below into the
   * others, from the last two into the last.
   */
  readonly mortality: {
    readonly measure: 'mx' | 'survival'
    readonly ages: DeathAges
    readonly byYear: ReadonlyMap<number, AgeTable>
  }
  /** Births per woman-year [age, city], zero outside the fertile ages. */
  readonly fertility: ReadonlyMap<number, AgeTable>
  /** By year; the last year on or before applies. */
  readonly sexRatioAtBirth: ReadonlyMap<number, SexRatio>
  /**
   * Migration schedules by name: share or rate [sex, age], summing over age to one for each sex; [sex, age, city] where
   * cities have their own.
   */
  readonly schedules: ReadonlyMap<string, AgeTable>
  /** Net migrants [sex, age, city], persons a step, or shares of the people at its start. */
  readonly netMigration?: {
    readonly measure: 'count' | 'rate'
    readonly byYear: ReadonlyMap<number, AgeTable>
  }
  /** Share of rural leavers of city i (row) who go to town in city j (column); last column: outside. Rows sum to 1. */
  readonly destinations?: FlowTable
  /** Share of the migrants living in city i (row) whose home is city k (column); last column: outside. Rows sum to 1. */
  readonly homes?: FlowTable
  readonly travel: { readonly legs: readonly TravelLeg[]; readonly lines: readonly TravelLine[] }
  /** Groups of cities by name, as city indices. */
  readonly groups: ReadonlyMap<string, readonly number[]>
  /** Published totals that a projection may be scaled to, by the name of their set. */
  readonly controls: ReadonlyMap<string, readonly ControlTotal[]>
  readonly values: ReadonlyMap<string, NamedValue>
  readonly commitments: ReadonlyMap<string, Commitment>
  readonly sections: readonly PlanSection[]
  readonly backtest: readonly BacktestScore[]
  /** How near the fitted levels carry one census to the next. */
  readonly hindcast: readonly HindcastError[]
  /** How else the last years before the base year can be read; undefined where the folder does not say. */
  readonly readings: Readings | undefined
  /** What is counted otherwise by somebody else. */
  readonly otherCounts: readonly OtherCount[]
  /** The reference class: how promises of this kind ended before. */
  readonly pastCommitments: readonly PastCommitment[]
  /** How odds of that kind did where the end is known. */
  readonly pastOdds: readonly PastOdds[]
  /** What was learned from them, by class. */
  readonly delivery: ReadonlyMap<string, DeliveryClass>
  readonly sources: ReadonlyMap<string, Source>
  /** What looks like a slip and may be meant. */
  readonly warnings: readonly Problem[]
}
