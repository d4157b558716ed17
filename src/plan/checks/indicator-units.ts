/**
 * The unit of an indicator's label, compared with what its formulas count.
 *
 * An unknown label is not checked, nor is a formula with a number written in it, since that number may carry a unit
 * (`people(urban) / 100000` is a count of centres, each for so many people).
 */
import { type Label, readLabel } from '../../vocabulary/labels.js'
import { formatNumber } from '../../vocabulary/numbers.js'
import { combineUnits, formatUnit, PURE, sameUnit, type Unit } from '../../vocabulary/units.js'
import type { Draft } from '../draft.js'
import { unitOfSlot } from '../indicators.js'
import type { IndicatorPlan } from '../plan.js'

/** Warn of every indicator whose label is of another thing than its formulas count, or of another number of them. */
export function checkLabels(draft: Draft, indicators: readonly IndicatorPlan[]): void {
  for (const indicator of indicators) {
    const label = readLabel(indicator.unit)
    const counted = label && countedBy(draft, indicator)
    if (!label || !counted) continue
    if (!sameUnit(counted, label.unit)) warnOfUnit(draft, indicator, counted)
    else warnOfSize(draft, indicator, label)
  }
}

/** What an indicator counts; undefined where its formulas do not show it. */
function countedBy(draft: Draft, { of, per }: IndicatorPlan): Unit | undefined {
  const slots = per < 0 ? [of] : [of, per]
  const programs = slots.flatMap((slot) => draft.stepsOf(slot).flatMap((step) => step.programs))
  if (programs.length === 0 || programs.some(({ constants }) => constants.length > 0)) return undefined
  // another indicator may have been multiplied to the unit of its label
  const loads = programs.flatMap((program) => program.loads)
  if (loads.some(({ key }) => draft.slots.keyOf(key).kind === 'indicator')) return undefined
  const [above, below = PURE] = slots.map((slot) => unitOfSlot(draft, slot))
  // a pure number may be a count without a noun, a share, or a percentage already
  return sameUnit(above, PURE) ? undefined : combineUnits(above, below, -1)
}

function warnOfUnit(draft: Draft, { name, unit }: IndicatorPlan, counted: Unit): void {
  const pure = sameUnit(counted, PURE)
  draft.warn(['indicators', name, 'unit'], {
    code: 'unit-of-another-thing',
    found: `"${unit}" on ${pure ? 'a share' : formatUnit(counted)}`,
    expected: pure ? 'percent, or another unit of a share' : `a unit of ${formatUnit(counted)}`,
    hint: 'Write the unit of what `of:` and `per:` count, or count what the unit says.',
  })
}

/** One 万人 is 10,000 people, so that `times` has to be 0.0001. */
function warnOfSize(draft: Draft, { name, unit, times }: IndicatorPlan, { size }: Label): void {
  const meant = 1 / size
  if (Math.abs(times / meant - 1) < 1e-9) return
  draft.warn(['indicators', name, 'times'], {
    code: 'times-of-another-unit',
    found: `\`times: ${formatNumber(times)}\` with the unit ${unit}`,
    expected: formatNumber(meant),
    hint: `Write \`times: ${formatNumber(meant)}\`${times === 1 ? '; left out it is 1' : ''}.`,
  })
}
