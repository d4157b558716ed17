/** What changed between two results, and whether it is more than noise. */
import type { Figure, Results } from './results.js'
import { noiseOf } from './statistics.js'

/** A change counts from this share on, beyond the noise that the null controls of both sides show. */
export const THRESHOLD = 0.1

export interface Change {
  readonly part: string
  readonly name: string
  readonly unit: string
  readonly before: number
  readonly now: number
  /** now / before. */
  readonly ratio: number
  /** What the ratio has to leave, as a share to each side of 1. */
  readonly allowed: number
  readonly verdict: 'better' | 'worse' | 'same' | 'not judged'
}

export interface Compared {
  readonly changes: readonly Change[]
  /** Figures and checksums that only one side has, in words. */
  readonly missing: readonly string[]
  /** Works of which the checksum is another: the model gives other numbers. */
  readonly otherNumbers: readonly string[]
  /** Whether any figure that is judged is worse. */
  readonly worse: boolean
}

/**
 * Hold new results against kept ones.
 *
 * Judged are figures with a direction that were taken with a null control or are ratios; on another kind of machine, ratios only.
 */
export function compare(before: Results, now: Results): Compared {
  const known = new Map(before.figures.map((figure) => [keyOf(figure), figure]))
  const kept = new Set(now.figures.map(keyOf))
  const sameMachine =
    before.machine.processor === now.machine.processor && before.machine.cores === now.machine.cores
  const changes = now.figures.flatMap((figure) => {
    const old = known.get(keyOf(figure))
    return old ? [changeOf(old, figure, sameMachine)] : []
  })
  return {
    changes,
    missing: [
      ...now.figures.filter((figure) => !known.has(keyOf(figure))).map((figure) => `new: ${keyOf(figure)}`),
      ...before.figures
        .filter((figure) => !kept.has(keyOf(figure)))
        .map((figure) => `gone: ${keyOf(figure)}`),
    ],
    otherNumbers: otherChecksums(before, now),
    worse: changes.some(({ verdict }) => verdict === 'worse'),
  }
}

function keyOf({ part, name }: Figure): string {
  return `${part}: ${name}`
}

function changeOf(before: Figure, now: Figure, sameMachine: boolean): Change {
  const { part, name, unit, better } = now
  const ratio = now.median / before.median
  const noise = [before.nullControl, now.nullControl].map((spread) => (spread ? noiseOf(spread) : 0))
  const allowed = THRESHOLD + Math.max(...noise)
  const judged = better !== 'neither' && (unit === 'ratio' || (sameMachine && now.nullControl !== undefined))
  const gain = better === 'lower' ? 1 / ratio : ratio
  const verdict = !judged
    ? 'not judged'
    : gain > 1 + allowed
      ? 'better'
      : gain < 1 / (1 + allowed)
        ? 'worse'
        : 'same'
  return { part, name, unit, before: before.median, now: now.median, ratio, allowed, verdict }
}

/** All contestants of a work have one checksum; two results may differ where the model or the data has changed. */
function otherChecksums(before: Results, now: Results): string[] {
  const old = new Map(before.checksums.map(({ work, checksum }) => [work, checksum]))
  const changed = now.checksums.filter(({ work, checksum }) => old.has(work) && old.get(work) !== checksum)
  return [...new Set(changed.map(({ work }) => work))]
}
