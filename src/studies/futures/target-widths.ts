/** What a target's odds would be in a finished run, were an uncertainty judged narrower or wider. */
import { reached } from '../../analysis/attainment.js'
import { type DrawnInput, type WidthEffect, widthEffects } from '../../analysis/weighed/widths.js'
import { quantileOfSorted } from '../../math/quantile.js'
import type { RunHeader } from '../../results/run-header.js'
import { howMany } from '../../vocabulary/numbers.js'
import { fail } from '../../vocabulary/problems.js'

/** Draws with a number below which odds by weights say nothing. */
const LEAST_DRAWS = 200

export interface TargetWidths {
  /** Draws with a number. */
  readonly draws: number
  /** As the scenario says. */
  readonly odds: number
  readonly median: number
  readonly effects: readonly WidthEffect[]
}

/**
 * inputs   every uncertainty that varies, by draw
 * outcome  of the target's indicator, by draw
 *
 * Throws CitywardError `method-needs-sample` for draws that are no sample of the futures, `draws-few` for too few of them.
 */
export function targetWidths(
  { design }: Pick<RunHeader, 'design'>,
  target: RunHeader['targets'][number],
  inputs: readonly DrawnInput[],
  outcome: Float64Array,
): TargetWidths {
  const where = { file: '--widths' }
  if (typeof design === 'object') {
    const expected = 'a run whose draws are a sample of the futures'
    fail({ code: 'method-needs-sample', where, found: 'draws that a design lays out', expected })
  }
  const known = outcome.filter((value) => !Number.isNaN(value)).sort()
  if (known.length < LEAST_DRAWS) {
    const expected = `at least ${LEAST_DRAWS}, since odds at other widths are weighed`
    fail({ code: 'draws-few', where, found: howMany(known.length, 'draw'), expected })
  }
  const found = widthEffects(inputs, outcome, (value) => reached(target, value))
  return { draws: known.length, median: quantileOfSorted(known, 0.5), ...found }
}
