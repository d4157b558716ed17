/** Words on a run as a whole: what reproduces it, how it ended, and where it is kept. */
import type { Summary } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { phrase } from './bilingual.js'
import { count } from './numbers.js'

/** What reproduces these numbers. */
export function reproducedBy(summary: Summary, language: Language): string {
  const { draws, seed, fingerprint, version } = summary
  const plan = fingerprint.slice(0, 8)
  return language === 'zh'
    ? `每项政策${count(draws)}次抽样；种子${seed}；方案${plan}；cityward ${version}`
    : `${count(draws)} draws a policy, seed ${seed}, plan ${plan}, cityward ${version}`
}

/** How many trajectories were simulated, how many were there, and how many seconds it took; without a full stop. */
export function trajectoriesText(ran: number, all: number, took: number, language: Language = 'en'): string {
  const seconds = took.toFixed(1)
  const [simulated, there] = [ran, all - ran].map(count)
  if (language === 'zh') {
    if (ran === 0) return `无须重新模拟：全部${there}条轨迹此前已有`
    return `${seconds}秒内模拟${simulated}条轨迹${ran < all ? `；另有${there}条此前已有` : ''}`
  }
  if (ran === 0) return `Nothing had to be run: all ${there} trajectories were there from an earlier run`
  const rest = ran < all ? `; ${there} were there from an earlier run` : ''
  return `${simulated} trajectories in ${seconds} s${rest}`
}

/** Before the folder of the run, after the sentence above; and before the path of its report. */
export const RUN_FOLDER = phrase('. Run folder: ', '。运行文件夹：')
export const REPORT_FILE = phrase('Report: ', '报告：')

/** For whoever starts with a folder of templates and reads Chinese. */
export function chineseGuide(readme: string): string {
  return `中文说明：${readme}；在 run、explain、reach 等命令后加 --lang zh 即以中文输出。`
}
