/** How a quota is split and could be, on the screen: what each city gains and loses. */
import type { SplitAim } from '../../analysis/needs/best-split.js'
import type { QuotaSplit, SplitOutcome } from '../../studies/split/split-quota.js'
import type { Page } from '../terminal/page.js'
import { type TextColumn, tableLines } from '../terminal/table.js'
import { phrase } from '../words/bilingual.js'
import { amount, count, signed, unitName } from '../words/numbers.js'
import { wrap } from '../words/width.js'

const HEADINGS = {
  city: phrase('Area', '地区'),
  given: phrase('Opened, as split now', '现行分配建成'),
  lacking: phrase('Lacking, as split now', '现行分配缺口'),
  share: phrase('Share of the quota', '占指标比例'),
  change: phrase('Gains or loses', '增减'),
  after: phrase('Lacking then', '调整后缺口'),
  all: phrase('All areas', '各地合计'),
} as const

const AIMS: Readonly<Record<SplitAim, ReturnType<typeof phrase>>> = {
  total: phrase('Least lacking in all areas together', '各地缺口之和最小'),
  worst: phrase('Least lacking where most is lacking', '缺口最大地区的缺口最小'),
}

/** What a split came to over all cities. */
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

export function splitText(found: QuotaSplit, page: Page): string {
  const { language, width, paint } = page
  const { title, unit, year, draws, failed } = found
  const name = unitName(unit, language)
  const heading = {
    en: `${title.en}: the quota of ${found.programmes.map((one) => one.title.en).join(', ')} split among areas, ${year} (${name}; policy: ${found.policy.title.en})`,
    zh: `${title.zh}：${found.programmes.map((one) => one.title.zh).join('、')}指标分地区方案，${year}年（${name}；政策：${found.policy.title.zh}）`,
  }[language]
  const blocks = (['total', 'worst'] as const).map((aim) =>
    [paint('bold', AIMS[aim][language]), ...linesOf(found, found.proposed[aim], page)].join('\n'),
  )
  const left =
    failed === 0
      ? phrase('', '')
      : phrase(
          ` ${count(failed)} of them gave no number and are left out.`,
          `其中${count(failed)}个无数值，未计入。`,
        )
  const basis = {
    en: `Averages over ${count(draws)} simulated futures. Each proposal is one share for all years and all programmes of the service, best by the futures of a split that is alike in all areas; what it does was simulated, with what lack does to where people go. The split of the scenario may change from year to year and with each future, so that a fixed one need not be better.${left.en}`,
    zh: `为${count(draws)}个模拟情景的平均值。每个方案在各年、各项目采用同一比例，按各地均分时的情景求得最优，效果经重新模拟（含缺口对人口流动的影响）。方案现行分配可随年份和情景变化，固定比例未必更优。${left.zh}`,
  }[language]
  return `${[...wrap(heading, width).map((line) => paint('bold', line)), '', blocks.join('\n\n'), '', ...wrap(basis, width)].join('\n')}\n`
}

function linesOf(
  { cities, present, unit }: QuotaSplit,
  proposed: SplitOutcome,
  { language, width }: Page,
): string[] {
  const { city, given, lacking, share, change, after, all } = HEADINGS
  const columns: TextColumn[] = [city, given, lacking, share, change, after].map((head, at) => ({
    heading: head[language],
    align: at === 0 ? 'left' : 'right',
  }))
  const row = (name: string, pick: (numbers: readonly number[]) => number) => [
    name,
    amount(pick(present.given), unit, language),
    amount(pick(present.lacking), unit, language),
    `${(pick(proposed.parts!) / 10).toFixed(1)}%`,
    signed(pick(proposed.given) - pick(present.given), unit, language),
    amount(pick(proposed.lacking), unit, language),
  ]
  const rows = [
    row(all[language], sum),
    ...cities.map(({ name }, at) => row(name[language], (numbers) => numbers[at])),
  ]
  return tableLines(columns, rows, width)
}
