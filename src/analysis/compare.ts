/** Two runs, target by target, and by city and service. */
import type { Bilingual } from '../vocabulary/bilingual.js'
import {
  type CourseChange,
  compareCourses,
  comparePlaces,
  type ServiceChange,
} from './comparison/compare-places.js'
import { isSilent } from './odds.js'
import type { Odds, Summary, TargetVerdict } from './summary.js'

interface RunSketch {
  readonly title: Bilingual
  /** Name of the region that the targets are set for. */
  readonly region: Bilingual
  readonly version: string
  readonly fingerprint: string
  readonly seed: number
  readonly draws: number
  /** The year of each published total that people are scaled to; absent where there are none. */
  readonly controlYears?: readonly number[]
}

interface Reading {
  readonly threshold: number
  readonly year: number
  readonly median: number
  readonly odds: Odds
}

export interface TargetChange {
  readonly id: string
  readonly title: Bilingual
  readonly unit: string
  readonly before: Reading
  readonly after: Reading
  /** After minus before: of the medians, in the indicator's unit, and of the odds, 0-1; NaN where odds say nothing. */
  readonly medianChange: number
  readonly oddsChange: number
  /** Whether the 95 % intervals of the odds overlap; null where there are none, or a run is updated. */
  readonly overlap: boolean | null
}

/** A target of one id in both runs, and what it measures in each. */
export interface TargetMismatch {
  readonly id: string
  readonly before: Measured
  readonly after: Measured
}

interface Measured {
  readonly title: Bilingual
  readonly indicator: string
  readonly unit: string
}

export interface Comparison {
  readonly before: RunSketch
  readonly after: RunSketch
  /** Policies that both runs have, with the targets that both have and measure alike. */
  readonly policies: readonly {
    readonly name: string
    readonly title: Bilingual
    readonly targets: readonly TargetChange[]
  }[]
  /** What lacks where in both; none where the regions differ. */
  readonly services: readonly ServiceChange[]
  readonly course?: CourseChange
  /** Targets of one id on another indicator or unit, which have no change. */
  readonly mismatched: readonly TargetMismatch[]
  /** Targets that measure alike and are called otherwise, which may stand for another thing. */
  readonly renamed: readonly TargetMismatch[]
  /** Names of policies and ids of targets that only one run has. */
  readonly onlyBefore: { readonly policies: readonly string[]; readonly targets: readonly string[] }
  readonly onlyAfter: { readonly policies: readonly string[]; readonly targets: readonly string[] }
}

/** What changed from one run to the other, for the policies and targets that both have. */
export function compareSummaries(before: Summary, after: Summary): Comparison {
  // the same futures by other weights: that their intervals overlap says nothing of chance
  const areApart = !before.update && !after.update
  const isOneRegion = before.region.en === after.region.en
  const course = isOneRegion ? compareCourses(before, after) : undefined
  return {
    before: sketch(before),
    after: sketch(after),
    policies: before.policies.flatMap((policy) => {
      const other = after.policies.find(({ name }) => name === policy.name)
      if (!other) return []
      const targets = policy.targets.flatMap((target) => {
        const match = other.targets.find(({ id }) => id === target.id)
        return match && measureAlike(target, match) ? [change(target, match, areApart)] : []
      })
      return [{ name: policy.name, title: other.title, targets }]
    }),
    services: isOneRegion ? comparePlaces(before, after) : [],
    ...(course && { course }),
    mismatched: pairsOf(before, after).filter((pair) => !measureAlike(pair.before, pair.after)),
    renamed: pairsOf(before, after).filter(
      (pair) => measureAlike(pair.before, pair.after) && pair.before.title.en !== pair.after.title.en,
    ),
    onlyBefore: missing(before, after),
    onlyAfter: missing(after, before),
  }
}

function measureAlike(one: Measured, other: Measured): boolean {
  return one.indicator === other.indicator && one.unit === other.unit
}

/** What each target that both runs have measures in either. */
function pairsOf(before: Summary, after: Summary): TargetMismatch[] {
  const [ones, others] = [before, after].map(({ policies }) => policies[0]?.targets ?? [])
  const measured = ({ title, indicator, unit }: TargetVerdict): Measured => ({ title, indicator, unit })
  return ones.flatMap((one) => {
    const other = others.find(({ id }) => id === one.id)
    if (!other) return []
    return [{ id: one.id, before: measured(one), after: measured(other) }]
  })
}

function sketch({ title, region, version, fingerprint, seed, draws, controlYears }: Summary): RunSketch {
  return { title, region, version, fingerprint, seed, draws, ...(controlYears && { controlYears }) }
}

function change(before: TargetVerdict, after: TargetVerdict, areApart: boolean): TargetChange {
  const [one, other] = [reading(before), reading(after)]
  return {
    id: after.id,
    title: after.title,
    unit: after.unit,
    before: one,
    after: other,
    medianChange: other.median - one.median,
    oddsChange: [before, after].some(({ word }) => isSilent(word))
      ? Number.NaN
      : other.odds.share - one.odds.share,
    overlap: areApart ? overlapOf(one.odds, other.odds) : null,
  }
}

function overlapOf(one: Odds, other: Odds): boolean | null {
  if ([one.low, other.low].some((low) => !Number.isFinite(low))) return null
  return one.low <= other.high && other.low <= one.high
}

function reading({ threshold, year, region }: TargetVerdict): Reading {
  return { threshold, year, median: region.spread.median, odds: region.odds }
}

/** What `one` has and `other` lacks. */
function missing(one: Summary, other: Summary) {
  const lacks = (names: string[], others: string[]) => names.filter((name) => !others.includes(name))
  const policies = ({ policies }: Summary) => policies.map(({ name }) => name)
  const targets = ({ policies }: Summary) => policies[0]?.targets.map(({ id }) => id) ?? []
  return { policies: lacks(policies(one), policies(other)), targets: lacks(targets(one), targets(other)) }
}
