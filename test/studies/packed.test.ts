/** Reports of others: what a packed scenario may name, and what it may not reach. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { EMBEDDED, provenanceIn, type RunProvenance } from '../../src/store/provenance.js'
import { gatherInputFiles, loadProvenance } from '../../src/studies/input-files.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { problemOf } from '../store/made-run.js'
import { packedText } from '../store/packed-text.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-packed-'))
afterAll(() => rmSync(base, { recursive: true }))
const TINY = 'fixtures/cases/tiny.yaml'
const { scenario, plan } = loadPlan(TINY)
const packed: RunProvenance = {
  ...gatherInputFiles(scenario),
  draws: 10,
  seed: 3,
  policies: ['no_action', 'build'],
  ran: { trajectories: 20, seconds: 1, threads: 1, ended: '2026-01-01T00:00:00.000Z' },
}
const text = packed.files[packed.scenario]
const withText = (changed: string): RunProvenance => ({
  ...packed,
  files: { ...packed.files, [packed.scenario]: changed },
})
/** Through the HTML of a report, as one that was sent is read. */
function opened(one: object) {
  const file = join(base, 'report.html')
  writeFileSync(file, `<script id="${EMBEDDED}">${packedText(one as RunProvenance)}</script>`)
  return provenanceIn(file)
}

describe('a packed scenario', () => {
  it('is the plan that it was packed from', () => {
    expect(loadProvenance(opened(packed)).plan.fingerprint).toBe(plan.fingerprint)
  })

  it('is the same plan where it names its data by their whole path', () => {
    const root = join(base, 'whole-path')
    for (const name of ['cases', 'tiny']) mkdirSync(join(root, name), { recursive: true })
    for (const [name, content] of Object.entries(packed.files)) writeFileSync(join(root, name), content)
    const file = join(root, packed.scenario)
    writeFileSync(file, text.replace('data: ../tiny', `data: ${join(root, 'tiny')}`))
    const own = loadPlan(file)
    const gathered = gatherInputFiles(own.scenario)
    expect(gathered.root).toBe(root)
    rmSync(root, { recursive: true })
    expect(loadProvenance({ ...packed, ...gathered }).plan.fingerprint).toBe(own.plan.fingerprint)
  })

  it.each([
    ['data', text.replace('data: ../tiny', `data: ${resolve('fixtures/tiny')}`), resolve('fixtures/tiny')],
    ['data', text.replace('data: ../tiny', 'data: ../../../../fixtures/tiny'), '../../../../fixtures/tiny'],
    ['extends', `extends: ${resolve(TINY)}\n${text}`, resolve(TINY)],
    ['extends', `extends: ../../elsewhere.yaml\n${text}`, '../../elsewhere.yaml'],
  ])('that names %s outside its pack is refused, with its place', async (field, changed, named) => {
    const problem = await problemOf(() => loadProvenance(opened(withText(changed))))
    expect(problem).toMatchObject({
      code: 'outside-pack',
      where: { file: packed.scenario, field },
      found: `"${named}", a file outside the pack`,
      expected: 'a path within what was packed',
      hint: 'A scenario that comes in a report reads nothing else. Run its own file where you trust it.',
    })
    expect(problem.where.line).toBeGreaterThan(0)
  })

  it('that names draws outside its pack is refused, and nothing of them is told', async () => {
    const secret = join(base, 'draws.csv')
    writeFileSync(secret, 'secret,secret\n1,2\n')
    const line = `x: { title: { en: x, zh: x }, unit: ratio, distribution: { kind: empirical, file: ${secret}, column: x }, because: made for this test, source: judgement }`
    const changed = text.replace('\nuncertainties:\n', `\nuncertainties:\n  ${line}\n`)
    expect(changed).not.toBe(text)
    const problem = await problemOf(() => loadProvenance(opened(withText(changed))))
    expect(problem.found).toContain(`a file outside the pack: ${secret}`)
    expect(problem.found).not.toContain('second column')
  })
})

describe('names in a pack', () => {
  it.each([
    ['../out.csv', 'the file name "../out.csv", which leaves its folder'],
    ['/etc/out.csv', 'the file name "/etc/out.csv", which leaves its folder'],
    ['a\0b.csv', 'the file name "a\\u0000b.csv", with a character that no name has'],
    ['a\u001b[31m.csv', 'the file name "a\\u001b[31m.csv", with a character that no name has'],
    ['x'.repeat(300), `the file name "${'x'.repeat(60)}...", which is too long`],
    [`${'x/'.repeat(600)}y`, `the file name "${'x/'.repeat(30)}...", which is too long`],
    [
      `${packed.scenario}/inner.csv`,
      `the file name "${packed.scenario}/inner.csv", below what is a file itself`,
    ],
  ])('that no folder can hold are refused: %j', async (name, found) => {
    expect(await problemOf(() => opened({ ...packed, files: { ...packed.files, [name]: 'x' } }))).toEqual({
      code: 'provenance-damaged',
      where: { file: join(base, 'report.html') },
      found,
      expected: 'what a run has written',
      hint: 'Run the scenario again to write it anew.',
    })
  })
})

describe('numbers in a pack', () => {
  it.each<[object, string, string]>([
    [{ draws: 0 }, '0 draws', 'a whole number from 1 to 100000000'],
    [{ draws: 1.5 }, '1.5 draws', 'a whole number from 1 to 100000000'],
    [{ draws: 1e12 }, '1000000000000 draws', 'a whole number from 1 to 100000000'],
    [{ draws: '10' }, '10 draws', 'a whole number from 1 to 100000000'],
    [{ seed: -1 }, 'the seed -1', 'a whole number from 0 to 9007199254740991'],
    [{ seed: 0.5 }, 'the seed 0.5', 'a whole number from 0 to 9007199254740991'],
    [{ seed: 2 ** 60 }, 'the seed 1152921504606847000', 'a whole number from 0 to 9007199254740991'],
  ])('are those that a scenario may have: %j', async (changed, found, expected) => {
    expect(await problemOf(() => opened({ ...packed, ...changed }))).toMatchObject({
      code: 'provenance-damaged',
      found,
      expected,
    })
  })

  it.each([
    { files: 7 },
    { files: [] },
    { scenario: 'nowhere.yaml' },
    { scenario: 'constructor' },
    { policies: 'all' },
    { policies: [7] },
    { ran: null },
    { root: 7 },
  ])('and other fields have their form: %j', async (changed) => {
    expect(await problemOf(() => opened({ ...packed, ...changed }))).toMatchObject({
      found: 'a provenance that cannot be read',
    })
  })
})

describe('a place for temporary files that is not there', () => {
  const before = process.env.TMPDIR
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  })

  it('is named, in place of a trace', async () => {
    const nowhere = join(base, 'nowhere')
    process.env.TMPDIR = nowhere
    expect(await problemOf(() => loadProvenance(packed))).toEqual({
      code: 'disk-refused',
      where: { file: nowhere },
      found: 'no such folder',
      expected: 'a file that can be written',
      hint: undefined,
    })
  })
})
