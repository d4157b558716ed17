/** What a queue is at, for the terminal: sweeps, workers, parts. */
import type { NamedSweep, NamedWorker } from '../../../queue/records.js'
import type { Language } from '../../../vocabulary/language.js'
import { count } from '../../words/numbers.js'
import type { Page } from '../page.js'
import { type TextColumn, tableLines } from '../table.js'

export interface QueueState {
  readonly sweeps: readonly NamedSweep[]
  readonly workers: readonly NamedWorker[]
  /** Of the version of cityward that asks. */
  readonly parts: { readonly waiting: number; readonly active: number }
}

interface Words {
  readonly sweeps: readonly [none: string, ...headings: string[]]
  readonly workers: readonly [none: string, ...headings: string[]]
  readonly gone: string
  readonly parts: (waiting: string, active: string) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    sweeps: ['No sweep.', 'sweep', 'version', 'coordinator', 'folder', 'trajectories done', 'of'],
    workers: ['No worker.', 'worker', 'version', 'threads', 'parts made', 'parts at work'],
    gone: 'gone',
    parts: (waiting, active) => `${waiting} parts wait, ${active} are at work.`,
  },
  zh: {
    sweeps: ['没有推演任务。', '任务', '版本', '协调进程', '文件夹', '已完成轨迹', '共'],
    workers: ['没有工作进程。', '工作进程', '版本', '线程', '已完成部分', '正在计算'],
    gone: '已离开',
    parts: (waiting, active) => `等待 ${waiting} 个部分，正在计算 ${active} 个。`,
  },
}

export function queueText({ sweeps, workers, parts }: QueueState, { language, width }: Page): string {
  const words = WORDS[language]
  const ofSweeps = sweeps.map(({ id, version, alive, host, pid, folder, done, all }) => [
    id,
    version,
    alive ? `${host} ${pid}` : words.gone,
    folder,
    count(done),
    count(all),
  ])
  const ofWorkers = workers.map(({ id, version, threads, made, at }) => [
    id,
    version,
    count(threads),
    count(made),
    count(Object.keys(at).length),
  ])
  const lines = [
    ...listed(words.sweeps, ofSweeps, width, 4),
    '',
    ...listed(words.workers, ofWorkers, width, 2),
    '',
    words.parts(count(parts.waiting), count(parts.active)),
  ]
  return `${lines.join('\n')}\n`
}

/** A table, or that there is nothing; columns are texts up to the one at `numbers`, from which on they are numbers. */
function listed(
  [none, ...headings]: readonly [string, ...string[]],
  rows: readonly (readonly string[])[],
  width: number,
  numbers: number,
): string[] {
  if (rows.length === 0) return [none]
  const columns = headings.map(
    (heading, at): TextColumn => ({ heading, align: at < numbers ? 'left' : 'right', atLeast: 12 }),
  )
  return tableLines(columns, rows, width)
}
