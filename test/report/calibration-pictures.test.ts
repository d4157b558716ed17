/** Pictures of a fit and of a backtest: what is drawn, in which words, and that every number is there. */
import { describe, expect, it } from 'vitest'
import type { Forecast } from '../../src/calibration/held-out.js'
import { heldOutPicture, residualPicture } from '../../src/report/charts/calibration-pictures.js'
import { renderSvg } from '../../src/report/charts/render.js'

const cities = [{ name: { en: 'Fangchenggang', zh: '防城港市' } }, { name: { en: 'Nanning', zh: '南宁市' } }]
const region = { en: 'Guangxi', zh: '广西壮族自治区' }
const about = { title: { en: 'Guangxi', zh: '广西' }, from: 2010, to: 2020, cities }

async function drawn(
  { spec, title, description }: ReturnType<typeof residualPicture>,
  language: 'en' | 'zh',
): Promise<string> {
  const words = { title: title[language], description: description[language] }
  return String(await renderSvg(spec, { ...words, language, colours: 'light' }))
}

/** The texts of a picture in their order. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('the picture of what a fit leaves over', () => {
  const people = (lived: number) => ({ lived, counted: 1000 })
  const ages = (['male', 'female'] as const).flatMap((sex) => [
    { from: 0, sex, people: people(1023) },
    { from: 5, sex, people: people(998) },
  ])
  const cells = cities.flatMap((_, city) =>
    ages.map((one) => ({ ...one, city, people: people(830 + 340 * city) })),
  )
  const account = { cities: [], ages, cells, scalars: [] }
  const page = { ...about, fingerprint: '', levels: [], account, settled: true }

  it('has a field with its per cent for the region and every city, age and sex', async () => {
    const texts = textsOf(await drawn(residualPicture(page, region), 'en'))
    const counted = (text: string) => texts.filter((one) => one === text).length
    expect([counted('-17'), counted('17'), counted('2'), counted('0')]).toEqual([4, 4, 2, 2])
    expect([counted('Men'), counted('Women'), counted('5+')]).toEqual([1, 1, 2])
  })

  it('says what it shows, and in Chinese has no English', async () => {
    const svg = await drawn(residualPicture(page, region), 'zh')
    expect(svg).toContain('<title>广西：由2010年推算的2020年人口与普查对照</title>')
    expect(svg).toContain('<desc>全区及各地分性别')
    expect(textsOf(svg).join('')).not.toMatch(/[A-Za-z]/)
    expect(textsOf(svg)).toContain('防城港市')
  })
})

describe('the picture of a backtest', () => {
  const forecast = (subject: Forecast['subject'], city: number): Forecast => ({
    subject,
    city,
    before: 40,
    actual: 50,
    drawn: Float64Array.from({ length: 41 }, (_, k) => 48 + k / 10),
    straight: 55,
    growthDifference: subject === 'urban_share' ? 53 : undefined,
  })
  const forecasts = (['urban_share', 'people', 'ages_6_14', 'ages_60_plus'] as const).flatMap((subject) =>
    [0, 1, -1].map((city) => forecast(subject, city)),
  )
  const page = { ...about, forecasts, scores: [] }

  it('has a panel for each subject, cities named once a row of panels, and every method in the legend', async () => {
    const texts = textsOf(await drawn(heldOutPicture(page, region), 'en'))
    for (const title of ['Urban share (points)', 'Residents (% of count)', 'Ages 6-14 (% of count)'])
      expect(texts.map((text) => text.replaceAll('\u00a0', ' '))).toContain(title)
    expect(texts.filter((text) => text === 'Fangchenggang')).toHaveLength(3)
    for (const method of ['model', 'straight line', 'growth difference']) expect(texts).toContain(method)
  })

  it('draws a point, two bands and the lines for each forecast', async () => {
    const svg = await drawn(heldOutPicture(page, region), 'zh')
    const filled = (hex: string) => svg.split(`fill="${hex}"`).length - 1
    // legends add one of each
    expect(filled('#bad4ec')).toBe(12 + 1)
    expect(filled('#dde9f5')).toBe(12 + 1)
    expect(filled('#1d5a9e')).toBe(12 + 1)
    expect(filled('#b8470f')).toBe(12 + 1)
    expect(filled('#6d7885')).toBe(3 + 1)
  })
})
