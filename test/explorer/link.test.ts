import { beforeAll, describe, expect, it } from 'vitest'
import type { ExplorerFacts } from '../../src/explorer/facts.js'
import { factsOf } from '../../src/explorer/file/make-facts.js'
import { linkStanding, linkText, readLink } from '../../src/explorer/state/link.js'
import { onStep, type Setting, settingOf, stepOf } from '../../src/explorer/state/setting.js'
import { Steps } from '../../src/explorer/state/steps.js'
import { shippedPlan } from '../plan/shipped.js'

let facts: ExplorerFacts
let base: Setting

beforeAll(() => {
  const { plan, scenario } = shippedPlan('scenarios/guangxi-2023.yaml')
  facts = factsOf(plan, scenario, { file: 'scenarios/guangxi-2023.yaml', draws: 2000, warnings: [] })
  base = settingOf(facts)
})

describe('a link', () => {
  it('comes back as the setting that it was made from', () => {
    const setting: Setting = {
      levers: facts.levers.map((_, lever) => [1, 2.5, 1, 0.35][lever] ?? 1),
      held: { rural_pace: { percent: 10 }, end_pace: { value: 1.0125 }, pace_2021: { percent: 37 } },
      splits: {
        compulsory_places: 'worst',
        senior_places: facts.places.slice(1).map((_, city) => 10 * city),
      },
      aims: { 'urbanisation-rate': { threshold: 57.25, year: 2022 } },
    }
    const answer = { plan: 'abc', draws: 2000, odds: '0123abcd' }
    const text = linkText(facts, base, { setting, focus: facts.targets[3].id, language: 'zh', answer })
    expect(readLink(facts, base, `#${text}`)).toEqual({
      setting,
      focus: facts.targets[3].id,
      language: 'zh',
      answer,
    })
  })

  it('says only what differs from the plan', () => {
    expect(linkText(facts, base, { setting: base, focus: facts.targets[0].id })).toBe('t=urbanisation-rate')
    const setting = {
      ...base,
      splits: { senior_places: 'need' as const },
      held: { end_pace: { value: 1.02 } },
    }
    expect(linkText(facts, base, { setting, focus: facts.targets[0].id, wanted: 0.8 })).toBe(
      'h.end_pace=v1.02&q.senior_places=need&t=urbanisation-rate&w=80',
    )
  })

  it('is read as the plan where it names what there is not, or numbers out of range', () => {
    const odd = [
      '#l.hukou_reform=99&l.nothing=1&h.rural_pace=13.5&h.end_pace=v-1&h.pace_2021=v&a.urbanisation-rate=many@2023',
      // no city lacks kindergarten places in the median future, so that no split of them is best; 2 parts of 14 cities
      'q.kindergarten_places=total&q.compulsory_places=1.2&q.senior_places=<b>&t=<img>&lang=fr&n=-1&w=100',
    ].join('&')
    expect(readLink(facts, base, odd)).toEqual({ setting: base, focus: 'urbanisation-rate' })
    // more than all people in towns
    const beyond = 'a.urbanisation-rate=557@2023'
    expect(readLink(facts, base, beyond).setting.aims).toEqual({})
    expect(readLink(facts, base, beyond.replace('557', '57.5')).setting.aims).toEqual({
      'urbanisation-rate': { threshold: 57.5, year: 2023 },
    })
  })

  it('tells another plan, other odds and other numbers of futures apart', () => {
    const made = { plan: 'a', draws: 2000, odds: '1' }
    expect(linkStanding(made, made)).toBe('same')
    expect(linkStanding(made, { ...made, plan: 'b' })).toBe('another plan')
    expect(linkStanding(made, { ...made, odds: '2' })).toBe('other odds')
    expect(linkStanding(made, { ...made, draws: 500 })).toBe('unknown')
  })
})

describe('a slider', () => {
  it('moves in round steps of about a hundredth of its range, without dust', () => {
    expect([stepOf([0, 4]), stepOf([0, 2]), stepOf([0.2, 0.9]), stepOf([0, 37])]).toEqual([
      0.05, 0.02, 0.01, 0.5,
    ])
    expect(onStep(0.1 + 0.2, [0, 2])).toBe(0.3)
    expect(onStep(9, [0, 4])).toBe(4)
  })
})

describe('steps', () => {
  it('go back and forth, and a new one ends what was ahead', () => {
    const at = (value: number): Setting => ({ ...base, levers: [value, 1, 1, 1, 1] })
    const third = new Steps(at(1)).to(at(2)).to(at(2)).to(at(3))
    expect(third.back().now).toEqual(at(2))
    expect(third.back().back().now).toEqual(at(1))
    expect(third.back().back().canUndo).toBe(false)
    expect(third.back().forth().now).toEqual(at(3))
    expect(third.back().to(at(4)).canRedo).toBe(false)
  })
})
