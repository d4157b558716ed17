/** Shards, runs and packed reports of others, made up to write or read where nothing of theirs belongs. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { provenanceIn } from '../../../src/store/provenance.js'
import { forgedPacks, forgedRecords, forgeReport, forgeRun } from '../forgeries.js'
import { judge, outputOf } from '../judge.js'
import { keptOf, lastingBytes, outcomeBytes, restore, type Specimens } from '../specimens.js'
import { Tally, type Verdict } from '../tally.js'
import type { Told, Yard } from '../yard.js'

/** every: how many-th forgery is tried. */
export function attackByForgeries(yard: Yard, specimens: Specimens, every: number): Tally {
  const tally = new Tally('foreign', 'forgeries')
  const beyond = join(yard.root, 'outside')
  cpSync(yard.work('tiny'), join(beyond, 'data'), { recursive: true })
  writeFileSync(join(beyond, 'data', 'base.yaml'), readFileSync(specimens.scenario))
  forgeShards(yard, tally, specimens, every)
  forgeRuns(yard, tally, specimens, every)
  forgeReports(yard, tally, specimens, every)
  rmSync(yard.work('made'), { recursive: true, force: true })
  return tally
}

/** A shard that lies is merged with an honest one. */
function forgeShards(yard: Yard, tally: Tally, { shards }: Specimens, every: number): void {
  const [first, second] = shards
  const merged = yard.work('made', 'merged')
  const folders = [yard.work(first), yard.work(second)]
  const honest = join(yard.root, 'kept', 'merged')
  emptied(yard)
  yard.ask(['merge', merged, ...folders])
  yard.copy(merged, honest)
  for (const [forgery, isRunToo] of each(forgedRecords(join(yard.root, 'outside')), every)) {
    tally.try()
    restore(yard, first)
    forgeRun(yard.work(first), forgery, isRunToo)
    emptied(yard)
    for (const args of [
      ['merge', merged, ...folders],
      ['verify', folders[0]],
    ]) {
      const told = yard.ask(args, [merged, ...folders])
      judge(tally, `shard, ${forgery.name} | ${args[0]}`, told, () => {
        if (args[0] === 'verify') return /whole/.test(told.out) ? 'same output' : 'DIFFERENT'
        return sameRun(merged, honest, forgery)
      })
    }
  }
  restore(yard, first)
}

/** A whole run that lies is read and resumed. */
function forgeRuns(yard: Yard, tally: Tally, { run }: Specimens, every: number): void {
  const folder = yard.work(run)
  const commands = [
    [
      'query',
      folder,
      'select policy, count(*), bit_xor(hash(o)) from outcomes o group by policy order by policy',
      '--csv',
    ],
    ['export', folder, '--csv', '--out', yard.work('made', 'run.csv')],
    ['sensitivity', folder, '--csv'],
    ['verify', folder],
    ['resume', folder, '--quiet'],
  ]
  emptied(yard)
  const honest = commands.map((args) => saidBy(yard, args, yard.ask(args)))
  for (const [forgery, isRunToo] of each(forgedRecords(join(yard.root, 'outside')), every)) {
    tally.try()
    for (const [index, args] of commands.entries()) {
      restore(yard, run)
      forgeRun(folder, forgery, isRunToo)
      emptied(yard)
      const told = yard.ask(args, [folder, yard.work('made')])
      judge(tally, `run, ${forgery.name} | ${args[0]}`, told, () => {
        if (args[0] === 'resume') return sameRun(folder, keptOf(yard, run), forgery)
        return saidBy(yard, args, told) === honest[index] ? 'same output' : 'DIFFERENT'
      })
    }
  }
  restore(yard, run)
}

/** Where a forgery says only where files lie, the outcomes and their summary are what has to be the same. */
function sameRun(folder: string, whole: string, { isOfOrigin }: { readonly isOfOrigin?: boolean }): Verdict {
  if (lastingBytes(folder) === lastingBytes(whole)) return 'same output'
  return isOfOrigin && outcomeBytes(folder) === outcomeBytes(whole) ? 'ran' : 'DIFFERENT'
}

/** A report that lies is run again. */
function forgeReports(yard: Yard, tally: Tally, { run }: Specimens, every: number): void {
  const kept = join(keptOf(yard, run), 'report.html')
  const html = readFileSync(kept, 'utf8')
  const provenance = provenanceIn(kept)
  const report = yard.work('forged.html')
  const out = yard.work('made', 'again')
  const args = ['run', report, '--draws', '20', '--quiet', '--csv', '--out', out]
  const honest = () => {
    emptied(yard)
    cpSync(kept, report)
    return outputOf(yard.ask(args))
  }
  const whole = honest()
  for (const forgery of forgedPacks(join(yard.root, 'outside')).filter((_, k) => k % every === 0)) {
    tally.try()
    emptied(yard)
    forgeReport(report, html, provenance, forgery)
    const told = yard.ask(args, [out, report])
    judge(tally, `report, ${forgery.name}`, told, () =>
      outputOf(told) === whole ? 'same output' : forgery.isRun ? 'ran' : 'DIFFERENT',
    )
  }
  rmSync(report)
}

function saidBy(yard: Yard, args: readonly string[], told: Told): string {
  const file = args.at(-1)!
  return file.startsWith(yard.work('made')) && told.code === 0 ? readFileSync(file, 'utf8') : outputOf(told)
}

/** Forgeries in the manifest alone, and in run.json as well. */
function each<Item>(items: readonly Item[], every: number): [Item, boolean][] {
  const both = items.flatMap((item): [Item, boolean][] => [
    [item, false],
    [item, true],
  ])
  return both.filter((_, k) => k % every === 0)
}

function emptied(yard: Yard): void {
  rmSync(yard.work('made'), { recursive: true, force: true })
  mkdirSync(yard.work('made'))
}
