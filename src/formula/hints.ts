/** What a name that a formula's scope does not have was likely meant to be, as a sentence. */
import { didYouMean, suggestion } from '../vocabulary/lookup.js'
import { nearest } from '../vocabulary/nearest.js'
import { FUNCTIONS } from './operations.js'
import type { FormulaScope } from './scope.js'

/** For a name that stands alone: a call without brackets, a call run together, or a slip of the fingers. */
export function hintForName(name: string, scope: FormulaScope): string | undefined {
  const usage = scope.calls.get(name)?.usage ?? FUNCTIONS.get(name)?.usage
  if (usage) return `Write ${usage.slice(0, usage.indexOf(')') + 1)}.`
  if (scope.past?.names.has(name)) return `Write previous(${name}) for its value a step before.`
  return didYouMean(callOf(name, scope) ?? nearest(name, scope.names.keys()) ?? scope.meantBy?.(name))
}

/** For the name of a call: the function or call that is spelled nearly so, or a product without its sign. */
export function hintForCall(name: string, scope: FormulaScope): string | undefined {
  if (scope.names.has(name)) return `To multiply, write ${name} * (...).`
  return suggestion(name, knownCalls(scope))
}

/** Every function and call of a scope. */
export function knownCalls({ calls }: FormulaScope): readonly string[] {
  return [...calls.keys(), ...FUNCTIONS.keys()]
}

/** people(urban) for `people_urban` and `urban_people`, where the scope has such a call. */
function callOf(name: string, { calls }: FormulaScope): string | undefined {
  for (const [known, call] of calls) {
    const word = [...partsAround(name, known)].find((part) => call.resolve([{ word: part }]).ok)
    if (word) return `${known}(${word})`
  }
  return undefined
}

/** What is left of a name without the word that it begins or ends with. */
function* partsAround(name: string, word: string): Iterable<string> {
  if (name.startsWith(`${word}_`)) yield name.slice(word.length + 1)
  if (name.endsWith(`_${word}`)) yield name.slice(0, -word.length - 1)
}
