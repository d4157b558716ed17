/** A chart as a PNG for slides: its heading and its sentence above it, in one language. */
import type { ResvgRenderOptions } from '@resvg/resvg-js'
import type { Language } from '../../vocabulary/language.js'
import { fail } from '../../vocabulary/problems.js'
import { WIDTHS } from '../charts/kit.js'
import { wrappedLabel } from '../charts/labels.js'
import { type ChartSpec, renderSvg } from '../charts/render.js'
import { colour, TYPE } from '../charts/theme.js'
import type { Figure } from '../html/figure.js'
import { html } from '../words/markup.js'

/** Pixels of the picture for one of the chart: sharp on a large screen. */
const SCALE = 3

/** A chart with its heading and its sentence above it, on paper. */
export function standalone({ title, caption, spec }: Figure, language: Language): ChartSpec {
  const wrapped = (text: string, size: number) =>
    wrappedLabel({ en: text, zh: text }, WIDTHS.wide - 20, size).split('\n')
  return {
    ...spec('wide'),
    background: colour('paper'),
    padding: 16,
    title: {
      text: wrapped(title[language], TYPE.text),
      subtitle: wrapped(caption[language], TYPE.small),
      anchor: 'start',
      frame: 'bounds',
      fontSize: TYPE.text,
      color: colour('ink'),
      subtitleFontSize: TYPE.small,
      subtitleColor: colour('quiet'),
      subtitlePadding: 6,
      offset: 14,
    },
  } as ChartSpec
}

export async function chartPng(figure: Figure, language: Language): Promise<Uint8Array> {
  const { title, caption } = figure
  const picture = {
    title: title[language],
    description: caption[language],
    language,
    colours: 'light',
    fonts: fontFor(language),
  } as const
  await requireFont(language)
  const [svg, { Resvg }] = await Promise.all([
    renderSvg(standalone(figure, language), picture),
    import('@resvg/resvg-js'),
  ])
  return new Resvg(String(svg), {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: true },
  })
    .render()
    .asPng()
}

/** Two characters of a language that no font draws alike, and what brings a font that has them. */
const PROBES = {
  en: {
    pair: ['A', 'g'],
    what: 'Latin letters',
    hint: 'On Debian and Ubuntu: apt-get install fonts-liberation. --xlsx, --csv and report.html need no font.',
  },
  zh: {
    pair: ['国', '划'],
    what: 'Chinese characters',
    hint: 'On Debian and Ubuntu: apt-get install fonts-noto-cjk. --lang en, --xlsx, --csv and report.html need no such font.',
  },
} as const satisfies Record<Language, unknown>

type FontSource = NonNullable<ResvgRenderOptions['font']>

/**
 * Refuse a machine without a font for the language, on which every character would be the same box, or nothing.
 *
 * Throws CitywardError `font-missing`.
 */
export async function requireFont(
  language: Language,
  source: FontSource = { loadSystemFonts: true },
): Promise<void> {
  const { Resvg } = await import('@resvg/resvg-js')
  const { pair, what, hint } = PROBES[language]
  const family = fontFor(language)
  const [one, other] = pair.map((character) => {
    const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="32" font-size="28" font-family="${family}">${character}</text></svg>`
    return new Resvg(String(svg), { font: source }).render().pixels
  })
  if (!one.equals(other)) return
  fail({
    code: 'font-missing',
    where: { file: '--png' },
    found: `no font with ${what}: ${pair[0]} and ${pair[1]} are drawn alike`,
    expected: `the font ${family}`,
    hint,
  })
}

/** The one family that is looked for: of a list the renderer would take none but the first. */
function fontFor(language: Language): string {
  if (language === 'en') return process.platform === 'linux' ? 'Liberation Sans' : 'Arial'
  return CHINESE.get(process.platform) ?? 'Noto Sans CJK SC'
}

const CHINESE: ReadonlyMap<string, string> = new Map([
  ['darwin', 'PingFang SC'],
  ['win32', 'Microsoft YaHei'],
])
