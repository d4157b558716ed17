/** Pictures of an analysis or of boxes on plain arrays, for programs: inputs are called by their names. */
import type { TreeNode } from '../../analysis/discovery/cart.js'
import type { Discovery } from '../../analysis/discovery/discover.js'
import { type Analysis, ownMeasures } from '../../analysis/samples/measures.js'
import { requireGroup, requireLevel } from '../../analysis/sensitivity/arguments.js'
import type { Decomposition } from '../../analysis/sensitivity/decomposition.js'
import { type Estimate, type Input, USUAL_LEVEL } from '../../analysis/sensitivity/estimate.js'
import type { SensitivityMethod } from '../../analysis/sensitivity/method-names.js'
import { MAIN } from '../../analysis/sensitivity/methods.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { LANGUAGES, type Language } from '../../vocabulary/language.js'
import { requireOneOf } from '../../vocabulary/wrong-argument.js'
import { pictureOf } from '../files/picture-file.js'
import { PICTURE_FORMS, type PictureForm } from '../files/picture-forms.js'
import { phrase } from '../words/bilingual.js'
import { MEASURES } from '../words/sensitivity.js'
import { decompositionFigure } from './decomposition-figure.js'
import { discoveryFigures } from './discovery-figures.js'
import type { PicturedAnalysis } from './pictured.js'
import { sensitivityFigures } from './sensitivity-figures.js'
import { treeFigure } from './tree-figure.js'

export interface DrawOptions {
  /** Heading of the picture: what the outcome is, in one language or in both. */
  readonly title: string | Bilingual
  readonly form: PictureForm
  /** The one that is wanted, of SVG and PNG: bars, plane, pairs, convergence; kinds; box, trade-off; tree. The first there is if left out. */
  readonly chart?: string
  /** Of SVG and PNG, and shown first on a page; English if left out. */
  readonly language?: Language
  /** Unit of the outcome, for effects in that unit. */
  readonly unit?: string
  /** Confidence that the intervals were asked for with. */
  readonly level?: number
  /** Titles of inputs in place of their names. */
  readonly titles?: Readonly<Record<string, Bilingual>>
}

/** Text for SVG and HTML, bytes for PNG. Throws CitywardError for what there is no picture of. */
export async function drawAnalysis<M extends SensitivityMethod, K extends string>(
  analysis: Analysis<M, K>,
  options: DrawOptions,
): Promise<string | Uint8Array> {
  requireOptions('drawAnalysis', options)
  const title = bilingual(options.title)
  const pictured: PicturedAnalysis = {
    title,
    unit: options.unit ?? 'ratio',
    titleOf: titlesIn(options),
    result: { ...resultOf(analysis), level: options.level ?? USUAL_LEVEL },
  }
  return pictureOf(sensitivityFigures(pictured), title, requestOf('drawAnalysis', options))
}

/** The histogram of an outcome by kinds of futures, as `decompose` of `cityward/sensitivity` found them. */
export async function drawDecomposition(
  found: Decomposition,
  options: DrawOptions,
): Promise<string | Uint8Array> {
  requireOptions('drawDecomposition', options)
  const [title, unit] = [bilingual(options.title), options.unit ?? 'ratio']
  const figure = decompositionFigure({ title, unit, found, titleOf: titlesIn(options) })
  return pictureOf([figure], title, requestOf('drawDecomposition', options))
}

/** inputs, group: as `discover` had them. */
export async function drawDiscovery(
  inputs: readonly Input[],
  group: Uint8Array,
  found: Discovery,
  options: DrawOptions,
): Promise<string | Uint8Array> {
  requireOptions('drawDiscovery', options)
  requireGroup('drawDiscovery', inputs, group)
  const title = bilingual(options.title)
  const figures = discoveryFigures({
    title,
    inputs,
    group,
    found,
    words: OF_INTEREST,
    titleOf: titlesIn(options),
  })
  return pictureOf(figures, title, requestOf('drawDiscovery', options))
}

/** A tree, as `classificationTree` of `cityward/discovery` grows it. */
export async function drawTree(tree: TreeNode, options: DrawOptions): Promise<string | Uint8Array> {
  requireOptions('drawTree', options)
  const title = bilingual(options.title)
  return pictureOf(
    [treeFigure({ title, tree, words: OF_INTEREST, titleOf: titlesIn(options) })],
    title,
    requestOf('drawTree', options),
  )
}

const OF_INTEREST = [phrase('in question', '所关注'), phrase('others', '其他')] as const

function requireOptions(called: string, { form, language, level }: DrawOptions): void {
  requireOneOf(called, 'form', form, PICTURE_FORMS)
  if (language !== undefined) requireOneOf(called, 'language', language, LANGUAGES)
  requireLevel(called, level ?? USUAL_LEVEL)
}

const requestOf = (called: string, { form, chart, language = 'en' }: DrawOptions) => ({
  form,
  language,
  file: called,
  ...(chart !== undefined && { chart }),
})

const bilingual = (title: string | Bilingual): Bilingual =>
  typeof title === 'string' ? { en: title, zh: title } : title

const titlesIn =
  ({ titles = {} }: DrawOptions) =>
  (name: string): Bilingual =>
    titles[name] ?? { en: name, zh: name }

/** An analysis by the names that this program has for measures, inputs in their order. */
function resultOf<M extends SensitivityMethod, K extends string>(analysis: Analysis<M, K>) {
  const { method, names, draws, convergence, S2 } = analysis
  const main = MAIN[method]
  const tables = ownMeasures(analysis)
  const indices = names.map((name) => {
    const known = tables.flatMap(([measure, table]): [string, Estimate][] => {
      const estimate = table[name]
      return estimate && !Number.isNaN(estimate.value) ? [[measure, estimate]] : []
    })
    return { name, measures: Object.fromEntries(known) }
  })
  const whole = indices.filter(({ measures }) => measures[main] !== undefined)
  const inUnit = ['amount', 'signed'].includes(MEASURES[main].form)
  const sizes = whole.map(({ measures }) => Math.abs(measures[main].value))
  return {
    ...{ method, main, draws, indices: whole },
    scale: inUnit ? Math.max(...sizes) || 1 : 1,
    pairs: S2.map(({ names: both, ...second }) => ({ names: both, second })),
    ...(convergence && { convergence }),
  }
}
