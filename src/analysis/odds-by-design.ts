/**
 * Runs whose draws were set and not drawn by chance (one at a time, factorial, Morris, a table of rows): they are no
 * sample of the futures, so that counts of them are no odds and no verdict rests on them.
 */
import { type Design, type DesignKind, kindOf } from '../sampling/design.js'
import { isSample } from '../sampling/designs.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { oddsOf, phraseFor, wordFor } from './odds.js'
import type { NoSample, Odds, Word } from './summary.js'

/** How a run speaks of the draws that reach a target: odds of a sample, or counts of settings. */
export interface OddsWording {
  readonly oddsOf: (hits: number, draws: number) => Odds
  readonly wordFor: (odds: Odds) => Word
  readonly phraseFor: (odds: Odds) => Bilingual
}

export function oddsWordingFor(design: Design): OddsWording {
  if (isSample(design)) return { oddsOf, wordFor, phraseFor }
  return {
    oddsOf: (hits, draws) => ({ ...oddsOf(hits, draws), low: Number.NaN, high: Number.NaN }),
    wordFor: () => 'no_odds',
    phraseFor: ({ hits, draws }) => ({
      en: `${count(hits)} of ${count(draws)} settings`,
      zh: `${count(draws)}个设定中${count(hits)}个达到`,
    }),
  }
}

const DESIGNS: Partial<Record<DesignKind, Bilingual>> = {
  morris: { en: 'Morris', zh: '莫里斯法' },
  factorial: { en: 'factorial', zh: '全因子' },
  fractional_factorial: { en: 'fractional factorial', zh: '部分因子' },
  one_at_a_time: { en: 'one at a time', zh: '逐一变动' },
  table: { en: 'a table of rows', zh: '自备数据表' },
}

/** What must be said first of such a run; undefined of a sample. */
export function noSampleOf(design: Design, draws: number): NoSample | undefined {
  if (isSample(design)) return undefined
  const kind = kindOf(design) as DesignKind
  const name = DESIGNS[kind] ?? { en: kind, zh: kind }
  return {
    design: kind,
    caution: {
      en: `The ${count(draws)} draws of this run were set (design: ${name.en}) and not drawn by chance: they are no sample of the futures. How many of them reach a target is no odds, and medians and ranges are of these settings alone; so no verdict is given. The principal projection holds as in any run, and "cityward sensitivity" reads such a design.`,
      zh: `本次运行的${count(draws)}个设定由设计给定（${name.zh}），并非随机抽取，不是未来情景的样本：达标设定的个数不是概率，中位数和区间也只属于这些设定，因此不作研判。主预测与其他运行相同；此类设计可用 cityward sensitivity 分析。`,
    },
  }
}

const count = (number: number) => number.toLocaleString('en')
