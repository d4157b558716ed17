/** `cityward run`: a scenario over its possible futures, to verdicts and a run folder. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { narrowEnough } from '../analysis/attainment.js'
import type { ReachFinding } from '../analysis/reach.js'
import type { Summary } from '../analysis/summary.js'
import type { Plan } from '../plan/plan.js'
import { verdictCsv, verdictMarkdown } from '../report/files/verdict-files.js'
import { writeReport } from '../report/html/write-report.js'
import { enoughText } from '../report/terminal/reach-page.js'
import { verdictText } from '../report/terminal/verdict-page.js'
import { REPORT_FILE, RUN_FOLDER, ranText } from '../report/words/end-of-run.js'
import { refuseTooManyDraws } from '../run/draws-limit.js'
import type { Engine } from '../run/engine.js'
import { cautionOf, wholeDraws } from '../sampling/designs.js'
import { type RunProvenance, readProvenance, writeProvenance } from '../store/provenance.js'
import { enoughForRun } from '../studies/find-enough.js'
import { judgeByMedian } from '../studies/median-check.js'
import { type RequestedRun, requestedRun } from '../studies/requested-run.js'
import { runName } from '../studies/run-name.js'
import { choosePolicies, type SimulationResult, simulate } from '../studies/simulate.js'
import type { Language } from '../vocabulary/language.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail, formatWarning, NotWholeError, type Problem } from '../vocabulary/problems.js'
import { lossesIn, NOT_WHOLE, printRemarks, stopped } from './end-of-run.js'
import { noticeEngine, withProgress } from './progress-and-cancel.js'
import { pageIn, print, printJson } from './terminal.js'

export interface RunCommandOptions {
  readonly draws?: number
  readonly seed?: number
  readonly design?: string
  readonly threads?: number
  readonly batch?: number
  readonly engine?: Engine
  readonly policy?: readonly string[]
  readonly until?: number
  readonly out?: string
  readonly json?: boolean
  readonly csv?: boolean
  readonly markdown?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/** Runs, writes the run folder, prints the verdicts. Returns the exit code: 0; 3 where draws were lost; 130 after Ctrl-C. */
export async function run(file: string, options: RunCommandOptions): Promise<number> {
  const { seed, design, threads, engine, until, quiet } = options
  const asked = await requestedRun(file, { seed, draws: options.draws, design, policies: options.policy })
  const { loaded, policies } = asked
  const plan = choosePolicies(loaded.plan, policies, file)
  const draws = wholeDraws(plan.design, options.draws ?? asked.draws)
  refuseTooManyDraws(plan, draws, file)
  const { fingerprint } = plan
  const folder = options.out ?? join('runs', runName(asked.scenario, { fingerprint, policies }))

  const { warnings } = judgeByMedian(loaded, file)
  for (const warning of warnings) process.stderr.write(`${formatWarning(warning)}\n\n`)
  noticeEngine(engine)
  const started = performance.now()
  const result = await withProgress(quiet, (oversight) =>
    simulate(plan, loaded.dataset, {
      folder,
      draws,
      threads,
      batchSize: options.batch,
      engine,
      until,
      scenario: asked.placed,
      overrides: { seed, design },
      ...oversight,
    }),
  )
  const { summary } = result
  if (!summary) return stopped(folder, 'the same command goes on from there.')
  refuseIfAllFailed(result, file)
  printVerdicts(summary, warnings, options)
  const seconds = (performance.now() - started) / 1000
  const reach = await withProgress(quiet, (oversight) =>
    enoughForRun(folder, plan, loaded.scenario, { draws, threads, engine }, oversight),
  )
  printEnough(summary, reach, options)
  const reportFile = await keepReport(asked, plan, result, { seconds, reach }, options)
  if (until !== undefined && !isNarrow(summary, until))
    process.stderr.write(
      `${howMany(draws, 'draw')} ${draws === 1 ? 'was' : 'were'} not enough for --until; ask for more --draws.\n`,
    )
  if (!quiet) printDone(plan, result, { seconds, reportFile }, options)
  const { lost } = lossesIn(result)
  if (lost > 0) printRemarks(result)
  return lost > 0 ? NOT_WHOLE : 0
}

/** Print how long it took, and where the run and its report are. */
function printDone(
  plan: Plan,
  { folder, ran, summary }: SimulationResult,
  { seconds, reportFile }: { readonly seconds: number; readonly reportFile: string },
  { csv, lang }: RunCommandOptions,
): void {
  const all = summary!.draws * plan.policies.length
  process.stderr.write(`\n${ranText(ran, all, seconds, lang)}${RUN_FOLDER[lang]}${folder}\n`)
  const caution = cautionOf(plan.design)
  // a table of numbers has no place for what every other form says first
  if (caution && (!summary!.noSample || csv)) process.stderr.write(`${caution}\n`)
  process.stderr.write(`${REPORT_FILE[lang]}${reportFile}\n`)
}

/** Write what the run was made from, and its report; the path of the report. */
async function keepReport(
  { loaded, inputs }: RequestedRun,
  plan: Plan,
  { folder, ran, summary }: SimulationResult,
  { seconds, reach }: { readonly seconds: number; readonly reach: ReachFinding | undefined },
  { threads, lang }: RunCommandOptions,
): Promise<string> {
  const before = ran === 0 ? earlierProvenance(folder) : undefined
  const provenance: RunProvenance = {
    ...inputs,
    draws: summary!.draws,
    seed: plan.seed,
    policies: plan.policies.map(({ name }) => name),
    ran: before?.ran ?? {
      trajectories: ran,
      seconds,
      threads: threads ?? availableParallelism(),
      ended: new Date().toISOString(),
    },
  }
  writeProvenance(folder, provenance)
  const file = join(folder, 'report.html')
  await writeReport({
    folder,
    file,
    summary: summary!,
    compared: [],
    provenance,
    loaded,
    reach,
    language: lang,
  })
  return file
}

/** What the folder says of how it was run; one that is not as it was written is replaced. */
function earlierProvenance(folder: string): RunProvenance | undefined {
  try {
    return readProvenance(folder, 'cityward run')
  } catch (error) {
    if (error instanceof NotWholeError) return undefined
    throw error
  }
}

/** Verdicts of futures of which none gives numbers would be nothing but zeros. */
function refuseIfAllFailed({ summary, failure }: SimulationResult, file: string): void {
  const failed = summary?.policies.find(({ failures }) => failures === summary.draws)
  if (!failed || !failure) return
  fail({
    code: 'every-future-failed',
    where: { file },
    found: `no future of the policy ${failed.name} that can be lived; draw ${failure.draw}: ${failure.detail}`,
    expected: 'futures that can be lived',
  })
}

/** Whether the odds of every target are known as narrowly as was asked for. */
function isNarrow({ policies, draws }: Summary, halfWidth: number): boolean {
  const hits = policies.flatMap(({ targets }) => targets.map(({ region }) => region.odds.hits))
  return narrowEnough(hits, draws, halfWidth)
}

function printVerdicts(summary: Summary, warnings: readonly Problem[], options: RunCommandOptions): void {
  if (options.json) printJson(warnings.length > 0 ? { ...summary, warnings } : summary)
  else if (options.csv) print(verdictCsv(summary))
  else if (options.markdown) print(verdictMarkdown(summary, options.lang))
  else print(verdictText(summary, pageIn(options.lang)))
}

/** What would be enough for the first target, below the verdicts. */
function printEnough(summary: Summary, reach: ReachFinding | undefined, options: RunCommandOptions): void {
  if (!reach || options.json || options.csv || options.markdown) return
  print(enoughText(summary, reach, pageIn(options.lang)))
}
