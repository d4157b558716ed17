/** What a policy adds to another in a run of two levers that move people: its numbers, its file, and every form that shows it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPlan } from '../../src/index.js'
import { columnAt } from '../../src/plan/outcome-columns.js'
import { createTrajectory } from '../../src/run/reference/trajectory.js'
import { keepFile } from '../../src/store/kept-files.js'
import { readAddition } from '../../src/studies/additions/addition-file.js'
import { cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const base = temporary()
const [scenario, folder] = ['two-levers.yaml', 'run'].map((name) => join(base, name))
const added = join(folder, 'added.json')
const DRAWS = 40
const command = `cityward run ${relative('.', scenario)} --draws ${DRAWS} --out ${folder}`
const ran = (...more: string[]) =>
  cityward('run', scenario, '--draws', String(DRAWS), '--out', folder, '--quiet', ...NUMBERS_ONLY, ...more)

/** Two levers that act together: who leaves more also goes home less, so that the order in which they join matters. */
const TWO_LEVERS = `
extends: ${resolve(TINY)}
levers:
  leaving: { title: { en: Jobs, zh: 就业 }, unit: ratio, default: 1, range: [0, 2], evidence: study }
  staying: { title: { en: Homes, zh: 住房 }, unit: ratio, default: 1, range: [0, 2], evidence: sign }
policies:
  no_action: { set: { leaving: 0, staying: 0 } }
population:
  levels: { rural_exit: 2 * pace * (1 + 0.3 * leaving), return_home: 0.5 * (1 - 0.4 * staying) }
`

let json: ReturnType<typeof JSON.parse>
beforeAll(() => {
  writeFileSync(scenario, TWO_LEVERS)
  const first = ran('--json')
  expect(first.code).toBe(0)
  json = JSON.parse(first.out)
})

/** The urban share of 2023 in every future by the reference, with the levers as they are given. */
function sharesWith(leaving: number, staying: number): number[] {
  const { plan } = loadPlan(scenario)
  const [, build] = plan.policies
  const settings = plan.levers.map(
    ({ name }, at) => ({ leaving, staying })[name as 'leaving' | 'staying'] ?? build.settings[at],
  )
  const trajectory = createTrajectory({ ...plan, policies: [{ ...build, settings }] }, DRAWS)
  const region = columnAt(plan, 'urban_share', 0, 2023)
  return Array.from({ length: DRAWS }, (_, draw) => {
    const outcomes = new Float64Array(plan.outcomes.length)
    trajectory.run(0, draw, new Float64Array(plan.uncertainties.length), outcomes)
    return outcomes[region]
  })
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

describe('the division of a run', () => {
  // by the definition of the Shapley value of two: the mean over both orders
  it('is the Shapley value of each lever, future by future', () => {
    const [none, jobs, homes, both] = [sharesWith(0, 0), sharesWith(1, 0), sharesWith(0, 1), sharesWith(1, 1)]
    const own = none.map((before, at) => (jobs[at] - before + both[at] - homes[at]) / 2)
    const gain = none.map((before, at) => both[at] - before)
    const { draws, orders, against, policy, target, parts, total } = json.added
    expect({ draws, orders, against, policy, target }).toEqual({
      ...{ draws: DRAWS, orders: 2, against: 'no_action', policy: 'build', target: 'urban-share' },
    })
    expect(parts.map(({ lever, evidence }: Record<string, string>) => [lever, evidence])).toEqual([
      ['leaving', 'study'],
      ['staying', 'sign'],
    ])
    expect(total.mean).toBeCloseTo(mean(gain), 9)
    expect(parts[0].mean).toBeCloseTo(mean(own), 9)
    expect(parts[0].mean + parts[1].mean).toBeCloseTo(total.mean, 9)
    // the levers do act together: alone each brings something else
    expect(Math.abs(mean(own) - mean(jobs.map((value, at) => value - none[at])))).toBeGreaterThan(1e-4)
    const reaching = (values: readonly number[]) => mean(values.map((value) => (value >= 39 ? 1 : 0)))
    expect(total.odds).toBeCloseTo(reaching(both) - reaching(none), 12)
  })

  it('is kept as added.json, and taken from there by a second run', () => {
    const { sentences, ...numbers } = json.added
    const { schema, ...kept } = JSON.parse(readFileSync(added, 'utf8'))
    expect(schema).toBe('cityward added 1')
    expect(kept).toEqual(numbers)
    expect(sentences.length).toBe(4)
    expect(JSON.parse(ran('--json').out)).toEqual(json)
  })

  it('is none where one lever alone is set otherwise', () => {
    const one = join(base, 'one')
    const { code, out } = cityward(
      'run',
      TINY,
      '--draws',
      '40',
      '--out',
      one,
      '--json',
      '--quiet',
      ...NUMBERS_ONLY,
    )
    expect(code).toBe(0)
    expect(JSON.parse(out).added).toBeUndefined()
  })
})

describe('what shows it', () => {
  it('the screen and Markdown of a run, its page, Markdown, CSV and the workbook of export', () => {
    const title = 'What the plan adds to the first target'
    const sentence = json.added.sentences[0].en
    expect(ran('--full').out).toContain(title)
    const markdown = ran('--markdown').out
    expect(markdown).toContain(`## ${title}\n\n- ${sentence}\n`)
    const exported = (...words: string[]) =>
      cityward('export', folder, ...words)
        .out.trim()
        .split('\n')
    const text = readFileSync(exported('--md')[0], 'utf8')
    expect(text.startsWith(markdown)).toBe(true)
    expect(text).toContain('## What "Build" adds to "Urban share", 2023, beside "No action" (40 futures)\n')
    expect(text).toMatch(/\| Jobs \| \+\d/)
    const files = exported('--csv')
    expect(files.at(-1)).toBe(join(folder, 'report-en-added.csv'))
    const [, jobs] = readFileSync(files.at(-1)!, 'utf8').split('\n')
    expect(jobs).toBe(
      `build,no_action,urban-share,percent,leaving,Jobs,就业,study,${[json.added.parts[0].mean, ...json.added.parts[0].range80, json.added.parts[0].odds].join(',')},40,2`,
    )
    expect(cityward('export', folder, '--xlsx').code).toBe(0)
    expect(readFileSync(cityward('report', folder).out.trim(), 'utf8')).toContain(
      'What the plan adds as it stands',
    )
  })
})

describe('added.json', () => {
  const whole = () => readFileSync(added, 'utf8')

  it.each<[string, (text: string) => void, string, string]>([
    ['cut', (text) => writeFileSync(added, text.slice(0, 100)), 'damaged', 'other bytes than were written'],
    ['lost', () => rmSync(added), 'missing', 'no such file, though the run had one'],
  ])(
    'that is %s is named with its cure, by export and verify, and written anew by it',
    (_, damage, state, found) => {
      const before = whole()
      damage(before)
      const verified = cityward('verify', folder)
      expect(verified.code).toBe(3)
      expect(verified.out).toBe(
        `${state.padEnd(10)} added.json\n${folder} was finished, but is no longer whole: 2 of 2 parts are whole. \`${command}\` writes provenance, report, what the plan adds, how a quota could be split and what would be enough anew.\n`,
      )
      expect(cityward('export', folder, '--md')).toEqual({
        code: 3,
        out: '',
        err: `${added}\n  Found ${found}; expected the file as it was written.\n  \`${command}\` writes it anew. The outcomes are not touched: \`cityward query ${folder}\` and all that reads them alone go on.  [kept-file-damaged]\n`,
      })
      expect(ran().code).toBe(0)
      expect(whole()).toBe(before)
      expect(cityward('verify', folder).code).toBe(0)
    },
  )

  it('in a form that is not ours is named with its cure', () => {
    const before = whole()
    keepFile(folder, 'added.json', '{"schema":"cityward added 9"}\n')
    expect(cityward('export', folder, '--csv')).toMatchObject({
      code: 3,
      err: `${added}\n  Found what a policy adds, in a form that cannot be read; expected what \`cityward run\` has written.\n  \`${command}\` writes it anew; trajectories that are there are not run again.  [reach-damaged]\n`,
    })
    keepFile(folder, 'added.json', before)
  })

  it('of another plan or policy is none', () => {
    const { fingerprint } = json
    const policies = [{ name: 'no_action' }, { name: 'build' }]
    expect(readAddition(folder, { fingerprint, policies })?.target).toBe('urban-share')
    expect(readAddition(folder, { fingerprint: 'other', policies })).toBeUndefined()
    expect(readAddition(folder, { fingerprint, policies: [...policies].reverse() })).toBeUndefined()
  })
})
