/** Refuses draws that are too few for odds, before anything is simulated. */
import { LEAST_DRAWS } from '../analysis/odds.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'

/** Throws CitywardError `draws-few`. asked: the command, or the function, that the draws are for. */
export function requireDraws(asked: string, draws: number, least = LEAST_DRAWS): void {
  if (draws >= least) return
  fail({
    code: 'draws-few',
    where: { file: asked },
    found: howMany(draws, 'draw'),
    expected: `at least ${least}: from fewer there are no odds`,
    hint: 'Write --draws 200, or as many as time allows.',
  })
}
