/** Runs that no disk holds, or that hardly anybody means, are refused before anything is made for them. */
import { aboutBytes, aboutTime, isLargeMeant, secondsOfRun } from '../plan/checks/needs.js'
import type { Plan } from '../plan/plan.js'
import { MOST_DRAWS } from '../results/parts.js'
import { fail } from '../vocabulary/problems.js'

/** Of what is kept on the disk, and of the time it takes, without a word that it is meant. */
const MOST_BYTES = 200e9
const MOST_SECONDS = 7 * 86_400

/** Throws CitywardError with what the outcomes would take; `file` is what was asked to be run. */
export function refuseTooManyDraws(plan: Plan, draws: number, file: string): void {
  const bytes = bytesOf(plan, draws)
  const seconds = secondsOf(plan, draws)
  if (draws > MOST_DRAWS) {
    fail({
      code: 'draws-too-many',
      where: { file, field: 'draws' },
      found: `${draws.toLocaleString('en')} draws, about ${aboutBytes(bytes)} of numbers`,
      expected: `at most ${MOST_DRAWS.toLocaleString('en')} draws`,
      hint: 'Odds from 10,000 draws are known to within 1 point.',
    })
  }
  if (isLargeMeant() || (bytes <= MOST_BYTES && seconds <= MOST_SECONDS)) return
  fail({
    code: 'run-too-large',
    where: { file, field: 'draws' },
    found: `${draws.toLocaleString('en')} draws of ${plan.policies.length} policies: ${aboutBytes(bytes)} on the disk and ${aboutTime(seconds)}`,
    expected: `at most ${aboutBytes(MOST_BYTES)} and ${MOST_SECONDS / 86_400} days`,
    hint: 'Take fewer draws or policies, or keep fewer places and years; --yes does it all the same.',
  })
}

/** Inputs and outcomes as they are simulated. */
function bytesOf({ outcomes, uncertainties, policies }: Plan, draws: number): number {
  return 8 * draws * policies.length * (outcomes.length + uncertainties.length)
}

function secondsOf({ dims, years, policies, schedules }: Plan, draws: number): number {
  const { cities: places, statuses, sexes, ages } = dims
  const nests = schedules[0]?.nests?.seats.length ?? 0
  const pairs = schedules[0]?.pairs?.destinations.to.length
  const sizes = {
    places,
    groups: statuses * sexes * ages,
    steps: years.length - 1,
    nests,
    ...(pairs !== undefined && { pairs }),
  }
  return secondsOfRun(sizes, policies.length, draws)
}
