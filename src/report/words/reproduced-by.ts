/** What reproduces the numbers of a run, as one line below them. */
import type { Summary } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { count } from './numbers.js'

export function reproducedBy(summary: Summary, language: Language): string {
  const { draws, seed, fingerprint, version } = summary
  const plan = fingerprint.slice(0, 8)
  return language === 'zh'
    ? `每项政策${count(draws)}次抽样；种子${seed}；方案${plan}；cityward ${version}`
    : `${howMany(draws, 'draw')} a policy, seed ${seed}, plan ${plan}, cityward ${version}`
}
