/** The pictures of the page in their groups, each with one sentence on what to see. */
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { headline, mainProjection } from '../tables/headline.js'
import type { PastRecord } from '../tables/past-odds.js'
import { isCut, placesThatMatter } from '../tables/places-that-matter.js'
import { phrase } from '../words/bilingual.js'
import { areaFigure } from './area-figure.js'
import { effectFigure, programmeFigure } from './delivery-figures.js'
import type { Figure } from './figure.js'
import { chanceFigure, fanFigure, outlookFigure, tornadoFigure } from './headline-figures.js'
import { pastFigure } from './past-figure.js'
import { growthFigure, pyramidFigure, waterfallFigure } from './people-figures.js'
import { bedFigure, courseFigure, heatFigure, pairFigure, tileFigure } from './place-figures.js'
import { whereFigure } from './where-figure.js'

const PAST_GROUP = phrase('How far such odds can be trusted', '此类概率可信到什么程度')

export interface FigureGroup {
  readonly id: string
  readonly title: Bilingual
  readonly figures: readonly Figure[]
}

/**
 * The groups, and of very many places those that matter; how many they are and which has most, as captions say it, is of all.
 */
export function shownGroups(summary: Summary, past: PastRecord): FigureGroup[] {
  const whole = figureGroups(summary, past)
  if (!isCut(summary)) return whole
  const ofAll = new Map(whole.flatMap(({ figures }) => figures.map((one) => [one.id, one] as const)))
  return figureGroups(placesThatMatter(summary), past).map((group) => ({
    ...group,
    figures: group.figures.map((one) => {
      const { caption, spec } = ofAll.get(one.id) ?? one
      return { ...one, caption, spec: one.chooses ? spec : one.spec }
    }),
  }))
}

/**
 * Every group that the run has something for; the data folder knows how odds did in the `past`. Of draws that are no sample
 * only the principal projection is drawn: their bands and shares would be read as chances.
 */
function figureGroups(summary: Summary, past: PastRecord): FigureGroup[] {
  const sampled = summary.noSample === undefined
  const target = sampled ? headline(summary) : undefined
  const projection = mainProjection(summary)?.projection
  const group = (id: string, title: Bilingual, figures: readonly (Figure | undefined)[]): FigureGroup => ({
    id,
    title,
    figures: figures.filter((figure) => figure !== undefined),
  })
  return [
    group('outlook', phrase('The headline target', '首要目标'), [
      target ? fanFigure(summary, target) : sampled ? outlookFigure(summary) : undefined,
      target && chanceFigure(summary, target),
      target && tornadoFigure(summary, target),
    ]),
    group('past', PAST_GROUP, [target && pastFigure(past)]),
    group('places', phrase('Area by area', '分地区情况'), [
      sampled ? whereFigure(summary) : undefined,
      areaFigure(summary),
      target && tileFigure(summary, target),
      projection && heatFigure(summary, projection),
      projection && courseFigure(summary, projection),
      projection && pairFigure(summary, projection),
      sampled ? bedFigure(summary) : undefined,
    ]),
    group('delivery', phrase('Programmes and policies', '项目与政策'), [
      projection && programmeFigure(summary, projection),
      sampled ? effectFigure(summary) : undefined,
    ]),
    group('people', phrase('People', '人口'), [
      projection && waterfallFigure(summary, projection),
      projection && growthFigure(summary, projection),
      projection && pyramidFigure(summary, projection),
    ]),
  ].filter(({ figures }) => figures.length > 0)
}
