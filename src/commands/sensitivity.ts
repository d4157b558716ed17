/** `cityward sensitivity`: what the outcomes of a finished run depend on. */
import { reached } from '../analysis/attainment.js'
import type { PeakSide } from '../analysis/forecasts/peak-years.js'
import { createAnalysis, refusalOf, type Sample, type Sensitivity } from '../analysis/sensitivity/analyse.js'
import {
  type Decomposition,
  decompose,
  LEAST_DECOMPOSED,
  leadingInputs,
} from '../analysis/sensitivity/decomposition.js'
import { USUAL_LEVEL } from '../analysis/sensitivity/estimate.js'
import { DESIGNED, type SensitivityMethod } from '../analysis/sensitivity/method-names.js'
import { DESIGN_FOR, leastDraws, MAIN, methodOf } from '../analysis/sensitivity/methods.js'
import { countMissing } from '../analysis/statistics.js'
import { pictureForm } from '../report/files/picture-file.js'
import type { PictureForm } from '../report/files/picture-forms.js'
import { sensitivityCsv } from '../report/files/sensitivity-csv.js'
import { questionTitle } from '../report/studies/question-title.js'
import { sensitivityFigures } from '../report/studies/sensitivity-figures.js'
import { sensitivityByTable, sensitivityList } from '../report/terminal/sensitivity/list.js'
import { sensitivityText } from '../report/terminal/sensitivity/page.js'
import { peaksText } from '../report/terminal/sensitivity/peaks.js'
import { widthsText } from '../report/terminal/sensitivity/widths.js'
import { titlesOf } from '../report/words/factor-titles.js'
import type { RunHeader } from '../results/run-header.js'
import { type Design, kindOf } from '../sampling/design.js'
import { isSample } from '../sampling/designs.js'
import { type OpenRun, openRun } from '../store/open-run.js'
import { runGiven } from '../studies/futures/conditions.js'
import { peakOdds } from '../studies/futures/peak-odds.js'
import { targetWidths } from '../studies/futures/target-widths.js'
import { jsonText } from '../vocabulary/json.js'
import type { Language } from '../vocabulary/language.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'
import {
  columnOf,
  drawnInputs,
  keepPicture,
  noteCondition,
  noteDrawnLevers,
  type OutcomeQuestion,
  type OutcomeRequest,
  policyOf,
  questionOf,
} from './lookup.js'
import { pageIn, print } from './terminal.js'

export interface SensitivityOptions extends OutcomeRequest {
  readonly method?: SensitivityMethod
  readonly by?: 'year' | 'place'
  /** Odds of a target at other widths of each uncertainty, in place of indices. */
  readonly widths?: boolean
  /** The year in which an indicator is highest or lowest, as odds, in place of indices. */
  readonly peaks?: PeakSide
  /** Conditions on the futures that are looked at, such as urban_share@2021=54..55. */
  readonly given?: readonly string[]
  /** Confidence of the intervals, 0-1. */
  readonly level?: number
  /** File for a picture: SVG or PNG of one, or a page of all. */
  readonly picture?: string
  /** Id of the picture that is wanted. */
  readonly chart?: string
  readonly json?: boolean
  readonly csv?: boolean
  readonly lang: Language
}

interface OutcomeAnswer {
  readonly question: OutcomeQuestion
  readonly result: Sensitivity
}

/** Prints indices of one outcome, of one over all years or places, or of every target. Returns the exit code. */
export async function sensitivity(folder: string, options: SensitivityOptions): Promise<number> {
  const { level = USUAL_LEVEL, picture } = options
  const form = pictureForm(picture, options.chart)
  const { given = [] } = options
  const all = openRun(folder)
  const { header } = all
  const policy = policyOf(all, options.policy)
  const method = chosenMethod(options.method, header.design)
  if (given.length > 0 && (DESIGNED as readonly string[]).includes(method)) refuseCondition(method)
  const run = await runGiven(all, policy, given)
  noteCondition(given, run.reader.draws, all.reader.draws)
  noteDrawnLevers(all)
  const sample: Sample = { design: header.design, seed: header.seed, inputs: await drawnInputs(run, policy) }
  const asked = questionOf(run, options)
  if (form && (!asked || options.by)) refusePicture()
  if (options.widths) return printWidths(run, policy, asked, options)
  if (options.peaks) return printPeaks(run, policy, asked, options)
  const least = leastDraws(method, { design: header.design, inputs: sample.inputs.length })
  const analyse = createAnalysis(sample, asked && !options.by ? method : quick(method), level)
  const answers: OutcomeAnswer[] = []
  for (const question of asked ? spreadOut(run, asked, options.by) : everyTarget(run, options)) {
    const column = columnOf(run, question).name
    const [outcome] = await run.reader.read(policy, [column])
    const known = outcome.length - countMissing(outcome)
    const whole = known === outcome.length
    if (known < least && (whole || !options.by))
      refuseFew(
        folder,
        `${howMany(known, 'draw')}${whole ? '' : ` with a value of ${column}`}`,
        method,
        least,
      )
    const values = method === 'regional' ? hitsOf(question, outcome) : outcome
    answers.push({ question, result: known < least ? unknown(method, outcome, level) : analyse(values) })
  }
  print(textOf(answers, header, options, asked !== undefined))
  if (form) await drawPicture(run, answers[0], { sample, policy, form, options })
  return 0
}

/** Odds of a target at other widths of each uncertainty; of the first where none is named. */
async function printWidths(
  run: OpenRun,
  policy: number,
  asked: OutcomeQuestion | undefined,
  options: SensitivityOptions,
): Promise<number> {
  const question = asked ?? everyTarget(run, options)[0]
  const { target } = question ?? {}
  if (!target) {
    const [found, expected] = ['--widths without a target', 'a --target']
    return fail({ code: 'method-needs-target', where: { file: '--widths' }, found, expected })
  }
  const [outcome] = await run.reader.read(policy, [columnOf(run, question).name])
  const widths = targetWidths(run.header, target, await drawnInputs(run, policy), outcome)
  const { title, unit, policy: under, place, year } = question
  const answer = { target: title, unit, place: place.name, year, policy: under.title, ...widths }
  print(
    options.json
      ? `${jsonText(answer, 2)}\n`
      : widthsText(answer, titlesOf(run.header), pageIn(options.lang)),
  )
  return 0
}

/** Odds of the year of a peak. */
async function printPeaks(
  run: OpenRun,
  policy: number,
  asked: OutcomeQuestion | undefined,
  { peaks, json, lang }: SensitivityOptions,
): Promise<number> {
  if (!asked) {
    const [found, expected] = ['--peaks without an indicator', 'an --indicator or a --target']
    return fail({ code: 'method-needs-target', where: { file: '--peaks' }, found, expected })
  }
  const { indicator, title, place, policy: under } = asked
  const found = await peakOdds(run, { policy, indicator, place: place.code, side: peaks })
  const answer = { title, place: place.name, policy: under.title, ...found }
  print(json ? `${jsonText(answer, 2)}\n` : peaksText(answer, pageIn(lang)))
  return 0
}

function textOf(
  answers: readonly OutcomeAnswer[],
  header: RunHeader,
  options: SensitivityOptions,
  one: boolean,
): string {
  const titles = titlesOf(header)
  if (options.json) return `${jsonText(answers, 2)}\n`
  if (options.csv) return sensitivityCsv(answers, titles)
  const page = pageIn(options.lang)
  if (!one) return sensitivityList(answers, titles, page)
  if (options.by) return sensitivityByTable(answers, options.by, titles, page)
  return sensitivityText(answers[0], titles, page)
}

/** Rows of a design belong together: of a part of them nothing can be read. */
function refuseCondition(method: SensitivityMethod): never {
  const found = `--given with the method ${method}`
  const expected = 'a method for any run, such as --method shares'
  return fail({ code: 'options-conflict', where: { file: 'cityward sensitivity' }, found, expected })
}

/** A picture is of one outcome. */
function refusePicture(): never {
  return fail({
    code: 'options-conflict',
    where: { file: 'cityward sensitivity' },
    found: '--picture of several outcomes',
    expected: 'one of them: --target or --indicator, without --by',
  })
}

async function drawPicture(
  run: OpenRun,
  { question, result }: OutcomeAnswer,
  asked: { sample: Sample; policy: number; form: PictureForm; options: SensitivityOptions },
): Promise<void> {
  const { sample, policy, form, options } = asked
  const title = questionTitle(question)
  const [outcome] = await run.reader.read(policy, [columnOf(run, question).name])
  const kinds = kindsOf(sample, result, outcome)
  const { titleOf } = titlesOf(run.header)
  const pictured = { title, unit: question.unit, result, titleOf, ...(kinds && { kinds }) }
  await keepPicture(sensitivityFigures(pictured), title, form, options)
}

/** The outcome by the inputs that lead; undefined where draws are no sample of the futures, or too few. */
function kindsOf(
  { design, inputs }: Sample,
  { indices, main }: Sensitivity,
  outcome: Float64Array,
): Decomposition | undefined {
  const by = leadingInputs(indices, main).filter((name) => inputs.some((input) => input.name === name))
  const known = outcome.length - countMissing(outcome)
  const isLaidOut = !isSample(design) && kindOf(design) !== 'table'
  if (isLaidOut || by.length === 0 || known < LEAST_DECOMPOSED) return undefined
  return decompose(inputs, outcome, { by })
}

/** The method that was named, or that the run's design was made for. */
function chosenMethod(asked: SensitivityMethod | undefined, design: Design): SensitivityMethod {
  const method = asked ?? methodOf(design)
  const refusal = refusalOf(method, design)
  if (!refusal) return method
  const found = `the method ${method} for a run with design: ${kindOf(design)}`
  if (refusal === 'needs-design') {
    const expected = 'a run whose draws are laid out for it, or a method for any run'
    const hint = `For one: cityward run SCENARIO --design ${DESIGN_FOR[method]}.`
    return fail({ code: 'method-needs-design', where: { file: '--method' }, found, expected, hint })
  }
  const expected = 'the method of that design: its draws are no sample of the futures'
  return fail({ code: 'method-needs-sample', where: { file: '--method' }, found, expected })
}

/** Fewer draws than the method reads anything from are refused: their numbers would be chance alone. */
function refuseFew(folder: string, found: string, method: SensitivityMethod, least: number): never {
  const expected = `at least ${least.toLocaleString('en')} for the method ${method}`
  return fail({
    code: 'draws-few',
    where: { file: folder },
    found,
    expected,
    hint: 'Run it again with more --draws.',
  })
}

/** In a list, of a place or year without values enough: no indices, and the others stand. */
function unknown(method: SensitivityMethod, outcome: Float64Array, level: number): Sensitivity {
  const failures = { count: countMissing(outcome), draws: outcome.length, where: [] }
  const nothing = { indices: [], pairs: [], floor: {}, scale: 1 }
  return { method, main: MAIN[method], level, draws: outcome.length, failures, ...nothing }
}

/** 1 where the target is reached, 0 where it is missed; regional sensitivity tells the two apart. */
function hitsOf({ target }: OutcomeQuestion, outcome: Float64Array): Float64Array {
  if (target) return outcome.map((value) => (Number.isNaN(value) ? value : Number(reached(target, value))))
  const found = 'the method regional for an indicator'
  return fail({ code: 'method-needs-target', where: { file: '--method' }, found, expected: 'a --target' })
}

/** In lists, of an overview only what they show. */
function quick(method: SensitivityMethod): SensitivityMethod {
  return method === 'overview' ? 'shares' : method
}

function everyTarget(run: OpenRun, options: SensitivityOptions): OutcomeQuestion[] {
  return run.header.targets.map(({ id }) => questionOf(run, { ...options, target: id })!)
}

/** The outcome in every year or place that the run has kept. */
function spreadOut(run: OpenRun, asked: OutcomeQuestion, by: SensitivityOptions['by']): OutcomeQuestion[] {
  if (!by) return [asked]
  const { header } = run
  const kept = header.outcomes.filter(({ indicator }) => indicator === asked.indicator)
  return kept.flatMap(({ place, year }) => {
    const question = { ...asked, place: header.places[place], year: header.years[year] }
    const same = by === 'year' ? question.place.code === asked.place.code : question.year === asked.year
    return same ? [question] : []
  })
}
