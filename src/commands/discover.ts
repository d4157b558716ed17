/** `cityward discover`: where in the space of uncertainties a target of a finished run is reached, or missed. */

import { reached } from '../analysis/attainment.js'
import { leastMass } from '../analysis/discovery/box.js'
import { cart, classificationTree } from '../analysis/discovery/cart.js'
import { discover } from '../analysis/discovery/discover.js'
import { discoverMean, LEAST_OF_MEANS } from '../analysis/discovery/mean-box.js'
import type { DiscoveryMethod } from '../analysis/discovery/method-names.js'
import type { PrimOptions } from '../analysis/discovery/prim.js'
import { countMissing, varies } from '../analysis/statistics.js'
import { discoveryCsv, meanBoxCsv } from '../report/files/discovery-csv.js'
import { pictureForm } from '../report/files/picture-file.js'
import type { PictureForm } from '../report/files/picture-forms.js'
import { discoveryFigures } from '../report/studies/discovery-figures.js'
import { discoveryTitle, MISSED, REACHED } from '../report/studies/discovery-title.js'
import { treeFigure } from '../report/studies/tree-figure.js'
import type { DiscoveryAnswer, MeanBoxAnswer } from '../report/terminal/answers.js'
import { discoveryText } from '../report/terminal/discovery-page.js'
import { meanBoxText } from '../report/terminal/mean-box-page.js'
import { type FactorTitles, titlesOf } from '../report/words/factor-titles.js'
import { kindOf } from '../sampling/design.js'
import { isSample } from '../sampling/designs.js'
import { type OpenRun, openRun } from '../store/open-run.js'
import { runGiven } from '../studies/futures/conditions.js'
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
  type PictureWish,
  policyOf,
  questionOf,
} from './lookup.js'
import { pageIn, print, printJson } from './terminal.js'

export interface DiscoverCommandOptions {
  /** One of the two. */
  readonly target?: string
  readonly indicator?: string
  /** Of an indicator; the last if left out. */
  readonly year?: number
  /** Where an indicator is low, in place of where it is high. */
  readonly lowest?: boolean
  readonly fails?: boolean
  readonly method: DiscoveryMethod
  readonly place?: string
  /** Conditions on the futures that are looked at, such as urban_share@2021=54..55. */
  readonly given?: readonly string[]
  readonly policy?: string
  /** Least density of a box, 0-1. */
  readonly density?: number
  /** Least share of all futures in a box, 0-1. */
  readonly mass?: number
  /** What a slice is chosen by. */
  readonly objective?: PrimOptions['objective']
  /** Most inputs that a box limits, and most boxes. */
  readonly inputs?: number
  readonly boxes?: number
  /** File for a picture: SVG or PNG of one, or a page of all; and the id of the one that is wanted. */
  readonly picture?: string
  readonly chart?: string
  readonly json?: boolean
  readonly csv?: boolean
  readonly lang: Language
}

/** Prints boxes in words. Returns the exit code. */
export async function discoverInRun(folder: string, options: DiscoverCommandOptions): Promise<number> {
  const { picture } = options
  const form = pictureForm(picture, options.chart)
  const { given = [] } = options
  const all = openRun(folder)
  const { header } = all
  if (!isSample(header.design)) {
    const found = `a run with design: ${kindOf(header.design)}`
    const expected = 'a run whose draws are a sample of the futures, such as random or sobol'
    fail({ code: 'boxes-need-sample', where: { file: folder }, found, expected })
  }
  const policy = policyOf(all, options.policy)
  const run = await runGiven(all, policy, given)
  const { reader } = run
  noteCondition(given, reader.draws, all.reader.draws)
  noteDrawnLevers(all)
  const question = questionOf(run, options) ?? refuseNothing()
  if (!question.target) return ofIndicator(run, policy, question, options)
  const [outcome] = await reader.read(policy, [columnOf(run, question).name])
  const { target } = question
  const known = (values: Float64Array) => values.filter((_, draw) => !Number.isNaN(outcome[draw]))
  const inputs = (await drawnInputs(run, policy)).map(({ name, values }) => ({ name, values: known(values) }))
  const group = Uint8Array.from(known(outcome), (value) =>
    reached(target, value) === (options.fails !== true) ? 1 : 0,
  )
  const { density, objective, inputs: most, boxes, mass = leastMass(group) } = options
  const answer: DiscoveryAnswer = {
    question: { ...question, target },
    fails: options.fails === true,
    left: outcome.length - group.length,
    inputs,
    ...(options.method === 'cart'
      ? { leaves: inputs.length > 0 ? cart(inputs, group, { mass }) : [] }
      : {
          found: discover(inputs, group, {
            density,
            objective,
            inputs: most,
            boxes,
            mass,
            seed: header.seed,
          }),
        }),
    mass,
    draws: group.length,
    hits: group.reduce((sum, one) => sum + one, 0),
  }
  if (options.json) {
    const said = { ...answer, inputs: inputs.map(({ name }) => name) }
    printJson(plainMaps(said))
  } else if (options.csv) print(discoveryCsv(answer))
  else print(discoveryText(answer, titlesOf(header), pageIn(options.lang)))
  if (form) await drawPicture(answer, group, titlesOf(header), form, options)
  return 0
}

/** Where the mean of an indicator is high or low. */
async function ofIndicator(
  run: OpenRun,
  policy: number,
  question: OutcomeQuestion,
  { method, lowest, mass, inputs: most, json, csv, lang }: DiscoverCommandOptions,
): Promise<number> {
  if (method === 'cart') refuseTreeOfMeans()
  const [outcome] = await run.reader.read(policy, [columnOf(run, question).name])
  const known = outcome.length - countMissing(outcome)
  if (known < LEAST_OF_MEANS) refuseFew(run.folder, known)
  if (!varies(outcome.filter((value) => !Number.isNaN(value)))) refuseConstant(run.folder, question.indicator)
  const inputs = await drawnInputs(run, policy)
  const side = lowest ? 'low' : 'high'
  const found = discoverMean(inputs, outcome, { side, mass, inputs: most, seed: run.header.seed })
  const answer: MeanBoxAnswer = { question, side, inputs, found }
  if (json) printJson({ ...answer, inputs: inputs.map(({ name }) => name) })
  else if (csv) print(meanBoxCsv(answer))
  else print(meanBoxText(answer, titlesOf(run.header), pageIn(lang)))
  return 0
}

/** As of every method that needs more draws than a run has. */
function refuseFew(folder: string, known: number): never {
  return fail({
    code: 'draws-few',
    where: { file: folder },
    found: howMany(known, 'draw'),
    expected: `at least ${LEAST_OF_MEANS} for the method prim`,
    hint: 'Run it again with more --draws.',
  })
}

function refuseConstant(folder: string, indicator: string): never {
  return fail({
    code: 'method-needs-target',
    where: { file: folder },
    found: `the same ${indicator} in every future`,
    expected: 'an outcome that varies',
  })
}

function refuseNothing(): never {
  const found = 'neither a target nor an indicator'
  return fail({
    code: 'method-needs-target',
    where: { file: 'cityward discover' },
    found,
    expected: 'a --target, or an --indicator',
  })
}

function refuseTreeOfMeans(): never {
  return fail({
    code: 'options-conflict',
    where: { file: 'cityward discover' },
    found: '--indicator and --method cart',
    expected: 'a --target, or --method prim',
  })
}

async function drawPicture(
  { question, fails, found, inputs, mass }: DiscoveryAnswer,
  group: Uint8Array,
  { titleOf }: FactorTitles,
  form: PictureForm,
  wish: PictureWish,
): Promise<void> {
  const title = discoveryTitle(question, fails)
  const words = fails ? ([MISSED, REACHED] as const) : ([REACHED, MISSED] as const)
  const figures = found
    ? discoveryFigures({ title, inputs, group, found, words, titleOf })
    : [treeFigure({ title, tree: classificationTree(inputs, group, { mass }), words, titleOf })]
  await keepPicture(figures, title, form, wish)
}

/** JSON has no maps. */
function plainMaps(value: unknown): unknown {
  if (value instanceof Map) return plainMaps(Object.fromEntries(value))
  if (Array.isArray(value)) return value.map(plainMaps)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainMaps(inner)]))
}
