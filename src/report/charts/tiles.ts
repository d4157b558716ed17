/** The cities on a grid, each coloured by the odds that it reaches by itself what is asked of the region. */
import { wordFor } from '../../analysis/odds.js'
import type { OddsWord, PlaceVerdict, Summary, TargetVerdict, Word } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach, phrase } from '../words/bilingual.js'
import { measured, oddsShare } from '../words/numbers.js'
import { VERDICT } from '../words/verdicts.js'
import { pixelPositions, TEXT_ON_FIELD } from './axes.js'
import { inner, legendOf, type Size } from './kit.js'
import { label, wrappedLabel } from './labels.js'
import { corners } from './layers.js'
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
const isBlank = (word: Word) => !(word in FILL)
const ENTRIES = STEPS.map((word) => ({ title: VERDICT[word], colour: FILL[word] }))
/** px between tiles, and tile heights. */
const GAP = 4
const HEIGHT = { wide: 84, narrow: 80 } as const

/** Undefined where a city has no place on the grid. */
export function tileChart(summary: Summary, target: TargetVerdict, size: Size): ChartSpec | undefined {
  const placed = placedCities(summary, target)
  if (placed.length === 0 || placed.length < target.cities.length) return undefined
  const [columns, rows] = [0, 1].map((axis) => Math.max(...placed.map(({ tile }) => tile[axis])) + 1)
  const width = inner(size, 10)
  const tileSize = { width: width / columns, height: HEIGHT[size] }
  const height = rows * tileSize.height
  const at = pixelPositions([0, columns * tileSize.width], height)
  const line = (text: string, y: string, mark: object) => ({
    mark: { type: 'text' as const, fontSize: TYPE.label, fontWeight: 'normal' as const, ...mark },
    encoding: { x: at.x('middle'), y: at.y(y), text: { field: text }, color: TEXT_ON_FIELD },
  })
  const blank = new Set(placed.map(({ city }) => wordFor(city.odds)).filter(isBlank))
  const entries = [
    ...ENTRIES,
    ...[...blank].map((word) => ({ title: VERDICT[word], colour: 'wash' as const })),
  ]
  return {
    width,
    height,
    data: {
      values: placed.map(({ city, tile }) => ({
        ...edges(tile, tileSize),
        ...tileWords(city, target.unit, tileSize.width),
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

/** The cities that have a place on the grid, column and row. */
function placedCities({ map }: Summary, { cities }: TargetVerdict) {
  const tileOf = new Map(map.map(({ code, tile }) => [code, tile]))
  return cities.flatMap((city) => {
    const tile = tileOf.get(city.code)
    return tile ? [{ city, tile }] : []
  })
}

/** px of the sides and the middle of a tile. */
function edges(
  [column, row]: readonly [number, number],
  { width, height }: { width: number; height: number },
) {
  return {
    left: column * width,
    right: (column + 1) * width - GAP,
    middle: (column + 0.5) * width - GAP / 2,
    top: row * height,
    bottom: (row + 1) * height - GAP,
    center: (row + 0.5) * height - GAP / 2,
  }
}

function tileWords({ name, odds, spread }: PlaceVerdict, unit: string, width: number) {
  const word = wordFor(odds)
  return {
    word: label(VERDICT[word]),
    deep: word === 'likely' || word === 'almost_certain',
    name: wrappedLabel(shortName(name), width - GAP - 6, TYPE.label),
    odds: label(inEach((language) => oddsShare(odds, language))),
    median: label(inEach((language) => measured(spread.median, unit, language))),
  }
}

/** A city without the word for city. */
const shortName = ({ en, zh }: Bilingual): Bilingual => phrase(en, zh.length > 2 ? zh.replace(/市$/, '') : zh)
