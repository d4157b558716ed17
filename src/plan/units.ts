/** Units as the scenario writes them; an unknown one is reported with its place. */
import type { Path } from '../scenario/scenario.js'
import { suggestion } from '../vocabulary/lookup.js'
import { BASE_UNITS, PURE_WORDS, parseUnit, type Unit } from '../vocabulary/units.js'
import type { Draft } from './draft.js'

/** The unit of a named part of the scenario; undefined where it is unknown, and then nothing more is reported of formulas that use the name. */
export function readUnit(draft: Draft, name: string, text: string, path: Path): Unit | undefined {
  const unit = parseUnit(text)
  if (unit) return unit
  draft.markReported(name)
  const words = text
    .split(/[\s*/^]+/)
    .filter((word) => parseUnit(word) === undefined && !/^-?\d+$/.test(word))
  const hint = words.map((word) => suggestion(word, [...BASE_UNITS, ...PURE_WORDS])).find(Boolean)
  draft.report(path, {
    code: 'unit-unknown',
    found: `the unit "${text}"`,
    expected: `${PURE_WORDS.join(', ')}, or a unit made of ${BASE_UNITS.join(', ')}, such as bed / person`,
    hint,
  })
  return undefined
}
