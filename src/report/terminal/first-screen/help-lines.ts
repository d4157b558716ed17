/** What would help, on a first screen: levers by what the first target gains for the effort, and a better split. */
import { rankLevers } from '../../../analysis/levers/lever-ranking.js'
import type { ReachFinding } from '../../../analysis/reach.js'
import type { Summary } from '../../../analysis/summary.js'
import type { QuotaSplit } from '../../../studies/split/split-quota.js'
import type { Language } from '../../../vocabulary/language.js'
import { headline } from '../../tables/headline.js'
import { enoughAlready, LEAST_GAIN } from '../../words/first-page/actions.js'
import { isSplitFar, splitSentence } from '../../words/first-page/quota.js'
import { count, points, share } from '../../words/numbers.js'
import { settingText } from '../../words/reach.js'
import { wrap } from '../../words/width.js'
import type { Page } from '../page.js'
import { MORE_TABLES } from './first-screen.js'
import { shortened } from './shortened.js'

/** Most levers, and lines. */
const MOST = 3
const LINES = 6

/** Begins with an empty line and ends with a line break. */
export function helpText(
  summary: Summary,
  reach: ReachFinding | undefined,
  split: QuotaSplit | undefined,
  { language, width, paint }: Page,
): string {
  const [first, ...others] = reach ? leverTexts(summary, reach, language) : []
  const sentences = [
    ...(first === undefined ? [] : [first]),
    ...(split && isSplitFar(split) ? [splitSentence(split)[language]] : []),
    ...others,
  ]
  const heading = first === undefined ? HEADING[language] : headingOf(summary, reach!, language)
  const said = sentences.map((sentence) => wrap(sentence, width))
  const block = sentences.length === 0 ? [] : [paint('bold', heading), ...shortened(said, LINES, language)]
  return `\n${[...block, paint('dim', MORE_TABLES[language])].join('\n')}\n`
}

const HEADING = { en: 'What would help', zh: '可以做什么' }

/** With the futures that levers are tried on, fewer than the run's: their odds as planned are not quite its. */
function headingOf(summary: Summary, reach: ReachFinding, language: Language): string {
  const found = reach.targets.find(({ id }) => id === headline(summary)?.id)
  if (!found || reach.draws === summary.draws) return HEADING[language]
  if (reach.of !== undefined) {
    const [tried, all] = [count(reach.draws), count(reach.of)]
    return {
      en: `${HEADING.en} (what each changes in the first ${tried} futures, added to the odds of all ${all})`,
      zh: `${HEADING.zh}（各项变动按前${tried}个情景试算，加到全部${all}个情景的概率上）`,
    }[language]
  }
  const [futures, now] = [count(reach.draws), share(found.now, language)]
  return {
    en: `${HEADING.en} (tried on the first ${futures} futures, of which ${now} reach it as planned)`,
    zh: `${HEADING.zh}（以前${futures}个情景试算，按现有设定达标的占${now}）`,
  }[language]
}

function leverTexts(summary: Summary, reach: ReachFinding, language: Language): string[] {
  const target = headline(summary)
  const index = reach.targets.findIndex(({ id }) => id === target?.id)
  if (index < 0) return []
  const found = reach.targets[index]
  if (found.now >= reach.wanted) return [enoughAlready(reach, found)[language]]
  const { helpful } = rankLevers(reach, index, LEAST_GAIN)
  if (helpful.length === 0)
    return [
      {
        en: `No lever of the plan by itself adds a point to the odds of “${found.title.en}” (${share(found.now, 'en')} as planned).`,
        zh: `没有一项措施能单独使“${found.title.zh}”的达标概率提高1个百分点（按现有设定${share(found.now, 'zh')}）。`,
      }[language],
    ]
  return helpful.slice(0, MOST).map(({ lever, setting, odds, gain, isEnough }) => {
    const move = `${settingText(lever.from)} -> ${settingText(setting)}`
    const enough = isEnough ? { en: ', enough', zh: '，足够' }[language] : ''
    return {
      en: `“${lever.title.en}” ${move}: ${share(odds, 'en')} in place of ${share(found.now, 'en')} (${points(gain)} ${points(gain) === '+1' ? 'point' : 'points'} of odds${enough})`,
      zh: `“${lever.title.zh}” ${move}：达标概率由${share(found.now, 'zh')}变为${share(odds, 'zh')}（${points(gain)}个百分点${enough}）`,
    }[language]
  })
}
