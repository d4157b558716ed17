/** Odds that were stated against what came of them: on the line they were right, below it too sure. */
import type { PastPoint } from '../tables/past-odds.js'
import { phrase } from '../words/bilingual.js'
import { count } from '../words/numbers.js'
import { PAST_KINDS, type PastKind } from '../words/past-odds.js'
import { between, quantity } from './axes.js'
import { colourOf, inner, type LegendEntry, type Size } from './kit.js'
import { label, labelsBy } from './labels.js'
import { dotMark, texts } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour } from './theme.js'

const HEIGHT = 320
const TONES: Record<PastKind, Colour> = { family: 'ours', province: 'asked', bands: 'beside' }
/** Where the number of forecasts stands beside its mark, so that kinds that lie close do not cover each other. */
const NUMBER_AT = {
  family: { align: 'right', dx: -8, dy: -9 },
  province: { align: 'left', dx: 9, dy: 9 },
  bands: { align: 'center', dx: 0, dy: -14 },
} as const
/** Area of a mark, px: more for more forecasts. */
const areaOf = (number: number) => Math.min(240, 30 + 2 * number)
const AIR = 0.06

export function pastOddsChart(points: readonly PastPoint[], size: Size): ChartSpec {
  const kinds = (['family', 'province', 'bands'] as const).filter((kind) =>
    points.some((one) => one.kind === kind),
  )
  const entryOf = (kind: PastKind): LegendEntry => ({ title: PAST_KINDS[kind], colour: TONES[kind] })
  const color = colourOf(kinds.map(entryOf), size, 1)
  const low = Math.max(0, Math.floor(10 * Math.min(...points.map(({ stated }) => stated))) / 10 - 0.1)
  const domain = [low, 1] as const
  const across = { scale: between([low - AIR / 2, 1 + AIR / 2]), axis: { ...axis(STATED), tickCount: 6 } }
  const up = { scale: between([-AIR, 1 + AIR]), axis: { ...axis(), tickCount: 6 } }
  const marks = kinds.flatMap((kind) =>
    points
      .filter((one) => one.kind === kind)
      .map((one) => ({
        data: { values: [one] },
        mark: { ...dotMark(areaOf(one.number)), ...(kind === 'bands' && { shape: 'square' as const }) },
        encoding: { x: quantity('stated', across), y: quantity('happened', up), color: color(entryOf(kind)) },
      })),
  )
  const numbers = kinds.map((kind) =>
    texts(
      points.filter((one) => one.kind === kind).map((one) => ({ ...one, text: count(one.number) })),
      { ...NUMBER_AT[kind], color: colour(TONES[kind]) },
      { x: quantity('stated'), y: quantity('happened') },
    ),
  )
  return {
    width: inner(size, 60),
    height: HEIGHT,
    layer: [
      {
        data: { values: domain.map((at) => ({ at })) },
        mark: { type: 'line', color: colour('quiet'), strokeWidth: 1, strokeDash: [4, 3] },
        encoding: { x: quantity('at', across), y: quantity('at', up) },
      },
      texts(
        [{ text: label(CAME_TRUE) }],
        { align: 'left' as const, baseline: 'top' as const, color: colour('quiet') },
        { x: { value: 5 }, y: { value: 0 } },
      ),
      ...marks,
      ...numbers,
    ],
  }
}

const STATED = phrase('odds that were stated →', '当时给出的概率 →')
const CAME_TRUE = phrase('↑ share that came true', '↑ 实现比例')

const axis = (title?: typeof STATED) => ({
  title: title ? label(title) : null,
  grid: true,
  labelExpr: labelsBy({
    en: "format(100 * datum.value, '.0f') + ' %'",
    zh: "format(100 * datum.value, '.0f') + '%'",
  }),
})
