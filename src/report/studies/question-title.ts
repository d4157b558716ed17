/** What was asked of a run, as a heading. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { SensitivityQuestion } from '../terminal/answers.js'

/** `What "Urban share" hangs on: Guangxi, 2023, The plan` */
export function questionTitle({ title, place, year, policy }: SensitivityQuestion): Bilingual {
  return {
    en: `What "${title.en}" hangs on: ${place.name.en}, ${year}, ${policy.title.en}`,
    zh: `“${title.zh}”取决于什么：${place.name.zh}，${year}年，${policy.title.zh}`,
  }
}
