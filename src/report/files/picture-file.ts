/** Pictures of studies as a file: SVG or PNG of one of them, or a page of all. */

import { writeWhole } from '../../store/write-file.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { indexIn } from '../../vocabulary/lookup.js'
import { fail } from '../../vocabulary/problems.js'
import { renderSvg } from '../charts/render.js'
import { type Figure, figureHtml } from '../html/figure.js'
import { pageHtml } from '../html/shell.js'
import { element } from '../html/tags.js'
import { phrase } from '../words/bilingual.js'
import { html, type Markup } from '../words/markup.js'
import { PICTURE_FORMS, type PictureForm } from './picture-forms.js'
import { chartPng, standalone } from './png.js'

export interface PictureRequest {
  readonly form: PictureForm
  /** Id of the one that is wanted; the first if left out. A page has all of them. */
  readonly chart?: string
  readonly language: Language
  /** Where a problem stands. */
  readonly file: string
}

/** The form that a file's name ends in; undefined without a file. Throws CitywardError for any other, and a chart that none can be of. */
export function pictureForm(file: string | undefined, chart?: string): PictureForm | undefined {
  const where = { file: '--chart' }
  if (file === undefined) {
    if (chart === undefined) return undefined
    const expected = 'a --picture, which it is to be'
    return fail({ code: 'options-conflict', where, found: '--chart without --picture', expected })
  }
  const form = PICTURE_FORMS.find((one) => file.toLowerCase().endsWith(`.${one}`))
  if (form === 'html' && chart !== undefined) {
    const found = '--chart and a page of every picture'
    return fail({ code: 'options-conflict', where, found, expected: 'a name that ends in .svg or .png' })
  }
  if (form) return form
  const expected = 'a name that ends in .svg, .png or .html'
  return fail({ code: 'form-missing', where: { file: '--picture' }, found: `"${file}"`, expected })
}

/** Write a picture into the file that it is asked for. Throws CitywardError where the disk refuses as well. */
export async function writePicture(
  figures: readonly Figure[],
  title: Bilingual,
  request: PictureRequest,
): Promise<void> {
  writeWhole(request.file, await pictureOf(figures, title, request))
}

/** Of each picture on a page whose heading says what they are of. */
const HEADINGS: Readonly<Record<string, Bilingual>> = {
  plane: phrase('How far, and the same everywhere?', '影响多大，各处是否相同'),
  bars: phrase('What it hangs on most', '主要取决于什么'),
  kinds: phrase('Which futures it is made of', '由哪些情景构成'),
  pairs: phrase('What pairs add', '两两交互'),
  convergence: phrase('Were the draws enough?', '抽样次数是否足够'),
  box: phrase('The box', '箱'),
  tree: phrase('The tree', '分类树'),
  'trade-off': phrase('Coverage and density', '覆盖率与密度'),
}

/** Throws CitywardError for a picture that there is not, and where no font can draw it. */
export async function pictureOf(
  figures: readonly Figure[],
  title: Bilingual,
  { form, chart, language, file }: PictureRequest,
): Promise<string | Uint8Array> {
  const known = figures.map(({ id }) => id)
  if (known.length === 0) {
    const found = 'nothing to draw: the outcome never varies, or no box was found'
    return fail({ code: 'form-missing', where: { file }, found, expected: 'a study with a finding' })
  }
  const figure = figures[chart === undefined ? 0 : indexIn(file, 'chart', chart, known)]
  if (form === 'png') return chartPng(figure, language)
  if (form === 'svg') {
    const picture = {
      title: figure.title[language],
      description: figure.caption[language],
      language,
      colours: 'light',
    } as const
    return `${await renderSvg(standalone(figure, language), picture)}\n`
  }
  const drawn: Markup[] = []
  for (const one of figures) drawn.push(await figureHtml({ ...one, title: HEADINGS[one.id] ?? one.title }))
  const parts = [html`<section id="answer">${element('h1', title)}${drawn}</section>`]
  return pageHtml({ title, language, parts })
}
