/**
 * The one place where a fault becomes words.
 *
 * Here and not in report/, since run folders keep these words: the manifest, what a summary finds, and the check of the
 * median future need them below the report. English, as manifests are.
 */
import type { LevelLimit } from '../model/rate-checks.js'
import type { Failure, FailureRecord, Fault, ServiceFault } from './failures.js'

/** What was found, and what was expected where that is more than a number at all. */
export interface FaultWords {
  readonly found: string
  readonly expected?: string
}

export function faultWords(fault: Fault): FaultWords {
  switch (fault.code) {
    case 'not-a-number':
      return {
        found:
          'outcome' in fault
            ? `${fault.outcome} is ${fault.value}`
            : `the line ${fault.line} opens in ${fault.value}`,
      }
    case 'rate-impossible':
      return { found: `${fault.level} of ${whereAndWhat(fault)}`, expected: limitWords(fault.limit) }
    case 'service-impossible':
      return {
        found: `${fieldOf(fault).join('.')} of ${whereAndWhat(fault)}`,
        expected: fault.high === undefined ? '0 or more' : `0 to ${fault.high}`,
      }
    case 'people-negative':
      return { found: `${fault.year}: a cell of ${fault.value}` }
    case 'balance-open':
      return { found: `${fault.year}: off by ${fault.gap} persons` }
    case 'endless':
      return { found: `no end within ${fault.seconds} s; its worker was ended` }
    case 'out-of-memory':
      return { found: 'its worker ran out of memory' }
    case 'worker-lost':
      return {
        found:
          fault.message === undefined
            ? 'its worker was lost without a word'
            : `its worker was lost (${fault.message})`,
      }
    case 'program-fault':
      return { found: fault.message }
  }
}

/** A fault as one phrase. */
export function faultText(fault: Fault): string {
  const { found, expected } = faultWords(fault)
  return expected === undefined ? found : `${found}; expected ${expected}`
}

/** A failure as a run folder keeps it. */
export function recordOf(failure: Failure): FailureRecord {
  const { policy, draw, code } = failure
  return { policy, draw, code, detail: faultText(failure) }
}

/** `school_places.new_schools.on_time`, in parts. */
function fieldOf({ service, programme, field }: ServiceFault): string[] {
  return programme === undefined ? [service, field] : [service, programme, field]
}

function whereAndWhat({ place, value, year }: Pick<ServiceFault, 'place' | 'value' | 'year'>): string {
  return `${place.name.en} is ${Number(value.toPrecision(6))} in ${year}`
}

function limitWords(limit: LevelLimit): string {
  switch (limit.kind) {
    case 'range':
      return `${limit.low} to ${limit.high}`
    case 'rate-below-one':
      return 'less than 1 a step at every age'
    case 'shares-to-one':
      return 'shares returning to village, reclassified and registered of 1 at most together'
  }
}
