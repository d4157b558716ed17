/** What differs between two runs, by name: which value, which data file, which version. */
import { movesWithDraws, type RunIdentity } from './identity.js'

export interface RunDifference {
  readonly of: 'scenario' | 'data' | 'engine' | 'run'
  /** Path of a scenario's field, or the one name of anything else. */
  readonly path: readonly string[]
  /** Value when the run began, and now; `nothing` where it is absent. */
  readonly there: string
  readonly here: string
}

/** Most differences that a message lists. */
const NAMED = 4
/** Longest value that is quoted in full. */
const LONGEST = 60

/** Whether both identities are of the same run, so that their parts may be combined. */
export function sameRun(there: RunIdentity, here: RunIdentity): boolean {
  const key = (run: RunIdentity) =>
    JSON.stringify([
      run.fingerprint,
      run.partDraws,
      run.policies,
      run.shard ?? null,
      movesWithDraws(run) ? run.draws : null,
    ])
  return key(there) === key(here)
}

/** Every difference that matters, in the order in which a user would look for it. */
export function differencesOf(there: RunIdentity, here: RunIdentity): RunDifference[] {
  const found: RunDifference[] = []
  const compare = (of: RunDifference['of'], name: string, before: unknown, now: unknown) => {
    if (JSON.stringify(before) !== JSON.stringify(now))
      found.push({ of, path: [name], there: shown(before), here: shown(now) })
  }
  compare('engine', 'version', there.version, here.version)
  compare('run', 'seed', there.seed, here.seed)
  compare('run', 'design', there.design, here.design)
  compare('run', 'policies', there.policies.join(', '), here.policies.join(', '))
  compare('run', 'shard', shardText(there.shard), shardText(here.shard))
  compare('run', 'draws of a part', there.partDraws, here.partDraws)
  if (movesWithDraws(there) && JSON.stringify(there.design) === JSON.stringify(here.design))
    compare('run', 'draws', there.draws, here.draws)
  compare('scenario', 'data', there.from?.data, here.from?.data)
  if (there.scenario && here.scenario) found.push(...within([], there.scenario, here.scenario))
  if (there.dataFiles && here.dataFiles) found.push(...dataDifferences(there.dataFiles, here.dataFiles))
  return found
}

/** `seed 9 there, 7 here; services.beds.closure 0.02 there, nothing here` */
export function differencesText(there: RunIdentity, here: RunIdentity): string {
  const all = differencesOf(there, here)
  const named = all.slice(0, NAMED).map((one) => `${one.path.join('.')} ${one.there} there, ${one.here} here`)
  const more = all.length > NAMED ? `; and ${all.length - NAMED} more` : ''
  return all.length === 0 ? 'the same words, by other code or data' : `${named.join('; ')}${more}`
}

const shardText = (shard: RunIdentity['shard']) => shard && `${shard.index}/${shard.count}`

function dataDifferences(
  there: Readonly<Record<string, string>>,
  here: Readonly<Record<string, string>>,
): RunDifference[] {
  const names = [...new Set([...Object.keys(there), ...Object.keys(here)])].sort()
  const contents = (sha256: string | undefined) => (sha256 ? `contents ${sha256.slice(0, 12)}` : 'nothing')
  return names
    .filter((name) => there[name] !== here[name])
    .map((name) => ({
      of: 'data',
      path: [name],
      there: contents(there[name]),
      here: contents(here[name]),
    }))
}

/** Fields without an effect on numbers: places and reasons. `run` is left out too: its settings are compared above. */
const IGNORED_FIELDS = new Set(['path', 'because', 'source'])

function within(path: readonly string[], there: unknown, here: unknown): RunDifference[] {
  if (path.length === 1 && path[0] === 'run') return []
  if (isMap(there) && isMap(here) && !isFormula(there) && !isFormula(here)) {
    const keys = [...new Set([...Object.keys(there), ...Object.keys(here)])]
    return keys
      .filter((key) => !IGNORED_FIELDS.has(key))
      .flatMap((key) => within([...path, key], there[key], here[key]))
  }
  const [before, now] = [byName(there), byName(here)]
  if (before && now) return within(path, before, now)
  return shown(there, Number.POSITIVE_INFINITY) === shown(here, Number.POSITIVE_INFINITY)
    ? []
    : [{ of: 'scenario', path, there: shown(there), here: shown(here) }]
}

type Plain = Readonly<Record<string, unknown>>

const isMap = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A formula, or a value that is one. */
const isFormula = (value: Plain) => typeof value['text'] === 'string' || value['kind'] === 'formula'

/** Lists of named things as maps: their order has no effect on numbers. */
function byName(value: unknown): Plain | undefined {
  if (!Array.isArray(value) || !value.every(isMap)) return undefined
  const names = value.map((item) => item['name'] ?? item['id'] ?? item['year'])
  if (!names.every((name) => name !== undefined) || new Set(names).size < names.length) return undefined
  return Object.fromEntries(value.map((item, at) => [String(names[at]), item]))
}

/** A value as a planner would write it; long ones are cut. */
function shown(value: unknown, longest = LONGEST): string {
  if (value === undefined) return 'nothing'
  const plain = isMap(value) && value['kind'] === 'formula' ? value['formula'] : value
  const text =
    isMap(plain) && typeof plain['text'] === 'string'
      ? String(plain['number'] ?? plain['text'])
      : typeof plain === 'string'
        ? plain
        : JSON.stringify(plain, (key, inner) => (IGNORED_FIELDS.has(key) ? undefined : inner))
  return text.length > longest ? `${text.slice(0, longest)}...` : text
}
