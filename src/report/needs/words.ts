/** What is said of places to add: headings, and what the numbers are and are not. */
import type { NeedInYear, ServiceNeeds } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { phrase } from '../words/bilingual.js'
import { share } from '../words/numbers.js'

export const NEEDS_TITLE = phrase('Places to add', '需新增规模')

export const NEED_HEADINGS = {
  place: phrase('Place', '地区'),
  year: phrase('Year', '年份'),
  peak: phrase('Most to add in', '需增最多年份'),
  need: phrase('Needed then', '当年需要'),
  capacity: phrase('There then', '当年供给'),
  gap: phrase('Lacking, median', '缺口中位数'),
  gapRange: phrase('Lacking, 80 % range', '缺口80%区间'),
  toAdd: phrase('To add', '需新增'),
  everyYear: phrase('To add for every year', '各年均不缺需新增'),
  startBy: phrase('Start by', '最迟开工'),
} as const

/** `Compulsory school places: to add so that none is lacking in 80 % of futures`. */
export function needTitle({ title, odds }: ServiceNeeds): Bilingual {
  return phrase(
    `${title.en}: what to add so that nothing lacks in ${share(odds, 'en')} of futures`,
    `${title.zh}：使${share(odds, 'zh')}的情景不缺所需新增规模`,
  )
}

/** Heading of the last year in which projects of a programme can start: `Start by: New schools`. */
export function startHeading(title: Bilingual): Bilingual {
  return phrase(`Start by: ${title.en}`, `最迟开工：${title.zh}`)
}

/** Whether something is to be added: half a place is none. */
export const isLacking = (peak: NeedInYear | null): peak is NeedInYear => (peak?.toAdd ?? 0) >= 0.5

/** `New schools 2022; extensions 2023`; a dash where the scenario has no programme. */
export function startsText({ programmes }: ServiceNeeds, { startBy }: NeedInYear, base: number): Bilingual {
  if (programmes.length === 0) return phrase('–', '–')
  const each = programmes.map(({ title }, at) => {
    const year = startWords(startBy[at], base)
    return phrase(`${title.en} ${year.en}`, `${title.zh}${year.zh}`)
  })
  return phrase(each.map(({ en }) => en).join('; '), each.map(({ zh }) => zh).join('；'))
}

/** `2022`, or that no start of the scenario's years is early enough. base: the base year. */
export function startWords(year: number, base: number): Bilingual {
  return year > base ? phrase(String(year), String(year)) : phrase(`${year}, past`, `${year}年，已过`)
}

const NOT_KEPT = phrase(
  'The run has kept no draws of what is lacking: the scenario has no indicator of it.',
  '本次运行未保留缺口的各情景数值：方案未设该缺口指标。',
)

/** What to write so that the next run keeps what is lacking, with the words of a scenario file; undefined where it is kept. */
export function keepingHint({ indicator, service }: ServiceNeeds): Bilingual | undefined {
  if (indicator !== undefined) return undefined
  const field = `${service}_short: { of: unmet(${service}) }`
  return phrase(
    `Write one under indicators, ${field}, and run again.`,
    `请在indicators中写明${field}，并重新运行。`,
  )
}

/** What the numbers of a service's tables are, and what they are not. */
export function needNotes(needs: ServiceNeeds): Bilingual[] {
  const { alike, indicator, programmes } = needs
  if (indicator === undefined) return [NOT_KEPT]
  const notes: Bilingual[] = []
  if (alike)
    notes.push(
      phrase(
        'No numbers of areas: no stock by area is known, and areas are equal per head by construction.',
        '不分地区列出：未掌握分地区存量，模型按人均相同分给各地。',
      ),
    )
  if (programmes.length === 0)
    notes.push(
      phrase(
        'No year to start by: the scenario has no programme of it, so that no time to build is known.',
        '无最迟开工年份：方案中没有相应项目，建设周期未知。',
      ),
    )
  return notes
}

const BASIS = phrase(
  'To add is beyond what the policy delivers. Needed and there are of the principal projection, the only one of which a run keeps them; what is lacking is of all futures. Start by: the last year in which a project can start and, on time, be open by the end of the year in question; "past" where that is the base year or earlier.',
  '需新增为政策供给之外的规模。需要与供给为主预测（运行只保留主预测的数值），缺口为全部情景。最迟开工：按期建设、当年年底前建成的最晚开工年份；不晚于基期的标为“已过”。',
)

/** What holds for all services. */
export function basisNotes(found: readonly ServiceNeeds[]): Bilingual[] {
  const several = found.find(({ places }) => places.length > 1)
  if (!several) return [BASIS]
  const { odds } = several
  const sums = phrase(
    `What areas add does not add up to the region's: each number is enough in ${share(odds, 'en')} of that place's own futures, and areas do not lack most in the same ones.`,
    `各地之和不等于全区：每个数字按本地区${share(odds, 'zh')}的情景计算，各地缺口最大的情景并不相同。`,
  )
  return [BASIS, sums]
}

/** Cities that need nothing more, on one line; undefined where there are none. */
export function nothingToAdd(
  names: readonly Bilingual[],
  odds: number,
  language: Language,
): string | undefined {
  if (names.length === 0) return undefined
  return {
    en: `Nothing to add in any year: ${names.map(({ en }) => en).join(', ')} (${share(odds, 'en')} of futures)`,
    zh: `各年均无需新增（${share(odds, 'zh')}的情景）：${names.map(({ zh }) => zh).join('、')}`,
  }[language]
}
