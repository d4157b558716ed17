/** Trajectories that gave no numbers: why, as data, and what reproduces them. Words for it: fault-words.ts. */
import type { LevelLimit } from '../model/rate-checks.js'
import type { Level } from '../model/rates.js'
import type { PlanPlace } from '../plan/plan.js'

/** Why a trajectory gave no numbers; years as of the calendar. */
export type Fault = ScenarioFault | LossFault

/** Faults that are the scenario's. */
export type ScenarioFault =
  | OutcomeFault
  | LineFault
  | LevelFault
  | ServiceFault
  | ControlFault
  | CellFault
  | BalanceFault

/** An outcome that is no finite number. */
export interface OutcomeFault {
  readonly code: 'not-a-number'
  /** Name of its column. */
  readonly outcome: string
  readonly value: number
}

/** A line that opens on no date. */
export interface LineFault {
  readonly code: 'not-a-number'
  readonly line: string
  readonly value: number
}

/** A number of a city in a year, which cannot be. */
interface CityFault {
  readonly place: Pick<PlanPlace, 'code' | 'name'>
  readonly year: number
  readonly value: number
}

/** A level with which no step can be computed. */
export interface LevelFault extends CityFault {
  readonly code: 'rate-impossible'
  readonly level: Level
  readonly limit: LevelLimit
}

/** Numbers of a service, and of a programme, that formulas of a scenario give. */
export type ServiceField = 'opening' | 'closure' | 'demand' | 'standard'
export type ProgrammeField = 'share' | 'scale' | 'fulfilment' | 'on_time' | 'each'

/** A number behind a service or one of its programmes that no service can have. */
export interface ServiceFault extends CityFault {
  readonly code: 'service-impossible'
  readonly service: string
  /** Absent for a number of the service itself. */
  readonly programme?: string
  readonly field: ServiceField | ProgrammeField
  /** It has to be from 0 to this; absent where there is no highest. */
  readonly high?: number
}

/** A published total that people cannot be scaled to; `value` is what they come to with the others met. */
export interface ControlFault extends CityFault {
  readonly code: 'control-unmet'
  /** Place, sex and ages in words. */
  readonly who: string
  readonly total: number
}

/** Fewer than no persons in the smallest cell of people. */
export interface CellFault {
  readonly code: 'people-negative'
  readonly year: number
  readonly value: number
}

/** A year whose births, deaths and moves do not add up to the change in people; `gap` in persons. */
export interface BalanceFault {
  readonly code: 'balance-open'
  readonly year: number
  readonly gap: number
}

/** Faults that are the machine's or the program's and not the scenario's. */
export type LossFault =
  /** Ended after so many seconds without a heartbeat. */
  | { readonly code: 'endless'; readonly seconds: number }
  | { readonly code: 'out-of-memory' }
  /** The message of the error that ended the worker, where there was one. */
  | { readonly code: 'worker-lost'; readonly message?: string }
  | { readonly code: 'program-fault'; readonly message: string }

/** Codes of LossFault. */
export const LOST_CODES: readonly string[] = [
  'endless',
  'out-of-memory',
  'worker-lost',
  'program-fault',
] satisfies LossFault['code'][]

/** A trajectory that gave no numbers, with what reproduces it. */
export type Failure = Fault & { readonly policy: number; readonly draw: number }

/** A failure as a run folder keeps it: its cause in words (fault-words.ts). */
export interface FailureRecord {
  readonly policy: number
  readonly draw: number
  readonly code: string
  readonly detail: string
}
