/**
 * The words that a summary carries, in both languages: summary.json holds them, so that every reader of a run folder has
 * them without cityward. All other words are made in report/.
 */

import type { FailureRecord } from '../results/failures.js'
import { faultInChinese } from '../results/fault-words.js'
import type { RunUpdate } from '../results/observation.js'
import type { DesignKind } from '../sampling/design.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { howMany, wholePercent } from '../vocabulary/numbers.js'
import type { FailedTrajectories } from './failed-trajectories.js'
import { MOST_FAILED, wordFor } from './odds.js'
import type { Odds } from './summary.js'

const count = (number: number) => number.toLocaleString('en')

/** The share of an outcome's variance that no single uncertainty accounts for. */
export const OTHER_TITLE: Bilingual = { en: 'other and together', zh: '其他及共同作用' }

/** In place of odds, of a target that nothing moves. */
export const UNMOVED: Bilingual = {
  en: 'what it is measured by stands still: nothing that varies and no work of the plan reaches it in the model',
  zh: '其衡量指标在模型中固定不变，没有变动因素，也没有本计划的项目作用于它',
}

/**
 * A phrase that completes "reached in ...": tenths in the middle, hundredths near the ends, and at the ends what
 * was simulated, which is never certainty; of too few draws a count.
 */
export function phraseFor(odds: Odds): Bilingual {
  const { share, hits, draws } = odds
  if (wordFor(odds) === 'no_odds')
    return { en: 'a share of futures that is not known', zh: '达标情景的比例无从得知' }
  if (wordFor(odds) === 'too_few')
    return {
      en: `${count(hits)} of ${howMany(draws, 'simulated future')}`,
      zh: `${count(draws)}个模拟情景中${count(hits)}个达标`,
    }
  if (hits === 0)
    return {
      en: `none of the ${howMany(draws, 'simulated future')}`,
      zh: `${count(draws)}个模拟情景中无一达标`,
    }
  if (hits === draws)
    return { en: `all ${howMany(draws, 'simulated future')}`, zh: `全部${count(draws)}个模拟情景达标` }
  if (share < 0.01) return { en: 'fewer than 1 in 100 futures', zh: '不到1%的情景达标' }
  if (share > 0.99) return { en: 'more than 99 in 100 futures', zh: '超过99%的情景达标' }
  const hundredths = wholePercent(share)
  const tenths = Math.round(share * 10)
  if (hundredths >= 10 && hundredths <= 90)
    return { en: `about ${tenths} in 10 futures (${hundredths} %)`, zh: `约${hundredths}%的情景达标` }
  return { en: `about ${hundredths} in 100 futures`, zh: `约${hundredths}%的情景达标` }
}

/** The same of draws that are no sample of the futures: a count. */
export function settingsPhrase(odds: Odds): Bilingual {
  const { hits, draws } = odds
  if (wordFor(odds) === 'no_odds') return phraseFor(odds)
  return {
    en: `${count(hits)} of ${howMany(draws, 'setting')}`,
    zh: `${count(draws)}个设定中${count(hits)}个达到`,
  }
}

const DESIGNS: Partial<Record<DesignKind, Bilingual>> = {
  morris: { en: 'Morris', zh: '莫里斯法' },
  factorial: { en: 'factorial', zh: '全因子' },
  fractional_factorial: { en: 'fractional factorial', zh: '部分因子' },
  one_at_a_time: { en: 'one at a time', zh: '逐一变动' },
  table: { en: 'a table of rows', zh: '自备数据表' },
}

/** The caution on a run whose draws were set by a design and not drawn by chance. */
export function noSampleCaution(kind: DesignKind, draws: number): Bilingual {
  const name = DESIGNS[kind] ?? { en: kind, zh: kind }
  return {
    en: `The ${howMany(draws, 'draw')} of this run ${draws === 1 ? 'was' : 'were'} set (design: ${name.en}) and not drawn by chance: they are no sample of the futures. How many of them reach a target is no odds, and medians and ranges are of these settings alone; so no verdict is given. The principal projection holds as in any run, and "cityward sensitivity" reads such a design.`,
    zh: `本次运行的${count(draws)}个设定由设计给定（${name.zh}），并非随机抽取，不是未来情景的样本：达标设定的个数不是概率，中位数和区间也只属于这些设定，因此不作研判。主预测与其他运行相同；此类设计可用 cityward sensitivity 分析。`,
  }
}

/** The finding on trajectories that gave no number; the cause of the first is named where the run knows it. */
export function failureFinding(
  { title: policy, failed }: { readonly title: Bilingual; readonly failed: FailedTrajectories },
  cause: FailureRecord | undefined,
  draws: number,
  seed: number,
): Bilingual {
  const first = failed.draws.join(', ')
  const more = failed.count > failed.draws.length ? ', ...' : ''
  const [some, all] = [count(failed.count), count(draws)]
  const one = failed.count === 1
  const many = failed.count > MOST_FAILED * draws
  return {
    en: `${policy.en}: ${some} of ${howMany(draws, 'trajectory', 'trajectories')} gave no number (${one ? 'draw' : 'draws'} ${first}${more} of seed ${seed}); ${one ? 'it counts as not reached and is' : 'they count as not reached and are'} left out of medians and ranges.${many ? TOO_MANY_FAILED.en : ''}${cause ? ` Draw ${cause.draw}: ${cause.detail} [${cause.code}].` : ''}`,
    zh: `${policy.zh}：${all}条轨迹中有${some}条未得出数值（种子${seed}的第${first}${more}次抽样）；按未达到计，不计入中位数和区间。${many ? TOO_MANY_FAILED.zh : ''}${cause ? `第${cause.draw}次：${faultInChinese(cause.detail)} [${cause.code}]。` : ''}`,
  }
}

const TOO_MANY_FAILED: Bilingual = {
  en: ` More than ${100 * MOST_FAILED} % of the futures failed: its targets have no verdict.`,
  zh: `失败的情景超过${100 * MOST_FAILED}%，其目标不作研判。`,
}

/** The finding on a run of fewer draws than a word needs. */
export function fewDraws(draws: number, least: number): Bilingual {
  const are = draws === 1 ? 'is' : 'are'
  return {
    en: `${howMany(draws, 'draw')} ${are} too few for verdicts, first years, differences of odds and what each uncertainty contributes (${least} at the least); medians and ranges of so few say little as well.`,
    zh: `${count(draws)}次抽样太少，不足以给出结论、首次达标年份、概率之差和各不确定因素的贡献（至少${least}次）；中位数和区间也说明不了多少。`,
  }
}

/** The finding on targets whose ratio lacks its denominator in some futures, under one policy. */
export function lackingFinding(
  policy: Bilingual,
  targets: readonly { readonly title: Bilingual }[],
): Bilingual {
  const [en, zh] = [targets.map(({ title }) => title.en), targets.map(({ title }) => title.zh)]
  return {
    en: `${policy.en}: no odds of ${en.join('; ')}: in some futures there is nothing that it is measured against (0). Its medians and ranges are of the other futures.`,
    zh: `${policy.zh}：${zh.join('；')}不给出达标概率：部分情景下其分母为0。中位数和区间只来自其余情景。`,
  }
}

/** The finding on a run too small for contributions. */
export function noContributions(draws: number, uncertainties: number): Bilingual {
  return {
    en: `What each uncertainty contributes is not given: ${howMany(draws, 'draw')} ${draws === 1 ? 'is' : 'are'} too few for ${howMany(uncertainties, 'uncertainty', 'uncertainties')}, or some of them move as one.`,
    zh: `未给出各不确定因素的贡献：${draws}次抽样不足以区分${uncertainties}个不确定因素，或其中有完全同步变动的因素。`,
  }
}

/** The finding on a run that was updated: by what, how much is left of its draws, and what was not updated. */
export function updateFinding(
  { observations, effectiveDraws, khat, from }: RunUpdate,
  draws: number,
): Bilingual {
  const [all, taken, effective] = [from, draws, Math.floor(effectiveDraws)].map(count)
  const shape = khat === Number.NEGATIVE_INFINITY ? 'none' : khat.toFixed(2)
  const sources = [...new Set(observations.map(({ source }) => source))].join('; ')
  return {
    en: `Updated by ${howMany(observations.length, 'observation')} (${sources}): ${taken} futures taken by their weight from ${all} that were simulated before; they say as much as ${effective} drawn afresh (shape of the tail of weights: ${shape}). The principal projection is that of before.`,
    zh: `已按${count(observations.length)}项观测更新（${sources}）：从此前模拟的${all}个情景中按权重抽取${taken}个，相当于${effective}个独立情景（权重尾部形状：${shape === 'none' ? '无' : shape}）。主预测未更新。`,
  }
}

/** Of a run on numbers of the template. */
export const INVENTED: Bilingual = {
  en: 'The numbers of this data folder are invented (source S_EXAMPLE), and the levels of the scenario are fitted to no census: what is said here holds for no place.',
  zh: '该数据文件夹中的数字为虚构（来源 S_EXAMPLE），情景中的水平未经普查校准：此处结论不适用于任何地区。',
}
