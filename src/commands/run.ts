/** `cityward run`: a scenario over its possible futures, to verdicts and a run folder. */
import { basename, join } from 'node:path'
import type { Summary } from '../analysis/summary.js'
import { narrowEnough } from '../analysis/until.js'
import { verdictCsv, verdictMarkdown } from '../report/formats.js'
import { verdictText } from '../report/verdict-text.js'
import { chooseEngine, type Engine } from '../run/engine.js'
import { cautionOf } from '../sampling/designs.js'
import { fail } from '../vocabulary/problems.js'
import type { Language } from '../vocabulary/quality.js'
import { loadPlan } from './load-plan.js'
import { failedIn, NOT_WHOLE, ranText, remarksOn, STOPPED } from './ran.js'
import { choosePolicies, type Simulated, simulate } from './simulate.js'
import { paintFor, widthOf } from './terminal.js'
import { watched } from './watched.js'

export interface RunCommandOptions {
  readonly draws?: number
  readonly seed?: number
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

/** Runs, writes the run folder, prints the verdicts. Returns the exit code: 0; 3 where trajectories were lost by the machine; 130 after Ctrl-C. */
export async function run(file: string, options: RunCommandOptions): Promise<number> {
  if ([options.json, options.csv, options.markdown].filter(Boolean).length > 1) {
    fail({
      code: 'several-forms',
      where: { file },
      found: 'more than one of --json, --csv and --markdown',
      expected: 'one of them',
    })
  }
  const loaded = loadPlan(file, { seed: options.seed })
  const plan = choosePolicies(loaded.plan, options.policy, file)
  const draws = options.draws ?? loaded.scenario.run.draws
  const name = basename(file).replace(/\.ya?ml$/, '')
  const only = options.policy ? `-${options.policy.join('-')}` : ''
  const folder = options.out ?? join('runs', `${name}-${plan.fingerprint.slice(0, 8)}${only}`)

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
      scenario: loaded.scenario,
      overrides: { seed: options.seed },
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
  print(result.summary, options)
  if (options.until !== undefined && !isNarrow(result.summary, options.until))
    process.stderr.write(
      `${draws.toLocaleString('en')} draws were not enough for --until; ask for more --draws.\n`,
    )
  const { lost } = failedIn(result)
  if (!options.quiet) {
    const all = result.summary.draws * plan.policies.length
    const caution = cautionOf(plan.design)
    process.stderr.write(`\n${ranText(result.ran, all, started)}. Run folder: ${folder}\n`)
    if (caution) process.stderr.write(`${caution}\n`)
  }
  if (lost > 0) for (const remark of remarksOn(result)) process.stderr.write(`${remark}\n`)
  return lost > 0 ? NOT_WHOLE : 0
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

function print(summary: Summary, options: RunCommandOptions): void {
  const out = (text: string) => process.stdout.write(text)
  if (options.json) out(`${JSON.stringify(summary, undefined, 2)}\n`)
  else if (options.csv) out(verdictCsv(summary))
  else if (options.markdown) out(verdictMarkdown(summary, options.lang))
  else {
    const [width, paint] = [widthOf(process.stdout), paintFor(process.stdout)]
    out(verdictText(summary, { language: options.lang, width, paint }))
  }
}
