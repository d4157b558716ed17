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
  readonly spec: (size: Size) => ChartSpec
  readonly tables: readonly DataTable[]
}

export async function figureHtml({ id, title, caption, spec, tables }: Figure): Promise<Markup> {
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
  return html`<figure id="${id}"><figcaption>${element('h3', title)}${element('p', caption)}</figcaption><div class="picture">${pictures}</div>${tablesBehind(NUMBERS, tables)}</figure>`
}

const NUMBERS = phrase('The numbers', '查看数据')

/** The label of a group of figures. */
export function groupHtml(id: string, title: Bilingual, figures: readonly Markup[]): Content {
  if (figures.length === 0) return ''
  return html`<section id="${id}" aria-label="${inBoth(title)}">${element('h2', title)}${figures}</section>`
}
