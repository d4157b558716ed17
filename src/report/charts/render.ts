/**
 * From a chart's specification to its picture, an SVG of plain shapes and text.
 *
 * Vega and Vega-Lite are loaded when the first chart is drawn, and at no other start.
 */
import type { TopLevelSpec } from 'vega-lite'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { visibleLines } from '../../vocabulary/visible.js'
import { html, type Markup, trusted } from '../words/markup.js'
import { hasTwo, labelIn, labelWidth } from './labels.js'
import { CHART_CONFIG, DRAWING_CONFIG, FONTS, PALETTE, TYPE } from './theme.js'

/** A chart in the grammar of Vega-Lite, in the colours of the theme; labels may be of both languages (labels.ts). */
export type ChartSpec = TopLevelSpec

export interface Picture {
  /** Shown by a screen reader in place of the picture. */
  readonly title: string
  readonly description: string
  /** `both` keeps each label twice, with its `lang`, for a page that shows one of them. */
  readonly language: Language | 'both'
  /** Colours as custom properties of the page (`var(--ink)`), or as they are, for a picture that stands alone. */
  readonly colours: 'page' | 'light' | 'dark'
  /** Families of fonts; those of the page if left out. */
  readonly fonts?: string
}

/** Draw a chart. Throws where the specification is none that Vega-Lite can read. */
export async function renderSvg(spec: ChartSpec, picture: Picture): Promise<Markup> {
  loaded ??= load()
  const { vega, vegaLite } = await loaded
  const { spec: compiled } = vegaLite.compile(spec, { config: CHART_CONFIG, logger: QUIET })
  const config = vega.mergeConfig(compiled.config ?? {}, DRAWING_CONFIG as object)
  const view = new vega.View(vega.parse({ ...compiled, config }), { renderer: 'none' })
  try {
    const svg = visibleLines(await view.toSVG())
    const shapes = lighter(svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')))
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!
    const { title, description, language, colours, fonts = FONTS } = picture
    const size = html`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
    // Vega escapes the labels that it draws
    const drawn = trusted(coloured(spoken(shapes, language), colours))
    return html`<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${fonts}"><title>${title}</title><desc>${description}</desc>${drawn}</svg>`
  } finally {
    view.finalize()
  }
}

interface TextItem {
  readonly fontSize?: number
}

let loaded: ReturnType<typeof load> | undefined

async function load() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')])
  // exported by Vega, and not named in its types
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: TextItem, text: unknown) => number }
  }
  textMetrics.width = ({ fontSize = TYPE.label }, text) => labelWidth(String(text ?? ''), fontSize)
  return { vega, vegaLite }
}

/** Vega-Lite's advice on specifications is for whoever writes them; the pictures are checked in tests. */
const QUIET = {
  level: () => QUIET,
  error: (message: unknown) => {
    throw new Error(String(message))
  },
  warn: () => QUIET,
  info: () => QUIET,
  debug: () => QUIET,
}

/** What a picture does not need: names for scripts, roles within it, hidden labels, empty shapes, digits that make no difference. */
function lighter(shapes: string): string {
  return shapes
    .replaceAll(/<text[^>]* opacity="0"[^>]*>[^<]*<\/text>/g, '')
    .replaceAll(
      /<text[^>]*\/>|<path[^>]* display="none"\/>|<path class="background"[^>]* d="M0,0h0v0h0Z"[^>]*\/>/g,
      '',
    )
    .replaceAll(/ (?:class|role|aria-[a-z]+|pointer-events|font-family|stroke-miterlimit)="[^"]*"/g, '')
    .replaceAll(/ opacity="1"| stroke-width="1"(?= )/g, '')
    .replaceAll(/<[^>]+>/g, shorter)
    .replaceAll(/ transform="translate\(0,0\)"/g, '')
    .replaceAll(/font-size="(\d+)px"/g, 'font-size="$1"')
    .replaceAll('<g></g>', '')
    .replaceAll('<g></g>', '')
}

/** A tag with coordinates to a tenth of a pixel. */
function shorter(tag: string): string {
  return tag.replaceAll(/-?\d+\.\d{2,}/g, (digits) => String(Number(Number(digits).toFixed(1))))
}

/** Labels of both languages as a text for each, or as one language has them; a text may be of several lines. */
function spoken(shapes: string, language: Picture['language']): string {
  return shapes.replaceAll(/<text([^>]*)>(.*?)<\/text>/g, (whole, attributes: string, content: string) => {
    const one = (tongue: Language) => content.replaceAll(/[^<>]+(?=<|$)/g, (text) => labelIn(text, tongue))
    if (language !== 'both') return String(html`<text${trusted(attributes)}>${trusted(one(language))}</text>`)
    if (!hasTwo(content)) return whole
    const texts = (['en', 'zh'] as const).map(
      (tongue) => html`<text lang="${tongue}"${trusted(attributes)}>${trusted(one(tongue))}</text>`,
    )
    return String(html`${texts}`)
  })
}

function coloured(shapes: string, colours: Picture['colours']): string {
  if (colours === 'light') return shapes
  return shapes.replaceAll(/#[0-9a-f]{6}\b/g, (hex) => {
    const name = NAMES.get(hex)
    if (!name) return hex
    return colours === 'page' ? `var(--${name})` : PALETTE[name].dark
  })
}

const NAMES = new Map(
  Object.entries(PALETTE).map(([name, { light }]) => [light as string, name as keyof typeof PALETTE]),
)

/** A chart that stands alone, with what a screen reader says of it. */
export interface Drawing {
  readonly spec: ChartSpec
  readonly title: Bilingual
  readonly description: Bilingual
}
