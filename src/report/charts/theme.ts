/**
 * The one visual language of charts, page and workbook: a small palette, one type scale, one stack of fonts.
 *
 * Colours have names of what they are for. A chart is drawn in the light ones; the page replaces each by a custom
 * property of the same name, so that one picture serves light and dark. Hues keep apart for colour-blind readers
 * (blue, orange, sand), and steps of a scale differ in lightness, so that they read in grey.
 */

interface Tone {
  readonly light: string
  readonly dark: string
}
const tone = (light: string, dark: string): Tone => ({ light, dark })

export const PALETTE = {
  /** Background, text, quieter text, and hairlines. */
  paper: tone('#ffffff', '#14181f'),
  ink: tone('#1b2430', '#e8ecf1'),
  quiet: tone('#56616f', '#a5b0bf'),
  rule: tone('#d8dee6', '#333c49'),
  wash: tone('#f4f6f9', '#1c222c'),
  /** What the model says; its 50, 80 and 95 % bands. */
  ours: tone('#1d5a9e', '#7db4ee'),
  band50: tone('#8db7e0', '#3f6c9c'),
  band80: tone('#bad4ec', '#2f5175'),
  band95: tone('#dde9f5', '#243a52'),
  /** What is asked for, what is lacking, and what is set beside ours. */
  asked: tone('#b8470f', '#f0985c'),
  lacking: tone('#d97b3d', '#c9743b'),
  beside: tone('#6d7885', '#96a2b2'),
  /** The four statuses: rural, reclassified, registered, migrant. */
  rural: tone('#c3b27d', '#a3925c'),
  reclassified: tone('#86bfb6', '#5d9d93'),
  registered: tone('#2b67a8', '#6ea6e0'),
  migrant: tone('#e0955b', '#d58a50'),
  /** Five steps from almost impossible to almost certain, and the text upon them. */
  odds1: tone('#eff1f4', '#222a35'),
  odds2: tone('#cfdbe8', '#2c4159'),
  odds3: tone('#9dbbd9', '#3d6690'),
  odds4: tone('#3b70a6', '#69a0d6'),
  odds5: tone('#12375f', '#b5d6f6'),
  onPale: tone('#1b2431', '#e8ecf2'),
  onDeep: tone('#fffffe', '#10151d'),
  /** Five steps of what is lacking, from none to most. */
  lack1: tone('#f1f3f5', '#232a34'),
  lack2: tone('#f6dfcc', '#4a3527'),
  lack3: tone('#eebd94', '#7a4f30'),
  lack4: tone('#b15a1d', '#c07a49'),
  lack5: tone('#732d07', '#f7bd92'),
} as const satisfies Record<string, Tone>

export type Colour = keyof typeof PALETTE

/** A colour as charts are drawn in it. */
export const colour = (name: Colour): string => PALETTE[name].light

/** Sizes of text, px: notes and labels of charts, running text, and three of headings. */
export const TYPE = { label: 11, small: 13, text: 16, heading: 20, title: 30 } as const

/** Western letters first, then the Chinese of macOS, Windows, Linux and Android. */
export const FONTS = [
  'Arial',
  '"Helvetica Neue"',
  '"Liberation Sans"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  '"Source Han Sans SC"',
  '"WenQuanYi Micro Hei"',
  'sans-serif',
].join(', ')

/** What every chart has in common, as Vega-Lite's config. */
export const CHART_CONFIG = {
  background: 'transparent',
  font: 'sans-serif',
  lineBreak: '\n',
  padding: 4,
  view: { stroke: null },
  axis: {
    labelColor: colour('quiet'),
    labelFontSize: TYPE.label,
    labelLimit: 0,
    titleColor: colour('quiet'),
    titleFontSize: TYPE.label,
    titleFontWeight: 'normal',
    titleLimit: 0,
    domain: false,
    grid: false,
    gridColor: colour('rule'),
    tickColor: colour('rule'),
    tickSize: 4,
    labelPadding: 5,
    maxExtent: 500,
  },
  axisX: { titleAnchor: 'start' },
  axisY: { titleAnchor: 'end', titleAngle: 0, titleAlign: 'left', titleY: -10, titleX: 0 },
  header: {
    labelColor: colour('ink'),
    labelFontSize: TYPE.small,
    labelFontWeight: 'bold',
    labelAnchor: 'start',
    labelLimit: 0,
    title: null,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    labelColor: colour('ink'),
    labelFontSize: TYPE.label,
    labelLimit: 0,
    title: null,
    symbolSize: 90,
    offset: 10,
  },
  text: { color: colour('ink'), fontSize: TYPE.label, limit: 0 },
  rule: { color: colour('rule') },
  bar: { color: colour('ours') },
  line: { color: colour('ours'), strokeWidth: 2 },
  point: { color: colour('ours'), filled: true, size: 50, opacity: 1 },
} as const

/** What Vega-Lite cannot express: a legend begins where the picture does, not where its plot does. */
export const DRAWING_CONFIG = { legend: { layout: { top: { anchor: 'start', frame: 'bounds' } } } } as const
