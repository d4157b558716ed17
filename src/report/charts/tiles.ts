/** The cities on a grid, each coloured by the odds that it reaches by itself what is asked of the region. */
import { wordFor } from '../../analysis/odds.js'
import type { OddsWord, PlaceVerdict, Summary, TargetVerdict, Word } from '../../analysis/summary.js'
import { inEach } from '../words/bilingual.js'
import { measured, oddsShare } from '../words/numbers.js'
import { VERDICT } from '../words/verdicts.js'
import { pixelPositions, TEXT_ON_FIELD } from './axes.js'
import { inner, legendOf, type Size } from './kit.js'
import { label, wrappedLabel } from './labels.js'
import { corners } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour, TYPE } from './theme.js'
import { gridExtent, placedOn, shortName, TILE_GAP, tileEdges } from './tile-grid.js'

const STEPS: readonly OddsWord[] = ['almost_impossible', 'unlikely', 'even', 'likely', 'almost_certain']
const FILL: Record<OddsWord, Colour> = {
  almost_impossible: 'odds1',
  unlikely: 'odds2',
  even: 'odds3',
  likely: 'odds4',
  almost_certain: 'odds5',
}
const isBlank = (word: Word) => !(word in FILL)
const ENTRIES = STEPS.map((word) => ({ title: VERDICT[word], colour: FILL[word] }))
/** px */
const HEIGHT = { wide: 84, narrow: 80 } as const

/** Undefined where a city has no place on the grid. */
export function tileChart(summary: Summary, target: TargetVerdict, size: Size): ChartSpec | undefined {
  const placed = placedOn(summary.map, target.cities)
  if (!placed) return undefined
  const [columns, rows] = gridExtent(placed)
  const width = inner(size, 10)
  const tileSize = { width: width / columns, height: HEIGHT[size] }
  const height = rows * tileSize.height
  const at = pixelPositions([0, columns * tileSize.width], height)
  const line = (text: string, y: string, mark: object) => ({
    mark: { type: 'text' as const, fontSize: TYPE.label, fontWeight: 'normal' as const, ...mark },
    encoding: { x: at.x('middle'), y: at.y(y), text: { field: text }, color: TEXT_ON_FIELD },
  })
  const blank = new Set(placed.map(({ place }) => wordFor(place.odds)).filter(isBlank))
  const entries = [
    ...ENTRIES,
    ...[...blank].map((word) => ({ title: VERDICT[word], colour: 'wash' as const })),
  ]
  return {
    width,
    height,
    data: {
      values: placed.map(({ place, tile }) => ({
        ...tileEdges(tile, tileSize),
        ...tileWords(place, target.unit, tileSize.width),
      })),
    },
    layer: [
      {
        mark: { type: 'rect', stroke: colour('rule'), strokeWidth: 0.5 },
        encoding: { ...corners(at), color: { field: 'word', type: 'nominal', ...legendOf(entries, size) } },
      },
      line('name', 'top', { dy: 6, baseline: 'top' }),
      line('odds', 'center', {
        dy: size === 'wide' ? 2 : 6,
        baseline: 'middle',
        fontSize: TYPE.small,
        fontWeight: 'bold',
      }),
      line('median', 'bottom', { dy: -6, baseline: 'bottom' }),
    ],
  }
}

function tileWords({ name, odds, spread }: PlaceVerdict, unit: string, width: number) {
  const word = wordFor(odds)
  return {
    word: label(VERDICT[word]),
    deep: word === 'likely' || word === 'almost_certain',
    name: wrappedLabel(shortName(name), width - TILE_GAP - 6, TYPE.label),
    odds: label(inEach((language) => oddsShare(odds, language))),
    median: label(inEach((language) => measured(spread.median, unit, language))),
  }
}
