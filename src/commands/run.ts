/** `cityward run`: a scenario over its possible futures, to verdicts and a run folder. */
import { join } from 'node:path'
import type { Addition } from '../analysis/addition.js'
import { narrowEnough } from '../analysis/attainment.js'
import type { ReachFinding } from '../analysis/reach.js'
import type { Summary } from '../analysis/summary.js'
import type { Dataset } from '../dataset/dataset.js'
import type { Plan } from '../plan/plan.js'
import { additionJson, additionMarkdown } from '../report/files/addition-files.js'
import { scenariosCsv } from '../report/files/scenarios-csv.js'
import { verdictCsv, verdictMarkdown } from '../report/files/verdict-files.js'
import { writeReport } from '../report/html/write-report.js'
import { cutNote, isCut, placesThatMatter } from '../report/tables/places-that-matter.js'
import { additionText } from '../report/terminal/addition-page.js'
import { firstScreenText } from '../report/terminal/first-screen/first-screen.js'
import { helpText } from '../report/terminal/first-screen/help-lines.js'
import { enoughText } from '../report/terminal/reach-page.js'
import { scenariosText } from '../report/terminal/scenarios-page.js'
import { verdictText } from '../report/terminal/verdict-page.js'
import { compareRuns } from '../report/whole-runs/compare-runs.js'
import { manyRuns } from '../report/whole-runs/many-runs.js'
import { fittedNote } from '../report/words/calibration.js'
import { REPORT_FILE, RUN_FOLDER, ranText } from '../report/words/end-of-run.js'
import type { Engine } from '../run/engine.js'
import { cautionOf } from '../sampling/designs.js'
import { additionForRun } from '../studies/additions/divide-addition.js'
import { enoughForRun } from '../studies/find-enough.js'
import { lossesIn, refuseIfAllFailed } from '../studies/losses.js'
import { prepareRun, sizeRemarks } from '../studies/prepared-run.js'
import { keepProvenance } from '../studies/run-provenance.js'
import { type NamedScenario, scenarioFiles } from '../studies/scenario-files.js'
import { type SimulationResult, simulate } from '../studies/simulate.js'
import { splitForRun } from '../studies/split/split-for-run.js'
import type { QuotaSplit } from '../studies/split/split-quota.js'
import type { Language } from '../vocabulary/language.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail, type Problem } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { fillOf, NOT_WHOLE, printRemarks, stopped } from './end-of-run.js'
import { codeOfStop, isStopped, noticeEngine, withProgress } from './progress-and-cancel.js'
import { languageOfPages, said, warningText } from './screen.js'
import { pageIn, print, printAside, printJson } from './terminal.js'

export interface RunCommandOptions {
  readonly draws?: number
  /** N in place of draws: base points, trajectories, rows. */
  readonly points?: number
  readonly seed?: number
  readonly design?: string
  readonly threads?: number
  readonly batch?: number
  readonly engine?: Engine
  readonly policy?: readonly string[]
  readonly until?: number
  /** Address of a queue whose workers make the parts, and a folder that they see too. */
  readonly queue?: string
  readonly store?: string
  readonly out?: string
  readonly json?: boolean
  readonly csv?: boolean
  readonly markdown?: boolean
  /** Every table on the screen, in place of a first screen of them. */
  readonly full?: boolean
  /** False: no page is written. */
  readonly report?: boolean
  /** False: what would be enough is not searched for. */
  readonly reach?: boolean
  readonly quiet?: boolean
  readonly lang: Language
}

/** Runs one scenario or many. Returns the exit code: 0; 3 where draws were lost; 130 or 143 after a signal. */
export async function run(given: readonly string[], options: RunCommandOptions): Promise<number> {
  const scenarios = scenarioFiles(given)
  return scenarios.length === 1 ? runOne(scenarios[0].file, options) : runMany(scenarios, options)
}

/** Runs a scenario, writes the run folder, prints the verdicts. */
async function runOne(file: string, options: RunCommandOptions): Promise<number> {
  const { seed, design, threads, engine, until, quiet } = options
  const prepared = await prepareRun(file, {
    ...{ seed, draws: options.draws, points: options.points, design, policies: options.policy },
    ...(options.out !== undefined && { folder: options.out }),
  })
  const { asked, plan, draws, folder, warnings } = prepared
  const { loaded } = asked
  for (const warning of warnings) printAside(`${warningText(warning)}\n\n`)
  if (!quiet) for (const remark of sizeRemarks(plan, draws)) printAside(`${said(remark)}\n`)
  noticeEngine(engine)
  const fill = await fillOf('run', options, { design, pack: () => asked.inputs })
  const started = performance.now()
  const result = await withProgress(quiet, (oversight) =>
    simulate(plan, loaded.dataset, {
      folder,
      draws,
      threads,
      batchSize: options.batch,
      engine,
      until,
      fill,
      scenario: asked.placed,
      overrides: { seed, design },
      ...oversight,
    }),
  )
  const { summary } = result
  if (!summary) return stopped(folder, 'the same command goes on from there.')
  refuseIfAllFailed(result, file)
  const seconds = (performance.now() - started) / 1000
  const provenance = keepProvenance(asked, plan, result, seconds)
  if (!options.json) printVerdicts(summary, options)
  noteFit(summary, loaded.dataset, options)
  const wanted = { draws, summary, threads, engine }
  const addition = isStopped()
    ? undefined
    : await withProgress(quiet, (oversight) =>
        additionForRun(folder, plan, loaded.scenario, wanted, oversight),
      )
  if (options.json) printWhole(summary, addition, warnings)
  if (isStopped()) return stoppedAfter(folder)
  printAddition(summary, addition, options)
  const reach = await withProgress(quiet, (oversight) =>
    enoughForRun(folder, plan, loaded.scenario, { ...wanted, isWanted: options.reach }, oversight),
  )
  if (isStopped()) return stoppedAfter(folder)
  const split = options.reach === false ? undefined : splitForRun(folder, { ...loaded, plan, summary })
  printHelp(summary, { reach, split }, options)
  const reportFile = options.report === false ? undefined : join(folder, 'report.html')
  if (reportFile !== undefined) {
    const about = { folder, file: reportFile, summary, compared: [], provenance, loaded }
    await writeReport({ ...about, reach, addition, split, warnings, language: languageOfPages() })
  }
  noteIfWide(summary, until)
  if (!quiet) printDone(plan, result, { seconds, reportFile }, options)
  const { lost } = lossesIn(result)
  if (lost > 0) printRemarks(result)
  return lost > 0 ? NOT_WHOLE : 0
}

/** Runs scenarios side by side, each into a folder of its own, and prints one table. */
async function runMany(scenarios: readonly NamedScenario[], options: RunCommandOptions): Promise<number> {
  const {
    out,
    lang: language,
    threads,
    quiet,
    markdown,
    full,
    json,
    csv,
    policy: policies,
    queue,
    store,
    ...rest
  } = options
  if (queue !== undefined || store !== undefined)
    refuseForMany(
      queue === undefined ? '--store' : '--queue',
      'threads for several',
      'Parts of one scenario are made by a queue: run them one by one.',
    )
  if (markdown)
    refuseForMany(
      '--markdown',
      '--json, --csv or the screen for several',
      'Markdown of each: `cityward export RUN --md`.',
    )
  if (full)
    refuseForMany('--full', 'the screen for several', 'All of one: `cityward run` of it alone, with --full.')
  noticeEngine(options.engine)
  const request = { ...rest, out, threads, policies, language: languageOfPages() }
  const runs = await withProgress(quiet, (oversight) => manyRuns(scenarios, request, oversight))
  if (!runs) return stopped(out ?? 'runs', 'the same command goes on from there.')
  for (const { file, summary, warnings, remarks } of runs) {
    for (const warning of warnings) printAside(`${warningText(warning)}\n\n`)
    for (const remark of remarks) printAside(`${file}: ${said(remark)}\n`)
    noteIfWide(summary, options.until)
  }
  const names = scenarios.map(({ name }) => name)
  const { comparison, page } = await compareRuns(runs, names, { out, language: languageOfPages() })
  const folders = runs.map(({ folder }) => folder)
  if (json) printJson({ ...comparison, files: scenarios.map(({ file }) => file), folders, page })
  else if (csv) print(scenariosCsv(comparison, folders))
  else print(scenariosText(comparison, pageIn(language)))
  if (!quiet && page !== undefined) printAside(`\n${REPORT_FILE[language]}${page}\n`)
  return runs.some(({ lost }) => lost > 0) ? NOT_WHOLE : 0
}

/** Throws where an option of one scenario stands beside several. */
function refuseForMany(option: string, expected: string, hint: string): never {
  return fail({
    code: 'options-conflict',
    where: { file: 'cityward run' },
    found: `${option} and several scenarios`,
    expected: `${expected}, or one scenario`,
    hint,
  })
}

/** Print how long it took, and where the run and its report are. */
function printDone(
  plan: Plan,
  { folder, ran, summary }: SimulationResult,
  { seconds, reportFile }: { readonly seconds: number; readonly reportFile: string | undefined },
  { csv, lang }: RunCommandOptions,
): void {
  const all = summary!.draws * plan.policies.length
  printAside(`\n${ranText(ran, all, seconds, lang)}${RUN_FOLDER[lang]}${folder}\n`)
  const caution = cautionOf(plan.design)
  // a table of numbers has no place for what every other form says first
  if (caution && (!summary!.noSample || csv)) printAside(`${said(caution)}\n`)
  if (reportFile !== undefined) printAside(`${REPORT_FILE[lang]}${reportFile}\n`)
}

/** Print that the run is whole, and what a signal has left out. Returns the exit code. */
function stoppedAfter(folder: string): number {
  const report = `cityward report ${shellWord(folder)}`
  const text = `Stopped. The run is finished and kept in ${folder}; \`${report}\` writes its report.`
  printAside(`${said(text)}\n`)
  return codeOfStop()
}

/** Say where the odds of a target are not known as narrowly as was asked for. */
function noteIfWide({ policies, draws }: Summary, halfWidth: number | undefined): void {
  const hits = policies.flatMap(({ targets }) => targets.map(({ region }) => region.odds.hits))
  if (halfWidth === undefined || narrowEnough(hits, draws, halfWidth)) return
  const were = draws === 1 ? 'was' : 'were'
  const text = `${howMany(draws, 'draw')} ${were} not enough for --until; ask for more --draws.`
  printAside(`${said(text)}\n`)
}

/** The summary as JSON, with what the plan adds and the warnings, where there are any. */
function printWhole(summary: Summary, addition: Addition | undefined, warnings: readonly Problem[]): void {
  const added = addition && additionJson(addition, summary)
  printJson({ ...summary, ...(added && { added }), ...(warnings.length > 0 && { warnings }) })
}

function printVerdicts(summary: Summary, options: RunCommandOptions): void {
  if (options.csv) print(verdictCsv(summary))
  else if (options.markdown) print(verdictMarkdown(summary, options.lang))
  else if (!options.full) print(firstScreenText(summary, pageIn(options.lang)))
  else {
    print(verdictText(placesThatMatter(summary), pageIn(options.lang)))
    if (isCut(summary)) print(`\n${cutNote(summary)[options.lang]}\n`)
  }
}

/** What a projection without targets rests on, beside it. */
function noteFit(summary: Summary, dataset: Dataset, { lang, quiet }: RunCommandOptions): void {
  const note = summary.policies.at(-1)!.targets.length > 0 ? undefined : fittedNote(dataset)
  if (note && !quiet) printAside(`${note[lang]}\n\n`)
}

/** What the plan adds to the first target, below the verdicts. */
function printAddition(summary: Summary, addition: Addition | undefined, options: RunCommandOptions): void {
  if (!addition || options.json || options.csv) return
  if (!options.markdown && !options.full) return
  if (options.markdown) print(additionMarkdown(addition, summary, options.lang))
  else print(additionText(summary, addition, pageIn(options.lang)))
}

/** What would be enough for it, below that; on a first screen what would help. */
function printHelp(
  summary: Summary,
  { reach, split }: { readonly reach: ReachFinding | undefined; readonly split: QuotaSplit | undefined },
  options: RunCommandOptions,
): void {
  if (options.json || options.csv || options.markdown) return
  if (!options.full) print(helpText(summary, reach, split, pageIn(options.lang)))
  else if (reach) print(enoughText(summary, reach, pageIn(options.lang)))
}
