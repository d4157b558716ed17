/**
 * A promised rate: a part of it is built, for the people that an office expects, and is shared by those who are there in the
 * end. Compiled into a ratio of the region, whose numerator and denominator name two other indicators.
 */
import type { Indicator, PromisedFor } from '../../scenario/scenario.js'
import { PURE, sameUnit, type Unit } from '../../vocabulary/units.js'
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
    draft.report(path, notOfRegion(per ? 'promised_for beside per' : BY_CITY))
    return slots
  }
  const alone = [of.formula, ...(follows ? [follows] : [])].map((one) => draft.formula(one, 'result', PURE))
  const [built, follow] = alone.map((program) => program?.shape === 'cities')
  if (built || follow) {
    draft.report(
      follow ? [...path, 'follows'] : path,
      notOfRegion(follow ? '`follows:` with a value for every city' : BY_CITY),
    )
    return slots
  }
  const [all, planned] = [people, expected].map((one) => inRegion(draft, one))
  // what is wrong with an indicator that is named is reported at its own place
  if (alone.includes(undefined) || !all || !planned) return slots
  const served = follows
    ? `(${planned} * (1 - ${bracket(follows)}) + ${bracket(follows)} * ${all})`
    : `(${planned})`
  const programs = countedAlike(draft, [expected, people], () =>
    [`${bracket(of.formula)} * ${served}`, all].map((text) => draft.composed(text, 'result', path)),
  )
  for (const [at, program] of programs.entries())
    if (program) draft.addStep(half(at === 0 ? 'of' : 'per'), [program], 'result')
  return slots
}

const BY_CITY = 'promised_for of an indicator with values by city or year'

const notOfRegion = (found: string) => ({
  code: 'promise-not-of-region' as const,
  found,
  expected: 'one formula under `of:`, the share of the promise that is built, and `places: region`',
})

/** What another indicator comes to in the region, as text of a formula; undefined where it is wrong. */
function inRegion(draft: Draft, name: string): string | undefined {
  const known = draft.indicators.get(name)
  return known && (known.shape === 'cities' ? `sum(indicator(${name}))` : `indicator(${name})`)
}

/**
 * Compile with two indicators as counts of the same people, which their labels say they are: a formula's own unit may be none,
 * as of a plain number of people expected.
 */
function countedAlike<T>(draft: Draft, names: readonly string[], compile: () => T): T {
  const known = names.map((name) => draft.indicators.get(name)!)
  const unit = known.find((one) => !sameUnit(one.unit, PURE))?.unit ?? PURE
  const set = (units: (at: number) => Unit) => {
    for (const [at, name] of names.entries()) draft.indicators.set(name, { ...known[at], unit: units(at) })
  }
  set(() => unit)
  const compiled = compile()
  set((at) => known[at].unit)
  return compiled
}
