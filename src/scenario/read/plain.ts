/** Content of a scenario file as plain data: maps, lists and single values. */
import type { Path } from '../scenario.js'

/** True for a map of fields, false for lists, null and single values. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a path; undefined where it leads nowhere. */
export function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, part) => (node as Record<string, unknown> | undefined)?.[part as string],
    content,
  )
}

/** A value of a file in a few words. */
export function show(input: unknown): string {
  if (input === null || input === undefined) return 'nothing'
  if (typeof input === 'string') return `"${input.length > 60 ? `${input.slice(0, 57)}...` : input}"`
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : `a list of ${input.length}`
  if (isPlain(input)) {
    const keys = Object.keys(input)
    return keys.length === 0
      ? 'an empty map'
      : `a map of ${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ' ...' : ''}`
  }
  return String(input)
}
