/** A classification tree as rows below each other: a bar for each node, as long as its futures are many, set in by its depth. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { pixelPositions } from '../axes.js'
import { colourOf, inner, type LegendEntry, type Size } from '../kit.js'
import { corners } from '../layers.js'
import type { ChartSpec } from '../render.js'
import { titledRows, titleLayer } from '../rows.js'
import { colour } from '../theme.js'

export interface TreeRow {
  /** What holds in the node, with how many of its futures are in question. */
  readonly title: Bilingual
  readonly depth: number
  readonly draws: number
  readonly hits: number
}

/** px by which a node stands further in than the one that it is split from. */
const SET_IN = 16

/** words: what the futures in question are, and what the others are. */
export function treeRows(
  nodes: readonly TreeRow[],
  words: readonly [Bilingual, Bilingual],
  size: Size,
): ChartSpec {
  const width = inner(size, 18)
  const deepest = Math.max(...nodes.map(({ depth }) => depth))
  const room = width - deepest * SET_IN
  const { rows, height } = titledRows(
    nodes.map(({ title }) => title),
    room,
  )
  const at = pixelPositions([0, width], height)
  const left = ({ depth }: TreeRow) => depth * SET_IN
  const px = (draws: number) => (draws / nodes[0].draws) * room
  const entries: LegendEntry[] = [
    { title: words[0], colour: 'lacking' },
    { title: words[1], colour: 'band80' },
  ]
  const color = colourOf(entries, size)
  const bar = (kind: 0 | 1, from: (node: TreeRow) => number, to: (node: TreeRow) => number) => ({
    data: {
      values: rows.map(({ top, bottom }, k) => ({
        ...{ top, bottom },
        left: left(nodes[k]) + px(from(nodes[k])),
        right: left(nodes[k]) + px(to(nodes[k])),
      })),
    },
    mark: { type: 'rect' as const },
    encoding: { ...corners(at), color: color(entries[kind]) },
  })
  return {
    width,
    height,
    layer: [
      bar(
        0,
        () => 0,
        ({ hits }) => hits,
      ),
      bar(
        1,
        ({ hits }) => hits,
        ({ draws }) => draws,
      ),
      {
        data: {
          values: branches(
            nodes,
            rows.map(({ middle }) => middle),
            left,
          ),
        },
        mark: { type: 'rule', color: colour('rule'), strokeWidth: 1 },
        encoding: { x: at.x('left'), x2: { field: 'right' }, y: at.y('top'), y2: { field: 'bottom' } },
      },
      titleLayer(rows, at, (row) => left(nodes[row])),
    ],
  }
}

/** From below each node down to its two children, and in to each of them. */
function branches(nodes: readonly TreeRow[], middles: readonly number[], left: (node: TreeRow) => number) {
  return nodes.flatMap((node, at) => {
    const end = nodes.findIndex(({ depth }, k) => k > at && depth <= node.depth)
    const own = nodes
      .map((child, k) => ({ child, k }))
      .slice(at + 1, end < 0 ? nodes.length : end)
      .filter(({ child }) => child.depth === node.depth + 1)
    if (own.length === 0) return []
    const x = left(node) + SET_IN / 2 - 4
    const last = middles[own[own.length - 1].k]
    return [
      { left: x, right: x, top: middles[at] + 8, bottom: last },
      ...own.map(({ child, k }) => ({
        left: x,
        right: left(child) - 2,
        top: middles[k],
        bottom: middles[k],
      })),
    ]
  })
}
