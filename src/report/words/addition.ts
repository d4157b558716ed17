/** What the plan adds to its first target beside the policy it is measured against, and by what, in sentences. */
import type { AddedPart, Addition } from '../../analysis/addition.js'
import type { Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { EffectEvidence } from '../../vocabulary/evidence.js'
import type { Language } from '../../vocabulary/language.js'
import { inEach, phrase } from './bilingual.js'
import { lowered } from './headline.js'
import { count, points, share, unitName } from './numbers.js'

/** Below so many futures one of them alone moves odds by more than half a point, which is as much as most parts bring. */
const FUTURES_OF_SMALL_PARTS = 200

/** Of a policy that takes away, such as one that withdraws what there was, by its name. */
export function addedTitle({ total, policyTitle: { en, zh } }: Addition): Bilingual {
  return total.mean < 0
    ? phrase(`What “${en}” takes from the first target`, `“${zh}”使首要目标减少多少`)
    : phrase('What the plan adds to the first target', '计划为首要目标增加了多少')
}

/** How well the effect of a lever is known. */
export const ADDED_EVIDENCE: Readonly<Record<EffectEvidence, Bilingual>> = {
  study: phrase('size judged from a study', '大小据研究推断'),
  sign: phrase('only the direction is known', '仅知方向'),
  judgement: phrase('a judgement', '主观判断'),
}

/** Sentences: the whole, what each lever brings of it, and on what that rests. */
export function additionWords(addition: Addition, summary: Summary, target: TargetVerdict): Bilingual[] {
  if (addition.target !== target.id) return []
  return [
    inEach((language) => whole(addition, summary, target, language)),
    ...[...addition.parts].sort((a, b) => b.mean - a.mean).map((part) => partWords(part, addition)),
    caution(addition),
  ]
}

/** Of the run's own futures: points, and odds before and after. */
function whole(addition: Addition, summary: Summary, target: TargetVerdict, language: Language): string {
  const { policyTitle: policy, againstTitle: against, unit } = addition
  const effect = summary.policies.at(-1)!.effects.find((one) => one.target === target.id)
  const { median, range80 } = effect?.spread ?? {
    median: addition.total.mean,
    range80: addition.total.range80,
  }
  const after = target.region.odds.share
  const before = after - (effect?.odds ?? addition.total.odds)
  const [low, high] = range80.map(fine)
  const name = unitOf(unit, language)
  const odds = [before, after].map((value) => share(value, language))
  return language === 'zh'
    ? `与“${against.zh}”相比，“${policy.zh}”使${target.year}年${target.title.zh}变化${fine(median)}${name}（十个情景中八个在${low}至${high}之间），达标情景由${odds[0]}变为${odds[1]}。`
    : `Beside “${against.en}”, “${policy.en}” moves the ${lowered(target.title.en)} of ${target.year} by ${fine(median)}${name} (in eight futures of ten by ${low} to ${high}), and the futures that reach the target from ${odds[0]} to ${odds[1]}.`
}

/** `Jobs and industry: +0.06 points, 80 % 0.01 to 0.15; +1.2 points of odds (size judged from a study).` */
function partWords({ title, evidence, mean, range80, odds }: AddedPart, { unit }: Addition): Bilingual {
  const [low, high] = range80.map(fine)
  const rests = evidence ? ADDED_EVIDENCE[evidence] : undefined
  return phrase(
    `${title.en}: ${fine(mean)}${unitOf(unit, 'en')} (80 %: ${low} to ${high}), ${points(odds)} ${/^[+-]1$/.test(points(odds)) ? 'point' : 'points'} of odds${rests ? `; ${rests.en}` : ''}.`,
    `${title.zh}：${fine(mean)}${unitOf(unit, 'zh')}（80%：${low}至${high}），达标概率${points(odds)}个百分点${rests ? `；${rests.zh}` : ''}。`,
  )
}

function caution({ parts, draws, orders, againstTitle: against }: Addition): Bilingual {
  const signs = parts.filter(({ evidence }) => evidence === 'sign').length
  const rests =
    signs > 0
      ? phrase(
          ` Of ${count(signs)} of the ${count(parts.length)} only the direction is known, so that they may be nothing.`,
          `其中${count(signs)}项（共${count(parts.length)}项）仅知方向，也可能为零。`,
        )
      : phrase('', '')
  const one = (100 / draws).toPrecision(2).replace(/\.0$/, '')
  const known =
    draws >= FUTURES_OF_SMALL_PARTS
      ? phrase('odds of so many are within a few points', '如此数量的概率误差为几个百分点')
      : phrase(
          `one future of so few is ${one} points of odds, so that these may be chance`,
          `情景过少，一个情景即为${one}个百分点，概率的变化可能只是抽样误差`,
        )
  return phrase(
    `The effects are assumptions with ranges, not measurements; what the years before hold of them already counts under “${against.en}”.${rests.en} Parts are means over the same ${count(draws)} futures, and ${count(orders)} orders of adding one to another (Shapley values); ${known.en}.`,
    `各项作用是带区间的假设，并非实测；既往年份已含的部分计入“${against.zh}”。${rests.zh}各项为同一组${count(draws)}个情景、${count(orders)}种加入次序的均值（夏普利值）；${known.zh}。`,
  )
}

/** Two digits of what is small: `+0.14`, `-0.003`. */
function fine(value: number): string {
  const digits =
    Math.abs(value) >= 1 ? value.toFixed(1) : value.toFixed(Math.abs(value) >= 0.01 || value === 0 ? 2 : 3)
  const text = Number(digits) === 0 ? '0' : digits
  return Number(digits) > 0 ? `+${text}` : text
}

function unitOf(unit: string, language: Language): string {
  if (unit === 'percent') return language === 'zh' ? '个百分点' : ' points'
  const name = unitName(unit, language)
  return name === '' ? '' : language === 'zh' ? name : ` ${name}`
}
