/** What verdicts rest on, and that none is computed from its own number. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/plan/plan.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { EVIDENCE } from '../../src/vocabulary/evidence.js'
import { formatProblem } from '../../src/vocabulary/problems.js'
import { TINY, withCases } from '../scenario/tiny-scenario.js'
import { shippedPlan } from './shipped.js'

const { plan, scenario, dataset, warnings } = shippedPlan('scenarios/guangxi-2023.yaml')

/** Every slot that a slot's value is made of, by the plan alone: steps, and what programmes and services read. */
function slotsBehind({ steps, services }: Plan, from: readonly number[]): Set<number> {
  const seen = new Set<number>()
  const visit = (slot: number) => {
    if (seen.has(slot)) return
    seen.add(slot)
    for (const step of steps) if (step.slot === slot) step.loads.flat().forEach(visit)
    for (const { programmes, capacitySlot, unmetSlot, openingSlot, standardSlot, demandSlot } of services) {
      for (const { startedSlot, openedSlot, scale, fulfilment, onTime, each } of programmes)
        if (slot === startedSlot || slot === openedSlot) [scale, fulfilment, onTime, each].forEach(visit)
      if (slot === capacitySlot || slot === unmetSlot)
        [openingSlot, standardSlot, demandSlot, ...programmes.map(({ openedSlot }) => openedSlot)].forEach(
          visit,
        )
    }
  }
  from.forEach(visit)
  return seen
}

const behindOf = new Map(
  plan.targets.map((target) => {
    const { of, per } = plan.indicators.find(({ name }) => name === target.indicator)!
    return [target.id, slotsBehind(plan, per < 0 ? [of] : [of, per])]
  }),
)

describe('no verdict of the shipped scenario is computed from its own number', () => {
  it('is not warned of', () => {
    expect(warnings.filter(({ code }) => code === 'target-restated')).toEqual([])
  })

  it.each(plan.targets.map((target) => [target.id, target] as const))('%s', (id, target) => {
    const behind = behindOf.get(id)!
    const { threshold, evidence } = target
    const constants = plan.steps
      .filter(({ slot }) => behind.has(slot))
      .flatMap(({ programs }) => programs.flatMap((program) => program.constants))
    const numbers = plan.uncertainties
      .filter(({ slot }) => behind.has(slot))
      .flatMap(({ distribution }) => Object.values(distribution).filter((value) => typeof value === 'number'))
    // the promise itself may stand where its delivery was learned from past ones, which the verdict says
    if (evidence!.classes.length === 0) expect([...constants, ...numbers]).not.toContain(threshold)
    const starts = plan.services
      .flatMap(({ programmes }) => programmes)
      .filter(({ startedSlot, openedSlot }) => behind.has(startedSlot) || behind.has(openedSlot))
      .map((programme) => programme.starts.reduce((sum, one) => sum + one, 0))
    // a promise may be counted from only where its delivery was learned from past ones, which the verdict says
    if (starts.some((sum) => Math.abs(sum - threshold) < 1e-6))
      expect(evidence!.classes.length).toBeGreaterThan(0)
  })
})

describe('what verdicts rest on', () => {
  it('is the model for few, past commitments and people for the promised rates, and past commitments alone for most others', () => {
    const counted = plan.targets.map(({ evidence }) => evidence!.restsOn)
    const number = (kind: string) => counted.filter((one) => one === kind).length
    expect(EVIDENCE.map(number)).toEqual([8, 3, 7, 13, 0])
  })

  it('names the past commitments that a verdict of that kind was learned from, each with its source', () => {
    const sources = new Map(dataset.pastCommitments.map(({ id, provenance }) => [id, provenance.source]))
    for (const { evidence } of plan.targets.filter((one) => one.evidence!.restsOn.startsWith('class'))) {
      expect(evidence!.classes.length).toBeGreaterThan(0)
      for (const { rows } of evidence!.classes)
        for (const id of rows)
          for (const source of sources.get(id)!.split(';')) expect(dataset.sources.has(source)).toBe(true)
    }
  })

  it('gives every programme a draw of its own', () => {
    const delivered = plan.services.flatMap(({ programmes }) => programmes)
    const drawn = delivered.map(({ fulfilment }) =>
      plan.uncertainties
        .filter(({ slot }) => slotsBehind(plan, [fulfilment]).has(slot))
        .map(({ name }) => name),
    )
    expect(drawn.every((names) => names.length > 0)).toBe(true)
    const kept = drawn.map((names) => names.find((name) => name.startsWith('kept_')))
    const shared = kept.filter((name, at) => kept.indexOf(name) < at)
    // beds of either kind share theirs; neither has a verdict
    expect(shared).toEqual(['kept_beds'])
  })

  it('has names of classes that the data folder has', () => {
    for (const { reference_class: name } of scenario.uncertainties)
      if (name !== undefined) expect(dataset.delivery.has(name)).toBe(true)
  })
})

describe('a target that is made of its own number', () => {
  const asked = 'indicator: schools_open, comparator: at_least, threshold: 3, year: 2023'

  /** Warnings of tiny.yaml with a target on the schools that its programme starts. */
  function warned(target: string): string[] {
    const text = TINY.replace(
      'indicator: places_added, comparator: at_least, threshold: 300, year: 2023',
      target,
    )
    return withCases((folder) => {
      const file = join(folder, 'tiny.yaml')
      writeFileSync(file, text)
      const own = loadPlan(file).warnings.filter(({ code }) => code === 'target-restated')
      return own.map((one) => `${formatProblem(one).replaceAll(`${folder}/`, '').slice(0, -1)}, a warning]`)
    })
  }

  it('is warned of, with both lines', () => {
    expect(warned(asked)).toEqual([
      `tiny.yaml:82:84  targets.school-places.threshold
  Found 3, and the starts of new_schools, which add up to it (line 50); expected a number that the target is not made of: so any other target would get the same odds.
  Where it is a promise, give its delivery a \`reference_class:\`; where it is meant, say why in \`because:\` of the target.  [target-restated, a warning]`,
    ])
  })

  it('is not, where the scenario says that it is meant, or the number is another', () => {
    expect(warned(`${asked}, because: Made for tests.`)).toEqual([])
    expect(warned(asked.replace('threshold: 3', 'threshold: 4'))).toEqual([])
  })
})

describe('past commitments beside a verdict that rests on the model', () => {
  // README of the collection: urbanization rate 4 of 7 met
  it('are what the scenario names, and nothing that it was learned from', () => {
    const { evidence } = plan.targets.find(({ id }) => id === 'urbanisation-rate')!
    expect(evidence!.restsOn).toBe('model')
    expect(evidence!.classes).toEqual([])
    expect(evidence!.beside).toMatchObject({ alike: { met: 4, decided: 7 }, base: { met: 25, decided: 38 } })
  })

  it('stand beside every verdict that has odds', () => {
    const without = plan.targets.filter(({ evidence }) => !evidence!.beside && evidence!.classes.length === 0)
    // what nothing reaches has no odds
    expect(without.map(({ id }) => id)).toEqual(['bqf-main-urban-1h-by-rail'])
  })

  it('of a class that the data folder does not have are refused', () => {
    const slip = (text: string) =>
      text.replace('reference_class: urban_share', 'reference_class: urban_shares')
    expect(answerOf(slip)).toBe(`targets.urbanisation-rate.reference_class
  Found the reference class "urban_shares"; expected a class of delivery.csv.
  Did you mean urban_share?  [reference-class-unknown]`)
  })
})

it('a class that the data folder does not have is refused', () => {
  const slip = (text: string) => text.replace('reference_class: shanty', 'reference_class: shantys')
  expect(answerOf(slip)).toBe(`uncertainties.kept_shanty.reference_class
  Found the reference class "shantys"; expected a class of delivery.csv.
  Did you mean shanty?  [reference-class-unknown]`)
})

/** What is said of the shipped scenario after a change of its text. */
function answerOf(change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
  try {
    const text = readFileSync('scenarios/guangxi-2023.yaml', 'utf8').replaceAll(
      '../fixtures',
      resolve('fixtures'),
    )
    const file = join(folder, 'changed.yaml')
    writeFileSync(file, change(text))
    loadPlan(file)
    return 'no problem'
  } catch (error) {
    // without the place, which moves with the file
    return (error as Error).message.replace(/^.*\d {2}/, '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
