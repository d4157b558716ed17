/** What a reader has set: levers, uncertainties that are held, how quotas are split, and what targets ask for. */
import type { SimulatedSetting } from '../engine/simulation.js'
import type { ExplorerFacts, ExplorerSplit, ExplorerTarget, ExplorerUncertainty } from '../facts.js'

/** What a target asks for in place of what the scenario says. */
export interface Aimed {
  readonly threshold: number
  readonly year: number
}

/** What an uncertainty is held at in all futures: where so many per cent of its futures lie below, or a value. */
export type Held = { readonly percent: number } | { readonly value: number }

/** Ways of sharing a quota out other than as in the plan, beside parts of a thousand by city that are given by hand. */
export const SPLIT_KINDS = ['need', 'total', 'worst'] as const
export type SplitKind = (typeof SPLIT_KINDS)[number]
export type Split = SplitKind | readonly number[]

export interface Setting {
  /** By lever. */
  readonly levers: readonly number[]
  /** By the name of an uncertainty. */
  readonly held: Readonly<Record<string, Held>>
  /** By service; one that is left out is split as in the plan. */
  readonly splits: Readonly<Record<string, Split>>
  /** By target. */
  readonly aims: Readonly<Record<string, Aimed>>
}

/** The setting of a policy, by default the scenario's last, which is the plan. */
export function settingOf({ policies, levers }: ExplorerFacts, policy = policies.length - 1): Setting {
  const settings = policies[policy]?.settings ?? levers.map((lever) => lever.default)
  return { levers: settings, held: {}, splits: {}, aims: {} }
}

export const isSameSetting = (one: Setting, other: Setting) => textOf(one) === textOf(other)

const byName = <T>(map: Readonly<Record<string, T>>) =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))
const textOf = (setting: Setting) => JSON.stringify([keyOfOutcomes(setting), byName(setting.aims)])

/** Alike where two settings have the same outcomes. */
export const keyOfOutcomes = ({ levers, held, splits }: Omit<Setting, 'aims'>) =>
  JSON.stringify([levers, byName(held), byName(splits)])

/** What of a setting decides the outcomes of a draw. */
export function simulatedSetting(facts: ExplorerFacts, { levers, held, splits }: Setting): SimulatedSetting {
  return {
    levers,
    held: facts.uncertainties.flatMap((one) => {
      const own = held[one.name]
      return own ? [{ uncertainty: one.index, value: valueHeld(one, own) }] : []
    }),
    splits: facts.splits.flatMap((one) => {
      const own = splits[one.service]
      return own ? [{ service: one.index, weights: partsUnder(one, own) }] : []
    }),
  }
}

export function valueHeld({ values }: ExplorerUncertainty, held: Held): number {
  return 'value' in held ? held.value : values[held.percent - 1]
}

/** Parts of a thousand by city; by hand they may add up to something else. */
export function partsUnder(
  { asPlanned, byNeed, best }: ExplorerSplit,
  split: Split | undefined,
): readonly number[] {
  if (split === undefined) return asPlanned
  if (split === 'need') return byNeed!
  return typeof split === 'string' ? best![split] : split
}

export function withLever(setting: Setting, lever: number, value: number): Setting {
  return { ...setting, levers: setting.levers.map((own, at) => (at === lever ? value : own)) }
}

/** held: undefined lets it vary. */
export function withHeld(setting: Setting, name: string, held: Held | undefined): Setting {
  const { [name]: _, ...others } = setting.held
  return { ...setting, held: held ? { ...others, [name]: held } : others }
}

/** split: undefined for that of the plan. */
export function withSplit(setting: Setting, service: string, split: Split | undefined): Setting {
  const { [service]: _, ...others } = setting.splits
  return { ...setting, splits: split ? { ...others, [service]: split } : others }
}

/** What a target asks for under a setting. */
export function aimOf(target: ExplorerTarget, { aims }: Pick<Setting, 'aims'>): ExplorerTarget {
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
