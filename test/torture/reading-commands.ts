/** Every command that reads a run, each with what it leaves: what it prints, what it makes, and the run after it. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf } from './judge.js'
import { bytesOf, DRAWS, filesIn, lastingBytes, type Specimens } from './specimens.js'
import type { Told, Yard } from './yard.js'
import { zipEntries } from './zip-entries.js'

export interface ReadingCommand {
  readonly args: readonly string[]
  /** Mends or extends the run: what it says may differ, the run that it leaves may not. */
  readonly mends?: boolean
  /** Files that it reads, where it is told one and not the folder. */
  readonly reads?: RegExp
}

/** Every value of the outcomes in one number a policy. */
export const ALL_OUTCOMES =
  'select policy, count(*), bit_xor(hash(o)) from outcomes o group by policy order by policy'

export function commandsOnRun(yard: Yard, { run, other, scenario, observed }: Specimens): ReadingCommand[] {
  const [folder, beside] = [run, other].map((name) => yard.work(name))
  const made = (name: string) => yard.work('made', name)
  return [
    { args: ['query', folder, ALL_OUTCOMES, '--csv'] },
    { args: ['query', folder, 'select * from columns'] },
    {
      args: [
        'query',
        folder,
        'select policy, min(value), max(value) from long group by policy order by policy',
        '--json',
      ],
    },
    { args: ['export', folder, '--csv', '--out', made('run.csv')] },
    { args: ['export', folder, '--md', '--out', made('run.md')] },
    { args: ['export', folder, '--xlsx', '--out', made('run.xlsx')] },
    { args: ['export', folder, '--png', '--chart', 'fan', '--out', made('charts')] },
    { args: ['report', folder, '--out', made('page.html')] },
    { args: ['report', beside, folder, '--out', made('page.html')] },
    { args: ['compare', folder, beside] },
    { args: ['compare', beside, folder, '--json'] },
    { args: ['sensitivity', folder, '--csv'] },
    { args: ['sensitivity', folder, '--target', 'urban-share'] },
    { args: ['discover', folder, '--target', 'urban-share', '--csv'] },
    { args: ['reach', folder, '--draws', '20', '--budget', '200', '--quiet', '--json'] },
    {
      args: ['run', yard.work(run, 'report.html'), '--draws', '20', '--quiet', '--out', made('again')],
      reads: /^report\.html$/,
    },
    { args: ['needs', folder, '--csv'] },
    { args: ['needs', folder, '--city', 'Beta', '--odds', '90%'] },
    { args: ['explore', folder, '--out', made('explorer.html')] },
    { args: ['update', folder, '--observed', observed, '--quiet', '--out', made('again')] },
    { args: ['verify', folder] },
    { args: ['verify', folder, '--json'] },
    { args: ['resume', folder, '--quiet'], mends: true },
    { args: ['run', scenario, '--draws', DRAWS, '--quiet', '--out', folder], mends: true },
    { args: ['sweep', scenario, '--draws', DRAWS, '--quiet', '--out', folder], mends: true },
  ]
}

export function commandsOnShard(yard: Yard, { shards }: Specimens): ReadingCommand[] {
  const [first, second] = shards.map((name) => yard.work(name))
  return [
    { args: ['merge', yard.work('made', 'merged'), first, second] },
    { args: ['verify', first] },
    { args: ['resume', first, '--quiet'], mends: true },
  ]
}

/** Those that read a run updated by what was counted since: whatever of it is damaged, and where the run itself lies whole. */
export function commandsOnUpdated(yard: Yard, { run, updated }: Specimens): ReadingCommand[] {
  const [folder, before] = [updated, run].map((name) => yard.work(name))
  const made = (name: string) => yard.work('made', name)
  return [
    { args: ['report', folder, '--out', made('page.html')] },
    { args: ['export', folder, '--csv', '--out', made('run.csv')] },
    { args: ['export', folder, '--xlsx', '--out', made('run.xlsx')] },
    { args: ['needs', folder, '--csv'] },
    { args: ['compare', before, folder, '--json'] },
    { args: ['sensitivity', folder, '--csv'] },
    { args: ['discover', folder, '--target', 'urban-share', '--csv'] },
  ]
}

/** A command with an empty folder for what it makes. */
export function askAnew(yard: Yard, { args }: ReadingCommand): Told {
  rmSync(yard.work('made'), { recursive: true, force: true })
  mkdirSync(yard.work('made'))
  return yard.ask(args)
}

/** What a command has left, as one text: of one that mends the run alone. */
export function leftBy(yard: Yard, command: ReadingCommand, told: Told, folder: string): string {
  if (command.mends) return existsSync(folder) ? lastingBytes(folder) : ''
  return `${outputOf(told)}\n${madeIn(yard.work('made'))}`
}

/** What a command made; that it says when it was made is no part of it. */
function madeIn(folder: string): string {
  const [runs, others] = [filesIn(folder).filter(isOfRun), filesIn(folder).filter((name) => !isOfRun(name))]
  const texts = others.map((name) => {
    if (!name.endsWith('.xlsx')) return bytesOf(folder, [name])
    const entries = zipEntries(readFileSync(join(folder, name)))
    return entries
      .map(({ name, text }) => `${name} ${text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')}`)
      .join('\n')
  })
  const lasting = runs.filter((name) => !/(provenance|files|checked)\.json$|report\.html$/.test(name))
  return [...texts, bytesOf(folder, lasting)].join('\n')
}

/** Whether a file is in the folder of a run among what was made. */
const isOfRun = (name: string) => /^(again|merged)\//.test(name)
