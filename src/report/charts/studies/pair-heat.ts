/** Shares of the variance that pairs of inputs have beyond their own: a field for each pair, in steps of colour. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { pixelPositions, TEXT_ON_FIELD } from '../axes.js'
import { inner, legendOf, type Size } from '../kit.js'
import { label, lineCount, wrappedLabel } from '../labels.js'
import { corners, texts } from '../layers.js'
import type { ChartSpec } from '../render.js'
import { type Colour, colour, TYPE } from '../theme.js'

export interface PairField {
  /** Places of the two inputs among the names. */
  readonly at: readonly [number, number]
  /** Share of the variance, 0-1. */
  readonly share: number
  /** Whether its interval lies above nothing. */
  readonly certain: boolean
}

const LINE = 13
/** Least shares of the steps, and their colours. */
const STEPS: readonly { readonly from: number; readonly title: Bilingual; readonly colour: Colour }[] = [
  { from: Number.NEGATIVE_INFINITY, title: { en: 'below 1 %', zh: '低于1%' }, colour: 'odds1' },
  { from: 0.01, title: { en: '1-3 %', zh: '1-3%' }, colour: 'odds2' },
  { from: 0.03, title: { en: '3-10 %', zh: '3-10%' }, colour: 'odds3' },
  { from: 0.1, title: { en: '10-25 %', zh: '10-25%' }, colour: 'odds4' },
  { from: 0.25, title: { en: '25 % and more', zh: '25%及以上' }, colour: 'odds5' },
]
const DEEP = 3

/** Rows have names, columns their numbers; a pair stands once, below the diagonal. */
export function pairHeat(names: readonly Bilingual[], pairs: readonly PairField[], size: Size): ChartSpec {
  const room = size === 'wide' ? 240 : 130
  const width = inner(size, room + 16)
  const cell = Math.min(48, width / Math.max(1, names.length - 1))
  const titles = names.map(({ en, zh }, k) =>
    wrappedLabel({ en: `${k + 1} ${en}`, zh: `${k + 1} ${zh}` }, room - 12, TYPE.label),
  )
  const row = Math.max(26, LINE * Math.max(...titles.map(lineCount)) + 6)
  const headed = LINE + 4
  const height = headed + names.length * row
  const at = pixelPositions([-room, width], height)
  const fields = pairs.map(({ at: both, share, certain }) => {
    const [column, line] = [Math.min(...both), Math.max(...both)]
    const step = STEPS.findLastIndex(({ from }) => share >= from)
    const [left, top] = [column * cell, headed + line * row]
    return {
      ...{ left, top, right: left + cell - 1, bottom: top + row - 1 },
      ...{ middle: left + cell / 2, center: top + row / 2 },
      step: label(STEPS[step].title),
      deep: step >= DEEP,
      text: certain ? String(Math.round(1000 * share) / 10) : '',
    }
  })
  const heads = names.slice(0, -1).map((_, k) => ({ at: (k + 0.5) * cell, text: String(k + 1) }))
  const left = titles.map((text, k) => ({
    at: -6,
    row: headed + (k + 0.5) * row - ((lineCount(text) - 1) * LINE) / 2,
    text,
  }))
  return {
    width: width + room,
    height,
    layer: [
      {
        data: { values: fields },
        mark: { type: 'rect' },
        encoding: { ...corners(at), color: { field: 'step', type: 'nominal', ...legendOf(STEPS, size) } },
      },
      texts(fields, {}, { x: at.x('middle'), y: at.y('center'), color: TEXT_ON_FIELD }),
      texts(
        left,
        { align: 'right' as const, baseline: 'middle' as const },
        { x: at.x('at'), y: at.y('row') },
      ),
      texts(heads, { baseline: 'top' as const, color: colour('quiet') }, { x: at.x('at'), y: { value: 0 } }),
    ],
  }
}
