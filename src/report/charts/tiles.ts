/** The cities on a grid, each coloured by the odds that it reaches by itself what is asked of the region. */
import { wordFor } from '../../analysis/odds.js'
import type { OddsWord, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { measured, oddsShare } from '../words/numbers.js'
import { VERDICT } from '../words/words.js'
import { inner, legendOf, type Size } from './kit.js'
import { label, wrappedLabel } from './labels.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour, TYPE } from './theme.js'

const STEPS: readonly OddsWord[] = ['almost_impossible', 'unlikely', 'even', 'likely', 'almost_certain']
const FILL: Record<OddsWord, Colour> = {
  almost_impossible: 'odds1',
  unlikely: 'odds2',
  even: 'odds3',
  likely: 'odds4',
  almost_certain: 'odds5',
}
/** px between tiles, and tile heights. */
const GAP = 4
const HEIGHT = { wide: 84, narrow: 80 } as const

/** Undefined where a city has no place on the grid. */
export function tileChart(summary: Summary, target: TargetVerdict, size: Size): ChartSpec | undefined {
  const tileOf = new Map(summary.map.map(({ code, tile }) => [code, tile]))
  const placed = target.cities.flatMap((city) => {
    const tile = tileOf.get(city.code)
    return tile ? [{ city, tile }] : []
  })
  if (placed.length === 0 || placed.length < target.cities.length) return undefined
  const columns = Math.max(...placed.map(({ tile }) => tile[0])) + 1
  const rows = Math.max(...placed.map(({ tile }) => tile[1])) + 1
  const width = inner(size, 10)
  const tile = { width: width / columns, height: HEIGHT[size] }
  const values = placed.map(({ city, tile: [column, row] }) => {
    const word = Number.isNaN(city.odds.share) ? 'no_odds' : wordFor(city.odds)
    return {
      left: column * tile.width,
      right: (column + 1) * tile.width - GAP,
      middle: (column + 0.5) * tile.width - GAP / 2,
      top: row * tile.height,
      bottom: (row + 1) * tile.height - GAP,
      center: (row + 0.5) * tile.height - GAP / 2,
      word: label(VERDICT[word]),
      deep: word === 'likely' || word === 'almost_certain',
      name: wrappedLabel(shortName(city.name), tile.width - GAP - 6, TYPE.label),
      odds: label({ en: oddsShare(city.odds, 'en'), zh: oddsShare(city.odds, 'zh') }),
      median: label({
        en: measured(city.spread.median, target.unit, 'en'),
        zh: measured(city.spread.median, target.unit, 'zh'),
      }),
    }
  })
  const scale = { domain: [0, columns * tile.width], nice: false }
  const vertical = { domain: [0, rows * tile.height], nice: false, reverse: true }
  const ink = {
    condition: { test: 'datum.deep', value: colour('onDeep') },
    value: colour('onPale'),
  }
  const line = (field: string, dy: number, bold: boolean, baseline: 'top' | 'bottom' | 'middle') => ({
    mark: {
      type: 'text' as const,
      dy,
      baseline,
      fontSize: bold ? TYPE.small : TYPE.label,
      fontWeight: bold ? ('bold' as const) : ('normal' as const),
    },
    encoding: {
      x: { field: 'middle', type: 'quantitative' as const, axis: null, scale },
      y: {
        field: bold ? 'center' : field === 'name' ? 'top' : 'bottom',
        type: 'quantitative' as const,
        axis: null,
        scale: vertical,
      },
      text: { field },
      color: ink,
    },
  })
  const blank = placed.some(({ city }) => Number.isNaN(city.odds.share))
  const entries = [
    ...STEPS.map((word) => ({ title: VERDICT[word], colour: FILL[word] })),
    ...(blank ? [{ title: VERDICT.no_odds, colour: 'wash' as const }] : []),
  ]
  return {
    width,
    height: rows * tile.height,
    data: { values },
    layer: [
      {
        mark: { type: 'rect', stroke: colour('rule'), strokeWidth: 0.5 },
        encoding: {
          x: { field: 'left', type: 'quantitative', axis: null, scale },
          x2: { field: 'right' },
          y: { field: 'top', type: 'quantitative', axis: null, scale: vertical },
          y2: { field: 'bottom' },
          color: { field: 'word', type: 'nominal', ...legendOf(entries, size) },
        },
      },
      line('name', 6, false, 'top'),
      line('odds', size === 'wide' ? 2 : 6, true, 'middle'),
      line('median', -6, false, 'bottom'),
    ],
  }
}

/** A city without the word for city. */
function shortName({ en, zh }: Bilingual): Bilingual {
  return { en, zh: zh.length > 2 ? zh.replace(/市$/, '') : zh }
}
