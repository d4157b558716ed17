/** The name of a run's folder where none is asked for. */
import { basename } from 'node:path'
import type { Shard } from '../store/identity.js'

/** What tells a run of a scenario from others. */
export interface RunParts {
  readonly fingerprint: string
  /** Policies that were chosen; undefined for all. */
  readonly policies?: readonly string[]
  readonly shard?: Shard
}

/** `guangxi-2023-1a2b3c4d-plan-shard-3-of-8` */
export function runName(scenarioFile: string, { fingerprint, policies, shard }: RunParts): string {
  const name = basename(scenarioFile).replace(/\.ya?ml$/, '')
  const only = policies ? `-${policies.join('-')}` : ''
  const share = shard ? `-shard-${shard.index}-of-${shard.count}` : ''
  return `${name}-${fingerprint.slice(0, 8)}${only}${share}`
}
