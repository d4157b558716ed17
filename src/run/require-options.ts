/** Sizes and settings of a run that a program hands over: what cannot be meant is refused before anything is started. */
import { refuseArgument, requireOneOf, requireWhole } from '../vocabulary/wrong-argument.js'
import { ENGINES, type Engine } from './engine.js'

/** Seconds that a timer can hold. */
const MOST_SECONDS = 2_000_000

/** Throws CitywardError `argument-wrong`, which names the argument. */
export function requireRunOptions(
  called: string,
  options: {
    readonly draws: number
    readonly threads?: number
    readonly batchSize?: number
    readonly partDraws?: number
    readonly engine?: Engine
    readonly patience?: number
  },
): void {
  const { threads = 0, batchSize = 1, partDraws = 1, engine = 'kernel', patience = 1 } = options
  requireWhole(called, 'draws', options.draws, 1)
  requireWhole(called, 'threads', threads, 0)
  requireWhole(called, 'batchSize', batchSize, 1)
  requireWhole(called, 'partDraws', partDraws, 1)
  requireOneOf(called, 'engine', engine, ENGINES)
  if (!(patience > 0 && patience <= MOST_SECONDS))
    refuseArgument(called, 'patience', String(patience), `seconds, up to ${MOST_SECONDS}`)
}
