/** The name of what is compared with. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { policyAt } from '../state/setting.js'
import { OWN_SETTING } from '../words/view-words.js'
import type { Explorer } from './explorer.js'

export function pinnedTitle({ facts, state }: Explorer): Bilingual {
  const { setting } = state.pinned
  const policy = policyAt(facts, setting)
  const { held, splits, aims } = setting
  const isPolicy = policy >= 0 && [held, splits, aims].every((own) => Object.keys(own).length === 0)
  return isPolicy ? facts.policies[policy].title : OWN_SETTING
}
