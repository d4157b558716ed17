/**
 * Several scenarios, target by target, each against the first: odds, medians, and how far the differences are known.
 *
 * Random draws of one seed are the same wherever runs share an uncertainty, those of other designs where runs have the same
 * uncertainties and as many draws. Then draw is held against draw: what chance does to both cancels. Runs of other draws
 * are held against each other as a whole. Where odds say nothing (too few draws, no sample), neither does their change.
 */
import { quantileOfSorted } from '../math/quantile.js'
import { pairedDifference, type ShareDifference, separateDifference } from '../math/share-difference.js'
import { columnAt } from '../plan/outcome-columns.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { RunHeader } from '../results/run-header.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { reached } from './attainment.js'
import { isSilent } from './odds.js'
import type { Odds, Summary, TargetVerdict, Word } from './summary.js'

/** A finished run among those compared. */
export interface ComparedRun {
  /** Of the scenario among the others. */
  readonly name: string
  readonly summary: Summary
  readonly header: RunHeader
  readonly reader: OutcomeReader
}

export interface ScenarioChange {
  /** Of the odds, 0-1, with the 95 % interval that the number of draws leaves. */
  readonly odds: ShareDifference
  /** Of the medians, in the indicator's unit. */
  readonly median: number
  /** Of the values draw by draw, 10 to 90 %; absent where the draws are not the same. */
  readonly range80?: readonly [number, number]
}

export interface ScenarioOutcome {
  readonly odds: Odds
  readonly word: Word
  readonly median: number
  /** Against the first scenario; absent for the first, and where that has no such odds or measures something else. */
  readonly change?: ScenarioChange
}

export interface ScenarioTarget extends Pick<TargetVerdict, 'comparator' | 'threshold'> {
  readonly id: string
  readonly title: Bilingual
  readonly unit: string
  readonly year: number
  /** By scenario; null where it has no such target, or measures it otherwise. */
  readonly scenarios: readonly (ScenarioOutcome | null)[]
}

export interface ScenarioComparison {
  readonly scenarios: readonly {
    readonly name: string
    readonly title: Bilingual
    readonly fingerprint: string
    readonly draws: number
    readonly seed: number
    /** The policy that is looked at: the last. */
    readonly policy: Bilingual
    /** Whether its draws are those of the first scenario. */
    readonly sameDraws: boolean
    /** The year of each published total that people are scaled to; absent where there are none. */
    readonly controlYears?: readonly number[]
  }[]
  readonly targets: readonly ScenarioTarget[]
}

export async function compareScenarios(runs: readonly ComparedRun[]): Promise<ScenarioComparison> {
  const [first] = runs
  const verdicts = runs.map(({ summary }) => summary.policies.at(-1)!.targets)
  const ids = [...new Set(verdicts.flatMap((targets) => targets.map(({ id }) => id)))]
  const targets: ScenarioTarget[] = []
  for (const id of ids) targets.push(await compareTarget(id, runs, verdicts))
  return {
    scenarios: runs.map((run) => {
      const { title, fingerprint, draws, seed, policies, controlYears } = run.summary
      const policy = policies.at(-1)!.title
      const sameDraws = haveSameDraws(first, run)
      const scaled = controlYears && { controlYears }
      return { name: run.name, title, fingerprint, draws, seed, policy, sameDraws, ...scaled }
    }),
    targets,
  }
}

function haveSameDraws(one: ComparedRun, other: ComparedRun): boolean {
  return drawnBy(one) === drawnBy(other)
}

/** All that a draw depends on but the uncertainty: places of other designs than the random one hang on all of them. */
function drawnBy({ header: { seed, design, uncertainties }, summary: { draws } }: ComparedRun): string {
  const others = design === 'random' ? [] : [draws, ...uncertainties.map(({ name }) => name)]
  return JSON.stringify([seed, design, ...others])
}

async function compareTarget(
  id: string,
  runs: readonly ComparedRun[],
  verdicts: readonly (readonly TargetVerdict[])[],
): Promise<ScenarioTarget> {
  const own = verdicts.map((targets) => targets.find((target) => target.id === id))
  const named = own.find((target) => target !== undefined)!
  const [base] = own
  const values = base && (await valuesOf(runs[0], base))
  const scenarios: (ScenarioOutcome | null)[] = []
  for (const [index, target] of own.entries()) {
    if (!target || !measureAlike(target, named)) {
      scenarios.push(null)
      continue
    }
    const { word, region } = target
    const outcome = { odds: region.odds, word, median: region.spread.median }
    const isHeld =
      index > 0 && base && values && measureAlike(target, base) && ![base, target].some(saysNothing)
    scenarios.push(
      isHeld ? { ...outcome, change: await changeOf(runs, index, [base, target], values) } : outcome,
    )
  }
  const { title, unit, year, comparator, threshold } = named
  return { id, title, unit, year, comparator, threshold, scenarios }
}

const saysNothing = ({ word }: TargetVerdict) => isSilent(word)

function measureAlike(one: TargetVerdict, other: TargetVerdict): boolean {
  return one.indicator === other.indicator && one.unit === other.unit
}

/** values: of the first scenario, by draw. */
async function changeOf(
  runs: readonly ComparedRun[],
  index: number,
  [base, target]: readonly [TargetVerdict, TargetVerdict],
  values: Float64Array,
): Promise<ScenarioChange> {
  const median = target.region.spread.median - base.region.spread.median
  if (!haveSameDraws(runs[0], runs[index]))
    return { odds: separateDifference(base.region.odds, target.region.odds), median }
  const others = await valuesOf(runs[index], target)
  const draws = Math.min(values.length, others.length)
  let [onlyFirst, onlySecond] = [0, 0]
  const differences: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const [before, after] = [reached(base, values[draw]), reached(target, others[draw])]
    if (before && !after) onlyFirst++
    if (after && !before) onlySecond++
    const difference = others[draw] - values[draw]
    if (!Number.isNaN(difference)) differences.push(difference)
  }
  const sorted = Float64Array.from(differences).sort()
  const range80 = [quantileOfSorted(sorted, 0.1), quantileOfSorted(sorted, 0.9)] as const
  return {
    odds: pairedDifference(onlyFirst, onlySecond, draws),
    median,
    ...(sorted.length > 0 && { range80 }),
  }
}

/** What a target measures, by draw, under the last policy. */
async function valuesOf({ header, reader }: ComparedRun, { indicator, year }: TargetVerdict) {
  const column = columnAt(header, indicator, 0, year)
  const [values] = await reader.read(header.policies.length - 1, [header.outcomes[column].name])
  return values
}
