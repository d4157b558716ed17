/** What the schema knows of a place in the file: the names of its fields. */
import { isPlain, valueAt } from '../read/plain.js'
import type { Path } from '../scenario.js'
import { scenarioSchema } from './schema.js'
import { WAYS_TO_SAY } from './values.js'

/** The way in which a map says a value, by the field that identifies it. */
export function wayOf(input: object): keyof typeof WAYS_TO_SAY | undefined {
  return (Object.keys(WAYS_TO_SAY) as (keyof typeof WAYS_TO_SAY)[]).find((way) => way in input)
}

/** Names of the fields that the schema knows at a path. */
export function fieldsAt(path: Path, content: unknown): string[] {
  let node: unknown = scenarioSchema
  for (let depth = 0; depth <= path.length; depth++) {
    const inner = unwrap(node)
    if (depth === path.length) return fieldNames(inner, valueAt(content, path))
    const shape = (inner as { shape?: Record<string, unknown> }).shape
    const below = inner as { valueType?: unknown; element?: unknown; options?: unknown[] }
    const part = path[depth]
    node =
      shape?.[String(part)] ??
      below.valueType ??
      below.element ??
      optionWith(below.options, valueAt(content, path.slice(0, depth))) ??
      entryOf(below.options)
    if (node === undefined) return []
  }
  return []
}

function optionWith(options: unknown[] | undefined, input: unknown): unknown {
  return options?.find((option) => {
    const shape = (unwrap(option) as { shape?: Record<string, unknown> }).shape
    return shape && isPlain(input) && Object.keys(input).some((key) => key in shape)
  })
}

/** Of a map with any keys among several forms: what an entry of it is. */
function entryOf(options: unknown[] | undefined): unknown {
  const map = options
    ?.map(unwrap)
    .find((option) => (option as { valueType?: unknown }).valueType !== undefined)
  return (map as { valueType?: unknown } | undefined)?.valueType
}

function unwrap(node: unknown): unknown {
  let inner = node as { unwrap?: () => unknown; _zod?: { def?: { type?: string; valueType?: unknown } } }
  while (inner?._zod?.def?.type === 'optional' && inner.unwrap) inner = inner.unwrap() as typeof inner
  return inner
}

function fieldNames(node: unknown, input: unknown): string[] {
  const { shape, options, keyType } = node as {
    shape?: Record<string, unknown>
    options?: unknown[]
    keyType?: { options?: unknown[] }
  }
  if (shape) return Object.keys(shape)
  if (keyType?.options) return keyType.options.map(String)
  if (!options || !isPlain(input)) return []
  const way = wayOf(input)
  if (way) return Object.keys(WAYS_TO_SAY[way].shape)
  const byKind = options.find((option) => {
    const kind = (unwrap(option) as { shape?: { kind?: { value?: unknown } } }).shape?.kind
    return kind !== undefined && kind.value === input['kind']
  })
  // of a number or one map it is that map
  const maps = options.flatMap((option) => (unwrap(option) as { shape?: object }).shape ?? [])
  return Object.keys(
    (unwrap(byKind) as { shape?: object } | undefined)?.shape ?? (maps.length === 1 ? maps[0] : {}),
  )
}
