/** The map of cities with what is to be added in each, and by when. */
import type { Summary } from '../../analysis/summary.js'
import { needTiles } from '../charts/need-tiles.js'
import { needPeakTable } from '../tables/need-peaks.js'
import { phrase } from '../words/bilingual.js'
import { mostWanting, wantingServices, whereCaption } from '../words/first-page/where.js'
import type { Figure } from './figure.js'

/** Services of which there is a map each; the others stand in the table. */
const MOST = 2

export function whereFigure(summary: Summary): Figure | undefined {
  const services = wantingServices(summary)
  const mapped = services.filter(({ places }) => places.length > 1).slice(0, MOST)
  if (!needTiles(summary, mapped, 'wide') || !needTiles(summary, mapped, 'narrow')) return undefined
  return {
    id: 'where-map',
    title: phrase('To add in each area, and by when', '各地还需新增多少、何时最缺'),
    caption: whereCaption(summary),
    points: services.map(mostWanting),
    spec: (size) => needTiles(summary, mapped, size)!,
    tables: [needPeakTable(summary, services)],
  }
}
