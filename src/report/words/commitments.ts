/** What is said of commitments without a verdict, of sections without a commitment, and of what is not shown by city. */
import type { EmptySection, KnownNeed, Summary, UnassessedCommitment } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { phrase } from './bilingual.js'
import { amount, labelled, range } from './numbers.js'

/** The reason why there is no verdict, and after it what is known all the same. */
export function reasonWithNeed({ because, known }: UnassessedCommitment): Bilingual {
  if (known.length === 0) return because
  const needs = known.map(needText)
  return phrase(
    `${because.en} Known: ${needs.map(({ en }) => en).join('; ')}.`,
    `${because.zh}已知：${needs.map(({ zh }) => zh).join('；')}。`,
  )
}

/** `Communities needed: 1,358 in 2020; 1,424 (1,400-1,450) in 2023`, or the one number that stands still. */
function needText({ title, unit, baseYear, base, year, spread }: KnownNeed): Bilingual {
  const inNumbers = (language: Language) => ({
    from: amount(base, unit, language),
    now: amount(spread.median, unit, language),
    wide: range(spread.range80, unit, language),
  })
  const [own, chinese] = [inNumbers('en'), inNumbers('zh')]
  const isStill = spread.range80[0] === spread.range80[1] && spread.median === base
  const [en, zh] = [labelled(title, unit, 'en'), labelled(title, unit, 'zh')]
  if (isStill) return phrase(`${en}: ${own.now}`, `${zh}：${chinese.now}`)
  return phrase(
    `${en}: ${own.from} in ${baseYear}, ${own.now} (${own.wide}) in ${year}`,
    `${zh}：${baseYear}年${chinese.from}，${year}年${chinese.now}（${chinese.wide}）`,
  )
}

/** Sections of one reason, by their numbers: `一(一)`, in English `1(1)`. */
export interface SectionGroup {
  readonly names: Bilingual
  readonly because: Bilingual
}

const NUMERALS = '一二三四五六七八九'
const inDigits = (text: string) =>
  text.replaceAll(/[一二三四五六七八九]/g, (numeral) => String(NUMERALS.indexOf(numeral) + 1))

/** Sections without a commitment, those of one reason together, in the order of the first of each. */
export function sectionGroups(sections: readonly EmptySection[]): SectionGroup[] {
  const byReason = new Map<string, EmptySection[]>()
  for (const one of sections) byReason.set(one.because.en, [...(byReason.get(one.because.en) ?? []), one])
  return [...byReason.values()].map((group) => {
    const names = group.map(({ section }) => section)
    const { en, zh } = group[0].because
    return {
      names: phrase(names.map(inDigits).join(', '), names.join('、')),
      because: phrase(inDigits(en), zh),
    }
  })
}

export const EMPTY_SECTIONS = phrase(
  'Sections of the plan without a commitment in the list',
  '未列出任务的章节',
)

/** That nothing is said of cities where their stocks are equal per head by construction; undefined where there is none. */
export function alikeNote({ alike }: Summary): Bilingual | undefined {
  if (alike.length === 0) return undefined
  const titles = (language: 'en' | 'zh') => alike.map(({ title }) => title[language])
  return phrase(
    `Not shown by area: ${titles('en').join(', ')}. No stock by area was found; the model gives every area the same per head, so that areas would differ by construction only.`,
    `不分地区列出：${titles('zh').join('、')}。未找到分地区存量，模型按人均相同分给各地，分地区差异仅为设定所致。`,
  )
}
