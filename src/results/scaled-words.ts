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

/** The finding on a run whose people are scaled: when, and where most, under its last policy; none where they are not. */
export function controlFinding({
  projections,
  places,
}: Pick<RunHeader, 'projections' | 'places'>): Bilingual[] {
  const controls = projections.at(-1)?.controls ?? []
  const [most] = controls.toSorted((a, b) => Math.abs(b.adjustment) - Math.abs(a.adjustment))
  if (!most) return []
  const years = [...new Set(controls.map(({ year }) => year))].sort((a, b) => a - b)
  const place = places.find(({ code }) => code === most.code)!.name
  const who = scaledPeople(most)
  const percent = most.adjustment.toFixed(1)
  const by = `${most.adjustment > 0 ? '+' : ''}${percent} %`
  const totals = howMany(controls.length, 'published total')
  return [
    {
      en: `People are scaled to ${totals} at the end of ${years.join(', ')}. Every future meets them, so that ranges of those years say nothing of how sure they are. Scaled most: ${place.en}, ${who.en}, by ${by} in ${most.year}.`,
      zh: `${years.join('、')}年末人口按${controls.length}项公布总数校准。各情景均等于这些总数，这些年份的区间不反映其不确定性。调整最大：${place.zh}${who.zh}，${most.year}年${by}。`,
    },
  ]
}
