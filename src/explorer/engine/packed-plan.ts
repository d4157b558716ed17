/**
 * A plan as text for a page. Tables of doubles become lists of decimals, which give every double back with its bits and
 * pack into half of what the bytes of doubles would; equal tables stand there once, and are one table again when unpacked.
 */
import type { Plan } from '../../plan/plan.js'

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
  readonly tables: readonly (readonly (number | string)[])[]
}

export function packPlan(plan: Plan): string {
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
      return typeof value === 'number' && isOdd(value) ? { $number: odd(value) } : value
    }),
  )
  return JSON.stringify({ plan: marked, tables: tables.map(listOf) } satisfies PackedPlan)
}

export function unpackPlan(text: string): Plan {
  const { plan, tables: lists } = JSON.parse(text) as PackedPlan
  const tables = lists.map((list) => Float64Array.from(list, Number))
  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(restore)
    if ('$table' in value) return tables[(value as TableMark).$table]
    if ('$number' in value) return Number((value as NumberMark).$number)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restore(inner)]))
  }
  return restore(plan) as Plan
}

/** Whether JSON would lose a number. */
const isOdd = (value: number) => Object.is(value, -0) || !Number.isFinite(value)
const odd = (value: number) => (Object.is(value, -0) ? '-0' : String(value))
const listOf = (table: Float64Array) => Array.from(table, (value) => (isOdd(value) ? odd(value) : value))
