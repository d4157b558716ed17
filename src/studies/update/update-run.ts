/** A finished run, updated by what has been observed since: as a folder of its own that all that reads runs can read. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import {
  areEnough,
  LEAST_EFFECTIVE,
  type ObservationPlace,
  type ObservedColumn,
  placeAmong,
  takeByWeight,
  weightsOf,
} from '../../analysis/weighed/observed-futures.js'
import type { SmoothedWeights } from '../../math/pareto-smoothing.js'
import { columnAt } from '../../plan/outcome-columns.js'
import type { Observation, RunUpdate } from '../../results/observation.js'
import { KEPT_FILES, KEPT_LIST } from '../../store/kept-files.js'
import { type OpenRun, openRun } from '../../store/open-run.js'
import { updateIn, writeUpdate } from '../../store/updated-run.js'
import { fail } from '../../vocabulary/problems.js'
import { reopenRun } from '../reopen-run.js'
import { type SimulateOptions, simulate } from '../simulate.js'

export interface UpdateRequest {
  /** Folder of the run. */
  readonly run: string
  readonly observations: readonly Observation[]
  /** Index of the policy under which it was observed. */
  readonly policy: number
  /** Folder of the updated run. */
  readonly out: string
  /** Draws that the run may be extended to, where those it has say too little. */
  readonly mostDraws: number
}

export interface Update {
  /** The run as it was updated, with the draws that it was extended by. */
  readonly base: OpenRun
  readonly weights: Pick<SmoothedWeights, 'khat' | 'effectiveDraws'>
  readonly places: readonly ObservationPlace[]
  /** The updated run; absent where the weights carry no odds. */
  readonly updated?: OpenRun
}

type Making = Pick<SimulateOptions, 'threads' | 'engine' | 'signal' | 'onListening' | 'onProgress'>

/** Update a run; undefined where the signal ended it. Throws CitywardError for a run that cannot be updated. */
export async function updateRun(request: UpdateRequest, making: Making): Promise<Update | undefined> {
  const { run, observations, policy, out, mostDraws } = request
  let base = openRun(run)
  refuseUnfit(base, run)
  refuseOther(out)
  const wanted = base.manifest.draws
  for (;;) {
    const columns = await observedColumns(base, observations, policy)
    const weights = weightsOf(columns, base.reader.draws)
    const places = columns.map(placeAmong)
    // more draws come no nearer
    if (places.some(({ near }) => near === 0)) return { base, weights, places }
    if (areEnough(weights)) {
      const update: RunUpdate = {
        observations,
        policy: base.header.policies[policy].name,
        effectiveDraws: weights.effectiveDraws,
        khat: weights.khat,
        from: base.reader.draws,
      }
      clear(out)
      writeUpdate(out, base, update, takeByWeight(weights.weights, wanted, base.header.seed))
      return { base, weights, places, updated: openRun(out) }
    }
    const more = nextDraws(base, weights, mostDraws)
    if (more === undefined) return { base, weights, places }
    const { draws, ended } = await extend(run, more, making)
    if (ended) return undefined
    base = openRun(run)
    if (base.reader.draws < draws) return { base, weights, places }
  }
}

async function observedColumns(
  { header, reader }: OpenRun,
  observations: readonly Observation[],
  policy: number,
): Promise<ObservedColumn[]> {
  const names = observations.map(({ indicator, place, year }) => {
    const at = header.places.findIndex(({ code }) => code === place)
    return header.outcomes[columnAt(header, indicator, at, year)].name
  })
  const values = await reader.read(policy, names)
  return observations.map((observation, at) => ({ observation, values: values[at] }))
}

/** As many draws as should be enough, at least twice those there are; undefined where the most that may be would not do. */
function nextDraws(
  { header, manifest, reader: { draws } }: OpenRun,
  { effectiveDraws, khat }: SmoothedWeights,
  most: number,
): number | undefined {
  const mayGrow = header.design !== 'latin_hypercube' && manifest.run.until === undefined
  const atMost = (effectiveDraws * most) / draws
  if (!mayGrow || draws >= most || atMost < LEAST_EFFECTIVE || khat === Number.POSITIVE_INFINITY)
    return undefined
  const times = Math.max(2, Math.ceil((1.2 * LEAST_EFFECTIVE) / effectiveDraws))
  return Math.min(most, draws * times)
}

/** Draw more futures of the run, into its own folder. */
async function extend(
  folder: string,
  draws: number,
  making: Making,
): Promise<{ draws: number; ended: boolean }> {
  const { run, plan, scenario, dataset } = await reopenRun(folder)
  const { summary } = await simulate(plan, dataset, {
    ...{ folder, draws, scenario, overrides: run.overrides },
    ...making,
  })
  return { draws, ended: summary === undefined }
}

/** Designs whose draws are each as likely as any other, one by one. */
const TAKEN: readonly string[] = [
  'random',
  'latin_hypercube',
  'sobol',
  'halton',
  'plain_sobol',
  'plain_halton',
]

function refuseUnfit({ header }: OpenRun, run: string): void {
  if (header.update)
    fail({
      code: 'run-updated',
      where: { file: run },
      found: 'a run that was updated already',
      expected: 'the run itself, with the old observations and the new in one file',
    })
  if (TAKEN.includes(String(header.design))) return
  fail({
    code: 'method-needs-sample',
    where: { file: run },
    found: 'a run whose draws are not each as likely as any other',
    expected: `a run with one of the designs ${TAKEN.join(', ')}`,
  })
}

/** Nothing but an earlier update may lie where the updated run is to be. */
function refuseOther(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || updateIn(out)) return
  fail({
    code: 'folder-not-empty',
    where: { file: out },
    found: 'a folder with other files',
    expected: 'a new folder, or that of an earlier update',
    hint: 'Choose another --out.',
  })
}

/** Files beside an earlier update are not of this one. */
function clear(out: string): void {
  for (const name of [KEPT_LIST, ...KEPT_FILES]) rmSync(`${out}/${name}`, { force: true })
}
