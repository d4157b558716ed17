/** Where most is to be added and by when, in sentences. */
import type { PlaceNeeds, ServiceNeeds, Summary } from '../../../analysis/summary.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import type { Language } from '../../../vocabulary/language.js'
import { isLacking } from '../../needs/words.js'
import { phrase } from '../bilingual.js'
import { amount, measured, share } from '../numbers.js'

export const WHERE_TITLE = phrase('Where places are short, and by when', '哪里缺、何时补')

/** Most cities that are named of a service. */
const MOST = 3
const SPACE: Readonly<Record<Language, string>> = { en: ' ', zh: '' }

/** Services whose cities have something to add, the most in all first; with the cities that have most. */
export function wantingServices({ needs }: Summary): ServiceNeeds[] {
  const total = ({ places }: ServiceNeeds) => citiesOf(places).reduce((sum, { peak }) => sum + peak.toAdd!, 0)
  return needs.filter(({ places }) => citiesOf(places).length > 0).sort((a, b) => total(b) - total(a))
}

type Wanting = PlaceNeeds & { readonly peak: NonNullable<PlaceNeeds['peak']> }

/** Cities with something to add, the most first; of a region that is its own only city, that. */
function citiesOf(places: readonly PlaceNeeds[]): Wanting[] {
  const cities = places.length > 1 ? places.slice(1) : places
  return cities
    .filter((place): place is Wanting => isLacking(place.peak))
    .sort((a, b) => b.peak.toAdd! - a.peak.toAdd!)
}

/** Chinese counts with a measure word; in English the title of the service says what is counted. */
const addedText = ({ toAdd }: Wanting['peak'], unit: string, language: Language): string =>
  language === 'zh' ? measured(toAdd, unit, 'zh') : amount(toAdd, unit)

/** What the numbers of the map are. */
export function whereCaption({ needs }: Summary): Bilingual {
  const [{ odds }] = needs
  return phrase(
    `In each tile what is to be added beyond what the plan builds, so that nothing is lacking in ${share(odds, 'en')} of the futures, and the year in which that is most. A deeper orange is a larger part of the need.`,
    `每格为计划之外还需新增的规模（使${share(odds, 'zh')}的情景不缺）及缺口最大的年份。橙色越深，占需要的比例越大。`,
  )
}

/** `85,300 by 2023`; of a shortage that is largest earlier `23,300 in 2021, when most is short, and 0 in 2023`. */
function addedBy({ peak, years }: Wanting, unit: string, language: Language): string {
  const added = addedText(peak, unit, language)
  const last = years.at(-1)
  if (!last || last.year <= peak.year || last.toAdd === null)
    return language === 'zh' ? `${peak.year}年${added}` : `${added} by ${peak.year}`
  const then = addedText({ ...last, toAdd: Math.max(0, last.toAdd) }, unit, language)
  return language === 'zh'
    ? `${peak.year}年最缺，为${added}，${last.year}年${then}`
    : `${added} in ${peak.year}, when most is short, and ${then} in ${last.year}`
}

/** `Compulsory school places: Nanning 85,300 by 2023; Yulin 23,300 in 2021, when most is short, and 0 in 2023.` */
export function mostWanting({ title, unit, places }: ServiceNeeds): Bilingual {
  const cities = citiesOf(places).slice(0, MOST)
  const one = (language: Language) =>
    cities.map((city) => `${city.name[language]}${SPACE[language]}${addedBy(city, unit, language)}`)
  return phrase(`${title.en}: ${one('en').join('; ')}.`, `${title.zh}：${one('zh').join('；')}。`)
}

/**
 * What to build in the cities that have most to add of a service, and by when to start what is still in time; undefined
 * where no start of the scenario's years is early enough for any of them.
 */
export function toBuild({ years: [base] }: Summary, needs: ServiceNeeds): Bilingual | undefined {
  const { title, unit, places, programmes } = needs
  const isInTime = (year: number) => year > base
  const cities = citiesOf(places)
    .filter(({ peak }) => programmes.length === 0 || peak.startBy.some(isInTime))
    .slice(0, MOST)
  if (cities.length === 0) return undefined
  const starts = ({ startBy }: Wanting['peak'], language: Language) =>
    programmes
      .flatMap((programme, at) =>
        isInTime(startBy[at]) ? `${programme.title[language]} ${startBy[at]}` : [],
      )
      .join({ en: ', ', zh: '、' }[language])
  const one = (language: Language) =>
    cities.map((city) => {
      const added = `${city.name[language]}${SPACE[language]}${addedBy(city, unit, language)}`
      const start = starts(city.peak, language)
      if (start === '') return added
      return language === 'zh' ? `${added}（最迟开工：${start}）` : `${added} (start by: ${start})`
    })
  return phrase(
    `Build more ${title.en.toLowerCase()}: ${one('en').join('; ')}.`,
    `增建${title.zh}：${one('zh').join('；')}。`,
  )
}
