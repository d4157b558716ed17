/** What was asked of the boxes, as a heading. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { SensitivityQuestion } from '../terminal/answers.js'
import { phrase } from '../words/bilingual.js'

export const MISSED = phrase('misses the target', '未达标')
export const REACHED = phrase('reaches the target', '达标')

/** `When "Urban share" mainly misses its target: Guangxi, 2023, The plan` */
export function discoveryTitle(
  { title, place, year, policy }: SensitivityQuestion,
  fails: boolean,
): Bilingual {
  const verb = fails ? 'misses' : 'reaches'
  return {
    en: `When "${title.en}" mainly ${verb} its target: ${place.name.en}, ${year}, ${policy.title.en}`,
    zh: `“${title.zh}”主要在何种情形下${fails ? '未达标' : '达标'}：${place.name.zh}，${year}年，${policy.title.zh}`,
  }
}
