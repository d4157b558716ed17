/** The principal projection of a policy in words: one future, with every uncertainty at its median. */
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Quality } from '../vocabulary/quality.js'

export interface Projection {
  readonly policy: string
  /** Residents at the end of a year by place, persons, in the order of STATUSES; one number where statuses are not distinguished. */
  readonly people: readonly {
    readonly code: string
    readonly year: number
    readonly byStatus: readonly number[]
  }[]
  /** Step by step, and from the base year to the last; empty where statuses are not distinguished. */
  readonly growth: readonly UrbanGrowth[]
  readonly growthInAll: readonly UrbanGrowth[]
  readonly pyramids: readonly Pyramid[]
  readonly services: readonly ServiceCourse[]
  readonly programmes: readonly ProgrammeCourse[]
  /** Published totals that people were scaled to, by year and place; absent where there are none. */
  readonly controls?: readonly ScaledTotal[]
}

/** A published total, and what people came to before they were scaled to it. */
export interface ScaledTotal {
  readonly code: string
  readonly year: number
  /** Absent for both sexes together, and for all ages; the open ages have no last. */
  readonly sex?: 'male' | 'female'
  readonly ages?: readonly [from: number, to?: number]
  readonly projected: number
  readonly published: number
  /** What was added, persons, and in per cent of what was projected. */
  readonly added: number
  readonly adjustment: number
}

/** Urban residents of a place before and after a step, persons, and what lies between; the parts add up. */
export interface UrbanGrowth {
  readonly code: string
  /** The step ends with this year. */
  readonly year: number
  readonly before: number
  /** Births less deaths in town. */
  readonly natural: number
  /** From villages of the same city, less those who go back to one; of the region, its cities added up. */
  readonly withinCity: number
  /**
   * From other cities and from outside the region, less those who leave for there. Flows do not distinguish villagers of
   * another city from its townspeople, nor from people from outside.
   */
  readonly beyondCity: number
  /** Villages that became towns; nobody moved. */
  readonly reclassified: number
  /** What scaling to published totals added; absent where there is none. */
  readonly controlled?: number
  readonly after: number
  /**
   * Of all residents, villagers too, who came from outside the region and who left for it. Beside the parts and not
   * of them: flows do not say who of these lived in town. Net also holds net migrants that the data folder gives.
   */
  readonly fromOutside: number
  readonly toOutside: number
  readonly netOutside: number
}

/** What adds up to the change from before to after. */
export const GROWTH_PARTS = ['natural', 'withinCity', 'beyondCity', 'reclassified'] as const
export type GrowthPart = (typeof GROWTH_PARTS)[number] | 'controlled'
/** Beside them, of all residents. */
export const OUTSIDE_PARTS = ['fromOutside', 'toOutside', 'netOutside'] as const

/** People of the region by status, sex and ages at the end of a year. */
export interface Pyramid {
  readonly year: number
  /** First age of each group; the last is open. */
  readonly ages: readonly number[]
  /** Persons [status][sex][group]; sexes as in SEXES. */
  readonly people: readonly (readonly (readonly number[])[])[]
}

/** A service that is held against a need, by place and year, in its unit. */
export interface ServiceCourse {
  readonly service: string
  readonly title: Bilingual
  readonly unit: string
  /** Present where cities are equal per head by construction: rows are of the region only. */
  readonly alike?: true
  /** The indicator that is its unmet need and nothing else, where the scenario has one: its draws are kept. */
  readonly indicator?: string
  readonly rows: readonly {
    readonly code: string
    readonly year: number
    readonly need: number
    readonly capacity: number
    /** Of the region: what is lacking in its cities, though others have more than they need. */
    readonly lacking: number
    /** Of the need, 0-1; 0 where nothing is needed. */
    readonly lackingShare: number
  }[]
}

/** A programme in the region, in projects since the base year. */
export interface ProgrammeCourse {
  readonly programme: string
  readonly service: string
  readonly title: Bilingual
  readonly unit: string
  /** What its starts rest on, where the scenario says it. */
  readonly quality?: Quality
  /** Steps from start to the opening that is due; the last of them where they differ. */
  readonly lead: number
  /** Projects under way at the end of the base year, where the scenario has any. */
  readonly underWay?: number
  readonly years: readonly {
    readonly year: number
    /** Starts that are due in this scenario, and what would have opened on time, of what is under way too. */
    readonly promisedStarts: number
    readonly promised: number
    readonly started: number
    readonly opened: number
    /** Opened of what is due by then; null where nothing is. */
    readonly openedShare: number | null
  }[]
}
