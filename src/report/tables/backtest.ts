/** How well the model did where the outcome is known, in sentences and as a table. */

import { ROLLED } from '../../calibration/files.js'
import type { BacktestScore, Dataset, HindcastError } from '../../dataset/dataset.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { METHOD_TITLES, SUBJECT_TITLES } from '../words/backtest.js'
import { phrase, same } from '../words/bilingual.js'
import { share } from '../words/numbers.js'
import { minus } from '../words/typography.js'
import { column, type DataCell, type DataTable, wordsCell } from './data-table.js'

/** What a data folder's backtests come to; none where it has none of the urban share, or of years by those before. */
export function backtestWords(scores: readonly BacktestScore[]): Bilingual[] {
  return [...otherPlacesWords(scores), ...allProvincesWords(scores), ...earlierYearsWords(scores)]
}

/**
 * Urban share, people, and of all else the subject whose bands held least, in so many places that it means something; and that
 * none of these bands are those of the run.
 */
function allProvincesWords(scores: readonly BacktestScore[]): Bilingual[] {
  const own = scores.filter(({ knew, held80 }) => knew === 'all_provinces' && held80 !== undefined)
  const [share80, people80] = ['urban_share', 'people'].map((subject) =>
    own.find((one) => one.subject === subject),
  )
  const [worst] = leastHeld(own)
  if (!share80 || !people80 || !worst) return []
  const { places, year } = people80
  const held = ({ held80 }: BacktestScore, language: Language) => share(held80!, language)
  const least = heldText(worst)
  return [
    phrase(
      `Backtest of many provinces: of ${places} places forecast so, the 80 % bands held ${held(people80, 'en')} for residents and ${held(share80, 'en')} for the urban share; they held least of all else for ${least.en}. The few places of one province tell less. The bands of this run are others: their levels know each place's own census of ${year}, and how places will come to differ afterwards is in them only as far as the scenario draws it.`,
      `多省回测：以同样方式预测的${places}个地区，80%区间命中率：常住人口${held(people80, 'zh')}，城镇化率${held(share80, 'zh')}；其余命中最少：${least.zh}。一省地区少，说明力有限。本次运行的区间与此不同：其水平已知各地自身${year}年普查，而此后各地之间的差异变化仅在情景设有抽样时计入。`,
    ),
  ]
}

/** Of what is neither people nor the urban share, the subjects whose bands held least first. */
const leastHeld = (models: readonly BacktestScore[]): BacktestScore[] =>
  models
    .filter(({ subject }) => subject !== 'people' && subject !== 'urban_share')
    .sort((a, b) => a.held80! - b.held80! || b.meanError - a.meanError)

/** `ages 60+: 50 % held, missed by 6.1 % of the count`, of a subject that is counted in people. */
function heldText({ subject, held80, meanError }: BacktestScore): Bilingual {
  const { en, zh } = subjectTitle(subject)
  const [name] = en.split(' (')
  const [nameZh] = zh.split('（')
  return phrase(
    `${name[0].toLowerCase()}${name.slice(1)}: ${share(held80!, 'en')}, missed by ${meanError.toFixed(1)} % of the count`,
    `${nameZh}${share(held80!, 'zh')}，误差为实数的${meanError.toFixed(1)}%`,
  )
}

/** The urban share against the best of the simple lines, people, and what was held least. */
function otherPlacesWords(scores: readonly BacktestScore[]): Bilingual[] {
  const all = scores.filter(({ knew }) => knew === 'other_cities')
  const own = all.filter(({ subject }) => subject === 'urban_share')
  const model = own.find(({ method }) => method === 'model')
  const [best] = own.filter((one) => one !== model).sort((a, b) => a.meanError - b.meanError)
  if (!model || !best) return []
  const { from, year, held80 } = model
  const [error, region, other] = [
    model.meanError.toFixed(1),
    signed(model.regionError),
    best.meanError.toFixed(1),
  ]
  const line = methodTitle(best.method)
  const held =
    held80 === undefined
      ? phrase('', '')
      : phrase(
          `; its 80 % bands held ${share(held80, 'en')} of the places`,
          `；80%区间命中${share(held80, 'zh')}的地区`,
        )
  const beside = besideUrbanShare(all, scores)
  return [
    phrase(
      `Backtest: lived from ${from} at levels fitted to the other half of the places, the urban share of ${year} was missed by ${error} points in the mean of places (best simple line, ${line.en}: ${other}) and by ${region} in the region${held.en}.${beside.en} No forecast as ${from} could have made it: ${lateKnowledge(year).en}.`,
      `回测：各地自${from}年起，按另一半地区拟合的水平推演，${year}年城镇化率平均误差${error}个百分点（最好的简单方法“${line.zh}”：${other}），全区误差${region}${held.zh}。${beside.zh}这并非${from}年当时可作的预测：${lateKnowledge(year).zh}。`,
    ),
  ]
}

/** ` Residents by 7.5 %, 80 % held; bands held least of all else: ...`; empty where neither was forecast with bands. */
function besideUrbanShare(scores: readonly BacktestScore[], record: readonly BacktestScore[]): Bilingual {
  const models = scores.filter(({ method, held80 }) => method === 'model' && held80 !== undefined)
  const people = models.find(({ subject }) => subject === 'people')
  const [worst] = leastHeld(models)
  if (!people || !worst) return phrase('', '')
  const error = people.meanError.toFixed(1)
  const least = heldText(worst)
  const beyond = beyondOthers(people, record)
  return phrase(
    ` Residents were missed by ${error} %, ${share(people.held80!, 'en')} held; bands held least of all else for ${least.en}.${beyond.en}`,
    `常住人口误差${error}%，命中${share(people.held80!, 'zh')}；其余命中最少：${least.zh}。${beyond.zh}`,
  )
}

/** Held-out residents so many times farther off than in the mean of many provinces are told as such. */
const FAR = 3

function beyondOthers(people: BacktestScore, record: readonly BacktestScore[]): Bilingual {
  const usual = record.find(({ knew, subject }) => knew === 'all_provinces' && subject === people.subject)
  const times = usual ? people.meanError / usual.meanError : 0
  if (!(times >= FAR)) return phrase('', '')
  return phrase(
    ` Residents are off ${times.toFixed(1)} times as much as in the mean of many provinces: levels fitted to one half of these places do not carry to the other.`,
    `常住人口误差为多省平均的${times.toFixed(1)}倍：按一半地区拟合的水平不适用于另一半。`,
  )
}

/** People, urban share, and of all else the subject whose bands held least, by forecasts that could have been made in their first year. */
function earlierYearsWords(scores: readonly BacktestScore[]): Bilingual[] {
  const own = scores.filter(({ knew }) => knew === 'earlier_years')
  const origins = [...new Set(own.map(({ from }) => from))]
  return origins.flatMap((from) => {
    const all = own.filter((one) => one.from === from)
    const models = all.filter(({ method, held80 }) => method === 'model' && held80 !== undefined)
    const people = models.find(({ subject }) => subject === 'people')
    const urban = urbanShareOf(all)
    const [worst] = leastHeld(models)
    if (!people || !worst) return []
    const error = people.meanError.toFixed(1)
    const least = heldText(worst)
    const tables = people.provenance.source.includes(ROLLED)
      ? phrase(', by the national tables', '（按全国数据表）')
      : phrase('', '')
    return [
      phrase(
        `Backtest${tables.en}: by a fit to what was known in ${from}, residents of ${people.year} were missed by ${error} % in the mean of places, and the 80 % bands held ${share(people.held80!, 'en')} of them;${urban.en} bands held least${urban.en === '' ? '' : ' of all else'} for ${least.en}. The fit in use knows the years since.`,
        `回测${tables.zh}：仅用${from}年已知数据拟合，${people.year}年各地人口平均误差${error}%，80%区间命中${share(people.held80!, 'zh')}；${urban.zh}${urban.zh === '' ? '' : '其余'}命中最少：${least.zh}。现用拟合已知此后各年。`,
      ),
    ]
  })
}

/** `the urban share by 4.3 points, the region's by −4.1 (best simple line, ...), 64 % held;`; empty where it was not forecast. */
function urbanShareOf(scores: readonly BacktestScore[]): Bilingual {
  const own = scores.filter(({ subject }) => subject === 'urban_share')
  const model = own.find(({ method }) => method === 'model')
  const best = own
    .filter(({ method }) => method !== 'model')
    .sort((a, b) => Math.abs(a.regionError) - Math.abs(b.regionError))[0]
  if (model?.held80 === undefined) return phrase('', '')
  const [error, region] = [model.meanError.toFixed(1), model.regionError]
  const line = best
    ? phrase(
        ` (best simple line, ${methodTitle(best.method).en}: ${signed(best.regionError, 1)})`,
        `（最好的简单方法“${methodTitle(best.method).zh}”：${signed(best.regionError, 1)}）`,
      )
    : phrase('', '')
  return phrase(
    ` the urban share by ${error} points, that of the whole region by ${signed(region, 1)}${line.en}, ${share(model.held80, 'en')} held;`,
    `城镇化率平均误差${error}个百分点，全区域${signed(region, 1)}${line.zh}，命中${share(model.held80, 'zh')}；`,
  )
}

const methodTitle = (method: string): Bilingual =>
  METHOD_TITLES[method as keyof typeof METHOD_TITLES] ?? same(method)

const subjectTitle = (subject: string): Bilingual =>
  SUBJECT_TITLES[subject as keyof typeof SUBJECT_TITLES] ?? same(subject)

/** What the model knew in a backtest that nobody knew at its start. */
export const lateKnowledge = (year: number): Bilingual =>
  phrase(
    `levels and fertility know the other places' census of ${year}, and mortality and destinations may be of later date too`,
    `迁移和生育水平取自其他地区${year}年普查，死亡和迁移去向的数据也可能晚于起始年`,
  )

/** How near the fit meets the census it was made for: in the region, and in the place where each is furthest off. */
export function hindcastWords({ hindcast, cities }: Pick<Dataset, 'hindcast' | 'cities'>): Bilingual[] {
  const of = (wanted: string) => hindcast.filter(({ subject }) => subject === wanted)
  const [people, share] = [of('people'), of('urban_share')]
  const [region, regionShare] = [people, share].map((all) => all.find(({ place }) => place === 0))
  if (!region || !regionShare) return []
  const furthest = (all: readonly HindcastError[]) =>
    all
      .filter(({ place }) => place > 0)
      .reduce((most, one) => (Math.abs(one.error) > Math.abs(most.error) ? one : most))
  if (people.length < 2 || share.length < 2) return []
  const [most, mostShare] = [people, share].map(furthest)
  const [one, other] = [most, mostShare].map(({ place }) => cities[place - 1].name)
  const { from, year } = region
  return [
    phrase(
      `Fit: lived from ${from} at the levels fitted to both censuses, the people of ${year} come out ${signed(region.error)} % off the count in the region and at most ${signed(most.error)} % in a place (${one.en}), the urban share ${signed(regionShare.error)} and ${signed(mostShare.error)} points (${other.en}). It is no forecast: the levels know ${year}.`,
      `拟合：由${from}年起按两次普查拟合的水平推演，${year}年人口与普查相差：全区域${signed(region.error)}%，各地最大${signed(most.error)}%（${one.zh}）；城镇化率相差${signed(regionShare.error)}和${signed(mostShare.error)}个百分点（${other.zh}）。这不是预测：水平取自${year}年。`,
    ),
  ]
}

/** Every place. */
export function hindcastTable({
  hindcast,
  cities,
  region,
}: Pick<Dataset, 'hindcast' | 'cities' | 'region'>): DataTable | undefined {
  const [first] = hindcast
  if (!first) return undefined
  const errors = new Map(hindcast.map(({ place, subject, error }) => [`${place} ${subject}`, error]))
  const errorOf = (place: number, wanted: string): DataCell => {
    const found = errors.get(`${place} ${wanted}`)
    return wordsCell(same(found === undefined ? '' : signed(found)))
  }
  return {
    id: 'hindcast',
    title: phrase(
      `Fit: each place lived from ${first.from} to ${first.year} at the fitted levels, less the count`,
      `拟合：各地由${first.from}年按拟合水平推演至${first.year}年，减普查数`,
    ),
    columns: [
      column('Place', '地区', false),
      column('Residents (% of count)', '常住人口（占实数%）', false),
      column('Urban share (points)', '城镇化率（百分点）', false),
    ],
    rows: placesShown(hindcast).map((place) => [
      wordsCell(place === 0 ? region.name : cities[place - 1].name),
      errorOf(place, 'people'),
      errorOf(place, 'urban_share'),
    ]),
  }
}

/** Places of a table that a page can hold; of more, the region and those farthest off in anything. */
const MOST_SHOWN = 300
const FARTHEST = 60

function placesShown(hindcast: Dataset['hindcast']): number[] {
  const places = [...new Set(hindcast.map(({ place }) => place))]
  if (places.length <= MOST_SHOWN) return places
  const farthest = hindcast.toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error)).slice(0, FARTHEST)
  const shown = new Set([0, ...farthest.map(({ place }) => place)])
  return places.filter((place) => shown.has(place))
}

/** Every subject and method: a table of each kind of backtest in the folder. */
export function backtestTables(scores: readonly BacktestScore[]): DataTable[] {
  const kinds = [...new Set(scores.map(({ knew }) => knew))]
  return kinds.map((kind, at) => ({
    ...backtestTable(scores.filter(({ knew }) => knew === kind)),
    id: at === 0 ? 'backtest' : `backtest-${at + 1}`,
  }))
}

/** Scores of one kind, at least one. */
function backtestTable(scores: readonly BacktestScore[]): Omit<DataTable, 'id'> {
  const [first] = scores
  const text = (value: number | undefined, digits: (value: number) => string): DataCell =>
    wordsCell(same(value === undefined ? '' : digits(value)))
  const early = first.knew === 'earlier_years'
  return {
    title: tableTitle(first),
    columns: [
      ...(early ? [column('From', '起始年', false)] : []),
      column('Forecast', '预测项', false),
      column('Method', '方法', false),
      column('Mean error of places', '各地平均误差', false),
      column('Error of the region', '区域误差', false),
      column('Probability score (CRPS)', '概率评分（CRPS）', false),
      column('Places held by the 80 % band', '80%区间命中率', false),
    ],
    rows: scores.map(({ from, subject, method, meanError, regionError, score, held80 }) => [
      ...(early ? [wordsCell(same(String(from)))] : []),
      wordsCell(subjectTitle(subject)),
      wordsCell(methodTitle(method)),
      text(meanError, (value) => value.toFixed(2)),
      text(regionError, (value) => signed(value)),
      text(score, (value) => value.toFixed(2)),
      text(held80, (value) => share(value, 'en')),
    ]),
  }
}

const tableTitle = ({ knew, from, year, places }: BacktestScore): Bilingual => {
  if (knew === 'earlier_years')
    return phrase(
      `Backtest: forecasts of ${year} by fits to what was known in their first year`,
      `回测：仅用起始年已知数据拟合，预测${year}年`,
    )
  return knew === 'all_provinces'
    ? phrase(
        `Backtest of many provinces: ${places} places lived from ${from} to ${year}, each by a fit to the other half of its province`,
        `多省回测：${places}个地区由${from}年推演至${year}年，水平由本省另一半地区拟合`,
      )
    : phrase(
        `Backtest: each place lived from ${from} to ${year} by a fit to the other half of the places`,
        `回测：各地由${from}年推演至${year}年，水平由另一半地区拟合`,
      )
}

function signed(value: number, digits = 2): string {
  const text = value.toFixed(digits)
  // what rounds to nothing has no sign
  if (Number(text) === 0) return (0).toFixed(digits)
  return value > 0 ? `+${text}` : minus(text)
}
