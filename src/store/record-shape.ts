/** Whether what a sealed file of a run folder holds has the shape of what cityward writes: a made-up one may not. */
import type { Observation } from '../results/observation.js'
import { MOST_DRAWS } from '../results/parts.js'
import { isHeader } from './header-shape.js'
import type { RunIdentity } from './identity.js'
import { isMine, isPartOf, type Manifest } from './manifest.js'
import { type UpdatedRun, updateFingerprint } from './update-identity.js'

/** Whether an update tells its observations, and draws that the run had, so that its fingerprint is what they give. */
export function isUpdatedRun(read: UpdatedRun): boolean {
  const { base, baseFingerprint, fingerprint, update, draws } = read
  const { observations, from } = update ?? {}
  if (![base, baseFingerprint, update?.policy].every((text) => typeof text === 'string')) return false
  if (!Array.isArray(observations) || !observations.every(isObservation)) return false
  if (!isCount(from, MOST_DRAWS) || !Array.isArray(draws) || draws.length > MOST_DRAWS) return false
  const isOfRun = (draw: unknown) => Number.isSafeInteger(draw) && Number(draw) >= 0 && Number(draw) < from
  return draws.every(isOfRun) && fingerprint === updateFingerprint(baseFingerprint, update, draws)
}

function isObservation(read: Observation): boolean {
  const { indicator, place, source } = read ?? {}
  return (
    [indicator, place, source].every((text) => typeof text === 'string') &&
    [read.year, read.value, read.error].every(Number.isFinite)
  )
}

/** Most shards of a run, as `--shard` takes them. */
const MOST_SHARDS = 999_999
/** With the parts named as their policy and number say, each once, and a header of the run that it names. */
export function isManifest(read: Manifest): boolean {
  const { parts, header, run, draws, partDraws } = read
  if (!Array.isArray(parts) || !isHeader(header)) return false
  if (!isRunIdentity(run) || !isCount(draws, MOST_DRAWS) || partDraws !== run.partDraws) return false
  const names = header.policies.map(({ name }) => name).join()
  return (
    header.fingerprint === run.fingerprint &&
    names === run.policies.join() &&
    parts.every((part) => isPartOf(part, run) && isMine(run.shard, part.part)) &&
    new Set(parts.map(({ file }) => file)).size === parts.length
  )
}

export function isRunIdentity(read: RunIdentity | undefined): boolean {
  if (typeof read !== 'object' || read === null) return false
  const { version, fingerprint, seed, draws, partDraws, policies, shard } = read
  const isShare =
    shard === undefined || (isCount(shard.count, MOST_SHARDS) && isCount(shard.index, shard.count))
  return (
    [version, fingerprint].every((text) => typeof text === 'string') &&
    Number.isSafeInteger(seed) &&
    isCount(draws, MOST_DRAWS) &&
    isCount(partDraws, MOST_DRAWS) &&
    Array.isArray(policies) &&
    policies.every((name) => typeof name === 'string') &&
    isShare &&
    hasOrigin(read)
  )
}

/** Whether what it says of its files and scenario, where it says something, is in words. */
function hasOrigin({ from, scenario, overrides, dataFiles }: RunIdentity): boolean {
  const isText = (value: unknown) => typeof value === 'string'
  return (
    (from === undefined || (isText(from?.scenario) && isText(from?.data))) &&
    (scenario === undefined ||
      (Array.isArray(scenario?.policies) && scenario.policies.every((policy) => isText(policy?.name)))) &&
    (overrides === undefined || (typeof overrides === 'object' && overrides !== null)) &&
    (overrides?.design === undefined || isText(overrides.design)) &&
    (dataFiles === undefined || (typeof dataFiles === 'object' && dataFiles !== null))
  )
}

function isCount(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value > 0 && value <= most
}
