/** What is said of the published totals that a projection is scaled to, in both languages. */
import type { Bilingual } from '../vocabulary/bilingual.js'
import { howMany } from '../vocabulary/numbers.js'
import type { ScaledTotal } from './projection.js'
import type { RunHeader } from './run-header.js'

const WHO = {
  male: { en: 'men', zh: '男性' },
  female: { en: 'women', zh: '女性' },
  both: { en: 'people', zh: '人口' },
} as const satisfies Record<string, Bilingual>

/** `women of 15-64`, `people`. */
export function scaledPeople({ sex, ages }: Pick<ScaledTotal, 'sex' | 'ages'>): Bilingual {
  const { en, zh } = WHO[sex ?? 'both']
  if (!ages) return { en, zh }
  const [from, to] = ages
  return to === undefined
    ? { en: `${en} of ${from}+`, zh: `${from}岁及以上${zh}` }
    : { en: `${en} of ${from}-${to}`, zh: `${from}—${to}岁${zh}` }
}

/** That every future meets the totals of some years, and what that makes of odds; nothing where there are none. */
export function metByAll(controlYears: readonly number[] = []): Bilingual[] {
  if (controlYears.length === 0) return []
  const years = [...new Set(controlYears)].sort((a, b) => a - b)
  const count = controlYears.length
  return [
    {
      en: `People are scaled to ${howMany(count, 'published total')} at the end of ${years.join(', ')}. Every future meets ${count === 1 ? 'it' : 'them'} within rounding: odds and ranges take what is counted as certain, as if no total were off.`,
      zh: `${years.join('、')}年末人口按${count}项公布总数校准。各情景均在舍入范围内等于这些总数：概率与区间把其所计人口视为确定，不计总数本身的误差。`,
    },
  ]
}

/**
 * The finding on a run whose people are scaled: when, and where most in the median future of its last policy that has one;
 * none where they are not scaled.
 */
export function controlFinding({
  controlYears,
  projections,
  places,
}: Pick<RunHeader, 'controlYears' | 'projections' | 'places'>): Bilingual[] {
  const controls = projections.at(-1)?.controls ?? []
  const [most] = controls.toSorted((a, b) => Math.abs(b.adjustment) - Math.abs(a.adjustment))
  return metByAll(controlYears).map((met) => {
    if (!most) return met
    const place = places.find(({ code }) => code === most.code)!.name
    const who = scaledPeople(most)
    const by = `${most.adjustment > 0 ? '+' : ''}${most.adjustment.toFixed(1)}`
    return {
      en: `${met.en} Scaled most, with every uncertainty at its median: ${place.en}, ${who.en}, by ${by} % in ${most.year}.`,
      zh: `${met.zh}各不确定因素取中位数时调整最大：${place.zh}${who.zh}，${most.year}年${by}%。`,
    }
  })
}

/** That of two runs only one is scaled to published totals, or each to those of other years; nothing where both or neither are. */
export function scaledApart(before: readonly number[] = [], after: readonly number[] = []): Bilingual[] {
  if (before.join() === after.join()) return []
  const en = (years: readonly number[]) =>
    years.length === 0 ? 'none' : `${years.length} (${[...new Set(years)].join(', ')})`
  const zh = (years: readonly number[]) =>
    years.length === 0 ? '无' : `${years.length}项（${[...new Set(years)].join('、')}年）`
  return [
    {
      en: `People are scaled to published totals in one run and not alike in the other, ${en(before)} before and ${en(after)} after: part of what differs is the scaling, and no effect of the plan.`,
      zh: `两次运行按公布总数所作的校准不同，前者${zh(before)}，后者${zh(after)}：差别中有一部分来自校准，而非方案的作用。`,
    },
  ]
}
