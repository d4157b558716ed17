/** A run's verdicts as a page for the terminal, in the order a planner asks. */
import { isKnown, wordFor } from '../../analysis/odds.js'
import type { Odds, PolicySummary, Summary, Word } from '../../analysis/summary.js'
import { phraseFor } from '../../analysis/summary-words.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { costLines } from '../costs/page.js'
import { everyCityNotes } from '../tables/every-city.js'
import { readingsLine } from '../tables/readings.js'
import { alikeNote } from '../words/commitments.js'
import { answerToPeople, evidenceCounts, promisedNote } from '../words/evidence.js'
import { HEADINGS } from '../words/headings.js'
import { asWritten, count, measured, oddsText } from '../words/numbers.js'
import { reproducedBy } from '../words/reproduced-by.js'
import { aboutSettings, countedSettings } from '../words/settings.js'
import { readingsOf } from '../words/target-texts.js'
import { COLON } from '../words/typography.js'
import { VERDICT } from '../words/verdicts.js'
import { wrap } from '../words/width.js'
import { effectsTable } from './effects-table.js'
import { evidenceList } from './evidence-table.js'
import { lastYear, lastYearByCity } from './last-year.js'
import type { Page } from './page.js'
import { oddsByCity, shortByCity } from './place-tables.js'
import { promisedList } from './promised-table.js'
import { revisedText, verdictList } from './verdict-list.js'
import { verdictTable } from './verdict-table.js'

/** The whole page; ends with a line break. */
export function verdictText(summary: Summary, page: Page): string {
  const { language, width, paint } = page
  const policy = summary.policies.at(-1)!
  const legend = (text: string) => wrap(text, width).map((line) => paint('dim', line))
  const paragraphs = (texts: readonly string[]) => texts.flatMap((text) => wrap(text, width))
  const region = summary.region[language]
  const judged = policy.targets.length > 0
  const warned = (text: Bilingual) =>
    wrap(`${HEADINGS.warning[language]}${COLON[language]}${text[language]}`, width)
  const heading = [
    ...wrap(summary.title[language], width).map((line) => paint('bold', line)),
    ...paragraphs([reproducedBy(summary, language)]),
  ]
  const ending = [
    paragraphs([
      // the line is compared with a median of futures
      ...(summary.noSample ? [] : growthDifference(summary, policy, language)),
      ...unassessed(summary, language),
    ]),
    summary.findings.flatMap(warned),
  ]
  if (summary.noSample) {
    const settings = [
      heading,
      warned(summary.noSample.caution).map((line) => paint('bold', line)),
      judged ? paragraphs([countedSettings(summary, policy)[language]]) : [],
      judged ? [...verdictTable(summary, page), ...legend(aboutSettings(summary)[language])] : [],
      ...ending,
    ]
    return joined(settings)
  }
  return joined([
    heading,
    judged ? paragraphs(headlines(summary, policy, language)) : [],
    judged ? [...verdictTable(summary, page), ...legend(aboutOdds(summary, language))] : [],
    judged ? [...verdictList(policy, page), ...legend(aboutVerdicts(policy, language))] : [],
    judged ? evidenceList(policy, page) : [],
    judged ? [...promisedList(policy, page), ...legend(promisedNote(policy)?.[language] ?? '')] : [],
    effectsTable(summary, page),
    costLines(summary, page),
    oddsByCity(region, policy, page),
    shortByCity(summary, policy, page),
    paragraphs([alikeNote(summary)?.[language] ?? []].flat()),
    lastYear(summary, page),
    lastYearByCity(summary, page),
    ...ending,
  ])
}

/** Sections that have something to say, with an empty line between; ends with a line break. */
function joined(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Verdicts counted, all targets together, and both readings of every "about". */
function headlines(summary: Summary, policy: PolicySummary, language: Language): string[] {
  const { targets, joint, title } = policy
  const { draws } = summary
  const counted = (Object.keys(VERDICT) as Word[]).flatMap((word) => {
    const number = targets.filter((target) => target.word === word).length
    if (number === 0) return []
    return language === 'zh' ? `${VERDICT[word].zh}${number}项` : `${number} ${VERDICT[word].en}`
  })
  const about = targets.filter(({ comparator, lenient }) => comparator === 'about' && isKnown(lenient))
  const readings = about.map((target) =>
    language === 'zh'
      ? `${target.title.zh}${asWritten(target.threshold, target.unit, 'zh')}左右：${readingsOf(target, 'zh')}。`
      : `${target.title.en}, about ${asWritten(target.threshold, target.unit, 'en')}: ${readingsOf(target, 'en')} of the futures.`,
  )
  const read = targets[0] && readingsLine(summary, targets[0])
  const revised = targets.flatMap((target) => revisedText(target, language)).slice(0, 1)
  const evidence = evidenceCounts(targets)
  const people = answerToPeople(targets)
  const number = targets.length
  return [
    language === 'zh'
      ? `${title.zh}：${number}项目标中，${counted.join('、')}。`
      : `${title.en}, ${howMany(number, 'target')}: ${counted.join(', ')}.`,
    ...(number > 1 && isKnown(joint) ? [togetherText(joint, number, draws, language)] : []),
    ...readings,
    ...(read ? [read[language]] : []),
    ...revised,
    ...everyCityNotes(targets).map((note) => note[language]),
    ...(evidence ? [evidence[language]] : []),
    ...(people ? [people[language]] : []),
  ]
}

/** All targets in the same futures; of too few draws a count, as a share of them would be read as odds. */
function togetherText(joint: Odds, number: number, draws: number, language: Language): string {
  const futures = howMany(draws, 'simulated future')
  const few = wordFor(joint) === 'too_few'
  const en = few ? `${count(joint.hits)} of ${futures}` : `${oddsText(joint, 'en')} of the ${futures}`
  const share = few ? phraseFor(joint).zh : `占模拟情景的${oddsText(joint, 'zh')}`
  return {
    en: `All ${number} together: reached in ${en}.`,
    zh: `${number}项目标同时达到：${joint.hits === 0 ? `${count(draws)}个模拟情景中无一达标` : share}。`,
  }[language]
}

function aboutOdds({ draws, policies }: Summary, language: Language): string {
  const futures = count(draws)
  const bands = policies.at(-1)!.targets.some(({ revised }) => revised)
    ? {
        en: ' Rows "+ census revision" give the second band, with what a later census may revise; verdicts, words and counts are of the first, the model alone.',
        zh: '“＋普查修正”行为计入今后普查修正的第二区间；结论、措辞与计数均按第一区间，即仅模型。',
      }[language]
    : ''
  const odds = {
    en: `Odds: share of futures in which the target is reached, in brackets its 95 % interval, in per cent, from the number of draws; all and none are of ${howMany(draws, 'simulated future')} and no certainty. ~ means about.`,
    zh: `达标概率：达到目标的未来情景所占比例，括号内为由抽样次数决定的95%区间；“全部”“无”仅指${futures}个模拟情景，不等于必然。~ 表示“左右”。`,
  }[language]
  return odds + bands
}

function aboutVerdicts({ targets }: PolicySummary, language: Language): string {
  const rests = targets.some(({ quality }) => quality !== 'data')
  const basis = {
    en: ' [estimate] and [judgement] say what the verdict rests on where it is not data alone.',
    zh: ' [推算]、[主观判断]表示该结论并非只依据数据。',
  }[language]
  const columns = {
    en: 'Margin: median less what is asked for, below zero where it falls short. First year: the first in which half of the futures reach it; - if none. Last column: share of the variance between futures that goes with each uncertainty.',
    zh: '与目标之差：中位数减去要求，正为超出、负为不足。首次达标年份：首次有一半情景达到目标的年份，- 表示没有。末列：各不确定因素占情景间差异的比例。',
  }[language]
  const about = targets.some(({ comparator, tolerance }) => comparator === 'about' && tolerance > 0)
    ? {
        en: ' Of "about" the margin is to the number itself, the first year allows its tolerance.',
        zh: '“左右”类目标：与目标之差按目标值本身计，首次达标年份按容差计。',
      }[language]
    : ''
  return columns + about + (rests ? basis : '')
}

function growthDifference(summary: Summary, policy: PolicySummary, language: Language): string[] {
  const line = summary.growthDifference?.apart.find((one) => one.policy === policy.name)
  const unit = summary.series.find(({ indicator }) => indicator === summary.growthDifference?.indicator)?.unit
  if (!line || !unit) return []
  const [ours, theirs] = [measured(line.ours, unit, language), measured(line.line, unit, language)]
  if (language === 'zh') {
    const far = line.wide ? '两者相差较大；该外推法往往偏高（docs/method.md，M9）。' : ''
    return [`按城乡人口增长率差（联合国方法）外推，${line.year}年为${theirs}；本模型中位数为${ours}。${far}`]
  }
  const far = line.wide ? ' The two are far apart; that line tends to overshoot (docs/method.md, M9).' : ''
  return [
    `The difference of urban and rural growth of the last censuses, carried on, gives ${theirs} in ${line.year}; our median is ${ours}.${far}`,
  ]
}

/** How many commitments have no verdict, by kind, and where they are listed. */
function unassessed({ unassessed: all, sections }: Summary, language: Language): string[] {
  if (all.length === 0) return []
  const empty = {
    en: ` ${howMany(sections.length, 'section')} of the plan without a commitment in the list ${sections.length === 1 ? 'stands' : 'stand'} there with the reason.`,
    zh: `另有${sections.length}个章节未列任务，一并说明原因。`,
  }
  const also = sections.length > 0 ? empty[language] : ''
  const kinds = (['cannot', 'qualitative'] as const)
    .map((kind) => ({ kind, number: all.filter(({ assessed }) => assessed === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) =>
      language === 'zh' ? `${number}项${HEADINGS[kind].zh}` : `${number} ${HEADINGS[kind].en}`,
    )
  return language === 'zh'
    ? [
        `另有${all.length}项任务未作模拟判断：${kinds.join('，')}。--markdown --lang zh 逐项列出并说明原因。${also}`,
      ]
    : [
        `${howMany(all.length, 'commitment')} of the plan ${all.length === 1 ? 'has' : 'have'} no verdict: ${kinds.join(', ')}. --markdown lists each with the reason.${also}`,
      ]
}
