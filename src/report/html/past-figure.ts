/** The picture of how odds of this kind did where the end is known. */
import { pastOddsChart } from '../charts/past-odds.js'
import { type PastPoint, type PastRecord, pastPoints, pastTable } from '../tables/past-odds.js'
import { phrase } from '../words/bilingual.js'
import { count, share } from '../words/numbers.js'
import { PAST_TITLE } from '../words/past-odds.js'
import type { Figure } from './figure.js'

/** Points of odds from which a group of forecasts is told of, and the fewest forecasts in it. */
const [FAR, SOME] = [0.15, 10]

/** None where the data folder knows of no such forecasts. */
export function pastFigure(record: PastRecord): Figure | undefined {
  const points = pastPoints(record)
  const table = pastTable(record)
  if (!table) return undefined
  const far = points
    .filter(({ stated, happened, number }) => number >= SOME && Math.abs(happened - stated) > FAR)
    .map(farText)
  return {
    id: 'past-odds',
    title: PAST_TITLE,
    caption: phrase(
      'Every mark is a group of forecasts whose end is known: to the right the odds they were given, upwards the share that came true, beside it how many they are. On the dashed line the odds were right, below it they were too sure, above it too cautious.',
      '每个点是一组结局已知的预测：横轴为当时给出的概率，纵轴为实际实现的比例，旁注为预测个数。虚线上表示概率恰当，线下表示过于自信，线上表示过于谨慎。',
    ),
    points: [
      ...(record.pastOdds.length > 0 ? [PROMISES] : []),
      ...(points.some(({ kind }) => kind === 'bands') ? bandsNotes(record) : []),
      ...far,
    ],
    spec: (size) => pastOddsChart(points, size),
    tables: [table],
  }
}

const PROMISES = phrase(
  'Promises are the past commitments behind the verdicts: each was given odds by a fit that had seen no other promise of its kind, and again by one that had seen none of its province.',
  '承诺即研判所依据的既往承诺：每项先由未见过同类承诺的拟合给出概率，再由未见过同一省份承诺的拟合给出概率。',
)
const BANDS = {
  other_cities: phrase(
    'Bands are those of the backtest of people by city: it knows the later census of the other cities, and is no forecast as it could have been made.',
    '区间取自分市人口回测：回测利用了其他城市的后一次普查，并非当时可作的预测。',
  ),
  earlier_years: phrase(
    'Bands are those of backtests by city from what was known in their first year, and of nothing later; cities of one year share what happened to all of them, so they count as far fewer.',
    '区间取自分市回测：仅用起始年已知的数据，未用此后数据；同一年各市受共同变化影响，实际相当于少得多的独立检验。',
  ),
}

/** What the bands knew: a sentence for each kind of backtest in the folder. */
function bandsNotes({ backtest }: PastRecord) {
  const models = backtest.filter(({ method }) => method === 'model')
  const knew = (['other_cities', 'earlier_years'] as const).filter((kind) =>
    models.some((one) => one.knew === kind),
  )
  return knew.map((kind) => BANDS[kind])
}

function farText({ kind, stated, happened, number }: PastPoint) {
  const [en, zh] = (['en', 'zh'] as const).map((language) => [
    share(stated, language),
    share(happened, language),
  ])
  const which = kind === 'family' ? phrase('kind', '同类') : phrase('province', '同一省份')
  return kind === 'bands'
    ? phrase(
        `Far from the line: bands of ${en[0]} held ${en[1]} of ${count(number)} counts.`,
        `偏离较远：${zh[0]}区间命中${count(number)}个数中的${zh[1]}。`,
      )
    : phrase(
        `Far from the line: of ${count(number)} promises at ${en[0]} by a fit without their ${which.en}, ${en[1]} were met.`,
        `偏离较远：剔除${which.zh}承诺的拟合给出${zh[0]}，这${count(number)}项中完成${zh[1]}。`,
      )
}
