/** Scenario files, data folders, packed reports and records of runs changed at random: a located problem, or a run. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import type { Dataset } from '../../../src/dataset/dataset.js'
import { loadDataset, loadDatasetOrProblems } from '../../../src/dataset/load.js'
import { compilePlan } from '../../../src/plan/compile.js'
import { createTrajectory } from '../../../src/run/reference/trajectory.js'
import { loadScenario } from '../../../src/scenario/load.js'
import { provenanceIn } from '../../../src/store/provenance.js'
import { loadProvenance } from '../../../src/studies/input-files.js'
import { CitywardError, formatProblem, type Problem } from '../../../src/vocabulary/problems.js'
import { mutate as mutateFolder, slips as slipsOfFolder } from '../../dataset/slips.js'
import { TINY } from '../../scenario/tiny-scenario.js'
import { forgeReport } from '../forgeries.js'
import { SOON } from '../judge.js'
import { mutate, slips } from '../scenario-slips.js'
import { keptOf, type Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Yard } from '../yard.js'

const TEMPLATE = resolve('fixtures/template')

/** An answer in this process: problems, or none where it is a run. */
type Answering = () => readonly Problem[]

export function attackByMutations(yard: Yard, specimens: Specimens, seed: number, count: number): Tally {
  const tally = new Tally('mutations', 'mutations')
  const [ofScenarios, ofFolders] = [Math.ceil(count * 0.5), Math.ceil(count * 0.3)]
  mutateScenarios(yard, tally, fc.sample(slips, { seed, numRuns: ofScenarios }))
  mutateFolders(yard, tally, fc.sample(slipsOfFolder, { seed, numRuns: ofFolders }))
  const ofReports = count - ofScenarios - ofFolders
  mutateReports(yard, tally, specimens, fc.sample(slips, { seed: seed + 1, numRuns: ofReports }))
  return tally
}

function mutateScenarios(yard: Yard, tally: Tally, samples: readonly Slips[]): void {
  const cases = yard.work('cases')
  writeFileSync(join(cases, 'base.yaml'), TINY)
  yard.copy(TEMPLATE, join(cases, 'data'))
  const file = join(cases, 'mutated.yaml')
  const folders = new Map<string, Dataset>()
  for (const [good, mutations] of samples) {
    const text = mutations.reduce(mutate, good.split('\n')).join('\n')
    writeFileSync(file, text)
    answer(tally, `scenario ${JSON.stringify(mutations)}`, () => problemsOf(file, folders))
  }
}

type Slips = typeof slips extends fc.Arbitrary<infer Sample> ? Sample : never
type FolderSlips = typeof slipsOfFolder extends fc.Arbitrary<infer Sample> ? Sample : never

/** As `cityward check` compiles it, and one draw of its last policy; data folders are read once. */
function problemsOf(file: string, folders: Map<string, Dataset>): readonly Problem[] {
  const { scenario, problems, locate } = loadScenario(file)
  if (!scenario) return problems
  const dataset = folders.get(scenario.data) ?? loadDataset(scenario.data)
  folders.set(scenario.data, dataset)
  const compiled = compilePlan(scenario, dataset, locate, 'test')
  const all = [...problems, ...compiled.problems]
  const { plan } = compiled
  if (all.length > 0 || !plan) return all
  const [inputs, outcomes] = [plan.uncertainties, plan.outcomes].map(({ length }) => new Float64Array(length))
  createTrajectory(plan, 1).run(plan.policies.length - 1, 0, inputs, outcomes)
  return []
}

function mutateFolders(yard: Yard, tally: Tally, samples: readonly FolderSlips[]): void {
  const [whole, folder] = [yard.work('tiny'), yard.work('mutated')]
  yard.copy(whole, folder)
  for (const mutations of samples) {
    for (const step of mutations) mutateFolder(folder, step)
    answer(tally, `data ${JSON.stringify(mutations)}`, () => loadDatasetOrProblems(folder).problems)
    for (const { file } of mutations) writeFileSync(join(folder, file), readFileSync(join(whole, file)))
  }
}

/** The scenario in a packed report has slips, or the report's own bytes have. */
function mutateReports(yard: Yard, tally: Tally, { run }: Specimens, samples: readonly Slips[]): void {
  const kept = join(keptOf(yard, run), 'report.html')
  const html = readFileSync(kept, 'utf8')
  const provenance = provenanceIn(kept)
  mkdirSync(yard.work('packs'), { recursive: true })
  const report = yard.work('packs', 'report.html')
  for (const [k, [, mutations]] of samples.entries()) {
    if (k % 4 === 0) writeFileSync(report, damaged(html, mutations[0].line))
    else
      forgeReport(report, html, provenance, {
        name: 'slips',
        change: ({ files, scenario }) => {
          files[scenario] = mutations.reduce(mutate, files[scenario].split('\n')).join('\n')
        },
      })
    answer(tally, `report ${k} ${JSON.stringify(mutations)}`, () => {
      loadProvenance(provenanceIn(report))
      return []
    })
  }
}

/** The packed block of a report with one of its characters changed. */
function damaged(html: string, at: number): string {
  const [block] = /cityward-provenance[^"]*"[^>]*>[A-Za-z0-9+/=]+</.exec(html) ?? ['']
  const start = html.indexOf(block)
  const place = start + (at % block.length)
  return `${html.slice(0, place)}${html[place] === 'A' ? 'B' : 'A'}${html.slice(place + 1)}`
}

function answer(tally: Tally, what: string, answering: Answering): void {
  tally.try()
  const started = process.cpuUsage()
  let problems: readonly Problem[]
  try {
    problems = answering()
  } catch (error) {
    if (!(error instanceof CitywardError)) {
      tally.note('TRACE', what, (error as Error).stack)
      return
    }
    problems = error.problems
  }
  const { user, system } = process.cpuUsage(started)
  const wrong = problems.map(formatProblem).find((text) => MISSAID.test(text))
  if ((user + system) / 1e6 > SOON) tally.note('SLOW', what)
  else if (wrong !== undefined) tally.note('TRACE', what, wrong)
  else tally.note(problems.length > 0 ? 'found' : 'ran', what)
}

/** What stands in a message that was not given what it is to say. */
const MISSAID = /\bundefined\b|\[object|NaN:|:0:|:0$/m
