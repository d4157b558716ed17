/**
 * The identity of a run: all that may not change until it is finished, written to the folder's run.json at the start.
 *
 * It has the scenario as it was resolved, so that a run can be continued without the scenario's own file.
 */
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { RunHeader, RunNames } from '../results/run-header.js'
import type { Scenario } from '../scenario/scenario.js'
import { asRead } from '../vocabulary/json.js'

/** One of several machines' share of a run: every count-th part, from the index-th on (1 the first). */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** Where a plan comes from, as far as the caller knows. */
export interface Origin {
  readonly scenario?: Scenario
  /** SHA-256 of every file of the data folder. */
  readonly dataFiles?: Readonly<Record<string, string>>
  /** Settings of the command line that replaced the scenario's own; the design as it was written. */
  readonly overrides?: { readonly seed?: number; readonly design?: string }
  /** Stop once every interval of odds is at most this far to each side (0-1). */
  readonly until?: number
  readonly shard?: Shard
}

export interface RunIdentity {
  readonly version: string
  readonly fingerprint: string
  readonly seed: number
  readonly design: RunHeader['design']
  readonly draws: number
  readonly partDraws: number
  readonly policies: readonly string[]
  readonly until?: number
  readonly shard?: Shard
  readonly overrides?: Origin['overrides']
  readonly dataFiles?: Readonly<Record<string, string>>
  /** Scenario file and data folder, relative to the run folder. */
  readonly from?: { readonly scenario: string; readonly data: string }
  /** The scenario as it was resolved, without paths of this machine. */
  readonly scenario?: Omit<Scenario, 'files' | 'data' | 'leftOut'>
}

export function identityOf(
  folder: string,
  header: RunNames,
  draws: number,
  partDraws: number,
  origin: Origin,
): RunIdentity {
  const { version, fingerprint, seed, design, policies } = header
  const { scenario, dataFiles, overrides, until, shard } = origin
  const identity = {
    version,
    fingerprint,
    seed,
    design,
    draws,
    partDraws,
    policies: policies.map(({ name }) => name),
    until,
    shard,
    overrides,
    dataFiles,
    ...(scenario && scenarioRecord(folder, scenario)),
  }
  return asRead(identity)
}

/** The part of an identity that records the scenario. */
export function scenarioRecord(
  folder: string,
  { files, data, leftOut: _, ...scenario }: Scenario,
): Required<Pick<RunIdentity, 'from' | 'scenario'>> {
  const from = (path: string) => relative(resolve(folder), resolve(path)).replaceAll('\\', '/')
  return asRead({ from: { scenario: from(files[0]), data: from(data) }, scenario })
}

/** The recorded scenario with its paths; undefined where a run was started without a scenario. */
export function scenarioOf(folder: string, { scenario, from }: RunIdentity): Scenario | undefined {
  if (!scenario || !from) return undefined
  const placed = (path: string) => (isAbsolute(path) ? path : join(folder, path))
  return { ...scenario, files: [placed(from.scenario)], data: placed(from.data), leftOut: [] }
}

/** The identity of the whole run in another folder, from that of a shard. */
export function movedTo(folder: string, from: string, { shard: _, ...identity }: RunIdentity): RunIdentity {
  const moved = (path: string) => relative(resolve(folder), resolve(from, path)).replaceAll('\\', '/')
  const places = identity.from
  return places
    ? { ...identity, from: { scenario: moved(places.scenario), data: moved(places.data) } }
    : identity
}

/** Whether a larger number of draws changes the draws there are (see sampling/designs.ts). */
export function movesWithDraws({ design }: Pick<RunIdentity, 'design'>): boolean {
  return design === 'latin_hypercube'
}
