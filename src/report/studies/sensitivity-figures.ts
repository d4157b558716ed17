/** Pictures of what one outcome hangs on: bars with intervals, kinds of futures, Morris' plane, convergence, pairs. */
import type { Index } from '../../analysis/sensitivity/estimate.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { convergenceChart } from '../charts/studies/convergence.js'
import { indexBars } from '../charts/studies/index-bars.js'
import { morrisPlane } from '../charts/studies/morris-plane.js'
import { pairHeat } from '../charts/studies/pair-heat.js'
import type { Figure } from '../html/figure.js'
import { phrase } from '../words/bilingual.js'
import { count } from '../words/numbers.js'
import { intervalHeading, intervalText, MEASURES, METHOD_NAMES, measureText } from '../words/sensitivity.js'
import { decompositionFigure } from './decomposition-figure.js'
import { indexTable } from './index-table.js'
import type { PicturedAnalysis } from './pictured.js'

/** Inputs of a picture, the leading ones. */
const MOST = { bars: 15, named: 8, paths: 6, pairs: 8 } as const

/** Bars that are drawn however short, and the least index of the others. */
const LEAST_BARS = 3
const LEAST = 0.005

/** Those that there is something for; none of an outcome that never varies. */
export function sensitivityFigures(pictured: PicturedAnalysis): Figure[] {
  const { indices, pairs, convergence, method } = pictured.result
  if (indices.length === 0) return []
  return [
    ...(method === 'morris' && indices.some(hasSpread) ? [planeFigure(pictured)] : []),
    barsFigure(pictured),
    ...(pictured.kinds ? [decompositionFigure({ ...pictured, found: pictured.kinds })] : []),
    ...(pairs.length > 0 ? [pairsFigure(pictured)] : []),
    ...(convergence && convergence.sizes.length > 1 ? [convergenceFigure(pictured)] : []),
  ]
}

/** Groups of several inputs have no spread of their own. */
const hasSpread = ({ measures }: Index) => measures['sigma'] !== undefined

function howMade({ method, draws }: PicturedAnalysis['result']): Bilingual {
  return phrase(
    `Method: ${METHOD_NAMES[method].en}; ${count(draws)} draws.`,
    `方法：${METHOD_NAMES[method].zh}；${count(draws)}次抽样。`,
  )
}

function barsFigure(pictured: PicturedAnalysis): Figure {
  const { title, unit, result, titleOf } = pictured
  const { main, level, method, scale } = result
  const hasPart = method === 'sobol' || method === 'efast'
  const shown = result.indices
    .slice(0, MOST.bars)
    .filter(({ measures }, k) => k < LEAST_BARS || Math.abs(measures[main].value) / scale >= LEAST)
  const isKnown = shown.some(({ measures }) => Number.isFinite(measures[main].low))
  const text = ({ name, measures }: Index, language: Language) => {
    const value = measureText(main, measures[main].value, unit, language)
    const interval = isKnown ? ` (${intervalText(main, measures[main], unit)})` : ''
    return `${titleOf(name)[language]}: ${value}${interval}`
  }
  const bars = shown.map((index) => ({
    title: phrase(text(index, 'en'), text(index, 'zh').replace(': ', '：')),
    main: index.measures[main],
    ...(hasPart && { part: index.measures['first'] }),
  }))
  const words = [MEASURES[main].heading, ...(hasPart ? [MEASURES['first'].heading] : [])]
  const of = intervalHeading(level)
  const lines = isKnown
    ? phrase(` Lines and brackets: ${of.en} intervals.`, `横线与括号：${of.zh}。`)
    : phrase('', '')
  const made = howMade(result)
  return {
    id: 'bars',
    title,
    caption: phrase(
      `${MEASURES[main].heading.en}: ${MEASURES[main].says.en}. ${made.en}${lines.en}`,
      `${MEASURES[main].heading.zh}：${MEASURES[main].says.zh}。${made.zh}${lines.zh}`,
    ),
    spec: (size) => indexBars(bars, words, size),
    tables: [indexTable(pictured)],
  }
}

function planeFigure(pictured: PicturedAnalysis): Figure {
  const { title, unit, result, titleOf } = pictured
  const points = result.indices.filter(hasSpread).map(({ name, measures }) => ({
    x: measures['mu_star'].value,
    y: measures['sigma'].value,
    title: titleOf(name),
  }))
  const made = howMade(result)
  const apart = groupsText(pictured)
  return {
    id: 'plane',
    title,
    caption: phrase(
      `To the right: inputs whose whole range moves the outcome far. Upwards: effects that differ from place to place, since they are curved or hang on other inputs; below 0.1 mu* they are nearly the same everywhere. ${apart.en}${made.en}`,
      `越靠右，输入在全范围变动时对结果影响越大；越靠上，影响在各处差异越大（非线性或与其他输入交互），低于 0.1 mu* 时各处几乎相同。${apart.zh}${made.zh}`,
    ),
    spec: (size) => morrisPlane(points, points.slice(0, MOST.named), unit, size),
    tables: [indexTable(pictured)],
  }
}

/** What cannot stand in the plane, however much it leads. */
function groupsText({ unit, result, titleOf }: PicturedAnalysis): Bilingual {
  const groups = result.indices.filter((index) => !hasSpread(index))
  if (groups.length === 0) return phrase('', '')
  const muOf = ({ measures }: Index) => measures['mu_star'].value
  const leading = groups.filter((group) => muOf(group) / result.scale >= LEAST)
  const rest = groups.length - leading.length
  const listed = (language: Language, others: string) => [
    ...leading.map(
      (group) => `${titleOf(group.name)[language]} ${measureText('mu_star', muOf(group), unit, language)}`,
    ),
    ...(rest > 0 ? [others] : []),
  ]
  return phrase(
    `Not drawn, since inputs that move together have no sigma, with their mu*: ${listed('en', `${rest} next to none`).join('; ')}. `,
    `未绘出（合并变动的输入没有 sigma），其 mu* 为：${listed('zh', `另${rest}组几乎为零`).join('；')}。`,
  )
}

function pairsFigure({ title, result, titleOf }: PicturedAnalysis): Figure {
  const names = result.indices.slice(0, MOST.pairs).map(({ name }) => name)
  const fields = result.pairs.flatMap(({ names: [one, other], second }) => {
    const at = [names.indexOf(one), names.indexOf(other)] as const
    if (at[0] < 0 || at[1] < 0 || !Number.isFinite(second.value)) return []
    return [{ at, share: second.value, certain: second.low > 0 }]
  })
  const of = intervalHeading(result.level)
  const made = howMade(result)
  return {
    id: 'pairs',
    title,
    caption: phrase(
      `Share of the variance that a pair has beyond the parts of each alone. A number stands where its ${of.en} interval lies above zero. ${made.en}`,
      `两两之间超出各自单独部分的方差份额。${of.zh}高于零者标出数值（%）。${made.zh}`,
    ),
    spec: (size) => pairHeat(names.map(titleOf), fields, size),
    tables: [],
  }
}

function convergenceFigure({ title, unit, result, titleOf }: PicturedAnalysis): Figure {
  const { main, scale, indices, level } = result
  const { sizes, paths: all, enough } = result.convergence!
  const isShare = MEASURES[main].form === 'share'
  const times = isShare ? 100 : scale
  const paths = indices.slice(0, MOST.paths).flatMap(({ name, measures }) => {
    const path = all.find((one) => one.name === name)
    const { low, high } = measures[main]
    const own = isShare ? 100 : 1
    if (!path) return []
    const values = path.values.map((value) => value * times)
    return [{ title: titleOf(name), values, low: low * own, high: high * own }]
  })
  const of = intervalHeading(level)
  const said = enough
    ? phrase('They were enough.', '抽样次数足够。')
    : phrase('They were not enough.', '抽样次数不足。')
  return {
    id: 'convergence',
    title,
    caption: phrase(
      `${MEASURES[main].heading.en} of the leading inputs from the first quarter, half and all of the draws; bars at the end are ${of.en} intervals. ${said.en}`,
      `主要输入的${MEASURES[main].heading.zh}：分别用前四分之一、前一半和全部抽样算得；末端竖条为${of.zh}。${said.zh}`,
    ),
    spec: (size) => convergenceChart(paths, sizes, isShare ? 'percent' : unit, size),
    tables: [],
  }
}
