/** Which indicators name which: `indicator(name)` in a formula of one stands for what the other comes to. */
import type { Formula, Indicator, Value } from './scenario.js'

const CALL = /\bindicator\s*\(\s*([a-z][a-z0-9_]*)\s*\)/g

/** Names of the indicators that an indicator's formulas name, in their order, each once; and those of whom it is promised for. */
export function namedBy({
  of,
  per,
  promised_for: promised,
}: Pick<Indicator, 'of' | 'per' | 'promised_for'>): string[] {
  const formulas = [
    ...[of, ...(per ? [per] : [])].flatMap(formulasIn),
    ...(promised?.follows ? [promised.follows] : []),
  ]
  const called = formulas.flatMap(({ text }) => [...text.matchAll(CALL)].map(([, name]) => name))
  return [...new Set([...called, ...(promised ? [promised.expected, promised.people] : [])])]
}

/** Every formula of a value. */
function formulasIn(value: Value): Formula[] {
  if (value.kind === 'formula') return [value.formula]
  if (value.kind === 'by_year') return value.points.map(({ formula }) => formula)
  if (value.kind === 'total') return [value.total, value.shareBy]
  return [...value.cities.map(({ formula }) => formula), ...(value.others ? [value.others] : [])]
}

/** Some indicators and all that they name, directly or through others, in the order of the list. */
export function withNamed(all: readonly Indicator[], asked: ReadonlySet<string>): Indicator[] {
  const wanted = new Set(asked)
  for (let size = 0; size < wanted.size; ) {
    size = wanted.size
    for (const one of all) if (wanted.has(one.name)) for (const name of namedBy(one)) wanted.add(name)
  }
  return all.filter(({ name }) => wanted.has(name))
}

/** Indicators with those that each names before it; one that comes back to itself is in `circles`, with its way. */
export function inOrderOfNaming(all: readonly Indicator[]): {
  readonly ordered: readonly Indicator[]
  readonly circles: ReadonlyMap<string, readonly string[]>
} {
  const byName = new Map(all.map((one) => [one.name, one]))
  const ordered: Indicator[] = []
  const circles = new Map<string, readonly string[]>()
  const done = new Set<string>()
  const visit = (one: Indicator, way: readonly string[]): void => {
    if (done.has(one.name)) return
    const from = way.indexOf(one.name)
    if (from >= 0) {
      const round = way.slice(from)
      for (const [at, name] of round.entries())
        circles.set(name, [...round.slice(at), ...round.slice(0, at), name])
      return
    }
    for (const name of namedBy(one)) {
      const named = byName.get(name)
      if (named) visit(named, [...way, one.name])
    }
    if (done.has(one.name)) return
    done.add(one.name)
    ordered.push(one)
  }
  for (const one of all) visit(one, [])
  return { ordered, circles }
}
