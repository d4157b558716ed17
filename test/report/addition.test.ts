/** What the plan adds, in every form: the sentences in full, the table, CSV, Markdown and JSON. Numbers are made by hand. */
import { describe, expect, it } from 'vitest'
import type { Addition } from '../../src/analysis/addition.js'
import { additionCsv, additionJson, additionMarkdown } from '../../src/report/files/addition-files.js'
import { additionTable } from '../../src/report/tables/addition.js'
import { headline } from '../../src/report/tables/headline.js'
import { additionText } from '../../src/report/terminal/addition-page.js'
import { additionWords } from '../../src/report/words/addition.js'
import { SUMMARY } from './small-summary.js'

const say = (en: string, zh: string) => ({ en, zh })
const FOUND: Addition = {
  fingerprint: SUMMARY.fingerprint,
  version: '0.4.0',
  policy: 'plan',
  policyTitle: say('The plan', '行动计划'),
  against: 'no_action',
  againstTitle: say('Policies as before', '政策照旧'),
  target: 'urban',
  unit: 'percent',
  draws: 250,
  orders: 2,
  total: { mean: 0.13, range80: [0.06, 0.21], odds: 0.08 },
  parts: [
    {
      ...{ lever: 'parks', title: say('Parks', '园区'), evidence: 'sign' },
      ...{ mean: -0.0007, range80: [-0.0015, 0], odds: 0 },
    },
    {
      ...{ lever: 'jobs', title: say('Jobs', '就业'), evidence: 'study' },
      ...{ mean: 0.1, range80: [0.05, 0.15], odds: 0.07 },
    },
    {
      ...{ lever: 'homes', title: say('Homes', '住房'), evidence: 'judgement' },
      ...{ mean: 0.0307, range80: [0.01, 1.26], odds: 0.01 },
    },
  ],
}

/** The summary with an effect of the plan on its first target: +0.11 points in the middle, odds from 55.4 to 60.4 %. */
const WITH_EFFECT = {
  ...SUMMARY,
  policies: SUMMARY.policies.map((policy) => ({
    ...policy,
    effects: policy.effects.map((effect) =>
      effect.target === 'urban'
        ? {
            ...effect,
            odds: 0.05,
            spread: {
              ...{ median: 0.11, range50: [0.08, 0.16], range80: [0.05, 0.2], range95: [0.02, 0.3] },
            },
          }
        : effect,
    ),
  })),
} as typeof SUMMARY
const target = headline(WITH_EFFECT)!

const ENGLISH = [
  'Beside “Policies as before”, “The plan” moves the resident urbanization rate of 2023 by +0.11 points (in eight futures of ten by +0.05 to +0.20), and the futures that reach the target from 55 % to 60 %.',
  'Jobs: +0.10 points (80 %: +0.05 to +0.15), +7 points of odds; size judged from a study.',
  'Homes: +0.03 points (80 %: +0.01 to +1.3), +1 point of odds; a judgement.',
  'Parks: -0.001 points (80 %: -0.002 to 0), 0 points of odds; only the direction is known.',
  'The effects are assumptions with ranges, not measurements; what the years before hold of them already counts under “Policies as before”. Of 1 of the 3 only the direction is known, so that they may be nothing. Parts are means over the same 250 futures, and 2 orders of adding one to another (Shapley values); odds of so many are within a few points.',
]
const CHINESE = [
  '与“政策照旧”相比，“行动计划”使2023年常住人口城镇化率变化+0.11个百分点（十个情景中八个在+0.05至+0.20之间），达标情景由55%变为60%。',
  '就业：+0.10个百分点（80%：+0.05至+0.15），达标概率+7个百分点；大小据研究推断。',
  '住房：+0.03个百分点（80%：+0.01至+1.3），达标概率+1个百分点；主观判断。',
  '园区：-0.001个百分点（80%：-0.002至0），达标概率0个百分点；仅知方向。',
  '各项作用是带区间的假设，并非实测；既往年份已含的部分计入“政策照旧”。其中1项（共3项）仅知方向，也可能为零。各项为同一组250个情景、2种加入次序的均值（夏普利值）；如此数量的概率误差为几个百分点。',
]

describe('what the plan adds', () => {
  it('is said in full in both languages, the largest part first', () => {
    const words = additionWords(FOUND, WITH_EFFECT, target)
    expect(words.map(({ en }) => en)).toEqual(ENGLISH)
    expect(words.map(({ zh }) => zh)).toEqual(CHINESE)
  })

  it('says nothing of a target that is not the first', () => {
    const other = { ...FOUND, target: 'beds' }
    expect(additionWords(other, WITH_EFFECT, target)).toEqual([])
    expect(additionTable(other, target)).toBeUndefined()
    expect(additionMarkdown(other, WITH_EFFECT, 'en')).toBe('')
    const page = { language: 'en', width: 100, paint: (_: string, text: string) => text } as const
    expect(additionText(WITH_EFFECT, other, page)).toBe('')
  })

  it('takes the futures of the division where the run has no effects', () => {
    const bare = { ...SUMMARY, policies: SUMMARY.policies.map((policy) => ({ ...policy, effects: [] })) }
    expect(additionWords(FOUND, bare, target)[0].en).toBe(
      'Beside “Policies as before”, “The plan” moves the resident urbanization rate of 2023 by +0.13 points (in eight futures of ten by +0.06 to +0.21), and the futures that reach the target from 52 % to 60 %.',
    )
  })

  it('is Markdown under a heading of its own', () => {
    expect(additionMarkdown(FOUND, WITH_EFFECT, 'en')).toBe(
      `\n## What the plan adds to the first target\n\n${ENGLISH.map((line) => `- ${line}`).join('\n')}\n`,
    )
    expect(additionMarkdown(FOUND, WITH_EFFECT, 'zh')).toBe(
      `\n## 计划为首要目标增加了多少\n\n${CHINESE.map((line) => `- ${line}`).join('\n')}\n`,
    )
  })

  it('is a line a lever in CSV, and one of all of them', () => {
    expect(additionCsv(FOUND).trim().split('\n')).toEqual([
      'policy,against,target,unit,lever,title_en,title_zh,evidence,mean,low80,high80,odds,draws,orders',
      'plan,no_action,urban,percent,parks,Parks,园区,sign,-0.0007,-0.0015,0,0,250,2',
      'plan,no_action,urban,percent,jobs,Jobs,就业,study,0.1,0.05,0.15,0.07,250,2',
      'plan,no_action,urban,percent,homes,Homes,住房,judgement,0.0307,0.01,1.26,0.01,250,2',
      'plan,no_action,urban,percent,,,,,0.13,0.06,0.21,0.08,250,2',
    ])
  })

  it('is a table of the parts and their sum, every number with its place in added.json', () => {
    const { title, rows } = additionTable(FOUND, target)!
    expect(title).toEqual(
      say(
        'What "The plan" adds to "Resident urbanization rate", 2023, beside "Policies as before" (250 futures)',
        '与“政策照旧”相比，“行动计划”为2023年“常住人口城镇化率”增加多少（250个情景）',
      ),
    )
    expect(rows.length).toBe(4)
    expect(rows[1].slice(0, 2)).toEqual([
      { kind: 'words', text: say('Jobs', '就业') },
      { kind: 'number', value: 0.1, unit: 'percent', from: 'added.parts.1.mean', signed: true },
    ])
    expect(rows[1][4]).toEqual({ kind: 'words', text: say('size judged from a study', '大小据研究推断') })
    expect(rows[3][3]).toEqual({ kind: 'points', value: 0.08, from: 'added.total.odds' })
  })

  it('is data with its sentences', () => {
    const { sentences, ...numbers } = additionJson(FOUND, WITH_EFFECT)
    expect(numbers).toEqual(FOUND)
    expect(sentences.map(({ en, zh }) => [en, zh])).toEqual(ENGLISH.map((en, at) => [en, CHINESE[at]]))
  })
})
