/** Page one: the question, the answer in plain sentences, what stands in the way, what helps, how far to trust it. */
import type { ReachFinding } from '../../analysis/reach.js'
import type { PlaceTable, PolicySummary, Summary, TargetVerdict, Word } from '../../analysis/summary.js'
import { isShortfall } from '../../plan/outcome-columns.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { headline, mainPolicy } from '../tables/headline.js'
import { targetTable } from '../tables/targets.js'
import { inEach, phrase } from '../words/bilingual.js'
import type { Content, Markup } from '../words/markup.js'
import { html } from '../words/markup.js'
import {
  asWritten,
  count,
  difference,
  measured,
  oddsShare,
  points,
  share,
  unitName,
} from '../words/numbers.js'
import { ENOUGH_TITLE, enoughWords } from '../words/reach.js'
import { aboutSettings, countedSettings } from '../words/settings.js'
import { peakText } from '../words/shortfalls.js'
import { minus, span } from '../words/typography.js'
import { VERDICT } from '../words/verdicts.js'
import { tableHtml } from './table.js'
import { element } from './tags.js'
import { restsOn, TRUST, trustIn } from './trust.js'

/** Most items of a list on page one; the rest stands further down. */
const MOST = 3
/** A contribution below this is not worth a line on page one. */
const LEAST = 0.05

export interface AnswerFacts {
  /** What would be enough, where that was looked for. */
  readonly reach: ReachFinding | undefined
  /** What else the numbers hang on, and how well the model did where the outcome is known. */
  readonly trust: readonly Bilingual[]
}

export function answerHtml(summary: Summary, { reach, trust }: AnswerFacts): Markup {
  const target = headline(summary)
  const caution = summary.noSample ? element('p', summary.noSample.caution, 'caution') : ''
  if (!target) return html`<section id="answer">${element('h1', summary.title)}${caution}</section>`
  const { policy } = mainPolicy(summary)
  if (summary.noSample) return settingsHtml(summary, target, caution, trust)
  const cards = [
    card(
      phrase(`Where places are short in ${summary.years.at(-1)}`, `${summary.years.at(-1)}年哪里缺口最大`),
      shortages(summary, policy),
    ),
    card(phrase('What helps most', '什么最有效'), helps(summary, policy, target)),
    card(ENOUGH_TITLE, reach ? enoughWords(reach, target) : []),
    card(phrase('What stands in the way', '难点'), obstacles(summary, policy, target)),
    card(TRUST, [...trustIn(target), ...trust]),
  ]
  const parts = [
    element('p', policyLine(summary, policy), 'eyebrow'),
    element('h1', question(summary, target)),
    element('p', verdict(target), 'verdict'),
    leads(principal(summary, target), counted(policy)),
    html`<div class="cards">${cards}</div>`,
  ]
  return html`<section id="answer" class="${target.word}">${parts}</section>${targetsHtml(summary, legend(summary))}`
}

/** Of draws that are no sample: the caution first, how many settings reach what, and no word of a verdict. */
function settingsHtml(
  summary: Summary,
  target: TargetVerdict,
  caution: Content,
  trust: readonly Bilingual[],
): Markup {
  const { policy } = mainPolicy(summary)
  const parts = [
    element('p', policyLine(summary, policy), 'eyebrow'),
    element('h1', question(summary, target)),
    caution,
    element('p', reachedBy(target), 'verdict'),
    leads(course(summary, target), countedSettings(summary, policy)),
    html`<div class="cards">${card(TRUST, [restsOn(target), ...trust])}</div>`,
  ]
  return html`<section id="answer">${parts}</section>${targetsHtml(summary, aboutSettings(summary))}`
}

/** Two paragraphs side by side. */
const leads = (one: Bilingual, other: Bilingual): Markup =>
  html`<div class="leads"><div>${element('p', one)}</div><div>${element('p', other)}</div></div>`

const targetsHtml = (summary: Summary, note: Bilingual): Markup =>
  html`<section id="targets">${element('h2', TARGETS)}${element('p', note, 'note')}${tableHtml(targetTable(summary))}</section>`

export const TARGETS = phrase('Every target', '各项目标')

function card(title: Bilingual, lines: readonly Bilingual[]): Content {
  if (lines.length === 0) return ''
  return html`<div class="card">${element('h3', title)}<ul>${lines.map((line) => element('li', line))}</ul></div>`
}

const policyLine = ({ title, years }: Summary, policy: PolicySummary): Bilingual =>
  phrase(
    `${title.en} · policy: ${policy.title.en} · ${years[0]}–${years.at(-1)}`,
    `${title.zh} · 政策：${policy.title.zh} · ${years[0]}—${years.at(-1)}年`,
  )

const HOW: Record<TargetVerdict['comparator'], Bilingual> = {
  at_least: phrase('at least', '不低于'),
  at_most: phrase('at most', '不高于'),
  about: phrase('about', '左右'),
}

function question({ region }: Summary, target: TargetVerdict): Bilingual {
  const { comparator, threshold, unit, year, title } = target
  const asked = (language: Language) => asWritten(threshold, unit, language)
  const how = HOW[comparator]
  const zh = comparator === 'about' ? `${asked('zh')}${how.zh}` : `${how.zh}${asked('zh')}`
  return phrase(
    `Will ${region.en} have a ${lowered(title.en)} of ${how.en} ${asked('en')} by ${year}?`,
    `到${year}年，${region.zh}${title.zh}能否达到${zh}？`,
  )
}

/** `Open: 56.5 % or more in about 5 in 10 futures (54 %); 57 % or more in 29 % of them.` */
function verdict(target: TargetVerdict): Bilingual {
  const head = VERDICT[target.word]
  const reached = reachedBy(target)
  return phrase(`${capital(head.en)}: ${reached.en}`, `${head.zh}：${reached.zh}`)
}

/** `56.5 % or more in about 5 in 10 futures (54 %); 57 % or more in 29 % of them.` */
function reachedBy({ sentence, comparator, threshold, tolerance, unit, strict }: TargetVerdict): Bilingual {
  const value = (amount: number, language: Language) => asWritten(amount, unit, language)
  if (comparator !== 'about') return phrase(`${sentence.en}.`, `${sentence.zh}。`)
  return phrase(
    `${value(threshold - tolerance, 'en')} or more in ${sentence.en}; ${value(threshold, 'en')} or more in ${oddsShare(strict, 'en')} of them.`,
    `${value(threshold - tolerance, 'zh')}及以上，${sentence.zh}；${value(threshold, 'zh')}及以上：${oddsShare(strict, 'zh')}。`,
  )
}

/** The principal projection alone. */
function course(
  summary: Summary,
  { region, principal: middle, unit, year, title }: TargetVerdict,
): Bilingual {
  const [base, last] = [region.base, middle].map((value) =>
    inEach((language) => measured(value, unit, language)),
  )
  return phrase(
    `${title.en} goes from ${base.en} in ${summary.years[0]} to ${last.en} in ${year} in the principal projection, every uncertainty at its median.`,
    `主预测（各不确定因素取中位数）中，${title.zh}由${summary.years[0]}年的${base.zh}变为${year}年的${last.zh}。`,
  )
}

/** The principal projection first, then the spread. */
function principal(
  summary: Summary,
  { region, principal: middle, unit, year, title }: TargetVerdict,
): Bilingual {
  const text = (language: Language) => ({
    base: measured(region.base, unit, language),
    middle: measured(middle, unit, language),
    band: `${span(region.spread.range80, unit)}${language === 'en' ? ' ' : ''}${unitName(unit, language)}`,
    margin: minus(difference(region.margin, unit, language)),
    counted:
      region.marginCount === undefined
        ? ''
        : minus(difference(region.marginCount, region.marginUnit ?? '', language)),
  })
  const [en, zh] = [text('en'), text('zh')]
  return phrase(
    `${title.en} goes from ${en.base} in ${summary.years[0]} to ${en.middle} in ${year} in the principal projection; 8 in 10 futures lie within ${en.band}. Median against target: ${en.margin}${en.counted === '' ? '' : `, ${en.counted}`}.`,
    `主预测中，${title.zh}由${summary.years[0]}年的${zh.base}变为${year}年的${zh.middle}；八成情景在${zh.band}之间。中位数与目标之差：${zh.margin}${zh.counted === '' ? '' : `，即${zh.counted}`}。`,
  )
}

/** How many targets have which verdict. */
function counted({ targets, joint }: PolicySummary): Bilingual {
  const words = (Object.keys(VERDICT) as Word[]).flatMap((word) => {
    const number = targets.filter((target) => target.word === word).length
    return number === 0 ? [] : [{ en: `${number} ${VERDICT[word].en}`, zh: `${number}项${VERDICT[word].zh}` }]
  })
  return phrase(
    `Of ${count(targets.length)} targets: ${words.map(({ en }) => en).join(', ')}; all together in ${oddsShare(joint, 'en')} of the futures.`,
    `${count(targets.length)}项目标中：${words.map(({ zh }) => zh).join('、')}；全部同时达到的情景：${oddsShare(joint, 'zh')}。`,
  )
}

/** What the headline turns on, and which targets are furthest from being met. */
function obstacles({ draws }: Summary, policy: PolicySummary, target: TargetVerdict): Bilingual[] {
  const drivers = target.contributions
    .filter((one) => one.uncertainty !== 'other' && one.share >= LEAST)
    .slice(0, MOST)
  const hopeless = policy.targets.filter(({ word }) => word === 'almost_impossible')
  const turns =
    drivers.length > 0
      ? [
          phrase(
            `The answer turns on: ${drivers.map((one) => `${lowered(one.title.en)} (${share(one.share, 'en')})`).join(', ')}.`,
            `答案主要取决于：${drivers.map((one) => `${one.title.zh}（${share(one.share, 'zh')}）`).join('、')}。`,
          ),
        ]
      : []
  const shown = hopeless.slice(0, MOST)
  const more = hopeless.length - shown.length
  const [others, andMore] = more > 0 ? [`; ${count(more)} more`, `等${count(hopeless.length)}项`] : ['', '']
  const none =
    hopeless.length > 0
      ? [
          phrase(
            `Almost impossible in ${count(draws)} futures: ${shown.map(({ title }) => lowered(title.en)).join('; ')}${others}.`,
            `${count(draws)}个情景中几乎无一达到：${shown.map(({ title }) => title.zh).join('；')}${andMore}。`,
          ),
        ]
      : []
  return [...turns, ...none]
}

/** The cities that lack most of each thing that is lacking. */
function shortages({ places }: Summary, policy: PolicySummary): Bilingual[] {
  const short = places.filter(({ policy: name, indicator }) => name === policy.name && isShortfall(indicator))
  return short.flatMap((table) => {
    const worst = [...table.rows]
      .sort((a, b) => b.spread.median - a.spread.median)
      .filter(({ spread }) => spread.median >= 0.5)
    if (worst.length === 0) return [nothingShort(table)]
    const peak = peakWords(table)
    const list = (language: Language) =>
      worst
        .slice(0, MOST)
        .map(({ name, spread }) => `${name[language]} ${measured(spread.median, table.unit, language)}`)
    return [
      phrase(
        `${table.title.en}, in ${worst.length} of ${table.rows.length} cities: ${list('en').join(', ')}${peak.en}.`,
        `${table.title.zh}（${table.rows.length}个市中的${worst.length}个）：${list('zh').join('、')}${peak.zh}。`,
      ),
    ]
  })
}

function nothingShort(table: PlaceTable): Bilingual {
  const { title, year } = table
  const peak = peakWords(table)
  if (peak.en === '') return phrase(`${title.en}: none in most futures.`, `${title.zh}：多数情景下无缺口。`)
  return phrase(
    `${title.en}: none in most futures of ${year}${peak.en}.`,
    `${title.zh}：${year}年多数情景下无缺口${peak.zh}。`,
  )
}

/** `; most in 2025, ...`; empty where most is lacking in the last year. */
function peakWords(table: PlaceTable): Bilingual {
  const peak = peakText(table, MOST)
  return peak ? phrase(`; ${peak.en}`, `；${peak.zh}`) : phrase('', '')
}

/** What the policy adds to no action, for the headline and where it adds most. */
function helps(summary: Summary, policy: PolicySummary, target: TargetVerdict): Bilingual[] {
  const effect = policy.effects.find((one) => one.target === target.id)
  if (!effect) return []
  const still = effect.odds === 0 && effect.spread.range95.every((bound) => bound === 0)
  const own = still
    ? phrase(
        `“${policy.title.en}” moves ${lowered(target.title.en)} in no future: nothing that it sets acts on it.`,
        `“${policy.title.zh}”在任何情景下都不改变${target.title.zh}：其设定均不作用于此。`,
      )
    : phrase(
        `“${policy.title.en}” adds ${points(effect.odds)} points to the odds of ${lowered(target.title.en)}.`,
        `“${policy.title.zh}”使${target.title.zh}的达标概率变化${points(effect.odds)}个百分点。`,
      )
  const most = policy.effects
    .map((one, index) => ({ one, title: policy.targets[index].title }))
    .filter(({ one }) => one.odds > 0)
    .sort((a, b) => b.one.odds - a.one.odds)
  const gains = (language: Language) =>
    most
      .slice(0, MOST)
      .map(({ one, title }) =>
        language === 'zh'
          ? `${title.zh}（${points(one.odds)}）`
          : `${lowered(title.en)} (${points(one.odds)})`,
      )
  const [first] = target.contributions
  return [
    ...(first && first.uncertainty !== 'other'
      ? [
          phrase(
            `The headline depends most on ${lowered(first.title.en)}: ${share(first.share, 'en')} of what differs between futures goes with it.`,
            `首要目标最取决于${first.title.zh}：情景间差异的${share(first.share, 'zh')}来自它。`,
          ),
        ]
      : []),
    own,
    ...(most.length > 0
      ? [
          phrase(
            `Against no action in the same futures it adds most, in points of odds, to: ${gains('en').join(', ')}; ${count(most.length)} of ${count(policy.targets.length)} targets gain.`,
            `与不采取行动相比，同一组情景中达标概率增加最多（百分点）：${gains('zh').join('、')}；${count(policy.targets.length)}项目标中${count(most.length)}项受益。`,
          ),
        ]
      : []),
    ...(summary.policies.length > 2
      ? [phrase('Further policies are set beside it below.', '其他政策的比较见下文。')]
      : []),
  ]
}

function legend({ draws, years }: Summary): Bilingual {
  return phrase(
    `Base: end of ${years[0]}. Odds: share of ${count(draws)} simulated futures that reach the target; all and none are no certainty. ≈ means about. Rests on: the worst quality of what the verdict is computed from.`,
    `基期：${years[0]}年末。达标概率：${count(draws)}个模拟情景中达到目标的比例，“全部”“无”不等于必然。≈ 表示左右。依据：计算所用信息中质量最低者。`,
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** A title within a sentence; names of places keep their capital, being further on. */
const lowered = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
