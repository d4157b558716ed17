/** Runs that no disk holds are refused before anything is made for them. */
import type { Plan } from '../plan/plan.js'
import { fail } from '../vocabulary/problems.js'

/** Most draws of a run: some hundred thousand parts a policy, all of which a run folder has to list. */
const MOST_DRAWS = 100_000_000
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
