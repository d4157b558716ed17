/** How past promises ended that were given such odds as the verdicts of this page which rest on promises alone. */
import type { TargetVerdict } from '../../../analysis/summary.js'
import type { PastOdds } from '../../../dataset/dataset.js'
import { clopperPearsonInterval } from '../../../sampling/share-intervals.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { phrase } from '../bilingual.js'
import { count, share } from '../numbers.js'
import { isPromiseAlone } from './unknowns.js'

/** Part of the verdicts that a group of odds has to exceed to be spoken of: little, as chance carries odds over its bounds. */
const SPOKEN_OF = 0.05

/**
 * Undefined where no verdict rests on promises alone, or nothing is known of past odds there. The record is that of the data
 * folder, in groups of odds; both ways of leaving promises out are told, as they differ.
 */
export function pastAtSuchOdds(
  targets: readonly TargetVerdict[],
  pastOdds: readonly PastOdds[],
): Bilingual | undefined {
  const alone = targets.filter(isPromiseAlone).map(({ region }) => region.odds.share)
  const within = (low: number, high: number) => alone.filter((odds) => odds >= low && odds < high).length
  const held = pastOdds.filter(({ low, high }) => within(low, high) > SPOKEN_OF * alone.length)
  if (held.length === 0) return undefined
  const [low, high] = [Math.min(...held.map((one) => one.low)), Math.max(...held.map((one) => one.high))]
  const records = (['family', 'province'] as const).flatMap((by) => {
    const groups = pastOdds.filter((one) => one.leftOut === by && one.low >= low && one.high <= high)
    const sum = (of: (one: PastOdds) => number) => groups.reduce((all, one) => all + of(one), 0)
    const promises = sum((one) => one.promises)
    return promises === 0 ? [] : [{ by, promises, met: Math.round(sum((one) => one.met * one.promises)) }]
  })
  const isEven = records.every(({ promises, met }) => {
    const interval = clopperPearsonInterval(met, promises)
    return interval.low < 0.5 && interval.high > 0.5
  })
  const [en, zh] = (['en', 'zh'] as const).map((language) => [share(low, language), share(high, language)])
  const lying = lyingAt(within(low, high), alone.length)
  return phrase(
    `${lying.en} at ${en[0]} to ${en[1]}. Of past promises given as much by a fit that had seen ${records.map(metInEnglish).join('; by one that had seen ')}.${isEven ? ' So few do not tell such odds from even ones.' : ''}`,
    `${lying.zh}的概率在${zh[0]}至${zh[1]}之间。以往得到这一概率的承诺，${records.map(metInChinese).join('，')}。${isEven ? '数目太少，尚看不出这样的概率与对半有别。' : ''}`,
  )
}

/** How many of the verdicts of promises alone, as the subject of a sentence. */
function lyingAt(here: number, all: number): Bilingual {
  if (all === 1) return phrase('This verdict lies', '该项')
  if (here === all) return phrase(`All ${count(all)} of these verdicts lie`, `这${count(all)}项`)
  return phrase(
    `${count(here)} of these ${count(all)} verdicts ${here === 1 ? 'lies' : 'lie'}`,
    `这${count(all)}项中有${count(here)}项`,
  )
}

interface Met {
  readonly by: PastOdds['leftOut']
  readonly promises: number
  readonly met: number
}

const metInEnglish = ({ by, promises, met }: Met) =>
  `none of their ${by === 'family' ? 'kind' : 'province'}, ${count(met)} of ${count(promises)} were met`

const metInChinese = ({ by, promises, met }: Met) =>
  `拟合时剔除${by === 'family' ? '同类' : '同一省份'}承诺的，${count(promises)}项中完成${count(met)}项`
