/**
 * delivery.csv and delivery-quantiles.csv: what past commitments say of the promises of a plan, a class of promises a
 * row, and its whole distribution a column.
 */
import type { PastCommitment } from '../../dataset/dataset.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { csvText } from '../../vocabulary/csv.js'
import { heldOutPromises, reliabilityOf } from './backtest.js'
import { crossingAt, forecastOf, ratioAt } from './forecast.js'
import { type DeliveryModel, fitDelivery, numericRows, type Pledge } from './model.js'
import { openingRows, slipForecast, stageOf, type WorksStage } from './slips.js'
import { WEIGHTING, type Weighting } from './weights.js'

/** A kind of promise that a plan makes. */
export interface DeliveryClassRequest {
  readonly name: string
  readonly title: Bilingual
  /** A promise of a number, or of an opening date at a stage of the works. */
  readonly promise: Pledge | { readonly stage: WorksStage }
  readonly note: string
}

export const DELIVERY_QUANTILES_FILE = 'delivery-quantiles.csv'
/** Source id of what was learned; a data folder lists it in sources.csv. */
export const DELIVERY = 'D_DELIVERY'

const PAST_ODDS_COLUMNS = [
  'left_out',
  'low',
  'high',
  'promises',
  'odds',
  'met',
  'unit',
  'source',
  'quality',
  'note',
]

const COLUMNS = [
  'class', 'title_en', 'title_zh', 'measure', 'odds', 'p10', 'p50', 'p90', 'alike_met', 'alike_decided', 'alike_median',
  'base_met', 'base_decided', 'rows', 'unit', 'source', 'quality', 'note',
] // biome-ignore format: a list of headings reads best as a paragraph

/** Steps between the quantiles of a column; their ends stand for the outermost thousandths. */
const STEPS = 200
const OUTERMOST = 0.001

interface Learned {
  readonly odds: number
  /** The value that a share of the odds lies below or at. */
  readonly at: (share: number) => number
  /** Rows with a known end of the same family; and of all promises as long, or at the same stage. */
  readonly alike: readonly PastCommitment[]
  readonly base: readonly PastCommitment[]
}

/** What classes learn from the rows; the model of all promises is fitted once, when the first class asks. */
export function learner(
  commitments: readonly PastCommitment[],
  weighting: Weighting = WEIGHTING,
): (request: Pick<DeliveryClassRequest, 'promise'>) => Learned {
  const rows = numericRows(commitments)
  const decided = rows.filter(({ met }) => met !== undefined)
  let model: DeliveryModel | undefined
  return ({ promise }) => {
    if ('stage' in promise) return learnedOfOpenings(commitments, promise.stage)
    model ??= fitDelivery(rows, weighting)
    const forecast = forecastOf(model, promise)
    return {
      odds: forecast.odds,
      at: (share) => ratioAt(forecast, share),
      alike: decided.filter(({ family }) => family === promise.family),
      base: decided.filter(({ years }) => years > 1 === promise.longer),
    }
  }
}

function learnedOfOpenings(commitments: readonly PastCommitment[], stage: WorksStage): Learned {
  const { odds, cumulative } = slipForecast(commitments, stage)
  const openings = openingRows(commitments)
  return {
    odds,
    at: (share) => crossingAt(cumulative, share, [-120, 1200]),
    alike: openings.filter((row) => stageOf(row) === stage),
    base: openings,
  }
}

/** Text of each file by name. */
export function deliveryFiles(
  commitments: readonly PastCommitment[],
  classes: readonly DeliveryClassRequest[],
): Map<string, string> {
  const learned = learner(commitments)
  const all = classes.map((request) => ({ request, learned: learned(request) }))
  const shares = Array.from({ length: STEPS + 1 }, (_, step) =>
    Math.min(1 - OUTERMOST, Math.max(OUTERMOST, step / STEPS)),
  )
  // dates are told in months, and moved by years
  const rows = shares.map((share) =>
    all.map((one) => digits(one.learned.at(share) / ('stage' in one.request.promise ? 12 : 1))),
  )
  return new Map([
    ['delivery.csv', csvText([COLUMNS, ...all.map((one) => classRow(one.request, one.learned))])],
    [DELIVERY_QUANTILES_FILE, csvText([classes.map(({ name }) => name), ...rows])],
    ['past_odds.csv', pastOddsCsv(numericRows(commitments))],
  ])
}

/** Odds of past promises whose end is known, each by a fit that has seen none of its family or province, in bins. */
function pastOddsCsv(rows: readonly PastCommitment[]): string {
  const bins = (['family', 'province'] as const).flatMap((by) =>
    reliabilityOf(heldOutPromises(rows, by, WEIGHTING)).map(({ from, to, promises, odds, met }) => [
      by, from, to, promises, digits(odds), digits(met), 'share', DELIVERY, 'estimate',
      `each promise by a fit that has seen none of its ${by}`,
    ]),
  ) // biome-ignore format: a row reads best as a line
  return csvText([PAST_ODDS_COLUMNS, ...bins])
}

function classRow(request: DeliveryClassRequest, { odds, at, alike, base }: Learned): (string | number)[] {
  const isDate = 'stage' in request.promise
  const measureOf = (row: PastCommitment) => (isDate ? row.slipMonths! : row.ratio!)
  const isMet = (row: PastCommitment) => (isDate ? row.slipMonths! <= 0 : row.met === true)
  const middle = medianOf(alike.map(measureOf))
  return [
    request.name,
    request.title.en,
    request.title.zh,
    isDate ? 'months late' : 'ratio',
    digits(odds),
    ...[0.1, 0.5, 0.9].map((share) => digits(at(share))),
    alike.filter(isMet).length,
    alike.length,
    middle === undefined ? '' : digits(middle),
    base.filter(isMet).length,
    base.length,
    alike.map(({ id }) => id).join(';'),
    isDate ? 'month' : 'ratio',
    DELIVERY,
    'estimate',
    request.note,
  ]
}

function medianOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
}

/** Six digits: far finer than what is known, and the same on every machine. */
const digits = (value: number) => Number(value.toPrecision(6))
