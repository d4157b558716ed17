/** What verdicts rest on, in words, from lists of targets made by hand: expected texts are written out. */
import { describe, expect, it } from 'vitest'
import type { Addition } from '../../src/analysis/addition.js'
import type { TargetVerdict } from '../../src/analysis/summary.js'
import { evidenceList } from '../../src/report/terminal/evidence-table.js'
import { oddsByCity } from '../../src/report/terminal/place-tables.js'
import { addedTitle, additionWords } from '../../src/report/words/addition.js'
import { evidenceCounts } from '../../src/report/words/evidence.js'
import { countedSettings } from '../../src/report/words/settings.js'
import { minusesIn } from '../../src/report/words/typography.js'
import type { EvidenceKind } from '../../src/vocabulary/evidence.js'
import { SUMMARY } from './small-summary.js'

const [, plan] = SUMMARY.policies
const [urban, places] = plan.targets
const on = (restsOn: EvidenceKind): TargetVerdict => ({ ...urban, evidence: { restsOn, classes: [] } })
const page = { language: 'en' as const, width: 260, paint: (_: string, text: string) => text }

describe('the count of what verdicts rest on', () => {
  it('says what past commitments alone mean where some rest on them: equal odds for equal room', () => {
    const { en, zh } = evidenceCounts([on('model'), on('class'), on('class')])!
    expect(en).toBe(
      'What the verdicts rest on: 1 on the model of people and travel; 2 on past commitments alone. Where it is past commitments alone there is no evidence of its own: any promise of that kind, with as much to spare, would have these odds.',
    )
    expect(zh).toBe(
      '研判依据：人口与出行模型1项；仅既往承诺2项。“仅既往承诺”表示该目标自身没有数据；同类承诺只要余量相同，概率即相同。',
    )
  })

  it('says nothing of past commitments where none rests on them', () => {
    expect(evidenceCounts([on('model'), on('model')])).toEqual({
      en: 'What the verdicts rest on: 2 on the model of people and travel.',
      zh: '研判依据：人口与出行模型2项。',
    })
  })
})

it('gives a base rate that two kinds of commitments share once', () => {
  const kind = (name: string, met: number) => ({
    name,
    title: { en: name, zh: name },
    measure: 'share' as const,
    odds: 0.66,
    rows: [],
    alike: { met, decided: 6, median: 1.2 },
    base: { met: 25, decided: 38 },
  })
  const classes = [kind('schools', 6), kind('places', 3)] as unknown as NonNullable<
    TargetVerdict['evidence']
  >['classes']
  const target = { ...places, evidence: { restsOn: 'class' as const, classes } }
  const text = evidenceList({ ...plan, targets: [target] }, page).join('\n')
  expect(text.match(/25 of 38 \(66 %\)/g)).toHaveLength(1)
  expect(text).toContain(
    '6 of 6 such commitments were met; the middle one reached 120 %; 3 of 6 such commitments were met; the middle one reached 120 %',
  )
})

it('calls targets that nothing moves what other runs call them, where draws are settings', () => {
  const none = { share: Number.NaN, low: Number.NaN, high: Number.NaN, hits: 0, draws: 0 }
  const still: TargetVerdict = { ...urban, word: 'cannot', region: { ...urban.region, odds: none } }
  const unknown: TargetVerdict = { ...still, word: 'no_odds' }
  const said = countedSettings(SUMMARY, { ...plan, targets: [places, still, unknown], joint: none })
  expect(said.en).toBe(
    'The plan, of 3 targets: 0 reached in all of the 1,000 settings, 1 in some, 0 in none, 1 not known, 1 cannot be assessed.',
  )
  expect(said.zh).toBe(
    '行动计划：3项目标中，0项在全部1,000个设定中达到，1项在部分设定中达到，0项均未达到，1项无从得知，1项无法评估。',
  )
})

it('has one dash for a city where a target has no value', () => {
  const [one, other] = urban.cities
  const none = { share: Number.NaN, low: Number.NaN, high: Number.NaN, hits: 0, draws: 0 }
  const empty = { ...other, odds: none, spread: { ...other.spread, median: Number.NaN } }
  const lines = oddsByCity('Guangxi', { ...plan, targets: [{ ...urban, cities: [one, empty] }] }, page)
  expect(lines.find((line) => line.startsWith('Nanning'))).toMatch(/71\.3 \(all\)$/)
  expect(lines.find((line) => line.startsWith('Fangchenggang'))).toMatch(/ -$/)
})

it('sets the minus of a page before numbers below zero, and leaves spans and names', () => {
  expect(minusesIn('parks: -0.001 points (80 %: -0.001 to 0), 59-65, 2021-2023, f-1')).toBe(
    'parks: \u22120.001 points (80 %: \u22120.001 to 0), 59-65, 2021-2023, f-1',
  )
  expect(minusesIn('返乡创业园：-0.001个百分点（80%：-0.001至0）')).toBe(
    '返乡创业园：\u22120.001个百分点（80%：\u22120.001至0）',
  )
})

describe('what a policy adds to the first target', () => {
  const added = (mean: number, draws: number): Addition => ({
    fingerprint: 'f',
    version: '0.4.0',
    policy: 'plan',
    policyTitle: plan.title,
    against: 'no_action',
    againstTitle: SUMMARY.policies[0].title,
    target: urban.id,
    unit: 'percent',
    draws,
    orders: 2,
    total: { mean, range80: [mean, mean], odds: 0 },
    parts: [],
  })

  it('is named by the policy where it takes away', () => {
    expect(addedTitle(added(0.1, 250)).en).toBe('What the plan adds to the first target')
    expect(addedTitle(added(-0.1, 250))).toEqual({
      en: 'What “The plan” takes from the first target',
      zh: '“行动计划”使首要目标减少多少',
    })
  })

  // one future of 20 is 5 in 100
  it('says of few futures what one of them weighs', () => {
    const last = (draws: number) => additionWords(added(0.1, draws), SUMMARY, urban).at(-1)!
    expect(last(250).en).toMatch(/ \(Shapley values\); odds of so many are within a few points\.$/)
    expect(last(20).en).toBe(
      'The effects are assumptions with ranges, not measurements; what the years before hold of them already counts under “No action”. Parts are means over the same 20 futures, and 2 orders of adding one to another (Shapley values); one future of so few is 5 points of odds, so that these may be chance.',
    )
    expect(last(20).zh).toMatch(
      /（夏普利值）；情景过少，一个情景即为5个百分点，概率的变化可能只是抽样误差。$/,
    )
  })
})
