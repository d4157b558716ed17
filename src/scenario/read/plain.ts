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
