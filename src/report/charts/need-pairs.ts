/** Places needed and places there, side by side: a panel for each service, a row for each city. */
import type { Summary } from '../../analysis/summary.js'
import type { ServiceCourse } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { placeName } from '../tables/headline.js'
import { phrase } from '../words/bilingual.js'
import { cityRows, quantity, thousandsAxis } from './axes.js'
import { colourOf, inner, type Size } from './kit.js'
import { label } from './labels.js'
import { dotMark, panelTitle } from './layers.js'
import type { ChartSpec } from './render.js'
import { colour, TYPE } from './theme.js'

/** What two marks of one colour each stand for. */
export const NEED_AND_CAPACITY = [
  { title: phrase('needed', '需要'), colour: 'asked' },
  { title: phrase('there', '供给'), colour: 'ours' },
] as const

/** px of the names of cities at the left of a panel, and of the air beside it. */
const NAMES = 92
const AIR = 30

/** Need and capacity of every city in the last year, joined by a line. */
export function needPairs(summary: Summary, services: readonly ServiceCourse[], size: Size): ChartSpec {
  const across = size === 'wide' ? 2 : 1
  const width = inner(size, across * (NAMES + AIR)) / across
  const color = colourOf(NEED_AND_CAPACITY, size)
  const dot = (field: 'need' | 'capacity', entry: (typeof NEED_AND_CAPACITY)[number]) => ({
    mark: dotMark(46),
    encoding: { x: thousandsOn(field), color: color(entry) },
  })
  const panel = (service: ServiceCourse) => ({
    title: {
      ...panelTitle(inThousands(service.title, service.unit), TYPE.label),
      frame: 'bounds' as const,
    },
    width,
    height: { step: 15 },
    data: { values: pairsOf(summary, service) },
    encoding: { y: cityRows() },
    layer: [
      {
        mark: { type: 'rule' as const, color: colour('beside'), strokeWidth: 1.5 },
        encoding: { x: thousandsOn('need'), x2: { field: 'capacity' } },
      },
      dot('need', NEED_AND_CAPACITY[0]),
      dot('capacity', NEED_AND_CAPACITY[1]),
    ],
  })
  return { columns: across, spacing: { row: 22, column: 16 }, concat: services.map(panel) }
}

const thousandsOn = (field: string) => quantity(field, { axis: thousandsAxis(4) })

/** Of every city in the last year, thousands. */
function pairsOf(summary: Summary, { rows }: ServiceCourse) {
  const [region, last] = [summary.map[0].code, summary.years.at(-1)!]
  return rows
    .filter(({ code, year }) => year === last && code !== region)
    .map(({ code, need, capacity }) => ({
      city: label(placeName(summary, code)),
      need: need / 1000,
      capacity: capacity / 1000,
    }))
}

function inThousands({ en, zh }: Bilingual, unit: string): Bilingual {
  return unit === 'bed'
    ? phrase(`${en}, thousand beds`, `${zh}（万张）`)
    : phrase(`${en}, thousand`, `${zh}（万个）`)
}
