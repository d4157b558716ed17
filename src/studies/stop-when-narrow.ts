/** When a run with `until` may stop: while it runs, and from the outcomes that a folder already has. */

import { narrowEnough, reached } from '../analysis/attainment.js'
import { eachColumn } from '../analysis/read-columns.js'
import { columnAt } from '../plan/outcome-columns.js'
import type { OutcomeReader } from '../results/outcome-reader.js'
import type { PartOutcomes } from '../results/parts.js'
import type { RunHeader, RunNames } from '../results/run-header.js'
import { openRun } from '../store/open-run.js'
import { CitywardError } from '../vocabulary/problems.js'

type CountedRun = Pick<RunHeader, 'targets' | 'policies' | 'outcomes' | 'years' | 'places'>

export interface Hits {
  /** Trajectories that have reached the target, by policy and target. */
  readonly counts: number[]
  readonly add: (part: PartOutcomes) => void
}

export function createHits(plan: CountedRun): Hits {
  const { targets, policies } = plan
  const counts = new Array<number>(policies.length * targets.length).fill(0)
  const places = targetColumns(plan)
  return {
    counts,
    add: ({ policy, draws, outcomes }) => {
      targets.forEach((target, index) => {
        const first = places[index] * draws
        for (let at = first; at < first + draws; at++) {
          if (reached(target, outcomes[at])) counts[policy * targets.length + index] += 1
        }
      })
    },
  }
}

/**
 * The draws after which the finished run of a folder was narrow enough, tested at the end of each part as a run does;
 * undefined where the folder has no finished run of this plan, or too few draws.
 */
export async function storedEnough(
  folder: string,
  header: RunNames,
  { draws, until, partDraws }: { draws: number; until: number; partDraws: number },
): Promise<number | undefined> {
  try {
    const run = openRun(folder)
    const names = ({ fingerprint, policies }: RunNames) =>
      [fingerprint, ...policies.map(({ name }) => name)].join()
    if (names(run.header) !== names(header)) return undefined
    return await firstEnough(run.header, run.reader, draws, until, partDraws)
  } catch (error) {
    // what cannot be opened or read is simulated again
    if (error instanceof CitywardError) return undefined
    throw error
  }
}

async function firstEnough(
  header: RunHeader,
  reader: OutcomeReader,
  draws: number,
  until: number,
  partDraws: number,
): Promise<number | undefined> {
  const hits = await hitsByPart(header, reader, Math.min(draws, reader.draws), partDraws)
  const counts = hits.map(() => 0)
  for (let first = 0; first < draws; first += partDraws) {
    const end = Math.min(first + partDraws, draws)
    // a part with fewer draws than a run of `draws` needs has to be simulated again
    if (end > reader.draws) return undefined
    hits.forEach((ofTarget, index) => {
      counts[index] += ofTarget[first / partDraws]
    })
    if (narrowEnough(counts, end, until)) return end
  }
  return undefined
}

/** Trajectories that have reached the target, by policy and target, then part. */
async function hitsByPart(
  header: RunHeader,
  reader: OutcomeReader,
  draws: number,
  partDraws: number,
): Promise<Uint32Array[]> {
  const names = targetColumns(header).map((column) => header.outcomes[column].name)
  const hits: Uint32Array[] = []
  for (const policy of header.policies.keys()) {
    const count = (values: Float64Array, index: number) => {
      const counts = new Uint32Array(Math.ceil(draws / partDraws))
      values.forEach((value, draw) => {
        if (reached(header.targets[index], value)) counts[Math.floor(draw / partDraws)]++
      })
      hits.push(counts)
    }
    await eachColumn(reader, policy, names, count, draws)
  }
  return hits
}

/** Column of the region in the year of each target. */
export function targetColumns({ targets, ...columns }: CountedRun): number[] {
  return targets.map(({ indicator, year }) => columnAt(columns, indicator, 0, year))
}
