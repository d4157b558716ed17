/** Pictures of boxes that PRIM has found: futures over two inputs with the box, and coverage against density. */
import type { Limit } from '../../analysis/discovery/box.js'
import type { Discovery } from '../../analysis/discovery/discover.js'
import type { Input } from '../../analysis/sensitivity/estimate.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { boxScatter, MOST_POINTS, type ScatterAxis } from '../charts/studies/box-scatter.js'
import { tradeOffChart } from '../charts/studies/trade-off.js'
import type { Figure } from '../html/figure.js'
import { phrase } from '../words/bilingual.js'
import { share } from '../words/numbers.js'

export interface PicturedDiscovery {
  readonly title: Bilingual
  readonly inputs: readonly Input[]
  /** 1 for the futures of interest. */
  readonly group: Uint8Array
  readonly found: Pick<Discovery, 'boxes' | 'way'>
  /** What the futures of interest are, and what the others are. */
  readonly words: readonly [Bilingual, Bilingual]
  readonly titleOf: (name: string) => Bilingual
}

/** None where no box was found. */
export function discoveryFigures(pictured: PicturedDiscovery): Figure[] {
  const { boxes } = pictured.found
  if (boxes.length === 0) return []
  const axes = axesOf(pictured, boxes[0].limits)
  return [...(axes ? [boxFigure(pictured, axes)] : []), tradeOffFigure(pictured)]
}

/** The two inputs that the first box limits first; with one limit, beside it the first input that it leaves free. */
function axesOf(
  { inputs, titleOf }: PicturedDiscovery,
  limits: readonly Limit[],
): readonly [ScatterAxis, ScatterAxis] | undefined {
  const limited = limits.map(({ name }) => name)
  const free = inputs.map(({ name }) => name).filter((name) => !limited.includes(name))
  const [across, up] = [...limited, ...free].map((name): ScatterAxis => {
    const { above, below } = limits.find((limit) => limit.name === name) ?? {}
    const { values } = inputs.find((input) => input.name === name)!
    return {
      title: titleOf(name),
      values,
      ...(above !== undefined && { above }),
      ...(below !== undefined && { below }),
    }
  })
  return up && [across, up]
}

function boxFigure(
  { title, found, group, words, titleOf }: PicturedDiscovery,
  axes: readonly [ScatterAxis, ScatterAxis],
): Figure {
  const [{ limits, density, coverage, mass }] = found.boxes
  const part = (value: number, language: Language) => share(value, language)
  const more = limits.slice(2).map(({ name }) => titleOf(name))
  const beside =
    more.length === 0
      ? phrase('', '')
      : phrase(
          ` The box also limits what is not drawn: ${more.map(({ en }) => en).join('; ')}.`,
          `该箱还限制了图中未画出的：${more.map(({ zh }) => zh).join('；')}。`,
        )
  return {
    id: 'box',
    title,
    caption: phrase(
      `The box holds ${part(mass, 'en')} of the futures; ${part(density, 'en')} of them are those in question, and they are ${part(coverage, 'en')} of all of these.${beside.en} Of each kind at most ${MOST_POINTS} futures are drawn.`,
      `箱内占全部情景的${part(mass, 'zh')}，其中${part(density, 'zh')}为所关注情景，覆盖其总数的${part(coverage, 'zh')}。${beside.zh}每类最多画出${MOST_POINTS}个情景。`,
    ),
    spec: (size) => boxScatter(axes, group, words, size),
    tables: [],
  }
}

function tradeOffFigure({ title, found }: PicturedDiscovery): Figure {
  const pointOf = ({ coverage, density, limits }: (typeof found.way)[number]) => ({
    ...{ coverage, density },
    limits: limits.length,
  })
  const [first] = found.boxes
  return {
    id: 'trade-off',
    title,
    caption: phrase(
      'Each dot is a box on the way from all futures to few: the denser it is, the fewer of the futures in question it covers. Numbers say how many inputs are limited; the large dot is the box that was chosen.',
      '每个点为从全部情景逐步收窄途中的一个箱：密度越高，覆盖的所关注情景越少。数字为受限输入的个数；大点为选定的箱。',
    ),
    spec: (size) => tradeOffChart(found.way.map(pointOf), [pointOf(first)], size),
    tables: [],
  }
}
