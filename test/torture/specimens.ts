/** Runs that are attacked: two whole ones of other seeds, and the two shards of one of them; made once. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Yard } from './yard.js'

const FIXTURES = resolve('fixtures')

export interface Specimens {
  /** Scenario file; its data folder is a copy, so that what is attacked is never the repository's. */
  readonly scenario: string
  /** Table of what was counted since, for `update`. */
  readonly observed: string
  /** Names of the folders of a run of two parts a policy, of one of another seed, and of the two shards of the first. */
  readonly run: string
  readonly other: string
  readonly shards: readonly string[]
  /** Name of the folder of the first run, updated. */
  readonly updated: string
}

/** More draws than a part has. */
export const DRAWS = '1040'

/** Near the middle of the futures; invented. */
const COUNTED = `indicator,place,year,value,error,unit,source
urban_share,,2021,38.8,0.3,percent,invented
`

export function makeSpecimens(yard: Yard): Specimens {
  mkdirSync(yard.work('cases'))
  const scenario = yard.work('cases', 'tiny.yaml')
  cpSync(join(FIXTURES, 'cases/tiny.yaml'), scenario)
  cpSync(join(FIXTURES, 'tiny'), yard.work('tiny'), { recursive: true })
  const observed = yard.work('cases', 'counted.csv')
  writeFileSync(observed, COUNTED)
  const keep = (name: string, args: readonly string[]) => {
    const told = yard.ask([...args, '--quiet', '--out', yard.work(name)])
    if (told.code !== 0) throw new Error(`a specimen could not be made: ${told.err}`)
    yard.copy(yard.work(name), join(yard.root, 'kept', name))
    return name
  }
  const make = (name: string, command: string, ...args: string[]) =>
    keep(name, [command, scenario, ...args, '--draws', DRAWS])
  return {
    scenario,
    observed,
    run: make('run', 'run'),
    other: make('other', 'run', '--seed', '9'),
    shards: [1, 2].map((index) => make(`shard-${index}`, 'sweep', '--shard', `${index}/2`)),
    updated: keep('updated', ['update', yard.work('run'), '--observed', observed]),
  }
}

/** Where the whole copy of a specimen is. */
export function keptOf(yard: Yard, name: string): string {
  return join(yard.root, 'kept', name)
}

/** Put a specimen back as it was made. */
export function restore(yard: Yard, name: string): void {
  yard.copy(keptOf(yard, name), yard.work(name))
}

/** Files of a folder and of all below it, by path from it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Whether a file of a run is the same whenever and however it is made. */
const isLasting = (name: string) => /^(outcomes\/[^.]+\.parquet|(manifest|run|summary)\.json)$/.test(name)

/** Every file of a run that is the same whenever it is made, with its bytes. */
export function lastingBytes(folder: string): string {
  return bytesOf(folder, filesIn(folder).filter(isLasting))
}

/** The outcomes of a run and their summary: what is the same wherever the folder lies. */
export function outcomeBytes(folder: string): string {
  return bytesOf(
    folder,
    filesIn(folder).filter((name) => /^outcomes\/[^.]+\.parquet$|^summary\.json$/.test(name)),
  )
}

/** Files of a folder with their bytes, as one text. */
export function bytesOf(folder: string, names = filesIn(folder)): string {
  return names.map((name) => `${name} ${readFileSync(join(folder, name)).toString('latin1')}`).join('\n')
}
