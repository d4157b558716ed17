/**
 * A plan as bytes for a page: its JSON, and behind it long lists of decimals (decimal-planes.ts). Other tables of doubles are
 * lists of decimals in the JSON, which give every double back with its bits and pack into half of what the bytes of doubles
 * would; equal tables stand there once, and are one table again when unpacked.
 */
import type { Plan } from '../../plan/plan.js'
import { DecimalPlanes, listAt, type PlanesMark } from './decimal-planes.js'

/** What takes a typed array's place: its number among the tables. */
interface TableMark {
  readonly $table: number
}
/** What takes the place of a number that JSON has no word for. */
interface NumberMark {
  readonly $number: string
}

interface PackedPlan {
  readonly plan: object
  readonly tables: readonly ((number | string)[] | PlanesMark)[]
}

export function packPlan(plan: Plan): Uint8Array {
  const planes = new DecimalPlanes()
  const tables: Float64Array[] = []
  const numbers = new Map<string, number>()
  const mark = (table: Float64Array): TableMark => {
    const key = listOf(table).join()
    const known = numbers.get(key)
    if (known !== undefined) return { $table: known }
    numbers.set(key, tables.length)
    return { $table: tables.push(table) - 1 }
  }
  const marked = JSON.parse(
    JSON.stringify(plan, (_, value: unknown) => {
      if (value instanceof Float64Array) return mark(value)
      if (Array.isArray(value)) return planes.put(value) ?? value
      return typeof value === 'number' && isOdd(value) ? { $number: odd(value) } : value
    }),
  )
  const packed: PackedPlan = {
    plan: marked,
    tables: tables.map((table) => planes.put(table) ?? listOf(table)),
  }
  const text = new TextEncoder().encode(JSON.stringify(packed))
  const head = new Uint8Array(HEAD)
  new DataView(head.buffer).setUint32(0, text.length, true)
  return joined([head, text, ...planes.pieces])
}

export function unpackPlan(bytes: Uint8Array): Plan {
  const from = HEAD + new DataView(bytes.buffer, bytes.byteOffset, HEAD).getUint32(0, true)
  const { plan, tables: lists } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(HEAD, from)),
  ) as PackedPlan
  const planes = bytes.subarray(from)
  const tables = lists.map((list) =>
    Float64Array.from('$planes' in list ? listAt(list, planes) : list, Number),
  )
  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(restore)
    if ('$table' in value) return tables[(value as TableMark).$table]
    if ('$planes' in value) return listAt(value as PlanesMark, planes)
    if ('$number' in value) return Number((value as NumberMark).$number)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restore(inner)]))
  }
  return restore(plan) as Plan
}

/** Bytes that say how long the JSON is. */
const HEAD = 4

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Whether JSON would lose a number. */
const isOdd = (value: number) => Object.is(value, -0) || !Number.isFinite(value)
const odd = (value: number) => (Object.is(value, -0) ? '-0' : String(value))
const listOf = (table: Float64Array) => Array.from(table, (value) => (isOdd(value) ? odd(value) : value))
