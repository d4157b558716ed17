/** The pictures of programmes, and of the policy against no action. */
import type { Summary } from '../../analysis/summary.js'
import type { Projection } from '../../results/projection.js'
import { howMany } from '../../vocabulary/numbers.js'
import { effectChart, programmeChart } from '../charts/bars.js'
import { effectTable } from '../tables/differences.js'
import { mainPolicy } from '../tables/headline.js'
import { programmeTable } from '../tables/services.js'
import { baselineTitle } from '../words/baseline.js'
import { phrase } from '../words/bilingual.js'
import { count } from '../words/numbers.js'
import type { Figure } from './figure.js'

export function programmeFigure(summary: Summary, { programmes }: Projection): Figure | undefined {
  const table = programmeTable(summary)
  const last = summary.years.at(-1)!
  const due = programmes.filter(({ years }) => years.at(-1)!.openedShare !== null)
  if (!table || due.length === 0) return undefined
  const late = due.filter(({ years }) => years.at(-1)!.openedShare! < 0.995).length
  return {
    id: 'programmes',
    title: phrase(
      `Programmes: due in this scenario, likely and late by ${last}`,
      `${last}年项目：本方案应建成、可能建成与延误`,
    ),
    caption: phrase(
      `${count(late)} of ${howMany(due.length, 'programme')} open less by ${last} than is due by then in this scenario, whose numbers need not be the plan document's; the mark is all that is due, a bar beyond it is more (principal projection). Started is what was begun by then, with what opens later.`,
      `${count(due.length)}个项目中，${count(late)}个到${last}年建成少于本方案应建成数（未必是计划文件的数字）；竖线为应建成总数，超出部分为多建成（主预测）。“已开工”含以后建成的项目。`,
    ),
    spec: (size) => programmeChart(programmes, size),
    tables: [table],
  }
}

export function effectFigure(summary: Summary): Figure | undefined {
  const { policy } = mainPolicy(summary)
  const table = effectTable(summary)
  if (!table || !effectChart(summary, policy, 'wide')) return undefined
  const still = policy.effects.filter(({ odds }) => odds === 0).length
  return {
    id: 'effects',
    title: phrase(
      `“${policy.title.en}” against ${baselineTitle(summary).en}: odds of each target`,
      `“${policy.title.zh}”与${baselineTitle(summary).zh}：各目标达标概率`,
    ),
    caption: phrase(
      `From left to right, 0 to 100 % of the same futures: the longer the line, the more the policy adds; ${howMany(still, 'further target')} it does not move.`,
      `从左到右为同一组情景的0—100%：线越长，政策带来的增量越大；另有${count(still)}项目标不受影响。`,
    ),
    spec: (size) => effectChart(summary, policy, size)!,
    tables: [table],
  }
}
