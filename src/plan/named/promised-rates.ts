/**
 * A promised rate: a part of it is built, for the people that an office expects, and is shared by those who are there in the
 * end. Compiled into a ratio of the region, whose numerator and denominator name two other indicators.
 */
import type { Indicator, PromisedFor } from '../../scenario/scenario.js'
import { bracket, type Draft } from '../draft.js'
import type { SlotKey } from '../slot-keys.js'

/** kept * (expected + follows * (people - expected)), and people: slots of the two; problems go to the draft. */
export function addPromised(
  draft: Draft,
  { name, of, per, places }: Indicator,
  { expected, people, follows }: PromisedFor,
): { readonly of: number; readonly per: number } {
  const half = (half: 'of' | 'per'): SlotKey => ({ kind: 'indicator', indicator: name, half })
  const slots = { of: draft.slots.slot(half('of')), per: draft.slots.slot(half('per')) }
  const path = ['indicators', name, 'promised_for']
  if (of.kind !== 'formula' || per || places !== 'region') {
    draft.report(path, {
      code: 'promise-not-of-region',
      found: per ? 'promised_for beside per' : 'promised_for of an indicator with values by city or year',
      expected: 'one formula under `of:`, the share of the promise that is built, and `places: region`',
    })
    return slots
  }
  const alone = [of.formula, ...(follows ? [follows] : [])].map((one) =>
    draft.formula(one, 'result', undefined),
  )
  const [all, planned] = [people, expected].map((one) => inRegion(draft, one))
  // what is wrong with an indicator that is named is reported at its own place
  if (alone.includes(undefined) || !all || !planned) return slots
  const built = follows
    ? `(${planned} * (1 - ${bracket(follows)}) + ${bracket(follows)} * ${all})`
    : `(${planned})`
  const programs = [`${bracket(of.formula)} * ${built}`, all].map((text) =>
    draft.composed(text, 'result', path),
  )
  for (const [at, program] of programs.entries())
    if (program) draft.addStep(half(at === 0 ? 'of' : 'per'), [program], 'result')
  return slots
}

/** What another indicator comes to in the region, as text of a formula; undefined where it is wrong. */
function inRegion(draft: Draft, name: string): string | undefined {
  const known = draft.indicators.get(name)
  return known && (known.shape === 'cities' ? `sum(indicator(${name}))` : `indicator(${name})`)
}
