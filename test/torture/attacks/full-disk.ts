/** A disk that takes no more, or nothing at all: said with its place, and what was finished is gone on with once there is room. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { judge } from '../judge.js'
import { DRAWS, keptOf, outcomeBytes, type Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Told, Yard } from '../yard.js'

const CLI = resolve('dist/cli.js')
/** Sizes of the disk, kilobytes: from one that takes no record to one that has room for all but the report. */
const SIZES = [4, 8, 16, 32, 48, 64, 96, 128, 192, 256, 320, 384, 448, 512, 640, 768, 1024, 1536]
const ROOM = '64m'

export function attackByFullDisk(yard: Yard, specimens: Specimens, every: number): Tally {
  const tally = new Tally('disk', 'full or closed disks')
  const sizes = SIZES.filter((_, k) => k % every === 0)
  const small = yard.work('small')
  mkdirSync(small)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', small]).status === 0) {
    try {
      for (const size of sizes) onSmallDisk(yard, tally, specimens, small, size)
      onClosedDisk(yard, tally, specimens, small)
    } finally {
      spawnSync('umount', [small])
    }
  } else {
    tally.skip(
      'small and closed disks, since none can be mounted here: sizes of files are limited in their place',
    )
    for (const size of sizes) withLimit(yard, tally, specimens, size)
  }
  rmSync(small, { recursive: true, force: true })
  return tally
}

const remount = (small: string, options: string) => spawnSync('mount', ['-o', `remount,${options}`, small])

function onSmallDisk(
  yard: Yard,
  tally: Tally,
  { scenario, run, shards }: Specimens,
  small: string,
  size: number,
): void {
  const folder = join(small, 'run')
  const whole = keptOf(yard, run)
  const made = ['--draws', DRAWS, '--quiet', '--out', folder]
  const makers = [
    ['sweep', scenario, ...made],
    ['run', scenario, ...made],
    ['merge', folder, ...shards.map((name) => yard.work(name))],
  ]
  for (const args of makers) {
    tally.try()
    remount(small, 'size=64m')
    rmSync(folder, { recursive: true, force: true })
    remount(small, `size=${size}k`)
    const what = `${size} KB | ${args[0]}`
    judge(tally, what, yard.ask(args), () => (sameAs(folder, whole) ? 'same output' : 'DIFFERENT'))
    remount(small, `size=${ROOM}`)
    judge(tally, `${what}, again with room`, yard.ask(args), () =>
      sameAs(folder, whole) ? 'same output' : 'DIFFERENT',
    )
  }
  for (const args of [
    ['report', folder],
    ['export', folder, '--csv'],
    ['export', folder, '--xlsx'],
  ]) {
    tally.try()
    rmSync(folder, { recursive: true, force: true })
    yard.copy(whole, folder)
    rmSync(join(folder, 'report.html'), { force: true })
    remount(small, `size=${usedBy(small) + size}k`)
    judge(tally, `${size} KB left | ${args.join(' ')}`, yard.ask(args), () => 'ran')
    remount(small, `size=${ROOM}`)
    if (!sameAs(folder, whole)) tally.note('DIFFERENT', `${args[0]} on a full disk changed the run`)
  }
}

/** A disk that may only be read: readers answer as ever, writers say so. */
function onClosedDisk(yard: Yard, tally: Tally, { scenario, run }: Specimens, small: string): void {
  const folder = join(small, 'run')
  remount(small, `size=${ROOM}`)
  rmSync(folder, { recursive: true, force: true })
  yard.copy(keptOf(yard, run), folder)
  remount(small, 'ro')
  const out = yard.work('made.csv')
  const commands = [
    ['query', folder, 'select count(*) from outcomes', '--csv'],
    ['export', folder, '--csv', '--out', out],
    ['compare', folder, yard.work(run)],
    ['sensitivity', folder, '--csv'],
    ['verify', folder],
    ['report', folder],
    ['reach', folder, '--draws', '20', '--budget', '0', '--quiet'],
    ['resume', folder],
    ['run', scenario, '--draws', DRAWS, '--quiet', '--out', folder],
    ['sweep', scenario, '--draws', DRAWS, '--quiet', '--out', join(small, 'new')],
    ['merge', join(small, 'new'), folder],
  ]
  for (const args of commands) {
    tally.try()
    judge(tally, `closed disk | ${args[0]}`, yard.ask(args), () => 'same output')
  }
  rmSync(out, { force: true })
  remount(small, 'rw')
}

/** Where no disk can be mounted: no file may be larger than so many kilobytes. */
function withLimit(yard: Yard, tally: Tally, { scenario, run }: Specimens, size: number): void {
  const folder = yard.work('small', 'run')
  const args = ['sweep', scenario, '--draws', DRAWS, '--quiet', '--out', folder]
  tally.try()
  rmSync(folder, { recursive: true, force: true })
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `ulimit -f ${size}; exec "$0" "$@"`, process.execPath, CLI, ...args],
    { encoding: 'utf8' },
  )
  const told: Told = { code: status, out: stdout, err: stderr, seconds: 0, outside: [], isEndless: false }
  const same = () => (sameAs(folder, keptOf(yard, run)) ? 'same output' : 'DIFFERENT')
  judge(tally, `files of ${size} KB | sweep`, told, same)
  judge(tally, `files of ${size} KB | sweep, again with room`, yard.ask(args), same)
}

function sameAs(folder: string, whole: string): boolean {
  return existsSync(folder) && outcomeBytes(folder) === outcomeBytes(whole)
}

/** Kilobytes in use. */
function usedBy(folder: string): number {
  const { stdout } = spawnSync('df', ['-k', '--output=used', folder], { encoding: 'utf8' })
  return Number(stdout.trim().split('\n').at(-1))
}
