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

/** That every future meets so many totals, and what that makes of odds; none where there are no totals. */
export function metByAll(totals: readonly { readonly year: number }[]): Bilingual[] {
  if (totals.length === 0) return []
  const years = [...new Set(totals.map(({ year }) => year))].sort((a, b) => a - b)
  return [
    {
      en: `People are scaled to ${howMany(totals.length, 'published total')} at the end of ${years.join(', ')}. Every future meets ${totals.length === 1 ? 'it' : 'them'} within rounding: odds and ranges take what is counted as certain, as if no total were off.`,
      zh: `${years.join('、')}年末人口按${totals.length}项公布总数校准。各情景均在舍入范围内等于这些总数：概率与区间把其所计人口视为确定，不计总数本身的误差。`,
    },
  ]
}

/** The finding on a run whose people are scaled: when, and where most, under its last policy; none where they are not. */
export function controlFinding({
  projections,
  places,
}: Pick<RunHeader, 'projections' | 'places'>): Bilingual[] {
  const controls = projections.at(-1)?.controls ?? []
  const [most] = controls.toSorted((a, b) => Math.abs(b.adjustment) - Math.abs(a.adjustment))
  const place = most && places.find(({ code }) => code === most.code)!.name
  return metByAll(controls).map(({ en, zh }) => {
    const who = scaledPeople(most)
    const by = `${most.adjustment > 0 ? '+' : ''}${most.adjustment.toFixed(1)}`
    return {
      en: `${en} Scaled most, with every uncertainty at its median: ${place.en}, ${who.en}, by ${by} % in ${most.year}.`,
      zh: `${zh}各不确定因素取中位数时调整最大：${place.zh}${who.zh}，${most.year}年${by}%。`,
    }
  })
}
