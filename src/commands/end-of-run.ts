/** Runs that are made with progress, what is printed when they end, and the exit code. */

import { fillByQueue, type QueueRequest } from '../queue/fill-by-queue.js'
import { RUN_FOLDER, ranText, remarksOn } from '../report/words/end-of-run.js'
import type { Engine } from '../run/engine.js'
import { lossesIn } from '../studies/losses.js'
import type { Fill, SimulateOptions, SimulationResult } from '../studies/simulate.js'
import { fail } from '../vocabulary/problems.js'
import { codeOfStop, noticeEngine, withProgress } from './progress-and-cancel.js'
import { languageOfScreen, said } from './screen.js'
import { print, printAside, printJson } from './terminal.js'

/** Exit code where something is missing or was lost. */
export const NOT_WHOLE = 3

/** What concerns how a run is made and not what comes out. */
export interface MakingOptions {
  readonly threads?: number
  readonly batch?: number
  readonly engine?: Engine
  readonly patience?: number
  /** Address of a queue whose workers make the parts, and a folder that they see too. */
  readonly queue?: string
  readonly store?: string
  readonly json?: boolean
  readonly quiet?: boolean
}

type Making = Pick<
  SimulateOptions,
  'threads' | 'batchSize' | 'engine' | 'patience' | 'signal' | 'onListening' | 'onProgress'
>

/** Make a run with progress, and print how it went. Returns the exit code. */
export async function makeRun(
  options: MakingOptions,
  simulated: (making: Making) => Promise<SimulationResult>,
): Promise<number> {
  const { threads, batch: batchSize, engine, patience, quiet } = options
  noticeEngine(engine)
  const started = performance.now()
  const result = await withProgress(quiet, (oversight) =>
    simulated({ threads, batchSize, engine, patience, ...oversight }),
  )
  if (!result.manifest) return stopped(result.folder, '`cityward resume` goes on from there.')
  const all = trajectoriesIn(result)
  const { lost, failed } = lossesIn(result)
  if (options.json) {
    const { folder, ran, damaged, manifest } = result
    const { draws, run } = manifest
    printJson({ folder, draws, shard: run.shard, trajectories: all, ran, failed, lost, damaged })
  } else if (!quiet) {
    const seconds = (performance.now() - started) / 1000
    const language = languageOfScreen()
    print(`${ranText(result.ran, all, seconds, language)}${RUN_FOLDER[language]}${result.folder}\n`)
  }
  printRemarks(result)
  return lost > 0 ? NOT_WHOLE : 0
}

/** What makes parts elsewhere: the workers of a queue, where one is named. Throws CitywardError for a folder of parts without a queue. */
export async function fillOf(
  command: string,
  { queue, store, quiet }: MakingOptions,
  {
    design,
    pack,
  }: { readonly design?: string; readonly pack: () => QueueRequest['pack'] | Promise<QueueRequest['pack']> },
): Promise<Fill | undefined> {
  if (queue === undefined && store !== undefined)
    fail({
      code: 'options-conflict',
      where: { file: `cityward ${command}` },
      found: '--store without --queue',
      expected: 'a --queue, whose workers send parts through that folder',
    })
  if (queue === undefined) return undefined
  const onNotice = quiet ? undefined : (text: string) => printAside(`${said(text)}\n`)
  return fillByQueue({ queue, store, design, pack: await pack(), onNotice })
}

/** Print that a run was ended before its time, and how it is resumed. Returns the exit code. */
export function stopped(folder: string, next: string): number {
  printAside(`${said(`Stopped. What was finished is kept in ${folder}; ${next}`)}\n`)
  return codeOfStop()
}

/** Print what a planner must know of the run. */
export function printRemarks(result: SimulationResult): void {
  for (const remark of remarksOn({ ...result, ...lossesIn(result) })) printAside(`${said(remark)}\n`)
}

/** Trajectories of a finished run, or of its shard. */
function trajectoriesIn({ manifest }: SimulationResult): number {
  if (!manifest) return 0
  const { parts, partDraws, draws } = manifest
  return parts.reduce((sum, { part, rows }) => sum + Math.max(0, Math.min(rows, draws - part * partDraws)), 0)
}
