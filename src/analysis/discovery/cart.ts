/**
 * CART: a classification tree that separates the draws of interest from the rest; its leaves are boxes, which unlike
 * PRIM's never overlap and together hold every draw.
 *
 * Grown by Gini's index, then pruned to the smallest tree whose error in ten-fold cross-validation is within one standard
 * error of the least. Folds are dealt by chance, the same for every run: every tenth draw may be one corner of a design.
 *
 * Source: Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees, ch. 3 and 4.
 */
import { risingOrder } from '../../math/ranks.js'
import { requireShare, requireWhole } from '../../vocabulary/wrong-argument.js'
import { requireGroup } from '../sensitivity/arguments.js'
import type { Input } from '../sensitivity/estimate.js'
import { dealt } from '../sensitivity/statistic.js'
import { type Box, type Limit, leastMass, measureBox, withLimit } from './box.js'

export interface CartOptions {
  /** Least share of all draws in a leaf; leastMass() if left out. */
  readonly mass?: number
  /** Most splits from the root to a leaf, 6 if left out. */
  readonly depth?: number
}

type GrowOptions = CartOptions & { readonly mass: number }

interface Node {
  readonly draws: number
  readonly hits: number
  readonly split?: {
    readonly input: number
    readonly limit: number
    readonly below: Node
    readonly above: Node
  }
}

const FOLDS = 10

/** Leaves of the tree as boxes, the densest first. group: 1 for each draw of interest. */
export function cart(inputs: readonly Input[], group: Uint8Array, options: CartOptions = {}): Box[] {
  requireGroup('cart', inputs, group)
  if (options.mass !== undefined) requireShare('cart', 'mass', options.mass, 0.5)
  requireWhole('cart', 'depth', options.depth ?? 1, 1)
  const columns = inputs.map(({ values }) => values)
  const own = { ...options, mass: options.mass ?? leastMass(group) }
  const whole = grow(columns, group, everyDraw(group), own)
  const tree = pruned(whole, bestPenalty(columns, group, whole, own))
  return leavesOf(tree, inputs, [])
    .map((limits) => measureBox(limits, inputs, group))
    .sort((a, b) => b.density - a.density)
}

const everyDraw = (group: Uint8Array) => Uint32Array.from(group, (_, draw) => draw)

function grow(
  columns: readonly Float64Array[],
  group: Uint8Array,
  draws: Uint32Array,
  { mass, depth = 6 }: GrowOptions,
  least = Math.max(5, mass * draws.length),
): Node {
  const hits = draws.reduce((sum, draw) => sum + group[draw], 0)
  const node = { draws: draws.length, hits }
  const best = depth === 0 ? undefined : bestSplit(columns, group, draws, hits, least)
  if (!best) return node
  const { input, limit } = best
  const side = (below: boolean) =>
    grow(
      columns,
      group,
      draws.filter((draw) => columns[input][draw] < limit === below),
      { mass, depth: depth - 1 },
      least,
    )
  return { ...node, split: { input, limit, below: side(true), above: side(false) } }
}

/** The split that lowers Gini's impurity by most and leaves enough draws on both sides. */
function bestSplit(
  columns: readonly Float64Array[],
  group: Uint8Array,
  draws: Uint32Array,
  hits: number,
  least: number,
) {
  const impurity = (count: number, within: number) => (within * (count - within)) / count
  let best: { input: number; limit: number } | undefined
  let lowest = impurity(draws.length, hits) - 1e-9
  columns.forEach((values, input) => {
    const own = Float64Array.from(draws, (draw) => values[draw])
    const order = risingOrder(own)
    let within = 0
    for (let place = 0; place + 1 < order.length; place++) {
      within += group[draws[order[place]]]
      const [here, next] = [own[order[place]], own[order[place + 1]]]
      if (here === next || place + 1 < least || order.length - place - 1 < least) continue
      const left = impurity(place + 1, within) + impurity(order.length - place - 1, hits - within)
      if (left >= lowest) continue
      lowest = left
      best = { input, limit: (here + next) / 2 }
    }
  })
  return best
}

/** Misclassified draws where a node takes the class of most of its draws. */
const errorsOf = ({ draws, hits }: Node) => Math.min(hits, draws - hits)

function treeErrors(node: Node): { errors: number; leaves: number } {
  if (!node.split) return { errors: errorsOf(node), leaves: 1 }
  const [below, above] = [treeErrors(node.split.below), treeErrors(node.split.above)]
  return { errors: below.errors + above.errors, leaves: below.leaves + above.leaves }
}

/** Cost-complexity pruning: every split that is left saves more errors per additional leaf than the penalty. */
function pruned(node: Node, penalty: number): Node {
  if (!node.split) return node
  const { input, limit } = node.split
  const [below, above] = [pruned(node.split.below, penalty), pruned(node.split.above, penalty)]
  const grown = { ...node, split: { input, limit, below, above } }
  const { errors, leaves } = treeErrors(grown)
  const saved = errorsOf(node) - errors
  return saved <= penalty * (leaves - 1) ? { draws: node.draws, hits: node.hits } : grown
}

/** The largest penalty a leaf whose error in cross-validation is within one standard error of the least. */
function bestPenalty(
  columns: readonly Float64Array[],
  group: Uint8Array,
  whole: Node,
  options: GrowOptions,
): number {
  const penalties = penaltiesOf(whole)
  const folds = dealt(group.length, FOLDS)
  const wrong = penalties.map(() => 0)
  for (let fold = 0; fold < FOLDS; fold++) {
    const all = everyDraw(group)
    const tree = grow(
      columns,
      group,
      all.filter((draw) => folds[draw] !== fold),
      options,
    )
    const held = all.filter((draw) => folds[draw] === fold)
    penalties.forEach((penalty, index) => {
      const cut = pruned(tree, penalty * (1 - 1 / FOLDS))
      for (const draw of held) if (answer(cut, columns, draw) !== group[draw]) wrong[index] += 1
    })
  }
  const least = Math.min(...wrong)
  const error = Math.sqrt(least * (1 - least / group.length))
  return Math.max(...penalties.filter((_, index) => wrong[index] <= least + error))
}

/** Penalties between those at which a split is pruned, rising from 0. */
function penaltiesOf(whole: Node): number[] {
  const ends = new Set([0])
  const visit = (node: Node): void => {
    if (!node.split) return
    const { errors, leaves } = treeErrors(node)
    ends.add((errorsOf(node) - errors) / (leaves - 1))
    visit(node.split.below)
    visit(node.split.above)
  }
  visit(whole)
  const rising = [...ends].sort((a, b) => a - b)
  return rising.map((end, index) => Math.sqrt(Math.max(end, 0.01) * (rising[index + 1] ?? end * 4 + 1)))
}

/** 1 where most draws of the leaf are of interest. */
function answer(node: Node, columns: readonly Float64Array[], draw: number): number {
  if (!node.split) return 2 * node.hits > node.draws ? 1 : 0
  const { input, limit, below, above } = node.split
  return answer(columns[input][draw] < limit ? below : above, columns, draw)
}

function leavesOf(node: Node, inputs: readonly Input[], limits: readonly Limit[]): Limit[][] {
  if (!node.split) return [[...limits]]
  const { input, limit, below, above } = node.split
  const { name } = inputs[input]
  return [
    ...leavesOf(below, inputs, withLimit(limits, name, 'below', limit)),
    ...leavesOf(above, inputs, withLimit(limits, name, 'above', limit)),
  ]
}
