/** Moves a plan's tables into shared memory, so that every worker reads the same bytes and none are copied. */
import type { Plan } from '../../plan/plan.js'

/** The same plan with every table of doubles on a SharedArrayBuffer; equal tables are shared once. */
export function sharePlan(plan: Plan): Plan {
  const moved = new Map<Float64Array, Float64Array>()
  const move = (value: unknown): unknown => {
    if (value instanceof Float64Array) {
      const known = moved.get(value)
      if (known) return known
      const shared = new Float64Array(new SharedArrayBuffer(value.byteLength))
      shared.set(value)
      moved.set(value, shared)
      return shared
    }
    if (Array.isArray(value)) return value.map(move)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, move(inner)]))
  }
  return move(plan) as Plan
}
