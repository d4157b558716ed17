/** The policy that the others are measured against, in words. */
import { baselineIn } from '../../vocabulary/baseline.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from './bilingual.js'

interface NamedPolicies {
  readonly policies: readonly { readonly name: string; readonly title: Bilingual }[]
}

/** Its title, quoted; "no action" where that is its name. Empty where there is none. */
export function baselineTitle({ policies }: NamedPolicies): Bilingual {
  const baseline = policies[baselineIn(policies)]
  if (!baseline) return phrase('', '')
  if (baseline.name === 'no_action') return phrase('no action', '不采取行动')
  return phrase(`“${baseline.title.en}”`, `“${baseline.title.zh}”`)
}

/** The same in Chinese within a sentence that quotes every title. */
export function quotedBaseline(run: NamedPolicies): Bilingual {
  const { en, zh } = baselineTitle(run)
  return phrase(en, zh.startsWith('“') ? zh : `“${zh}”`)
}
