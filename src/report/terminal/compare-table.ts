/** Two runs side by side, target by target, and by city and service. */
import type { Comparison, TargetChange } from '../../analysis/compare.js'
import { scaledApart } from '../../results/scaled-words.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { mismatchText, regionsText, renamedText } from '../words/compare.js'
import { isSameTarget } from '../words/first-page/beside.js'
import { HEADINGS } from '../words/headings.js'
import { amount, asWritten, count, labelled, oddsText, points, signed } from '../words/numbers.js'
import { wrap } from '../words/width.js'
import { byCityLines } from './compare/by-city.js'
import { type TextColumn, tableLines } from './table.js'

/** A table for each policy that both runs have, where they share a target, and what only one of them has; lines end with a line break. */
export function comparisonTable(
  comparison: Comparison,
  { language, width }: { readonly language: Language; readonly width: number },
): string {
  const { before, after } = comparison
  const runs = (['before', 'after'] as const).map((key) => {
    const run = comparison[key]
    const draws = {
      en: `${howMany(run.draws, 'draw')}, seed ${run.seed}`,
      zh: `${count(run.draws)}次抽样，种子${run.seed}`,
    }
    const plan = run.fingerprint.slice(0, 8)
    return language === 'zh'
      ? `${HEADINGS[key].zh}：${run.title.zh}（${plan}；${draws.zh}）`
      : `${HEADINGS[key].en}: ${run.title.en} (${plan}; ${draws.en})`
  })
  const notes = [
    before.fingerprint === after.fingerprint ? SAME_PLAN[language] : '',
    before.seed === after.seed ? '' : OTHER_SEED[language],
    ...scaledApart(before.controlYears, after.controlYears).map((text) => text[language]),
    regionsText(comparison, language),
    ...onlyIn(comparison, language),
    ...comparison.mismatched.map((one) => mismatchText(one, language)),
    ...comparison.renamed.map((one) => renamedText(one, language)),
  ].filter((note) => note !== '')
  const tables = comparison.policies.flatMap(({ title, targets }) => {
    const changed = targets.filter((target) => !isSameTarget(target))
    const rows = changed.map((target) => row(target, language))
    const same = sameText(targets.length - changed.length, changed.length, language)
    if (targets.length === 0) return []
    return [
      '',
      title[language],
      ...(rows.length > 0 ? tableLines(columns(language), rows, width) : []),
      ...(same === '' ? [] : [...(rows.length > 0 ? [''] : []), ...wrap(same, width)]),
    ]
  })
  const lines = [...runs, ...notes].flatMap((text) => wrap(text, width))
  return `${[...lines, ...tables, ...byCityLines(comparison, { language, width })].join('\n')}\n`
}

const SAME_PLAN = {
  en: 'Both runs are of the same plan; only the number of draws can differ.',
  zh: '两次运行的方案相同，只可能有抽样次数之别。',
}
const OTHER_SEED = {
  en: 'The runs have different seeds: part of what differs is chance.',
  zh: '两次运行的种子不同，差别中有一部分来自抽样。',
}

function sameText(same: number, changed: number, language: Language): string {
  if (same === 0) return ''
  if (changed === 0 && same > 1)
    return {
      en: `All ${howMany(same, 'target')} are just as before.`,
      zh: `全部${count(same)}项目标没有变化。`,
    }[language]
  const targets = `${howMany(same, 'target')} ${same === 1 ? 'is' : 'are'}`
  const zh = `${changed === 0 ? '' : '其余'}${count(same)}项目标没有变化。`
  return { en: `${targets} just as before.`, zh }[language]
}

function columns(language: Language): TextColumn[] {
  const say = (key: keyof typeof HEADINGS) => HEADINGS[key][language]
  const of = (one: keyof typeof HEADINGS, other: keyof typeof HEADINGS) =>
    language === 'zh' ? `${say(one)}${say(other)}` : `${say(one)} ${say(other).toLowerCase()}`
  return [
    { heading: say('target'), align: 'left', atLeast: 14 },
    { heading: of('median', 'before'), align: 'right' },
    { heading: of('median', 'after'), align: 'right' },
    { heading: say('change'), align: 'right' },
    { heading: of('odds', 'before'), align: 'right', atLeast: 7 },
    { heading: of('odds', 'after'), align: 'right', atLeast: 7 },
    { heading: { en: 'Change, points', zh: '变化（百分点）' }[language], align: 'right', atLeast: 6 },
    { heading: say('differs'), align: 'left', atLeast: 6 },
  ]
}

function row({ title, unit, before, after, ...change }: TargetChange, language: Language): string[] {
  const [one, other] = [before, after].map(({ threshold, year }) =>
    language === 'zh'
      ? `${year}年${asWritten(threshold, unit, 'zh')}`
      : `${asWritten(threshold, unit, 'en')} by ${year}`,
  )
  const changed = { en: `; asked for ${one}, then ${other}`, zh: `；要求由${one}改为${other}` }
  const asked = one === other ? '' : changed[language]
  return [
    labelled(title, unit, language) + asked,
    amount(before.median, unit, language),
    amount(after.median, unit, language),
    signed(change.medianChange, unit, language),
    oddsText(before.odds, language),
    oddsText(after.odds, language),
    points(change.oddsChange),
    change.overlap === null ? '-' : HEADINGS[change.overlap ? 'withinChance' : 'yes'][language],
  ]
}

function onlyIn({ onlyBefore, onlyAfter }: Comparison, language: Language): string[] {
  const sides = [
    [HEADINGS.before, onlyBefore],
    [HEADINGS.after, onlyAfter],
  ] as const
  return sides.flatMap(([side, { policies, targets }]) => {
    const names = [...policies, ...targets]
    if (names.length === 0) return []
    return language === 'zh'
      ? `只在“${side.zh}”中：${names.join('、')}`
      : `Only in the run "${side.en.toLowerCase()}": ${names.join(', ')}`
  })
}
