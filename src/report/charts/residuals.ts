/** What a fit of a decade leaves over: projected against counted, a field for every city and age, men above women. */
import type { AgeAccount, CellAccount } from '../../calibration/account.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from '../words/bilingual.js'
import { orderedRows, quantity, TEXT_ON_FIELD } from './axes.js'
import { label } from './labels.js'
import { panelTitle } from './layers.js'
import type { ChartSpec } from './render.js'
import { type Colour, colour, TYPE } from './theme.js'

export interface ResidualFacts {
  readonly cities: readonly { readonly name: Bilingual }[]
  readonly region: Bilingual
  readonly ages: readonly AgeAccount[]
  readonly cells: readonly CellAccount[]
}

const FIELD = { width: 33, height: 19 } as const
/** Per cent too few or too many where the colour changes, and the colours below, between and above. */
const STEPS = [-20, -10, -5, -2, 2, 5, 10, 20] as const
const TONES: readonly Colour[] = [
  'lack5', 'lack4', 'lack3', 'lack2', 'lack1', 'odds2', 'odds3', 'odds4', 'odds5',
] // biome-ignore format: a scale reads best in a line
const DEEP = 10
const SEX_TITLES: Readonly<Record<string, Bilingual>> = {
  male: phrase('Men', '男'),
  female: phrase('Women', '女'),
}

/** Rows are the region and its cities, columns ages in groups of five; numbers are per cent, minus where too few. */
export function residualChart(facts: ResidualFacts): ChartSpec {
  const rows = [facts.region, ...facts.cities.map(({ name }) => name)].map(label)
  const groups = [...new Set(facts.ages.map(({ from }) => from))]
  const columns = groups.map((from) => ageText(from, groups))
  const fields = [...facts.ages.map((one) => ({ ...one, city: -1 })), ...facts.cells].map((one) => ({
    city: rows[one.city + 1],
    age: ageText(one.from, groups),
    sex: one.sex,
    ...gapOf(one.people),
  }))
  return {
    spacing: 16,
    vconcat: Object.keys(SEX_TITLES).map((sex, index) => ({
      width: columns.length * FIELD.width,
      height: rows.length * FIELD.height,
      title: panelTitle(SEX_TITLES[sex]),
      data: { values: fields.filter((one) => one.sex === sex) },
      encoding: { x: ageColumns(columns), y: orderedRows(rows) },
      layer: fieldLayers(index === 0),
    })),
  }
}

const ageText = (from: number, groups: readonly number[]) =>
  from === groups.at(-1) ? `${from}+` : `${from}-${from + 4}`

/** Per cent too few or too many, as a number and in print. */
function gapOf({ lived, counted }: CellAccount['people']) {
  const gap = 100 * (lived / counted - 1)
  const text = gap.toFixed(0)
  return { gap, text: text === '-0' ? '0' : text, deep: Math.abs(gap) >= DEEP }
}

const ageColumns = (domain: readonly string[]) => ({
  field: 'age',
  type: 'ordinal' as const,
  scale: { domain: [...domain] },
  axis: { title: null, orient: 'top' as const, labelAngle: 0, ticks: false },
})

/** The field in its colour, and the number upon it; the first panel has the legend of both. */
const fieldLayers = (first: boolean) => [
  {
    mark: { type: 'rect' as const, stroke: colour('paper'), strokeWidth: 1 },
    encoding: {
      color: quantity('gap', {
        scale: { type: 'threshold' as const, domain: [...STEPS], range: TONES.map(colour) },
        legend: first ? LEGEND : null,
      }),
    },
  },
  {
    mark: { type: 'text' as const, fontSize: TYPE.label - 1 },
    encoding: { text: { field: 'text' }, color: TEXT_ON_FIELD },
  },
]

const LEGEND = {
  title: label(phrase('Lived over counted, per cent too few (-) or too many', '推算比普查少（-）或多，%')),
  titleLimit: 0,
  titleFontWeight: 'normal' as const,
  titleColor: colour('ink'),
  titleFontSize: TYPE.label,
  values: STEPS.filter((step) => Math.abs(step) > 2),
  orient: 'top' as const,
  titleOrient: 'left' as const,
}
