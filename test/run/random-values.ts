/** Values made of chance, in every way to say one, that hang on few things each: so that much stays as it was. */
import type { Dataset } from '../../src/dataset/dataset.js'
import type { Chance } from './chance.js'
import { createFormulaMaker, type FormulaMaker, type Said, type Words, within } from './random-formula.js'
import { FIRST_YEAR } from './random-region.js'

/** A part of a scenario file. */
export type Part = Record<string, unknown>
export const TITLE = { en: 'Made of chance', zh: '随机' }

/** What a value may hang on besides the year and the data folder. */
interface Named {
  readonly uncertainties: readonly string[]
  readonly levers: readonly string[]
  /** Odds that a value hangs on none of them. */
  readonly calm: number
  /** The one kind of value that hangs on them, where no other does. */
  readonly alone: Kind | undefined
  /** Whether levels read what came out of the step before: years follow one another then. */
  readonly readsPast: boolean
}

/** Kinds of values, by what changes when they do. */
export const KINDS = [
  'levels',
  'lines',
  'opening',
  'closure',
  'demand',
  'standard',
  'scale',
  'share',
  'fulfilment',
  'on_time',
  'each',
  'of',
  'per',
] as const
type Kind = (typeof KINDS)[number]

export interface Sayings {
  /** A value in any of the ways to say one; `narrow` where it must not be by city. */
  readonly value: (kind: Kind, make: (say: FormulaMaker) => Said, more?: Words, narrow?: boolean) => unknown
  readonly formula: (kind: Kind, make: (say: FormulaMaker) => Said, more?: Words, narrow?: boolean) => Said
}

export const wide = (text: string): Said => ({ text, isWide: true })
export const one = (text: string): Said => ({ text, isWide: false })
export const NOTHING: Words = { pure: [], persons: [], causes: [] }

/** Characters of a formula: three of them are put together where a total is shared out, and 2,000 are allowed. */
const LONGEST = 600

/** Ways to say a value over some of what there is to name. */
export function createSayings(
  chance: Chance,
  region: Dataset,
  years: readonly number[],
  { uncertainties, levers, calm, alone, readsPast }: Named,
): Sayings {
  const { odds, pick, some, whole, between } = chance
  const always = [one(`(year - ${FIRST_YEAR})`), one('data(norm)')]
  const byCity = ['size', 'stock', 'odd'].map((name) => wide(`data(${name})`))
  const wordsOf = (kind: Kind, more: Words, narrow: boolean): Words => {
    const causes = pick([uncertainties, uncertainties, levers, levers, [...uncertainties, ...levers]])
    const isCalm = alone ? kind !== alone : odds(calm)
    const names = isCalm ? [] : some(causes, 0.7)
    const said = (name: string, text: string) => (name.startsWith('own_') ? wide(text) : one(text))
    const named = names.map((name) => said(name, `(${name})`))
    // tells a nought from one below nought
    const inverse = names.map((name) => said(name, `(1 / (${name}))`))
    const kept = (words: readonly Said[]) => words.filter(({ isWide }) => !isWide || !narrow)
    // what can vary comes up more often than what cannot
    const varying = kept([...named, ...named, ...named, ...inverse, ...more.pure])
    return {
      pure: [...always, ...kept(byCity), ...varying, ...varying],
      persons: kept(more.persons),
      causes: kept(named),
    }
  }
  /** Years that at(..) may name. */
  const yearsFor = (kind: Kind): readonly number[] => {
    if (!readsPast) return years
    if (kind === 'levels') return []
    return kind === 'demand' ? years.slice(0, 1) : years
  }
  const formula: Sayings['formula'] = (kind, make, more = NOTHING, narrow = false) => {
    const said = make(createFormulaMaker(chance, wordsOf(kind, more, narrow), yearsFor(kind)))
    return said.text.length > LONGEST ? formula(kind, make, more, narrow) : said
  }
  const value: Sayings['value'] = (kind, make, more, narrow = false) => {
    const say = () => formula(kind, make, more, narrow).text
    const way = whole(0, narrow ? 6 : 9)
    if (way > 7) {
      const cities = odds(0.3) ? region.cities : some(region.cities)
      const named = cities.map(({ code, name }) => [pick([code, name.en, name.zh]), say()])
      const others = cities.length < region.cities.length || cities.length === 0 ? [['others', say()]] : []
      return { by_city: Object.fromEntries([...named, ...others]) }
    }
    if (way > 6) {
      const key = formula(kind, (make) => within(make.pure(2), 0, 9), more)
      return { total: say(), share_by: odds(0.5) ? 'data(size)' : `data(size) + ${key.text}` }
    }
    if (way > 4) {
      const points = some(years, 0.6)
      const named = (points.length > 0 ? points : years.slice(-1)).map((year) => [year, say()])
      return { by_year: Object.fromEntries(named), between: pick(['linear', 'hold']) }
    }
    return odds(0.1) ? between(0, 0.3) : say()
  }
  return { value, formula }
}

/** Mostly held within bounds; now and then anything at all, or far below them in some draws or under some policies. */
export function bounded({ odds, whole, pick }: Chance, low: number, high: number) {
  return (say: FormulaMaker): Said => {
    if (odds(0.01)) return say.pure(whole(0, 1))
    const share = say.pure(pick([0, 0, 1, 2, 3]))
    const good = within({ ...share, text: `(${low} + ${high - low} * ${share.text})` }, low, high)
    const cause = say.cause()
    if (!cause || odds(0.9)) return good
    return { text: `(${cause.text} > 0.8 ? ${low - 99} : ${good.text})`, isWide: good.isWide }
  }
}
