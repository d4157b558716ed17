/** The picture of how odds of this kind did where the end is known. */
import { clopperPearsonInterval } from '../../sampling/share-intervals.js'
import { pastOddsChart } from '../charts/past-odds.js'
import { type PastPoint, type PastRecord, pastPoints, pastTable } from '../tables/past-odds.js'
import { phrase } from '../words/bilingual.js'
import { count, share } from '../words/numbers.js'
import { PAST_TITLE } from '../words/past-odds.js'
import type { Figure } from './figure.js'

/** Points of odds from which a group of forecasts is told of, where it is further off than chance makes it in 95 of 100 cases. */
const FAR = 0.15

/** None where the data folder knows of no such forecasts. */
export function pastFigure(record: PastRecord): Figure | undefined {
  const points = pastPoints(record)
  const table = pastTable(record)
  if (!table) return undefined
  const far = points
    .filter((point) => Math.abs(point.happened - point.stated) > FAR && beyondChance(point))
    .map(farText)
  return {
    id: 'past-odds',
    title: PAST_TITLE,
    caption: phrase(
      'Every mark is a group of forecasts whose end is known: to the right the odds they were given, upwards the share that came true, beside it how many they are. On the dashed line the odds were right, below it they were too sure, above it too cautious; few forecasts lie off it by chance alone.',
      '每个点是一组结局已知的预测：横轴为当时给出的概率，纵轴为实际实现的比例，旁注为预测个数。虚线上表示概率恰当，线下表示过于自信，线上表示过于谨慎；预测较少时，偏离也可能只是偶然。',
    ),
    points: [
      ...(record.pastOdds.length > 0 ? [promisesText(record)] : []),
      ...(points.some(({ kind }) => kind === 'bands') ? bandsNotes(record) : []),
      ...far,
    ],
    spec: (size) => pastOddsChart(points, size),
    tables: [table],
  }
}

/** Whether odds lie outside Clopper and Pearson's interval of the share that came true. */
function beyondChance({ stated, happened, number }: PastPoint): boolean {
  const { low, high } = clopperPearsonInterval(Math.round(happened * number), number)
  return stated < low || stated > high
}

/** Each promise is counted once by what was left out. */
function promisesText({ pastOdds }: PastRecord) {
  const numbers = (['family', 'province'] as const).map((by) =>
    pastOdds.reduce((sum, one) => sum + (one.leftOut === by ? one.promises : 0), 0),
  )
  const all = count(Math.max(...numbers))
  return phrase(
    `Promises are ${all} past commitments with a number and a known end, railway openings not among them: each was given odds by a fit that had seen no other promise of its kind, and again by one that had seen none of its province.`,
    `承诺为${all}项有数值且结局已知的既往承诺，不含铁路开通：每项先由未见过同类承诺的拟合给出概率，再由未见过同一省份承诺的拟合给出概率。`,
  )
}

const BANDS = {
  other_cities: phrase(
    'Bands are those of the backtest of people by place, several figures of each, which go together: it knows the later census of the other places, mortality and destinations may be of later date too, and it is no forecast as it could have been made.',
    '区间取自分地区人口回测，每地有若干项彼此相关的数：回测利用了其他地区的后一次普查，死亡率和去向也可能取自后来的资料，并非当时可作的预测。',
  ),
  earlier_years: phrase(
    'Bands are those of backtests by place from what was known in their first year, and of nothing later; places of one year share what happened to all of them, so they count as far fewer.',
    '区间取自分地区回测：仅用起始年已知的数据，未用此后数据；同一年各地受共同变化影响，实际相当于少得多的独立检验。',
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
