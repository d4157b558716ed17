import { describe, expect, it } from 'vitest'
import { apart } from '../../src/report/charts/kit.js'
import { label, labelIn, wrappedLabel } from '../../src/report/charts/labels.js'
import { type ChartSpec, renderSvg } from '../../src/report/charts/render.js'
import { colour, PALETTE } from '../../src/report/charts/theme.js'

const spec: ChartSpec = {
  width: 120,
  height: 60,
  data: { values: [{ city: label({ en: 'Nanning', zh: '南宁市' }), share: 71.444444 }] },
  mark: { type: 'bar', color: colour('ours') },
  encoding: {
    x: { field: 'share', type: 'quantitative' },
    y: { field: 'city', type: 'nominal', title: null },
  },
}
const draw = (picture: Partial<Parameters<typeof renderSvg>[1]> = {}) =>
  renderSvg(spec, {
    title: 'A & B',
    description: 'share',
    language: 'both',
    colours: 'page',
    ...picture,
  }).then(String)

describe('renderSvg', () => {
  it('writes each label once a language, and as one text where one is asked for', async () => {
    const both = await draw()
    expect(both).toMatch(/<text lang="en"[^>]*>Nanning<\/text><text lang="zh"[^>]*>南宁市<\/text>/)
    const zh = await draw({ language: 'zh' })
    expect(zh).toContain('>南宁市</text>')
    expect(zh).not.toContain('Nanning')
  })

  it('leaves colours to the page, or writes those of light or dark', async () => {
    expect(await draw()).toContain('fill="var(--ours)"')
    expect(await draw({ colours: 'light' })).toContain(`fill="${PALETTE.ours.light}"`)
    expect(await draw({ colours: 'dark' })).toContain(`fill="${PALETTE.ours.dark}"`)
  })

  it('says what the picture shows, and is the same every time', async () => {
    const svg = await draw()
    expect(svg).toContain('role="img"')
    expect(svg).toContain('<title>A &amp; B</title><desc>share</desc>')
    expect(await draw()).toBe(svg)
  })
})

describe('labels', () => {
  const lines = (en: string, zh: string, width: number, language: 'en' | 'zh') =>
    wrappedLabel({ en, zh }, width, 11)
      .split('\n')
      .map((line) => labelIn(line, language))

  it('break at blanks, between Chinese characters, and within a word after a syllable', () => {
    expect(lines('Fangchenggang', '防城港', 66, 'en')).toEqual(['Fangcheng-', 'gang'])
    expect(lines('Senior high places', '普通高中学位', 66, 'en')).toEqual(['Senior high', 'places'])
    expect(lines('Senior high places', '普通高中学位', 44, 'zh').join('')).toBe('普通高中学位')
  })

  it('keep brackets with what they hold', () => {
    const wrapped = lines('x', '补贴性职业技能培训：承诺750,000人次（247%）', 200, 'zh')
    expect(wrapped.join('')).toBe('补贴性职业技能培训：承诺750,000人次（247%）')
    for (const line of wrapped) expect(line).not.toMatch(/^[）：]|（$/)
  })

  it('move apart until each is a line from the next, about their middle', () => {
    const moved = apart([{ at: 5 }, { at: 5.2 }, { at: 9 }], 1)
    expect(moved[1].shown - moved[0].shown).toBeGreaterThanOrEqual(1 - 1e-9)
    expect(moved[0].shown + moved[1].shown).toBeCloseTo(10.2, 9)
    expect(moved[2].shown).toBe(9)
  })
})

describe('the palette', () => {
  it('gives every colour a light tone of its own, so that a page can name it', () => {
    const tones = Object.values(PALETTE).map(({ light }) => light)
    expect(new Set(tones).size).toBe(tones.length)
  })

  it('keeps text readable on its ground: a contrast of 4.5 to 1, light and dark', () => {
    for (const side of ['light', 'dark'] as const)
      for (const [text, ground] of TEXTS)
        expect(
          contrast(PALETTE[text][side], PALETTE[ground][side]),
          `${text} on ${ground}, ${side}`,
        ).toBeGreaterThanOrEqual(4.5)
  })

  it('steps from pale to deep, so that a map reads in grey', () => {
    for (const scale of ['odds', 'lack'] as const)
      for (const side of ['light', 'dark'] as const) {
        const steps = ([1, 2, 3, 4, 5] as const).map((step) => luminance(PALETTE[`${scale}${step}`][side]))
        const ordered = [...steps].sort((a, b) => (side === 'light' ? b - a : a - b))
        expect(steps).toEqual(ordered)
        for (let step = 1; step < 5; step++)
          expect(Math.abs(steps[step] - steps[step - 1])).toBeGreaterThan(0.01)
      }
  })
})

const TEXTS = [
  ['ink', 'paper'], ['ink', 'wash'], ['quiet', 'paper'], ['quiet', 'wash'], ['ours', 'paper'], ['asked', 'paper'],
  ['onPale', 'odds1'], ['onPale', 'odds2'], ['onPale', 'odds3'], ['onDeep', 'odds4'], ['onDeep', 'odds5'],
  ['onPale', 'lack1'], ['onPale', 'lack2'], ['onPale', 'lack3'], ['onDeep', 'lack4'], ['onDeep', 'lack5'],
] as const // biome-ignore format: a list of pairs reads best as a paragraph

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
