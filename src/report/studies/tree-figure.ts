/** The picture of a classification tree. */
import type { TreeNode } from '../../analysis/discovery/cart.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { type TreeRow, treeRows } from '../charts/studies/tree-rows.js'
import type { Figure } from '../html/figure.js'
import { phrase } from '../words/bilingual.js'
import { count, share } from '../words/numbers.js'

export interface PicturedTree {
  readonly title: Bilingual
  readonly tree: TreeNode
  /** What the futures of interest are, and what the others are. */
  readonly words: readonly [Bilingual, Bilingual]
  readonly titleOf: (name: string) => Bilingual
}

const UNPARTED = phrase(
  'All futures in one row: ten-fold cross-validation bears no split of them.',
  '全部情景为一行：十折交叉验证不支持任何划分。',
)

export function treeFigure({ title, tree, words, titleOf }: PicturedTree): Figure {
  const rows = rowsOf(tree, phrase('all futures', '全部情景'), 0, titleOf)
  const leaves = count(rows.length - (rows.length - 1) / 2)
  return {
    id: 'tree',
    title,
    caption: tree.split
      ? phrase(
          `Each row is a part of the futures of the row above that it is set in from; its bar is as long as it has futures. ${leaves} rows are not parted further: the tree is cut back to what ten-fold cross-validation bears.`,
          `每行为其上一级情景的一部分，条长与情景数成比例。${leaves}行不再划分：分类树已按十折交叉验证修剪。`,
        )
      : UNPARTED,
    spec: (size) => treeRows(rows, words, size),
    tables: [],
  }
}

/** A node before those that it is split into. */
function rowsOf(
  { draws, hits, split }: TreeNode,
  what: Bilingual,
  depth: number,
  titleOf: (name: string) => Bilingual,
): TreeRow[] {
  const part = draws === 0 ? 0 : hits / draws
  const title = phrase(
    `${what.en}: ${share(part, 'en')} of ${count(draws)}`,
    `${what.zh}：${count(draws)}个中${share(part, 'zh')}`,
  )
  if (!split) return [{ title, depth, draws, hits }]
  const { en, zh } = titleOf(split.name)
  const limit = Number(split.limit.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 12 })
  return [
    { title, depth, draws, hits },
    ...rowsOf(split.below, phrase(`${en} below ${limit}`, `${zh}低于${limit}`), depth + 1, titleOf),
    ...rowsOf(split.above, phrase(`${en} above ${limit}`, `${zh}高于${limit}`), depth + 1, titleOf),
  ]
}
