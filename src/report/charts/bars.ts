/** Bars and dots in titled rows: programmes, what futures differ by, and policy against policy. */
import type { PolicySummary, Summary, TargetVerdict } from '../../analysis/summary.js'
import type { ProgrammeCourse } from '../../results/projection.js'
import { baselineIn } from '../../vocabulary/baseline.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { amount, measured, share } from '../words/numbers.js'
import { QUALITY } from '../words/verdicts.js'
import { pixelPositions } from './axes.js'
import { colourOf, inner, type Size } from './kit.js'
import { corners, dotMark } from './layers.js'
import type { ChartSpec } from './render.js'
import { titledRows, titleLayer } from './rows.js'
import { colour } from './theme.js'

/** Shares of what is due beyond which a bar is cut; its text says how far it goes. */
const MOST = 1.25
const PROGRAMME = [
  { title: { en: 'opened', zh: '建成' }, colour: 'ours' },
  { title: { en: 'due by then, late', zh: '应建成而未建成' }, colour: 'lack3' },
] as const

/** Openings by the last year as a share of what is due by then. */
export function programmeChart(programmes: readonly ProgrammeCourse[], size: Size): ChartSpec {
  const due = programmes.filter(({ years }) => years.at(-1)!.openedShare !== null)
  const width = inner(size, 10)
  const parts = due.map(({ years }) => years.at(-1)!.openedShare!)
  const { rows, height } = titledRows(due.map(programmeTitle), width)
  const at = pixelPositions([0, width], height)
  const color = colourOf(PROGRAMME, size)
  const px = (part: number) => (Math.min(part, MOST) / MOST) * width
  const box = (values: readonly object[], entry: (typeof PROGRAMME)[number]) => ({
    data: { values: [...values] },
    mark: { type: 'rect' as const },
    encoding: { ...corners(at), color: color(entry) },
  })
  return {
    width,
    height,
    layer: [
      box(
        rows.map((row, k) => ({ ...row, left: 0, right: px(parts[k]) })),
        PROGRAMME[0],
      ),
      box(
        rows.flatMap((row, k) => (parts[k] < 1 ? [{ ...row, left: px(parts[k]), right: px(1) }] : [])),
        PROGRAMME[1],
      ),
      {
        data: { values: rows.map(({ top, bottom }) => ({ all: px(1), top: top - 2, bottom: bottom + 2 })) },
        mark: { type: 'rule', color: colour('asked'), strokeWidth: 2 },
        encoding: { x: at.x('all'), y: at.y('top'), y2: { field: 'bottom' } },
      },
      titleLayer(rows, at),
    ],
  }
}

/** `New compulsory schools: 89 of 100 schools due (89 %), 150 started`; whether the number is a judgement. */
function programmeTitle({ title, unit, years, quality }: ProgrammeCourse): Bilingual {
  const { promised, opened, openedShare, started } = years.at(-1)!
  const judged = quality === 'judgement' ? QUALITY.judgement : undefined
  const part = (language: Language) => share(openedShare!, language)
  return {
    en: `${title.en}: ${amount(opened, unit)} of ${measured(promised, unit, 'en')} due${judged ? `, a ${judged.en}` : ''} (${part('en')}); ${amount(started, unit)} started`,
    zh: `${title.zh}：应建成${measured(promised, unit, 'zh')}${judged ? `（${judged.zh}）` : ''}，建成${amount(opened, unit, 'zh')}（${part('zh')}），已开工${amount(started, unit, 'zh')}`,
  }
}

/** Shares of variance of one target, largest first. */
export function tornadoChart({ contributions }: TargetVerdict, size: Size): ChartSpec {
  const width = inner(size, 10)
  const largest = Math.max(...contributions.map((one) => one.share))
  const titles = contributions.map(({ title, share: part }) => ({
    en: `${title.en}: ${share(part, 'en')}`,
    zh: `${title.zh}：${share(part, 'zh')}`,
  }))
  const { rows, height } = titledRows(titles, width)
  const at = pixelPositions([0, width], height)
  const values = rows.map((row, k) => ({
    ...row,
    left: 0,
    right: (contributions[k].share / largest) * width,
    rest: contributions[k].uncertainty === 'other',
  }))
  return {
    width,
    height,
    layer: [
      {
        data: { values },
        mark: { type: 'rect' },
        encoding: {
          ...corners(at),
          color: { condition: { test: 'datum.rest', value: colour('band80') }, value: colour('ours') },
        },
      },
      titleLayer(rows, at),
    ],
  }
}

/** Odds of each target that a policy moves, without action and under the policy; undefined where it moves none. */
export function effectChart(summary: Summary, policy: PolicySummary, size: Size): ChartSpec | undefined {
  const idle = summary.policies[baselineIn(summary.policies)] as PolicySummary | undefined
  const moved = policy.effects.flatMap(({ odds }, index) =>
    odds === 0 || !Number.isFinite(odds) ? [] : [index],
  )
  if (!idle || moved.length === 0) return undefined
  const width = inner(size, 18)
  const odds = moved.map((index) => [idle, policy].map(({ targets }) => targets[index].region.odds.share))
  const titles = moved.map((index, k) => {
    const { title } = policy.targets[index]
    const text = (language: Language) => odds[k].map((one) => share(one, language)).join(' → ')
    return { en: `${title.en}: ${text('en')}`, zh: `${title.zh}：${text('zh')}` }
  })
  const { rows, height } = titledRows(titles, width)
  const at = pixelPositions([0, width], height)
  const entries = [
    { title: idle.title, colour: 'lacking' },
    { title: policy.title, colour: 'ours' },
  ] as const
  const color = colourOf(entries, size)
  const values = rows.map((row, k) => ({
    ...row,
    start: 0,
    end: width,
    without: odds[k][0] * width,
    within: odds[k][1] * width,
  }))
  const rule = (from: string, to: string, mark: object) => ({
    data: { values },
    mark: { type: 'rule' as const, ...mark },
    encoding: { x: at.x(from), x2: { field: to }, y: at.y('middle') },
  })
  const dot = (field: string, entry: (typeof entries)[number]) => ({
    data: { values },
    mark: dotMark(60),
    encoding: { x: at.x(field), y: at.y('middle'), color: color(entry) },
  })
  return {
    width,
    height,
    layer: [
      rule('start', 'end', { color: colour('rule') }),
      rule('without', 'within', { color: colour('band50'), strokeWidth: 4 }),
      dot('without', entries[0]),
      dot('within', entries[1]),
      titleLayer(rows, at),
    ],
  }
}
