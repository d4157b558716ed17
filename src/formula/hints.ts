/** What a name that a formula's language does not know was likely meant to be, as a sentence. */
import { didYouMean, suggestion } from '../vocabulary/lookup.js'
import { nearest } from '../vocabulary/nearest.js'
import type { Language } from './language.js'
import { FUNCTIONS } from './operations.js'

/** For a name that stands alone: a call without brackets, a call run together, or a slip of the fingers. */
export function hintForName(name: string, language: Language): string | undefined {
  const usage = language.calls.get(name)?.usage ?? FUNCTIONS.get(name)?.usage
  if (usage) return `Write ${usage.slice(0, usage.indexOf(')') + 1)}.`
  return didYouMean(
    callOf(name, language) ?? nearest(name, language.names.keys()) ?? language.meantBy?.(name),
  )
}

/** For the name of a call: the function or call that is spelled nearly so, or a product without its sign. */
export function hintForCall(name: string, language: Language): string | undefined {
  if (language.names.has(name)) return `To multiply, write ${name} * (...).`
  return suggestion(name, knownCalls(language))
}

/** Every function and call of a language. */
export function knownCalls({ calls }: Language): readonly string[] {
  return [...calls.keys(), ...FUNCTIONS.keys()]
}

/** people(urban) for `people_urban` and `urban_people`, where the language has such a call. */
function callOf(name: string, { calls }: Language): string | undefined {
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
