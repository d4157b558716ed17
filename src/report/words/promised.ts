/** Which targets answer to how many people come, and the people whom promised rates are built for. */
import type { TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach, phrase } from './bilingual.js'

/** `9 of 31 targets answer to how many people come: ...`; undefined where none does, or in runs that do not say. */
export function answerToPeople(targets: readonly TargetVerdict[]): Bilingual | undefined {
  const some = targets.filter(({ ofPeople }) => ofPeople)
  if (some.length === 0) return undefined
  const named = inEach((language) => some.map(({ title }) => title[language]).join(MARK[language]))
  return phrase(
    `${some.length} of ${targets.length} targets answer to how many people come and stay: ${named.en}. In what all others are measured by nobody is counted.`,
    `${targets.length}项目标中有${some.length}项随人口去留而变：${named.zh}。其余目标的衡量指标与人口数无关。`,
  )
}

/** Titles have commas of their own. */
const MARK = { en: '; ', zh: '；' } as const

export const PROMISED_TITLE = phrase(
  'Promised as rates: for whom they are built, and who shares them',
  '以比率承诺的目标：按多少人建设，由多少人分享',
)

export const PROMISED_NOTE = phrase(
  'A rate is built as a number, for the people that an office expects; where more come it falls short, where fewer come it is more than kept. What is built is that of any promise of its kind: nothing is known of its own progress. Fewest and most people: the third of the futures with the fewest people to share it, and the third with the most.',
  '比率按部门预计的人数折成数量来建设：来的人多于预计则不足，少于预计则有余。建成多少参照同类既往承诺，其自身进展没有数据。人最少、人最多：分别指分享人数最少和最多的三分之一情景。',
)
