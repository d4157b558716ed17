/**
 * Rank correlations between uncertainties, by a Gaussian copula.
 *
 * Uncertainties joined by correlations, directly or through others, form a cluster; clusters are independent.
 * Within a cluster the order is that of first appearance in the list: the first keeps its own draws, each next one
 * is mixed from those before it and from its own. So a correlation appended for an uncertainty not yet named moves
 * that one alone; one appended between two already named moves the later of them and what follows it in its cluster.
 *
 * Spearman's rank correlation rho needs the normals' correlation r = 2 sin(pi rho / 6): exact for continuous
 * distributions, near for discrete ones, whose ties weaken it.
 * Sources: Pearson (1907); Kruskal (1958), J. Am. Stat. Assoc. 53, 814-861; Iman & Conover (1982) for the use.
 */
import { cholesky } from '../math/cholesky.js'
import type { RankCorrelation } from './distribution.js'

export interface Cluster {
  /** In order of first appearance. */
  readonly names: readonly string[]
  /** Lower triangular factor [row, column] of the normals' correlations. */
  readonly factor: Float64Array
}

/** names: the uncertainties whose correlations contradict each other; no draws can have them all. */
export type Clusters =
  | { readonly ok: true; readonly clusters: readonly Cluster[] }
  | { readonly ok: false; readonly names: readonly string[] }

/** Correlations not listed are zero. Ranks lie between -1 and 1; at 1 itself there is nothing left to draw. */
export function correlate(correlations: readonly RankCorrelation[]): Clusters {
  const clusters: Cluster[] = []
  for (const names of joinedNames(correlations)) {
    const factor = cholesky(normalCorrelations(names, correlations), names.length)
    if (!factor) return { ok: false, names }
    clusters.push({ names, factor })
  }
  return { ok: true, clusters }
}

/** Names of each cluster, by first appearance. */
function joinedNames(correlations: readonly RankCorrelation[]): string[][] {
  // every name starts in a cluster of its own; each correlation merges two, under the earlier's number
  const order = [...new Set(correlations.flatMap(({ between }) => between))]
  const cluster = new Map(order.map((name, index) => [name, index]))
  for (const { between } of correlations) {
    const [from, to] = [cluster.get(between[0])!, cluster.get(between[1])!]
    for (const name of order)
      if (cluster.get(name) === Math.max(from, to)) cluster.set(name, Math.min(from, to))
  }
  const numbers = [...new Set(cluster.values())]
  return numbers.map((number) => order.filter((name) => cluster.get(name) === number))
}

function normalCorrelations(
  names: readonly string[],
  correlations: readonly RankCorrelation[],
): Float64Array {
  const size = names.length
  const matrix = new Float64Array(size * size)
  for (let index = 0; index < size; index++) matrix[index * size + index] = 1
  for (const { between, rank } of correlations) {
    const row = names.indexOf(between[0])
    const column = names.indexOf(between[1])
    // of another cluster: a correlation's two names are always in the same one
    if (row < 0) continue
    matrix[row * size + column] = pearsonOf(rank)
    matrix[column * size + row] = pearsonOf(rank)
  }
  return matrix
}

/** r = 2 sin(pi rho / 6), the sine by its series: |angle| <= pi / 6, so nine terms reach the last bit. */
export function pearsonOf(rank: number): number {
  const angle = (Math.PI * rank) / 6
  let sum = 0
  for (let n = 17; n >= 3; n -= 2) sum = (1 - sum) * ((angle * angle) / (n * (n - 1)))
  return 2 * angle * (1 - sum)
}
