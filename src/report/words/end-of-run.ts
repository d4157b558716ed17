/** What is printed of a run when it ends. */
import type { FailureRecord } from '../../results/failures.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'

/** How many trajectories were simulated, how many were there, and how many seconds it took; without a full stop. */
export function ranText(ran: number, all: number, took: number, language: Language = 'en'): string {
  const seconds = took.toFixed(1)
  const [simulated, there] = [ran, all - ran].map((number) => number.toLocaleString('en'))
  if (language === 'zh') {
    if (ran === 0) return `无须重新模拟：全部${there}条轨迹此前已有`
    return `${seconds}秒内模拟${simulated}条轨迹${ran < all ? `；另有${there}条此前已有` : ''}`
  }
  if (ran === 0)
    return `Nothing had to be run: all ${howMany(all, 'trajectory', 'trajectories')} were there from an earlier run`
  const rest = ran < all ? `; ${there} ${all - ran === 1 ? 'was' : 'were'} there from an earlier run` : ''
  return `${howMany(ran, 'trajectory', 'trajectories')} in ${seconds} s${rest}`
}

/** What stands before the path of the run folder, after a sentence without its full stop; and before that of the report. */
export const RUN_FOLDER: Bilingual = { en: '. Run folder: ', zh: '。运行文件夹：' }
export const REPORT_FILE: Bilingual = { en: 'Report: ', zh: '报告：' }

/** What went wrong in a run that came to its end. */
export interface RunTrouble {
  /** Files of an earlier run that were gone or changed, and were made anew. */
  readonly damaged: readonly string[]
  /** Trajectories that gave no numbers, the first of them, and how many of them the machine or the program lost. */
  readonly failed: number
  readonly failure?: FailureRecord
  readonly lost: number
}

/** One sentence on each thing that a planner must know of the run; empty where all is well. */
export function remarksOn({ damaged, failed, failure, lost }: RunTrouble): string[] {
  const count = (number: number) => howMany(number, 'trajectory', 'trajectories')
  const first = failure ? `; the first: draw ${failure.draw}, ${failure.detail} [${failure.code}]` : ''
  return [
    ...(damaged.length > 0
      ? [
          `Made anew, since gone or changed: ${damaged.slice(0, 3).join(', ')}${damaged.length > 3 ? ', ...' : ''}.`,
        ]
      : []),
    ...(failed > 0 ? [`${count(failed)} gave no numbers${first}.`] : []),
    ...(lost > 0
      ? [
          `${count(lost)} of these ${lost === 1 ? 'was' : 'were'} lost by the machine or the program, not by the scenario.`,
        ]
      : []),
  ]
}
