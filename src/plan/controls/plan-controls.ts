/** The published totals that a scenario scales people to, made into what the model needs of each year. */
import { controlBoxes } from '../../dataset/controls.js'
import type { ControlTotal } from '../../dataset/dataset.js'
import { type BoxTotal, unnested } from '../../math/margins/nested-totals.js'
import { fitProportionally } from '../../math/proportional-fitting.js'
import { type ControlBlock, type ControlStep, scaleToTotals } from '../../model/control.js'
import { FLOWS } from '../../model/state.js'
import { type Dimensions, peopleSize } from '../../vocabulary/dimensions.js'
import { unknownName } from '../../vocabulary/lookup.js'
import { formatNumber } from '../../vocabulary/numbers.js'
import type { Draft } from '../draft.js'
import type { ControlPlan } from '../plan.js'
import { controlWords, peopleMet } from './control-words.js'

const PATH = ['population', 'control', 'totals'] as const

/** Undefined where the scenario names none; problems are reported. */
export function planControls(draft: Draft): ControlPlan | undefined {
  const { scenario, dataset, years } = draft
  const { control } = scenario.population
  if (!control) return undefined
  const known = dataset.controls.get(control.totals)
  if (!known) {
    const names = dataset.controls.keys()
    draft.report(PATH, unknownName('control', control.totals, names, 'a name of controls.csv'))
    return undefined
  }
  if (dataset.womenOnly) {
    draft.report(PATH, {
      code: 'control-of-women',
      found: 'totals of everyone for a folder of women only',
      expected: 'a data folder of both sexes, or no control',
    })
    return undefined
  }
  const { to: last = Number.POSITIVE_INFINITY } = control
  const steps = years.slice(1)
  const used = known.filter(({ year }) => steps.includes(year) && year <= last).sort(inOrder)
  if (used.length === 0) {
    const from = [...new Set(known.map(({ year }) => year))].sort((a, b) => a - b)
    draft.report(PATH, {
      code: 'control-without-years',
      found: `totals of ${from.slice(0, 8).join(', ')}${control.to === undefined ? '' : `, to be met until ${last}`}`,
      expected: `totals of a year that a step ends with: ${steps.slice(0, 8).join(', ')}`,
    })
    return undefined
  }
  // so that explain, reports and formulas have what was added
  draft.slots.slot({ kind: 'flow', flow: 'control_adjustment' })
  const plan = {
    name: control.totals,
    warnBeyond: control.warn_beyond,
    totals: used.map(({ year, city, sex, ages: [from, to], people }) => {
      return { year: years.indexOf(year), city: city ?? -1, sex, from, to, people }
    }),
    steps: years.map((year) => stepOf(used, year, dataset.dims)),
  }
  checkMet(draft, plan)
  return plan
}

/** The order of the totals' own places, sexes and ages: that of the rows of a file changes no bit. */
function inOrder(one: ControlTotal, other: ControlTotal): number {
  const keys = [one, other].map(({ year, city = -1, sex, ages }) => [year, city, sex, ...ages])
  const differing = keys[0].findIndex((key, at) => key !== keys[1][at])
  return differing < 0 ? 0 : keys[0][differing] - keys[1][differing]
}

/** What a year's totals come to; null where it has none. */
function stepOf(used: readonly ControlTotal[], year: number, dims: Dimensions): ControlStep | null {
  const first = used.findIndex((one) => one.year === year)
  if (first < 0) return null
  const own = used.filter((one) => one.year === year)
  const boxes = unnested(controlBoxes(own, dims)).totals
  const blocks = blocksOf(boxes, dims)
  const margins: { groupOf: Float64Array; boxes: BoxTotal[] }[] = []
  for (const box of boxes) {
    const cells = cellsOf(box, blocks, dims)
    let margin = margins.find(({ groupOf }) => cells.every((cell) => groupOf[cell] < 0))
    if (!margin) {
      margin = { groupOf: new Float64Array(blocks.length * dims.cities).fill(-1), boxes: [] }
      margins.push(margin)
    }
    for (const cell of cells) margin.groupOf[cell] = margin.boxes.length
    margin.boxes.push(box)
  }
  return agreeing({
    blocks,
    margins: margins.map(({ groupOf, boxes: own }) => {
      return { groupOf, totals: Float64Array.from(own, ({ total }) => total) }
    }),
    within: margins.map(({ boxes: own }) => own.map(({ within }) => within)),
    from: margins.map(({ boxes: own }) => own.map(({ from }) => first + from)),
  })
}

/**
 * Totals that rounding has left apart, brought to sums of one table that is within the rounding of each: no future could
 * meet them all, and each would try in vain. Those further apart stay, and are told.
 */
function agreeing(step: ControlStep): ControlStep {
  const { margins, within } = step
  const even = new Float64Array(margins[0].groupOf.length).fill(1)
  const { cells, misfits } = fitProportionally(even, margins, { within: 1e-11 })
  const isFar = misfits.some(
    ({ margin, group, total, sum }) => !(Math.abs(sum - total) <= within[margin][group]),
  )
  if (misfits.length === 0 || isFar) return step
  const sums = ({ groupOf, totals }: ControlStep['margins'][number]) => {
    const out = new Float64Array(totals.length)
    cells.forEach((persons, cell) => {
      if (groupOf[cell] >= 0) out[groupOf[cell]] += persons
    })
    return out
  }
  return { ...step, margins: margins.map((margin) => ({ groupOf: margin.groupOf, totals: sums(margin) })) }
}

/** Ages of a sex that no total tells apart, of those that any total has. */
function blocksOf(boxes: readonly BoxTotal[], { sexes, ages }: Dimensions): ControlBlock[] {
  const begins = new Uint8Array(sexes * (ages + 1))
  const covered = new Uint8Array(sexes * (ages + 1))
  for (const { axes } of boxes) {
    const own = new Set(axes[2])
    for (const sex of axes[1])
      for (const age of axes[2]) {
        const at = sex * (ages + 1) + age
        covered[at] = 1
        if (!own.has(age - 1)) begins[at] = 1
        if (!own.has(age + 1)) begins[at + 1] = 1
      }
  }
  const blocks: ControlBlock[] = []
  for (let sex = 0; sex < sexes; sex++)
    for (let age = 0; age < ages; age++) {
      const at = sex * (ages + 1) + age
      if (!covered[at]) continue
      const before = blocks.at(-1)
      if (!begins[at] && before) blocks[blocks.length - 1] = { ...before, to: age }
      else blocks.push({ sex, from: age, to: age })
    }
  return blocks
}

/** Indices [block, city] of what a total counts. */
function cellsOf({ axes }: BoxTotal, blocks: readonly ControlBlock[], { cities }: Dimensions): number[] {
  const [places, sexes, ages] = axes.map((indices) => new Set(indices))
  return blocks.flatMap(({ sex, from }, block) =>
    sexes.has(sex) && ages.has(from) ? [...places].map((city) => block * cities + city) : [],
  )
}

/** Totals that a table of equal cells cannot be scaled to contradict each other, whoever lives where. */
function checkMet(draft: Draft, control: ControlPlan): void {
  const { dims, region, cities } = draft.dataset
  for (const [year, step] of control.steps.entries()) {
    if (!step) continue
    const people = { doubles: new Float64Array(peopleSize(dims)).fill(1), at: 0, stride: 1 }
    const flows = { doubles: new Float64Array(FLOWS.length * dims.cities), at: 0, stride: 1 }
    const unmet = scaleToTotals(dims, step, people, flows)
    if (!unmet) continue
    const found = control.totals[unmet.from]
    const who = controlWords(dims, [region, ...cities], found)
    const [total, sum] = [found.people, peopleMet(found, unmet)].map((persons) =>
      formatNumber(Math.round(persons)),
    )
    draft.report(PATH, {
      code: 'controls-unmet',
      found: `totals of ${draft.years[year]} that contradict each other: with the others met, ${who} come to ${sum} and not ${total}`,
      expected: 'totals that can be met together',
    })
    return
  }
}
