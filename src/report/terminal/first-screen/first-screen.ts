/**
 * A run on one screen, at most 40 lines of it: the answer, the targets in one table, where it is short. What would help
 * follows once it has been looked for; all tables stand behind --full.
 */
import type { Summary } from '../../../analysis/summary.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import type { Language } from '../../../vocabulary/language.js'
import { mainCosts } from '../../costs/table.js'
import { totalCost } from '../../costs/words.js'
import { everyCityNotes } from '../../tables/every-city.js'
import { headline, mainPolicy } from '../../tables/headline.js'
import { readingsLine } from '../../tables/readings.js'
import { areaExtremes, areaTables } from '../../words/first-page/areas.js'
import { oneAnswer, toTheLetter } from '../../words/first-page/one-answer.js'
import { mostWanting, wantingServices } from '../../words/first-page/where.js'
import { HEADINGS } from '../../words/headings.js'
import { question } from '../../words/headline.js'
import { share } from '../../words/numbers.js'
import { reproducedBy } from '../../words/reproduced-by.js'
import { countedSettings } from '../../words/settings.js'
import { COLON } from '../../words/typography.js'
import { wrap } from '../../words/width.js'
import { lastYear } from '../last-year.js'
import type { Page } from '../page.js'
import { shortened } from './shortened.js'
import { targetGroups } from './target-groups.js'

/** Lines of a first screen, and of those what is kept for what follows: what would help, and where the run lies. */
const SCREEN = 40
const FOLLOWS = 11
/** Lines of where it is short, of warnings, and of what the answer hangs on; a table of targets has no fewer than the last. */
const WHERE = 6
const WARNINGS = 4
const BESIDE = 5
const LEAST_TABLE = 5

/** The answer, the targets and where it is short; ends with a line break. */
export function firstScreenText(summary: Summary, page: Page): string {
  const { language, width, paint } = page
  const bold = (text: string) => wrap(text, width).map((line) => paint('bold', line))
  const above = [
    [...bold(summary.title[language]), ...wrap(reproducedBy(summary, language), width)],
    // of draws that are no sample the caution comes before every number
    summary.noSample ? bold(warningText(summary.noSample.caution, language)) : [],
    answerLines(summary, page),
  ]
  const below = [besideLines(summary, page), whereLines(summary, page), warningLines(summary, page)]
  const used = [...above, ...below].reduce((sum, lines) => sum + (lines.length > 0 ? lines.length + 1 : 0), 0)
  const room = Math.max(LEAST_TABLE, SCREEN - FOLLOWS - used)
  const table = headline(summary)
    ? targetGroups(summary, page, room)
    : shortened(linesOf(summary, page), room, language)
  const blocks = [...above, table, ...below].filter((lines) => lines.length > 0)
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Of a run without targets: where it stands in the last year, of draws that are a sample. */
function linesOf(summary: Summary, page: Page): string[][] {
  return summary.noSample ? [] : lastYear(summary, page).map((line) => [line])
}

function answerLines(summary: Summary, { language, width, paint }: Page): string[] {
  const target = headline(summary)
  if (!target) return []
  const asked = wrap(question(summary, target)[language], width)
  if (summary.noSample) {
    const { policy } = mainPolicy(summary)
    return wrap(countedSettings(summary, policy)[language], width)
  }
  const { before, number, after } = oneAnswer(target)
  const answer = `${before[language]}${number[language]}${after[language]}`
  return [...asked, ...wrap(answer, width).map((line) => paint('bold', line))]
}

/**
 * What the answer hangs on, how many cities reach a target of each, what the programmes cost; without a target, in which area
 * each indicator is highest and lowest.
 */
function besideLines(summary: Summary, { language, width }: Page): string[] {
  const target = headline(summary)
  const ends = areaTables(summary).map((table) => wrap(areaExtremes(table)[language], width))
  if (!target) return shortened(ends, BESIDE, language)
  if (summary.noSample) return []
  const readings = readingsLine(summary, target, true)
  const said = [
    ...toTheLetter(target),
    ...(readings ? [readings] : []),
    ...everyCityNotes(mainPolicy(summary).policy.targets),
    ...mainCosts(summary).map(({ cost }) => totalCost(cost)),
  ]
  const lines = said.map((text) => wrap(text[language], width))
  return shortened(lines, BESIDE, language)
}

function whereLines(summary: Summary, { language, width, paint }: Page): string[] {
  const services = wantingServices(summary)
  if (services.length === 0) return []
  const odds = share(services[0].odds, language)
  const heading = {
    en: `Where places are short: what to add beyond the plan, so that none is lacking in ${odds} of futures`,
    zh: `哪里缺：计划之外还需新增多少，使${odds}的情景不缺`,
  }[language]
  const said = services.map((service) => wrap(mostWanting(service)[language], width))
  return [...wrap(heading, width).map((line) => paint('bold', line)), ...shortened(said, WHERE, language)]
}

/** What must be said of the numbers: a screen without it would say too much. */
function warningLines({ findings }: Summary, { language, width }: Page): string[] {
  const said = findings.map((text) => wrap(warningText(text, language), width))
  return shortened(said, WARNINGS, language)
}

const warningText = (text: Bilingual, language: Language) =>
  `${HEADINGS.warning[language]}${COLON[language]}${text[language]}`

/** What is said of the tables that are not shown. */
export const MORE_TABLES: Readonly<Record<Language, string>> = {
  en: 'Every table: the same command with --full.',
  zh: '全部表格：同一命令加 --full。',
}
