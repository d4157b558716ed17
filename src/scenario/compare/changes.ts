/** What differs between two scenarios: every field with its two places, and the changes that can move a target. */
import type { Location } from '../../vocabulary/problems.js'
import { isPlain } from '../read/plain.js'
import type { Locate } from '../scenario.js'
import { partText } from './part-text.js'
import { type Field, type PolicyView, partsOf, type ScenarioPart } from './parts.js'

/** One named part that differs in something that odds can depend on; absent where the scenario has no such part. */
export interface Change {
  readonly name: string
  readonly before?: ScenarioPart
  readonly after?: ScenarioPart
  /** Whether it changes only how a target is read, not what is simulated: an indicator or a target. */
  readonly reading: boolean
}

/** A field that differs: its values as text, side by side. */
export interface FieldDifference {
  /** `population.lines.nanning_yulin` */
  readonly field: string
  readonly before?: { readonly text: string; readonly where: Location }
  readonly after?: { readonly text: string; readonly where: Location }
  /** The change it is part of; absent where it moves no target that both scenarios have. */
  readonly change?: string
}

export interface Sides {
  readonly before: PolicyView & { readonly locate: Locate }
  readonly after: PolicyView & { readonly locate: Locate }
}

export interface Changes {
  /** In the order of the first scenario, then what only the second has. */
  readonly changes: readonly Change[]
  readonly differences: readonly FieldDifference[]
  /** Every part by its name, of each scenario. */
  readonly parts: Record<'before' | 'after', ReadonlyMap<string, ScenarioPart>>
}

/** Compare two scenarios, each under one policy. */
export function changesBetween(sides: Sides): Changes {
  const parts = {
    before: byName(partsOf(sides.before, sides.after)),
    after: byName(partsOf(sides.after, sides.before)),
  }
  const names = new Set([...parts.before.keys(), ...parts.after.keys()])
  const read = readTargets(sides)
  const found = [...names].map((name) =>
    compareParts(parts.before.get(name), parts.after.get(name), sides, read),
  )
  const order = orderChange(sides, parts)
  return {
    changes: [...found.flatMap(({ change }) => change ?? []), ...order],
    differences: found.flatMap(({ differences }) => differences),
    parts,
  }
}

function byName(parts: readonly ScenarioPart[]): Map<string, ScenarioPart> {
  return new Map(parts.map((part) => [part.name, part]))
}

/** Targets that both scenarios have, and the indicators that these are set on. */
function readTargets({ before, after }: Sides): Set<string> {
  const ids = new Set(after.scenario.targets.map(({ id }) => id))
  const both = before.scenario.targets.map(({ id }) => id).filter((id) => ids.has(id))
  const all = [...before.scenario.targets, ...after.scenario.targets].filter(({ id }) => both.includes(id))
  return new Set(all.flatMap(({ id, indicator }) => [`targets.${id}`, `indicators.${indicator}`]))
}

function compareParts(
  before: ScenarioPart | undefined,
  after: ScenarioPart | undefined,
  sides: Sides,
  read: ReadonlySet<string>,
): { readonly change?: Change; readonly differences: readonly FieldDifference[] } {
  const { name, section } = (before ?? after)!
  const reading = section === 'indicators' || section === 'targets'
  const pairs = withoutEchoes(pairFields(before, after).filter(([one, other]) => !sameField(one, other)))
  const moves = (!reading || read.has(name)) && pairs.some(([one, other]) => (one ?? other)!.moves)
  const differences = pairs.map(
    ([one, other]): FieldDifference => ({
      field: (one ?? other)!.name,
      before: one && sayField(one, sides.before.locate),
      after: other && sayField(other, sides.after.locate),
      change: moves && (one ?? other)!.moves ? name : undefined,
    }),
  )
  return { change: moves ? { name, before, after, reading } : undefined, differences }
}

type Pair = readonly [Field | undefined, Field | undefined]

/** The default of a lever is listed already where it is the setting. */
function withoutEchoes(pairs: readonly Pair[]): readonly Pair[] {
  const places = (pair: Pair) => pair.map((field) => field?.path.join('.')).join(' ')
  const moving = pairs.filter((pair) => pair.some((field) => field?.moves)).map(places)
  return pairs.filter((pair) => pair.some((field) => field?.moves) || !moving.includes(places(pair)))
}

function pairFields(before: ScenarioPart | undefined, after: ScenarioPart | undefined): Pair[] {
  const others = new Map(after?.fields.map((field) => [field.name, field]))
  const own = new Set(before?.fields.map(({ name }) => name))
  const pairs = (before?.fields ?? []).map((field) => [field, others.get(field.name)] as const)
  const added = (after?.fields ?? []).filter(({ name }) => !own.has(name))
  return [...pairs, ...added.map((field) => [undefined, field] as const)]
}

function sameField(one: Field | undefined, other: Field | undefined): boolean {
  return one !== undefined && other !== undefined && bare(one.value) === bare(other.value)
}

/** A value without the places of its formulas, and without what only its reader sees. */
function bare(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'path') return undefined
    if (key === 'text' && typeof inner === 'string') return inner.replaceAll(/\s+/g, ' ').trim()
    return isPlain(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  })
}

function sayField({ value, text, path }: Field, locate: Locate) {
  return { text: text ?? partText(value), where: locate(path) }
}

/**
 * Under a Sobol' design draws depend on the order of uncertainties. Where putting the second scenario's parts in the
 * first one's order does not give the second one's, the order is a change of its own.
 */
function orderChange({ before, after }: Sides, parts: Changes['parts']): Change[] {
  if (![before, after].some(({ scenario }) => scenario.run.design === 'sobol')) return []
  const [own, others] = [before, after].map(({ scenario }) => scenario.uncertainties.map(({ name }) => name))
  const kept = own.filter((name) => parts.after.has(`uncertainties.${name}`))
  const reached = [...kept, ...others.filter((name) => !own.includes(name))]
  if (reached.join() === others.join()) return []
  const part = (value: readonly string[]): ScenarioPart => ({
    name: 'uncertainties',
    section: 'order',
    key: '',
    value,
    fields: [],
  })
  return [{ name: 'uncertainties', before: part(own), after: part(others), reading: false }]
}
