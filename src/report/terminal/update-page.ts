/** What was observed, beside the futures of a run before it was updated; and where they say too little, why. */
import { LEAST_EFFECTIVE, MOST_KHAT, type ObservationPlace } from '../../analysis/weighed/observed-futures.js'
import type { RunHeader } from '../../results/run-header.js'
import type { Update } from '../../studies/update/update-run.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { amount, asWritten, count, range } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import { tableLines } from './table.js'

/** Lines end with a line break. */
export function updateText(
  header: RunHeader,
  { weights, places, base, updated }: Update,
  { language, width }: { readonly language: Language; readonly width: number },
): string {
  const draws = base.reader.draws
  const effective = count(Math.floor(weights.effectiveDraws))
  const first = updated
    ? {
        en: `Updated: ${count(draws)} futures, weighed by what was observed, say as much as ${effective} drawn afresh.`,
        zh: `已更新：${count(draws)}个情景按观测加权后，相当于${effective}个独立情景。`,
      }
    : refusal(header, places, weights, draws)
  const rows = places.map((place) => rowOf(header, place, language))
  const columns = COLUMNS.map((title, at) => ({
    heading: title[language],
    align: at > 0 ? ('right' as const) : ('left' as const),
    ...(at === 0 && { atLeast: 20 }),
  }))
  return `${[...wrap(first[language], width), '', ...tableLines(columns, rows, width)].join('\n')}\n`
}

const COLUMNS: readonly Bilingual[] = [
  { en: 'Observed', zh: '观测' },
  { en: 'value', zh: '数值' },
  { en: 'error', zh: '误差' },
  { en: 'median before', zh: '更新前中位数' },
  { en: '80 % range', zh: '80%区间' },
  { en: 'futures below', zh: '低于观测的情景' },
]

function rowOf(
  { indicators, places }: RunHeader,
  { observation, median, range80, below, draws }: ObservationPlace,
  language: Language,
): string[] {
  const { indicator, place, year, value, error } = observation
  const found = indicators.find(({ name }) => name === indicator)!
  const where = places.find(({ code }) => code === place)!.name[language]
  const shown = (number: number) => amount(number, found.unit, language)
  return [
    `${found.title[language]} · ${where} ${year}`,
    asWritten(value, '', language),
    asWritten(error, '', language),
    shown(median),
    range(range80, found.unit, language),
    `${count(Math.round(below * draws))} / ${count(draws)}`,
  ]
}

/** Why there are no odds, with the observation that stands apart from all futures where one does. */
function refusal(
  { indicators }: RunHeader,
  places: readonly ObservationPlace[],
  { effectiveDraws, khat }: Update['weights'],
  draws: number,
): Bilingual {
  const far = places.find(({ near }) => near === 0)
  if (far) {
    const { title } = indicators.find(({ name }) => name === far.observation.indicator)!
    const side = far.below === 1 ? { en: 'below', zh: '低于' } : { en: 'above', zh: '高于' }
    const all = far.below === 1 || far.below === 0
    return {
      en: `No odds: no future comes near what was observed. ${title.en} ${far.observation.year}: ${all ? `all ${count(draws)} futures are ${side.en} it` : 'none is within two errors of it'}. Its range in the scenario is too narrow, or the count is of another thing.`,
      zh: `不给出概率：没有情景接近观测值。${title.zh}（${far.observation.year}年）：${all ? `全部${count(draws)}个情景均${side.zh}观测值` : '没有情景在两倍误差之内'}。情景中的区间过窄，或统计口径不同。`,
    }
  }
  const effective = count(Math.floor(effectiveDraws))
  const shape = Number.isFinite(khat) ? khat.toFixed(2) : '-'
  return {
    en: `No odds: too few of the ${count(draws)} futures agree with all that was observed. They say as much as ${effective} drawn afresh (${LEAST_EFFECTIVE} at the least), and the tail of their weights has the shape ${shape} (${MOST_KHAT} at the most). Allow more draws (--most-draws), or give the observations the error that they have.`,
    zh: `不给出概率：${count(draws)}个情景中与全部观测相符的太少，仅相当于${effective}个独立情景（至少${LEAST_EFFECTIVE}个），权重尾部形状为${shape}（至多${MOST_KHAT}）。可增加抽样（--most-draws），或如实给出观测误差。`,
  }
}
