/** What would be enough, for the terminal. */
import type { Package, Reach, ReachFinding, TargetReach } from '../../analysis/reach.js'
import { type LeverAnswer, nearerFirst } from '../../analysis/single-lever.js'
import type { Summary } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany, percent } from '../../vocabulary/numbers.js'
import { costsMore } from '../costs/words.js'
import { headline } from '../tables/headline.js'
import { HEADINGS } from '../words/headings.js'
import { amount, count, share, signed } from '../words/numbers.js'
import { ENOUGH_TITLE, enoughWords, oddsBeside, settingText, stillShort } from '../words/reach.js'
import { COLON } from '../words/typography.js'
import { wrap } from '../words/width.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

/** What would be enough for the first target, below the verdicts of a run; begins with an empty line. */
export function enoughText(summary: Summary, reach: ReachFinding, { language, width, paint }: Page): string {
  const target = headline(summary)
  const sentences = target ? enoughWords(reach, target) : []
  if (!target || sentences.length === 0) return ''
  const title = `${ENOUGH_TITLE[language]}${COLON[language]}${target.title[language]}`
  const lines = sentences.flatMap((sentence) => wrap(sentence[language], width))
  return `\n${[...wrap(title, width).map((line) => paint('bold', line)), ...lines].join('\n')}\n`
}

/** A table of the targets without the wanted odds, and one of settings for all targets together. */
export function reachText(reach: ReachFinding, page: Page): string {
  const { language, width, paint } = page
  const lacking = reach.targets.filter(({ now }) => now < reach.wanted)
  const lines = [
    ...wrap(reach.title[language], width).map((line) => paint('bold', line)),
    ...wrap(introduction(reach, lacking.length, language), width),
    '',
    ...(lacking.length > 0 ? tableLines(targetColumns(language), rows(lacking, reach, language), width) : []),
    ...(reach.packages.length > 0 ? ['', ...packageLines(reach, page)] : []),
  ]
  return `${lines.join('\n')}\n`
}

function introduction(reach: ReachFinding, lacking: number, language: Language): string {
  const { policyTitle: policy, draws } = reach
  const wanted = share(reach.wanted, language)
  const all = reach.targets.length
  if (language === 'zh')
    return `以“${policy.zh}”为基准，每次只变动一个力度，在同一组${count(draws)}个未来情景中检验：${all}项目标中有${lacking}项的达标概率不足${wanted}。`
  return `Starting from "${policy.en}", one lever moved at a time, in the same ${howMany(draws, 'future')}: ${lacking} of ${howMany(all, 'target')} ${lacking === 1 ? 'has' : 'have'} odds below ${wanted}.`
}

function targetColumns(language: Language): TextColumn[] {
  return [
    { heading: HEADINGS.target[language], align: 'left', atLeast: 20 },
    { heading: { en: 'Odds now', zh: '目前概率' }[language], align: 'right' },
    { heading: ENOUGH_TITLE[language], align: 'left', atLeast: 30 },
  ]
}

function rows(lacking: readonly TargetReach[], reach: ReachFinding, language: Language): string[][] {
  return lacking.map((target) => [
    target.title[language],
    oddsBeside(target.now, reach.wanted, language),
    answerText(target, reach, language),
  ])
}

/** Every lever that is enough; else the best within range; else that nothing moves it. */
function answerText(
  { answers, unit }: TargetReach,
  { levers, wanted, costs }: ReachFinding,
  language: Language,
): string {
  const said = (answer: Exclude<LeverAnswer, { kind: 'no effect' }>, lever: number) => {
    const { title, from } = levers[lever]
    const odds = oddsBeside(answer.odds, wanted, language)
    const setting = settingText(answer.setting)
    const more = answer.kind === 'enough' ? costsMore(answer.costs, costs, language) : ''
    return language === 'zh'
      ? `${title.zh}由${settingText(from)}调至${setting}（${odds}${more && `，${more}`}）`
      : `${title.en} at ${setting} in place of ${settingText(from)} (${odds}${more && `, ${more}`})`
  }
  const enough = answers.flatMap((answer, lever) => (answer.kind === 'enough' ? [said(answer, lever)] : []))
  if (enough.length > 0) return enough.join({ en: '; or ', zh: '；或' }[language])
  const best = answers
    .flatMap((answer, lever) => (answer.kind === 'not within range' ? [{ answer, lever }] : []))
    .sort((a, b) => nearerFirst(a.answer, b.answer))[0]
  if (!best) return { en: 'Nothing: no lever moves it.', zh: '无解：没有任何力度能影响它。' }[language]
  if (best.answer.setting === levers[best.lever].from)
    return {
      en: 'Not within range; every change makes it worse.',
      zh: '允许范围内无解；任何变动都使其更差。',
    }[language]
  const nearest = said(best.answer, best.lever) + stillShort(best.answer, unit, language)
  return { en: `Not within range; nearest ${nearest}`, zh: `允许范围内无解；最接近的是${nearest}` }[language]
}

function packageLines(reach: ReachFinding, { language, width, paint }: Page): string[] {
  const heading = {
    en: 'All targets together: settings that nothing tried beats, the least effort first',
    zh: '全部目标一并考虑：试过的组合中无可替代者，投入从少到多',
  }[language]
  const half = Math.ceil(reach.targets.length / 2)
  const explained = {
    en: `Lacking: points of odds to the wanted ${share(reach.wanted, 'en')}, mean over targets. Reached: number of targets in the mean future, and in at least 9 of 10. Regret: what the best of these settings reaches more, mean over futures. Half: futures with at least ${howMany(half, 'target')}. ${count(reach.lived)} trajectories were lived.`,
    zh: `差距：距所要求的${share(reach.wanted, 'zh')}平均还差多少个百分点。达标数：平均情景，以及至少九成情景。遗憾值：与各情景最优组合相比平均少达标的项数。过半：至少${half}项达标的情景比例。共模拟${count(reach.lived)}条轨迹。`,
  }[language]
  const columns: TextColumn[] = [
    ...reach.levers.map(
      ({ title }): TextColumn => ({ heading: title[language], align: 'right', atLeast: 9 }),
    ),
    { heading: effortHeading(reach, language), align: 'right' },
    ...(reach.costs ?? []).map(
      ({ currency, prices }): TextColumn => ({
        heading: {
          en: `Costs more (${currency}, ${prices})`,
          zh: `增加费用（${currency}，${prices}年价格）`,
        }[language],
        align: 'right',
        atLeast: 9,
      }),
    ),
    { heading: { en: 'Enough', zh: '达到要求' }[language], align: 'right' },
    { heading: { en: 'Lacking', zh: '差距' }[language], align: 'right' },
    { heading: { en: 'Reached', zh: '达标数' }[language], align: 'right' },
    { heading: { en: '9 of 10', zh: '九成' }[language], align: 'right' },
    { heading: { en: 'Regret', zh: '遗憾值' }[language], align: 'right' },
    { heading: { en: 'Half', zh: '过半' }[language], align: 'right' },
  ]
  return [
    paint('bold', heading),
    ...tableLines(
      columns,
      thinned(reach.packages).map((one) => packageRow(one, reach, language)),
      width,
    ),
    ...wrap(explained, width).map((line) => paint('dim', line)),
  ]
}

/** Most rows on a screen: the first, the last, the least effort for most targets, and some between; all are in --json and --csv. */
const MOST_ROWS = 10

function thinned(packages: readonly Package[]): Package[] {
  if (packages.length <= MOST_ROWS) return [...packages]
  const most = Math.max(...packages.map(({ enough }) => enough))
  const spread = Array.from({ length: MOST_ROWS - 1 }, (_, k) =>
    Math.round((k * (packages.length - 1)) / (MOST_ROWS - 2)),
  )
  const kept = new Set([...spread, packages.findIndex(({ enough }) => enough === most)])
  return packages.filter((_, index) => kept.has(index))
}

function packageRow(
  one: Package,
  { effort, targets, costs = [] }: ReachFinding,
  language: Language,
): string[] {
  return [
    ...one.settings.map(settingText),
    effort === 'yuan' ? one.effort.toPrecision(3) : one.effort.toFixed(2),
    ...costs.map(({ currency }, at) => signed(one.costs?.[at] ?? Number.NaN, currency)),
    `${one.enough}/${targets.length}`,
    amount(percent(one.lacking), 'percent'),
    one.robustness.mean.toFixed(1),
    one.robustness.in9of10.toFixed(0),
    one.robustness.meanRegret.toFixed(1),
    share(one.robustness.satisfied, language),
  ]
}

function effortHeading({ effort }: Reach, language: Language): string {
  if (effort === 'yuan') return { en: 'Cost (yuan)', zh: '费用（元）' }[language]
  return { en: 'Effort', zh: '投入' }[language]
}
