/** Words of what is typed and cannot be taken: where, what was found, what was expected. */
import { phrase } from '../../report/words/bilingual.js'
import { asWritten } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { ExplorerUncertainty } from '../facts.js'

export const NUMBER_EXPECTED = phrase('a number, such as 0.5', '数字，例如0.5')
export const PERCENT_EXPECTED = phrase('a whole per cent from 1 to 99', '1至99的整数百分位')
export const PART_EXPECTED = phrase(
  'a part of the quota from 0 to 100 %, and above 0 in one area at least',
  '0至100%，且至少一地大于0',
)

/** `Nanning: found “abc”; expected a number, such as 0.5.` */
export const notTaken = (where: string, text: string, expected: Bilingual): Bilingual =>
  phrase(
    `${where}: found ${text.trim() === '' ? 'nothing' : `“${text}”`}; expected ${expected.en}.`,
    `${where}：发现${text.trim() === '' ? '空白' : `“${text}”`}；应为${expected.zh}。`,
  )

export const WHOLE_PERCENT_EXPECTED = phrase('a whole per cent from 1 to 99', '1至99的整数百分比')

export function withinExpected(range: readonly [number, number], unit: string): Bilingual {
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    range.map((value) => minus(asWritten(value, unit, language))),
  )
  return phrase(`a number from ${en[0]} to ${en[1]}`, `${zh[0]}至${zh[1]}之间的数`)
}

/** Values that a distribution can have. */
export function valueExpected({ ends, only, unit }: ExplorerUncertainty): Bilingual {
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    (only ?? ends).map((value) => minus(asWritten(value, unit, language))),
  )
  if (only)
    return phrase(`one of ${en.join(', ')}: it has no other values`, `${zh.join('、')}之一：该因素只取这些值`)
  return phrase(
    `a number from ${en[0]} to ${en[1]}, within which its futures lie`,
    `${zh[0]}至${zh[1]}之间的数：该因素的取值范围`,
  )
}
