/** A chart as a PNG for slides: its heading and its sentence above it, in one language. */
import type { Language } from '../../vocabulary/language.js'
import { WIDTHS } from '../charts/kit.js'
import { wrappedLabel } from '../charts/labels.js'
import { type ChartSpec, renderSvg } from '../charts/render.js'
import { colour, TYPE } from '../charts/theme.js'
import type { Figure } from '../html/figure.js'

/** Pixels of the picture for one of the chart: sharp on a large screen. */
const SCALE = 3

export async function chartPng({ title, caption, spec }: Figure, language: Language): Promise<Uint8Array> {
  const wrapped = (text: string, size: number) =>
    wrappedLabel({ en: text, zh: text }, WIDTHS.wide - 20, size).split('\n')
  const drawn = {
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
  const picture = {
    title: title[language],
    description: caption[language],
    language,
    colours: 'light',
    fonts: fontFor(language),
  } as const
  const [svg, { Resvg }] = await Promise.all([renderSvg(drawn, picture), import('@resvg/resvg-js')])
  return new Resvg(String(svg), {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: true },
  })
    .render()
    .asPng()
}

/** One family: of a list the renderer uses only the first. */
function fontFor(language: Language): string {
  if (language === 'en') return process.platform === 'linux' ? 'Liberation Sans' : 'Arial'
  return CHINESE.get(process.platform) ?? 'Noto Sans CJK SC'
}

const CHINESE: ReadonlyMap<string, string> = new Map([
  ['darwin', 'PingFang SC'],
  ['win32', 'Microsoft YaHei'],
])
