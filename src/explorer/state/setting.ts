/** What a reader has set: levers, uncertainties held at a quantile, and what targets ask for. */
import type { SimulatedSetting } from '../engine/simulation.js'
import { type ExplorerFacts, type ExplorerTarget, HOLD_SHARES } from '../facts.js'

/** What a target asks for in place of what the scenario says. */
export interface Aimed {
  readonly threshold: number
  readonly year: number
}

export interface Setting {
  /** By lever. */
  readonly levers: readonly number[]
  /** Index into HOLD_SHARES by the name of an uncertainty. */
  readonly held: Readonly<Record<string, number>>
  /** By target. */
  readonly aims: Readonly<Record<string, Aimed>>
}

/** The setting of a policy, by default the scenario's last, which is the plan. */
export function settingOf({ policies, levers }: ExplorerFacts, policy = policies.length - 1): Setting {
  return { levers: policies[policy]?.settings ?? levers.map((lever) => lever.default), held: {}, aims: {} }
}

export const isSameSetting = (one: Setting, other: Setting) => textOf(one) === textOf(other)

const byName = <T>(map: Readonly<Record<string, T>>) =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))
const textOf = ({ levers, held, aims }: Setting) => JSON.stringify([levers, byName(held), byName(aims)])

/** What of a setting decides the outcomes of a draw. */
export function simulatedSetting(facts: ExplorerFacts, { levers, held }: Setting): SimulatedSetting {
  const values = facts.uncertainties.flatMap(({ name, index, values }) =>
    held[name] === undefined ? [] : [{ uncertainty: index, value: values[held[name]] }],
  )
  return { levers, held: values }
}

export function withLever(setting: Setting, lever: number, value: number): Setting {
  return { ...setting, levers: setting.levers.map((own, at) => (at === lever ? value : own)) }
}

/** at: index into HOLD_SHARES; undefined lets it vary. */
export function withHeldAt(setting: Setting, name: string, at: number | undefined): Setting {
  const { [name]: _, ...others } = setting.held
  return { ...setting, held: at === undefined ? others : { ...others, [name]: at } }
}

/** The middle of the shares at which an uncertainty can be held. */
export const HOLD_MIDDLE = HOLD_SHARES.indexOf(0.5)

/** What a target asks for under a setting. */
export function aimOf(target: ExplorerTarget, { aims }: Setting): ExplorerTarget {
  return { ...target, ...aims[target.id] }
}

/** An aim that is what the scenario says is none of the reader's. */
export function withAim(setting: Setting, target: ExplorerTarget, aim: Aimed): Setting {
  const { [target.id]: _, ...others } = setting.aims
  const isOwn = aim.threshold === target.threshold && aim.year === target.year
  return { ...setting, aims: isOwn ? others : { ...others, [target.id]: aim } }
}

/** The policy that has these levers, or -1. */
export function policyAt({ policies }: ExplorerFacts, { levers }: Setting): number {
  return policies.findIndex(({ settings }) => settings.every((value, lever) => value === levers[lever]))
}

/** A step that a slider takes: a hundredth of its range, as a round number. */
export function stepOf([low, high]: readonly [number, number]): number {
  const width = (high - low) / 100
  const power = 10 ** Math.floor(Math.log10(width))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= width * 0.999) ?? width
}

/** A value on the steps of a slider, without the dust of binary fractions. */
export function onStep(value: number, [low, high]: readonly [number, number]): number {
  const step = stepOf([low, high])
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(step)))
  const rounded = low + Math.round((value - low) / step) * step
  return Math.min(high, Math.max(low, Number(rounded.toFixed(decimals))))
}
