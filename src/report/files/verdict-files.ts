/** The verdicts as a table to calculate with (CSV) and as one to paste into a report (Markdown). */
import { isKnown, wordFor } from '../../analysis/odds.js'
import type {
  Effect,
  Odds,
  PlaceVerdict,
  PolicySummary,
  RevisedBand,
  RevisedOdds,
  Summary,
  TargetVerdict,
} from '../../analysis/summary.js'
import { type CsvCell, csvText } from '../../vocabulary/csv.js'
import type { Language } from '../../vocabulary/language.js'
import { everyCityNotes } from '../tables/every-city.js'
import { alikeNote, EMPTY_SECTIONS, reasonWithNeed, sectionGroups } from '../words/commitments.js'
import { classesBeside } from '../words/evidence.js'
import { HEADINGS } from '../words/headings.js'
import { amount, interval, oddsShare, points, range, signed, unitName } from '../words/numbers.js'
import { reproducedBy } from '../words/reproduced-by.js'
import { marginText, readingsOf, thresholdText } from '../words/target-texts.js'
import { COLON, LIST } from '../words/typography.js'
import { QUALITY, VERDICT } from '../words/verdicts.js'

const CSV_COLUMNS = [
  'policy', 'target', 'title_en', 'title_zh', 'place', 'place_name', 'place_name_zh', 'indicator', 'unit', 'year',
  'comparator', 'threshold', 'tolerance', 'base', 'median', 'low80', 'high80', 'low95', 'high95', 'odds', 'odds_low',
  'odds_high', 'draws', 'margin', 'margin_count', 'margin_unit', 'first_year', 'quality', 'verdict', 'odds_strict', 'adds',
  'adds_odds', 'low80_revised', 'high80_revised', 'odds_revised', 'odds_strict_revised', 'basis_en', 'basis_zh',
  'rests_on', 'alike_met', 'alike_decided', 'alike_median', 'base_met', 'base_decided', 'class_odds',
] // biome-ignore format: a list of headings reads best as a paragraph

/** Every target of every policy, for the region and each city, one line each; numbers in full. Odds are shares, 0-1. */
export function verdictCsv(summary: Summary): string {
  const rows = summary.policies.flatMap((policy) =>
    policy.targets.flatMap((target) =>
      [target.region, ...target.cities].map((place) => csvRow(policy, target, place)),
    ),
  )
  return csvText([CSV_COLUMNS, ...rows])
}

function csvRow(policy: PolicySummary, target: TargetVerdict, place: PlaceVerdict): CsvCell[] {
  const { spread, odds } = place
  const whole = place === target.region
  const effect = whole ? effectOn(policy, target) : undefined
  return [
    policy.name,
    target.id,
    target.title.en,
    target.title.zh,
    place.code,
    place.name.en,
    place.name.zh,
    target.indicator,
    target.unit,
    target.year,
    target.comparator,
    target.threshold,
    target.tolerance,
    place.base,
    spread.median,
    ...spread.range80,
    ...spread.range95,
    shareCell(odds),
    odds.low,
    odds.high,
    odds.draws,
    place.margin,
    place.marginCount,
    place.marginUnit,
    place.firstYear,
    target.quality,
    whole ? target.word : undefined,
    whole ? shareCell(target.strict) : undefined,
    effect?.spread.median,
    effect?.odds,
    ...(whole ? revisedCells(target.revised) : revisedCells(place.revised)),
    target.basis.en,
    target.basis.zh,
    ...evidenceCells(target),
  ]
}

/** Empty where draws are too few: a share of them would be calculated with as odds. The interval stands beside it. */
function shareCell(odds: Odds): CsvCell {
  return Number.isFinite(odds.low) && wordFor(odds) === 'too_few' ? undefined : odds.share
}

/** What the verdict rests on, and of the first class of past commitments beside it how those ended. */
function evidenceCells({ evidence }: TargetVerdict): CsvCell[] {
  const [first] = evidence ? classesBeside(evidence) : []
  if (!evidence || !first) return [evidence?.restsOn, ...Array(6).fill(undefined)]
  const { alike, base, odds } = first
  return [evidence.restsOn, alike.met, alike.decided, alike.median ?? undefined, base.met, base.decided, odds]
}

/** With what a later census may revise: the 80 % range, and the odds in both readings of "about". */
function revisedCells(revised: RevisedBand | RevisedOdds | undefined): CsvCell[] {
  if (!revised) return Array(4).fill(undefined)
  const odds = 'lenient' in revised ? [revised.lenient, revised.strict] : [undefined, undefined]
  return [...revised.range80, ...odds]
}

/** `55.7-57.6; with census revision 55.0-58.3`: the second band where the scenario states one. */
function bandsText({ region, revised, unit }: TargetVerdict, language: Language): string {
  const own = range(region.spread.range80, unit, language)
  if (!revised) return own
  const wide = range(revised.range80, unit, language)
  return language === 'zh' ? `${own}；计入普查修正${wide}` : `${own}; with census revision ${wide}`
}

/** What a policy adds to no action for a target; nothing for no action itself. */
function effectOn({ effects }: PolicySummary, { id }: TargetVerdict): Effect | undefined {
  return effects.find(({ target }) => target === id)
}

/** One table a policy, then what has no verdict; for a report in one language. */
export function verdictMarkdown(summary: Summary, language: Language): string {
  const say = (key: keyof typeof HEADINGS) => HEADINGS[key][language]
  const year = String(summary.years[0])
  const numbers = [
    year,
    say('median'),
    say('range80'),
    say('threshold'),
    say(summary.noSample ? 'settings' : 'odds'),
    language === 'zh' ? '95%' : '95 %',
  ]
  const headings = [say('target'), say('unit'), ...numbers, say('verdict'), say('margin'), say('firstYear')]
  headings.push(language === 'zh' ? '增量（达标概率）' : 'Adds (odds)', say('quality'))
  const rule = headings.map((_, index) => (index > 1 && index < 8 ? '---:' : '---'))
  const lines = [`# ${summary.title[language]}`, '', reproducedBy(summary, language)]
  if (summary.noSample) lines.push('', `> **${say('warning')}** ${summary.noSample.caution[language]}`)
  for (const policy of summary.policies) {
    const rows = policy.targets.map((target) => markdownRow(policy, target, language))
    lines.push('', `## ${policy.title[language]}`, '', ...[headings, rule, ...rows].map(markdownLine))
    for (const note of everyCityNotes(policy.targets)) lines.push('', note[language])
  }
  if (summary.unassessed.length > 0) {
    const rows = summary.unassessed.map((commitment) => [
      commitment.id,
      commitment.text[language],
      say(commitment.assessed),
      reasonWithNeed(commitment)[language],
    ])
    const unassessed = { en: ['No.', 'Commitment', 'Kind', 'Reason'], zh: ['编号', '任务', '类别', '原因'] }[
      language
    ]
    lines.push('', `## ${say('withoutVerdict')}`, '')
    lines.push(...[unassessed, unassessed.map(() => '---'), ...rows].map(markdownLine))
  }
  if (summary.sections.length > 0) {
    lines.push('', `## ${EMPTY_SECTIONS[language]}`, '')
    const groups = sectionGroups(summary.sections)
    lines.push(
      ...groups.map(({ names, because }) => `- ${names[language]}${COLON[language]}${because[language]}`),
    )
  }
  const alike = alikeNote(summary)
  if (alike) lines.push('', alike[language])
  for (const finding of summary.findings) lines.push('', finding[language])
  // a line break in a text of the scenario would begin a line of its own
  return `${lines.map((line) => line.replaceAll(/[\n\t]+/g, ' ')).join('\n')}\n`
}

function markdownRow(policy: PolicySummary, target: TargetVerdict, language: Language): string[] {
  const { region, unit } = target
  const effect = effectOn(policy, target)
  const zh = language === 'zh'
  const about =
    target.comparator === 'about' && isKnown(target.lenient)
      ? `${LIST[language]}${readingsOf(target, language)}`
      : ''
  return [
    zh ? `${target.title.zh}（${target.year}年）` : `${target.title.en} (${target.year})`,
    unitName(unit, language),
    amount(region.base, unit, language),
    amount(region.spread.median, unit, language),
    bandsText(target, language),
    thresholdText(target, language),
    oddsShare(region.odds, language),
    interval(region.odds),
    `${VERDICT[target.word][language]}${about}`,
    marginText(target, language),
    region.firstYear === null ? '-' : String(region.firstYear),
    effect ? `${signed(effect.spread.median, unit, language)} (${points(effect.odds)})` : '-',
    QUALITY[target.quality][language],
  ]
}

const markdownLine = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
