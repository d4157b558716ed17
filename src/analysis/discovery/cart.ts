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
import { requireGroup, requireOrdinary } from '../sensitivity/arguments.js'
import type { Input } from '../sensitivity/estimate.js'
import { dealt } from '../sensitivity/statistic.js'
import { sumOf } from '../statistics.js'
import { type Box, type Limit, leastMass, measureBox, withLimit } from './box.js'

export interface CartOptions {
  /** Least share of all draws in a leaf; leastMass() if left out. */
  readonly mass?: number
  /** Most splits from the root to a leaf, 6 if left out. */
  readonly depth?: number
}

type GrowOptions = CartOptions & { readonly mass: number }

interface Sorted {
  readonly columns: readonly Float64Array[]
  readonly group: Uint8Array
  /** All draws. */
  readonly orders: Orders
}

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
  return leavesOf(treeFor('cart', inputs, group, options), inputs, [])
    .map((limits) => measureBox(limits, inputs, group))
    .sort((a, b) => b.density - a.density)
}

/** A node of the tree: its draws, those of interest, and the input by which it is split, if it is. */
export interface TreeNode {
  readonly draws: number
  readonly hits: number
  readonly split?: {
    readonly name: string
    readonly limit: number
    readonly below: TreeNode
    readonly above: TreeNode
  }
}

/** The tree itself, of which `cart` gives the leaves. */
export function classificationTree(
  inputs: readonly Input[],
  group: Uint8Array,
  options: CartOptions = {},
): TreeNode {
  const named = ({ draws, hits, split }: Node): TreeNode => {
    if (!split) return { draws, hits }
    const { input, limit, below, above } = split
    return {
      draws,
      hits,
      split: { name: inputs[input].name, limit, below: named(below), above: named(above) },
    }
  }
  return named(treeFor('classificationTree', inputs, group, options))
}

function treeFor(called: string, inputs: readonly Input[], group: Uint8Array, options: CartOptions): Node {
  requireGroup(called, inputs, group)
  requireOrdinary(called, inputs)
  if (options.mass !== undefined) requireShare(called, 'mass', options.mass, 0.5)
  requireWhole(called, 'depth', options.depth ?? 1, 1)
  if (inputs.length === 0) return { draws: group.length, hits: sumOf(group) }
  const columns = inputs.map(({ values }) => values)
  const own = { ...options, mass: options.mass ?? leastMass(group) }
  const orders = columns.map(risingOrder)
  const whole = grow(columns, group, orders, own)
  return pruned(whole, bestPenalty({ columns, group, orders }, whole, own))
}

/** Draws of a node, by each input in the order in which it rises. */
type Orders = readonly Uint32Array[]

function grow(
  columns: readonly Float64Array[],
  group: Uint8Array,
  orders: Orders,
  { mass, depth = 6 }: GrowOptions,
  least = Math.max(5, mass * (orders[0]?.length ?? 0)),
): Node {
  const hits = (orders[0] ?? []).reduce((sum: number, draw) => sum + group[draw], 0)
  const node = { draws: orders[0]?.length ?? 0, hits }
  const best = depth === 0 ? undefined : bestSplit(columns, group, orders, hits, least)
  if (!best) return node
  const { input, limit } = best
  const isBelow = new Uint8Array(group.length)
  for (let draw = 0; draw < isBelow.length; draw++) if (columns[input][draw] < limit) isBelow[draw] = 1
  const side = (below: 0 | 1) =>
    grow(columns, group, within(orders, isBelow, below), { mass, depth: depth - 1 }, least)
  return { ...node, split: { input, limit, below: side(1), above: side(0) } }
}

/** The same orders of the draws that have a mark. */
function within(orders: Orders, marks: Uint8Array, mark: number): Orders {
  const count = (orders[0] ?? []).reduce((sum: number, draw) => sum + (marks[draw] === mark ? 1 : 0), 0)
  return orders.map((order) => {
    const own = new Uint32Array(count)
    let place = 0
    for (let k = 0; k < order.length; k++) if (marks[order[k]] === mark) own[place++] = order[k]
    return own
  })
}

/** Gini's impurity of so many draws, of which so many are of interest, times the draws. */
const impurity = (count: number, hits: number) => (hits * (count - hits)) / count

/** The split that lowers Gini's impurity by most and leaves enough draws on both sides. */
function bestSplit(
  columns: readonly Float64Array[],
  group: Uint8Array,
  orders: Orders,
  hits: number,
  least: number,
) {
  let best: { input: number; limit: number } | undefined
  let lowest = impurity(orders[0].length, hits) - 1e-9
  for (let input = 0; input < columns.length; input++) {
    const [order, values] = [orders[input], columns[input]]
    let below = 0
    for (let place = 0; place + 1 < order.length; place++) {
      below += group[order[place]]
      const [here, next] = [values[order[place]], values[order[place + 1]]]
      if (here === next || place + 1 < least || order.length - place - 1 < least) continue
      const left = impurity(place + 1, below) + impurity(order.length - place - 1, hits - below)
      if (left >= lowest) continue
      lowest = left
      best = { input, limit: (here + next) / 2 }
    }
  }
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
function bestPenalty({ columns, group, orders }: Sorted, whole: Node, options: GrowOptions): number {
  const penalties = penaltiesOf(whole)
  const folds = dealt(group.length, FOLDS)
  const wrong = penalties.map(() => 0)
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = folds.map((one) => (one === fold ? 1 : 0))
    const tree = grow(columns, group, within(orders, isHeld, 0), options)
    penalties.forEach((penalty, index) => {
      const cut = pruned(tree, penalty * (1 - 1 / FOLDS))
      for (let draw = 0; draw < group.length; draw++)
        if (isHeld[draw] === 1 && answer(cut, columns, draw) !== group[draw]) wrong[index] += 1
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
