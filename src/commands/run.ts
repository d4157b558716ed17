/** `cityward run`: a scenario over its possible futures, to verdicts and a run folder. */
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import type { ReachFinding } from '../analysis/reach.js'
import type { Summary } from '../analysis/summary.js'
import { narrowEnough } from '../analysis/until.js'
import type { Plan } from '../plan/plan.js'
import { verdictCsv, verdictMarkdown } from '../report/files/verdict-files.js'
import { enoughText } from '../report/terminal/reach-page.js'
import { verdictText } from '../report/terminal/verdict-page.js'
import { REPORT_FILE, RUN_FOLDER, trajectoriesText } from '../report/words/run.js'
import { chooseEngine, type Engine } from '../run/engine.js'
import { cautionOf, wholeDraws } from '../sampling/designs.js'
import type { Scenario } from '../scenario/scenario.js'
import { type Provenance, provenanceIn, readProvenance, writeProvenance } from '../store/provenance.js'
import { chooseDesign } from '../studies/design-choice.js'
import { keptEnough } from '../studies/find-enough.js'
import { inputsOf, loadProvenance } from '../studies/input-files.js'
import { type LoadedPlan, loadPlan } from '../studies/load-plan.js'
import { judgeByMedian } from '../studies/median-check.js'
import { choosePolicies, type Simulated, simulate } from '../studies/simulate.js'
import type { Language } from '../vocabulary/language.js'
import { fail, formatWarning, type Problem } from '../vocabulary/problems.js'
import { failedIn, NOT_WHOLE, remarksOn, STOPPED } from './end-of-run.js'
import { watched } from './progress-and-cancel.js'
import { writeReport } from './report.js'
import { paintFor, widthOf } from './terminal.js'

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
  if ([options.json, options.csv, options.markdown].filter(Boolean).length > 1) {
    fail({
      code: 'several-forms',
      where: { file },
      found: 'more than one of --json, --csv and --markdown',
      expected: 'one of them',
    })
  }
  const asked = await askedFor(file, options)
  const { loaded, policies } = asked
  const plan = choosePolicies(loaded.plan, policies, file)
  const draws = wholeDraws(plan.design, options.draws ?? asked.draws)
  const name = basename(asked.scenario).replace(/\.ya?ml$/, '')
  const only = policies ? `-${policies.join('-')}` : ''
  const folder = options.out ?? join('runs', `${name}-${plan.fingerprint.slice(0, 8)}${only}`)

  const { warnings } = judgeByMedian(loaded, file)
  for (const warning of warnings) process.stderr.write(`${formatWarning(warning)}\n\n`)
  const { notice } = chooseEngine(options.engine)
  if (notice) process.stderr.write(`${notice}\n`)
  const started = performance.now()
  const result = await watched(options.quiet, ({ signal, onProgress }) =>
    simulate(plan, loaded.dataset, {
      folder,
      draws,
      threads: options.threads,
      batchSize: options.batch,
      engine: options.engine,
      until: options.until,
      scenario: asked.placed,
      overrides: { seed: options.seed, design: options.design },
      signal,
      onProgress,
    }),
  )
  if (!result.summary) {
    process.stderr.write(
      `Stopped. What was finished is kept in ${folder}; the same command goes on from there.\n`,
    )
    return STOPPED
  }
  refuseIfAllFailed(result, file)
  print(result.summary, warnings, options)
  const seconds = (performance.now() - started) / 1000
  const { threads, engine } = options
  const reach = await watched(options.quiet, (on) =>
    keptEnough(folder, plan, loaded.scenario, { draws, threads, engine }, on),
  )
  printEnough(result.summary, reach, options)
  const reportFile = await keepReport(asked, plan, result, { seconds, reach }, options)
  if (options.until !== undefined && !isNarrow(result.summary, options.until))
    process.stderr.write(
      `${draws.toLocaleString('en')} draws were not enough for --until; ask for more --draws.\n`,
    )
  const { lost } = failedIn(result)
  if (!options.quiet) {
    const all = result.summary.draws * plan.policies.length
    const caution = cautionOf(plan.design)
    const { lang } = options
    process.stderr.write(
      `\n${trajectoriesText(result.ran, all, seconds, lang)}${RUN_FOLDER[lang]}${folder}\n`,
    )
    // a table of numbers has no place for what every other form says first
    if (caution && (!result.summary.noSample || options.csv)) process.stderr.write(`${caution}\n`)
    process.stderr.write(`${REPORT_FILE[lang]}${reportFile}\n`)
  }
  if (lost > 0) for (const remark of remarksOn(result)) process.stderr.write(`${remark}\n`)
  return lost > 0 ? NOT_WHOLE : 0
}

interface Asked {
  readonly loaded: LoadedPlan
  /** Name of the scenario file, and what it is made of. */
  readonly scenario: string
  readonly inputs: Pick<Provenance, 'scenario' | 'files'>
  /** The scenario, where its files lie in a place to stay. */
  readonly placed?: Scenario
  readonly draws: number
  readonly policies?: readonly string[]
}

/** What is to be run: a scenario file, or the run that a report keeps, with what the command line says instead. */
async function askedFor(
  file: string,
  { seed, draws: wanted, design, policy }: RunCommandOptions,
): Promise<Asked> {
  const chosen = await chooseDesign(design)
  if (!/\.html?$/i.test(file)) {
    const loaded = loadPlan(file, { seed, draws: wanted, design: chosen })
    const { draws } = loaded.scenario.run
    const { scenario } = loaded
    return { loaded, scenario: file, inputs: inputsOf(scenario), placed: scenario, draws, policies: policy }
  }
  const kept = provenanceIn(file)
  const loaded = loadProvenance(kept, {
    seed: seed ?? kept.seed,
    draws: wanted ?? kept.draws,
    design: chosen,
  })
  const { scenario, files, draws } = kept
  const whole = kept.policies.length === loaded.plan.policies.length
  const policies = policy ?? (whole ? undefined : kept.policies)
  return { loaded, scenario, inputs: { scenario, files }, draws, policies }
}

/** Write what the run was made from, and its report; the path of the report. */
async function keepReport(
  { loaded, inputs }: Asked,
  plan: Plan,
  { folder, ran, summary }: Simulated,
  { seconds, reach }: { readonly seconds: number; readonly reach: ReachFinding | undefined },
  { threads, lang }: RunCommandOptions,
): Promise<string> {
  const before = ran === 0 ? readProvenance(folder) : undefined
  const provenance: Provenance = {
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
  await writeReport({ file, summary: summary!, compared: [], provenance, loaded, reach, language: lang })
  return file
}

/** Verdicts of futures of which none could be lived would be nothing but noughts. */
function refuseIfAllFailed({ summary, failure }: Simulated, file: string): void {
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

function print(summary: Summary, warnings: readonly Problem[], options: RunCommandOptions): void {
  const out = (text: string) => process.stdout.write(text)
  const said = warnings.length > 0 ? { ...summary, warnings } : summary
  if (options.json) out(`${JSON.stringify(said, undefined, 2)}\n`)
  else if (options.csv) out(verdictCsv(summary))
  else if (options.markdown) out(verdictMarkdown(summary, options.lang))
  else {
    const [width, paint] = [widthOf(process.stdout), paintFor(process.stdout)]
    out(verdictText(summary, { language: options.lang, width, paint }))
  }
}

/** What would be enough for the first target, below the verdicts. */
function printEnough(summary: Summary, reach: ReachFinding | undefined, options: RunCommandOptions): void {
  if (!reach || options.json || options.csv || options.markdown) return
  const page = { language: options.lang, width: widthOf(process.stdout), paint: paintFor(process.stdout) }
  process.stdout.write(enoughText(summary, reach, page))
}
