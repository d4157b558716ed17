/** Runs that no disk holds are refused before anything is made for them. */
import type { Plan } from '../plan/plan.js'
import { MOST_DRAWS } from '../results/parts.js'
import { fail } from '../vocabulary/problems.js'

const UNITS = ['GB', 'TB', 'PB', 'EB']

/** Throws CitywardError with the size that the outcomes would take; `file` is what was asked to be run. */
export function refuseTooManyDraws(plan: Plan, draws: number, file: string): void {
  if (draws <= MOST_DRAWS) return
  fail({
    code: 'draws-too-many',
    where: { file, field: 'draws' },
    found: `${draws.toLocaleString('en')} draws, about ${sizeOf(plan, draws)} of numbers`,
    expected: `at most ${MOST_DRAWS.toLocaleString('en')} draws`,
    hint: 'Odds from 10,000 draws are known to within 1 point.',
  })
}

/** Bytes of inputs and outcomes as they are simulated, with a unit. */
function sizeOf({ outcomes, uncertainties, policies }: Plan, draws: number): string {
  const gigabytes = (8 * draws * policies.length * (outcomes.length + uncertainties.length)) / 1e9
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(gigabytes) / 3)))
  return `${Number((gigabytes / 1000 ** step).toPrecision(2)).toLocaleString('en')} ${UNITS[step]}`
}
