/** A run's verdicts as a page for the terminal. */
import type { PolicySummary, Summary, TargetVerdict } from '../analysis/summary.js'
import type { Language } from '../vocabulary/quality.js'
import { provenance } from './formats.js'
import { amount, asWritten, count, share } from './numbers.js'
import { oddsByCity, shortByCity } from './place-tables.js'
import { type Paint, verdictTable } from './verdict-table.js'
import { wrap } from './width.js'
import { WORDS } from './words.js'

interface Page {
  readonly language: Language
  /** Columns of the terminal. */
  readonly width: number
  readonly paint: Paint
}

/** Everything a run says, in the order a planner asks; ends with a line break. */
export function verdictText(summary: Summary, page: Page): string {
  const { language, width, paint } = page
  const policy = summary.policies.at(-1)!
  const paragraph = (text: string, indent = '') => wrap(text, width, indent)
  const sections = [
    [paint('bold', summary.title[language]), ...paragraph(provenance(summary, language))],
    verdictTable(summary, language, width, paint),
    expectations(summary, policy, language).flatMap((text) => paragraph(text)),
    oddsByCity(policy, page),
    shortByCity(summary, policy, page),
    unassessed(summary, language).flatMap((text) => paragraph(text)),
    summary.findings.flatMap((finding) => paragraph(`${WORDS.warning[language]}: ${finding[language]}`)),
  ]
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Sentences about what the table leaves open. */
function expectations(summary: Summary, policy: PolicySummary, language: Language): string[] {
  const open = policy.targets.filter(({ region }) => region.odds.share > 0.02 && region.odds.share < 0.98)
  const lines = open.map((target) => sentence(target, language))
  const { joint, targets } = policy
  if (targets.length > 1) {
    lines.push(
      language === 'zh'
        ? `${targets.length}项目标同时达到：${share(joint.share)}。`
        : `All ${targets.length} targets together are reached in ${share(joint.share)} of the futures.`,
    )
  }
  return [...lines, ...growthDifference(summary, policy, language)]
}

/** `Urban share, about 57 % in 2023: reached in about 6 in 10 futures ... Most depends on ...` */
function sentence(target: TargetVerdict, language: Language): string {
  const title = target.title[language]
  const drivers = target.contributions.filter(
    ({ uncertainty, share: part }) => uncertainty !== 'other' && part >= 0.05,
  )
  const named = drivers.slice(0, 3).map((driver) => `${driver.title[language]} ${share(driver.share)}`)
  if (language === 'zh') {
    const readings = target.comparator === 'about' ? `（${readingsOf(target, language)}）` : ''
    const depends = named.length > 0 ? `主要取决于：${named.join('、')}。` : ''
    return `${title}：在${target.sentence.zh}中达到${readings}。${depends}`
  }
  const readings = target.comparator === 'about' ? ` (${readingsOf(target, language)})` : ''
  const depends = named.length > 0 ? ` What differs between them goes with ${named.join(', ')}.` : ''
  return `${title}: reached in ${target.sentence.en}${readings}.${depends}`
}

/** Both readings of "about": with the stated tolerance, and to the letter. */
function readingsOf(
  { threshold, tolerance, unit, lenient, strict }: TargetVerdict,
  language: Language,
): string {
  const mark = unit === 'percent' ? ' %' : ''
  const [low, high] = [`${asWritten(threshold - tolerance)}${mark}`, `${asWritten(threshold)}${mark}`]
  return language === 'zh'
    ? `${low}及以上：${share(lenient.share)}；${high}及以上：${share(strict.share)}`
    : `${low} or more: ${share(lenient.share)}; ${high} or more: ${share(strict.share)}`
}

function growthDifference(summary: Summary, policy: PolicySummary, language: Language): string[] {
  const line = summary.growthDifference?.apart.find((one) => one.policy === policy.name)
  const unit = policy.targets.find(({ indicator }) => indicator === summary.growthDifference?.indicator)?.unit
  if (!line || !unit) return []
  const [ours, theirs] = [amount(line.ours, unit), amount(line.line, unit)]
  if (language === 'zh') {
    const far = line.wide ? '两者相差较大，请查找原因。' : ''
    return [`城乡增长率差法（联合国）得出${line.year}年为${theirs}%，本模型中位数为${ours}%。${far}`]
  }
  const far = line.wide ? ' They are far apart: find out why before using either.' : ''
  return [
    `The difference of urban and rural growth of the last censuses, carried on, gives ${theirs} % in ${line.year}; our median is ${ours} %.${far}`,
  ]
}

/** How many commitments have no verdict, by kind, and which. */
function unassessed({ unassessed: all }: Summary, language: Language): string[] {
  const kinds = (['cannot', 'qualitative'] as const).map((kind) => ({
    word: WORDS[kind][language],
    ids: all.filter(({ assessed }) => assessed === kind).map(({ id }) => id),
  }))
  const listed = kinds
    .filter(({ ids }) => ids.length > 0)
    .map(({ word, ids }) =>
      language === 'zh'
        ? `${word} ${ids.length}项（${ids.join('、')}）`
        : `${ids.length} ${word} (${ids.join(', ')})`,
    )
  if (listed.length === 0) return []
  return language === 'zh'
    ? [`${WORDS.withoutVerdict.zh}：${listed.join('；')}。原因见 --markdown。`]
    : [
        `${count(all.length)} commitments have no verdict: ${listed.join('; ')}. --markdown gives the reason of each.`,
      ]
}
