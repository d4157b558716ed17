/** All that is said in Chinese of what is made in English: problems, warnings, help, remarks. */

import { FAULTS_IN_CHINESE } from '../../results/fault-words.js'
import type { Wording } from '../../vocabulary/problems.js'
import { type Catalogue, Translator } from '../../vocabulary/sentences.js'
import { displayWidth, wrap } from '../words/width.js'
import { HELP_COMMON } from './help-common.js'
import { HELP_IMPORT } from './help-import.js'
import { HELP_PLAN } from './help-plan.js'
import { HELP_RUN } from './help-run.js'
import { HELP_SWEEP } from './help-sweep.js'
import { PROBLEMS_OF_FILES } from './problems-files.js'
import { PROBLEMS_OF_FORMULAS } from './problems-formulas.js'
import { PROBLEMS_OF_IMPORT } from './problems-import.js'
import { PROBLEM_PHRASES } from './problems-phrases.js'
import { PROBLEMS_OF_RUNS } from './problems-runs.js'
import { PROBLEMS_OF_SCENARIOS } from './problems-scenario.js'
import { OF_QUEUES } from './queue.js'
import { REMARKS } from './remarks.js'
import { SCHEMA } from './schema.js'

/** Every catalogue; a sentence stands in one of them. */
export const CATALOGUES: readonly Catalogue[] = [
  HELP_COMMON,
  HELP_IMPORT,
  HELP_PLAN,
  HELP_RUN,
  HELP_SWEEP,
  PROBLEM_PHRASES,
  FAULTS_IN_CHINESE,
  PROBLEMS_OF_FILES,
  PROBLEMS_OF_IMPORT,
  PROBLEMS_OF_SCENARIOS,
  PROBLEMS_OF_FORMULAS,
  PROBLEMS_OF_RUNS,
  OF_QUEUES,
  REMARKS,
  SCHEMA,
]

const TRANSLATOR = new Translator(CATALOGUES, {
  comma: '、',
  and: '和',
  or: '或',
  more: (items, count) => `${items}，另有${count}项`,
})

/** The Chinese of an English text; undefined where no catalogue has it. */
export function inChinese(text: string): string | undefined {
  return TRANSLATOR.translate(text)
}

/** How Chinese is spoken on a screen. */
export const SPEECH_IN_CHINESE = {
  wording: {
    said: (text) => inChinese(text) ?? text,
    sentence: (found, expected) => `发现：${found}；应为：${expected}。`,
    warning: '，警告',
  } satisfies Wording,
  wrap: (text: string, width: number) =>
    text
      .split('\n')
      .map((line) => wrap(line, width).join('\n'))
      .join('\n'),
  width: displayWidth,
}
