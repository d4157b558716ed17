/** What may happen to a file of a run folder on a disk that fails, or by a hand that slips. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Chance } from './chance.js'

export interface Damage {
  readonly name: string
  /** The file that is damaged; empty for the folder. */
  readonly file: string
  /** Done to the folder of a run. */
  apply(folder: string): void
}

/** How many damages of each kind a file gets. */
export interface DamageCounts {
  readonly flips: number
  readonly cuts: number
  readonly blanks: number
}

/** Zeros in the place of a sector, as after a loss of power. */
const SECTOR = 512

/**
 * Damages of one file.
 *
 * original  folder of the whole run
 * others    files that may be put in its place, each whole
 */
export function damagesOf(
  original: string,
  file: string,
  others: readonly string[],
  counts: DamageCounts,
  chance: Chance,
): Damage[] {
  const { size } = statSync(join(original, file))
  const damage = (name: string, act: (path: string) => void): Damage => ({
    name: `${file}: ${name}`,
    file,
    apply: (folder) => act(join(folder, file)),
  })
  const times = (count: number, make: (at: number) => Damage) =>
    Array.from({ length: count }, (_, k) => make(k))
  return [
    ...times(counts.flips, (k) => {
      // one in each of equal stretches, the first and the last byte among them
      const at = k === 0 ? 0 : k === 1 ? size - 1 : spread(k - 2, counts.flips - 2, size, chance)
      const bit = chance.below(8)
      return damage(`bit ${bit} of byte ${at} flipped`, (path) =>
        changeBytes(path, at, 1, (byte) => byte ^ (1 << bit)),
      )
    }),
    ...times(counts.cuts, (k) => {
      const at = k === 0 ? 0 : k === 1 ? size - 1 : spread(k - 2, counts.cuts - 2, size, chance)
      return damage(`cut after ${at} of ${size} bytes`, (path) => truncateSync(path, at))
    }),
    ...times(counts.blanks, (k) => {
      const at = spread(k, counts.blanks, size, chance)
      return damage(`zeros from byte ${at} on`, (path) => changeBytes(path, at, SECTOR, () => 0))
    }),
    damage('a byte added', (path) => writeFileSync(path, '\n', { flag: 'a' })),
    damage('removed', (path) => rmSync(path)),
    damage('a folder in its place', (path) => {
      rmSync(path)
      mkdirSync(path)
    }),
    ...others.map((other) => damage(`${other} in its place`, (path) => cpSync(other, path))),
    ...(canBeUnreadable() ? [damage('unreadable', (path) => chmodSync(path, 0))] : []),
  ]
}

/** Nothing is unreadable to the superuser. */
export function canBeUnreadable(): boolean {
  return process.getuid?.() !== 0
}

/** A byte in the k-th of `count` stretches of a file. */
function spread(k: number, count: number, size: number, chance: Chance): number {
  return Math.min(size - 1, Math.floor(((k + chance.below(1000) / 1000) / count) * size))
}

function changeBytes(path: string, from: number, count: number, change: (byte: number) => number): void {
  const bytes = readFileSync(path)
  const end = Math.min(bytes.length, from + count)
  for (let at = from; at < end; at++) bytes[at] = change(bytes[at])
  writeFileSync(path, bytes)
}

/** Damages of the folder itself. */
export function damagesOfFolder(): Damage[] {
  return [
    {
      name: 'outcomes removed',
      file: '',
      apply: (folder) => rmSync(join(folder, 'outcomes'), { recursive: true }),
    },
    {
      name: 'manifest.json and run.json removed',
      file: '',
      apply: (folder) => {
        for (const name of ['manifest.json', 'run.json']) rmSync(join(folder, name))
      },
    },
    {
      name: 'the folder a file',
      file: '',
      apply: (folder) => {
        rmSync(folder, { recursive: true })
        mkdirSync(dirname(folder), { recursive: true })
        writeFileSync(folder, 'a file\n')
      },
    },
    {
      name: 'outcomes a file',
      file: '',
      apply: (folder) => {
        rmSync(join(folder, 'outcomes'), { recursive: true })
        writeFileSync(join(folder, 'outcomes'), 'a file\n')
      },
    },
  ]
}
