/** People of the region by status, sex and age: men to the left, women to the right; base and last year. */
import type { Pyramid } from '../../results/projection.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { STATUS_NAMES } from '../words/people.js'
import { quantity, thousandsAxis } from './axes.js'
import { inner, legendOf, type Size } from './kit.js'
import { label } from './labels.js'
import { panelTitle } from './layers.js'
import type { ChartSpec } from './render.js'
import { TYPE } from './theme.js'

const ENTRIES = [
  { title: STATUS_NAMES[0], colour: 'rural' },
  { title: STATUS_NAMES[1], colour: 'reclassified' },
  { title: STATUS_NAMES[2], colour: 'registered' },
  { title: STATUS_NAMES[3], colour: 'migrant' },
] as const
const EVERYONE = [{ title: { en: 'everyone', zh: '全体' }, colour: 'registered' }] as const
const ROW = 13

export function pyramidChart(pyramids: readonly Pyramid[], size: Size): ChartSpec {
  const across = size === 'wide' ? 2 : 1
  const width = inner(size, across * 60) / across
  const entries = pyramids[0].people.length > 1 ? ENTRIES : EVERYONE
  const most = Math.max(
    ...pyramids.flatMap(({ people, ages }) =>
      ages.flatMap((_, group) =>
        [0, 1].map((sex) => people.reduce((sum, sexes) => sum + sexes[sex][group], 0)),
      ),
    ),
  )
  const panel = ({ year, ages, people }: Pyramid) => ({
    title: { ...panelTitle(headOf(year), TYPE.label), anchor: 'middle' as const, frame: 'group' as const },
    width,
    height: { step: ROW },
    data: {
      values: ages.flatMap((age, group) =>
        people.flatMap((sexes, status) =>
          sexes.map((counted, sex) => ({
            age: group === ages.length - 1 ? `${age}+` : String(age),
            people: ((sex === 0 ? -1 : 1) * counted[group]) / 1000,
            status: label(entries[status].title),
            order: status,
            sex,
          })),
        ),
      ),
    },
    mark: { type: 'bar' as const },
    encoding: {
      y: {
        field: 'age',
        type: 'ordinal' as const,
        sort: ages.map((age, group) => (group === ages.length - 1 ? `${age}+` : String(age))).reverse(),
        axis: { title: null, ticks: false, labelOverlap: true },
        scale: { paddingInner: 0.08 },
      },
      x: quantity('people', {
        aggregate: 'sum' as const,
        scale: { domain: [-most / 1000, most / 1000], nice: true },
        axis: thousandsAxis(5, 'abs(datum.value)'),
      }),
      color: { field: 'status', type: 'nominal' as const, ...legendOf(entries, size) },
      detail: { field: 'sex', type: 'nominal' as const },
      order: quantity('order'),
    },
  })
  return { columns: across, spacing: { row: 22, column: 18 }, concat: pyramids.map(panel) }
}

const headOf = (year: number): Bilingual => ({
  en: `men  ←  ${year}  →  women`,
  zh: `男  ←  ${year}年  →  女`,
})
