/** What indicators that others name come to, in slots of their own; and those that come back to themselves. */
import type { Indicator } from '../../scenario/scenario.js'
import type { Draft } from '../draft.js'
import type { IndicatorPlan } from '../plan.js'
import { keyText, type SlotKey } from '../slot-keys.js'

/** of / per x times: of every city, or of the region from the sums of both parts, as its outcomes are. */
export function addNamedValue(draft: Draft, { name, places }: Indicator, plan: IndicatorPlan): void {
  const { of, per, times, ofShape, perShape } = plan
  const written = [of, ...(per < 0 ? [] : [per])].map((slot) => draft.stepsOf(slot)[0]?.programs[0])
  // what is wrong with it is reported at its own place
  if (written.some((program) => !program)) {
    draft.markReported(name)
    return
  }
  const half = (half: 'of' | 'per'): SlotKey => ({ kind: 'indicator', indicator: name, half })
  const part = (text: string, shape: 'number' | 'cities') =>
    places === 'region' && shape === 'cities' ? `sum(${text})` : text
  const names = new Map(
    (['of', 'per'] as const).slice(0, written.length).map((key, at) => [
      `${key}_part`,
      {
        shape: at === 0 ? ofShape : perShape,
        unit: written[at].unit,
        key: keyText(half(key)),
        description: '',
      },
    ]),
  )
  const divided = per < 0 ? '' : ` / ${part('per_part', perShape)}`
  const text = `${part('of_part', ofShape)}${divided} * (${times})`
  const program = draft.overNames(text, 'result', names)
  if (!program) {
    draft.markReported(name)
    return
  }
  draft.addStep({ kind: 'indicator', indicator: name, half: 'value' }, [program], 'result')
  draft.indicators.set(name, { shape: program.shape, unit: program.unit })
}

/** way: from the indicator through those that it names back to itself. */
export function reportCircle(draft: Draft, name: string, way: readonly string[]): void {
  const found = `a circle of indicators that name each other: ${way.join(' > ')}`
  const expected = 'indicators of which none comes back to itself'
  draft.report(['indicators', name, 'of'], { code: 'indicators-in-circle', found, expected })
  draft.markReported(name)
}
