/** A picture of the page: a heading, a sentence on what to see, the chart at two widths, the numbers behind. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Size } from '../charts/kit.js'
import { type ChartSpec, renderSvg } from '../charts/render.js'
import type { DataTable } from '../tables/data-table.js'
import { phrase } from '../words/bilingual.js'
import { type Content, html, type Markup } from '../words/markup.js'
import { tablesBehind } from './table.js'
import { element, inBoth } from './tags.js'

export interface Figure {
  readonly id: string
  readonly title: Bilingual
  /** What to see, with unit and year. */
  readonly caption: Bilingual
  /** What stands below it, a line each. */
  readonly points?: readonly Bilingual[]
  readonly spec: (size: Size) => ChartSpec
  /** Of very many areas it chooses by itself those that it draws. */
  readonly chooses?: true
  readonly tables: readonly DataTable[]
}

export async function figureHtml(figure: Figure, className?: string): Promise<Markup> {
  const { id, title, caption, points = [], spec, tables } = figure
  const sizes: readonly Size[] = ['wide', 'narrow']
  const picture = {
    title: inBoth(title),
    description: inBoth(caption),
    language: 'both',
    colours: 'page',
  } as const
  const pictures: Markup[] = []
  for (const size of sizes) {
    const svg = await renderSvg(spec(size), picture)
    pictures.push(html`<div class="${size}">${svg}</div>`)
  }
  const named = className === undefined ? '' : html` class="${className}"`
  const list = points.length > 0 ? html`<ul>${points.map((point) => element('li', point))}</ul>` : ''
  return html`<figure id="${id}"${named}><figcaption>${element('h3', title)}${element('p', caption)}${list}</figcaption><div class="picture">${pictures}</div>${tablesBehind(NUMBERS, tables)}</figure>`
}

const NUMBERS = phrase('The numbers', '查看数据')

/** The label of a group of figures. */
export function groupHtml(id: string, title: Bilingual, figures: readonly Markup[]): Content {
  if (figures.length === 0) return ''
  return html`<section id="${id}" aria-label="${inBoth(title)}">${element('h2', title)}${figures}</section>`
}
