/** Whole scenarios made of chance, as the text of a file, over the little regions of random-region.ts. */
import type { Dataset } from '../../src/dataset/dataset.js'
import type { Chance } from './chance.js'
import { correlationsOf, randomUncertainties } from './random-chances.js'
import { type FormulaMaker, type Said, type Words, within } from './random-formula.js'
import { populationOf } from './random-population.js'
import { FIRST_YEAR } from './random-region.js'
import { resultWords, serviceOf } from './random-services.js'
import { createSayings, KINDS, NOTHING, type Part, type Sayings, TITLE } from './random-values.js'

const SETTINGS = ['-0.0', 0, 0, 0.25, 0.5, 1, 1.5]
/** Years now and then that are more than every city is kept for (plan/indicators.ts). */
const MOST_STEPS = 6

/** folder: any data folder there is, since the region stands in memory. */
export function randomScenario(chance: Chance, region: Dataset, folder: string): string {
  const { odds, pick, whole, some } = chance
  const step = region.dims.ageWidth
  const steps = whole(1, odds(0.1) ? MOST_STEPS : 3)
  const years = Array.from({ length: steps + 1 }, (_, at) => FIRST_YEAR + at * step)
  const uncertainties = randomUncertainties(chance)
  const names = {
    uncertainties: Object.keys(uncertainties),
    levers: Array.from({ length: whole(0, 3) }, (_, lever) => `lever_${lever}`),
    calm: pick([0.2, 0.6, 0.9]),
    alone: odds(0.4) ? pick(KINDS) : undefined,
    readsPast: odds(0.4),
  }
  const say = createSayings(chance, region, years, names)
  const services = Object.fromEntries(
    Array.from({ length: whole(1, 3) }, (_, service) => [
      `service_${service}`,
      serviceOf(chance, region, say, years),
    ]),
  )
  const results = resultWords(chance, region, services)
  const indicators = Object.fromEntries(
    Array.from({ length: whole(1, 8) }, (_, at) => [`indicator_${at}`, indicatorOf(chance, say, results)]),
  )
  const file: Part = {
    title: TITLE,
    data: folder,
    years: { from: FIRST_YEAR, to: years.at(-1) },
    run: {
      draws: 1000,
      seed: whole(0, 1e6),
      design: odds(0.7) ? 'random' : pick(['latin_hypercube', 'sobol', 'halton']),
    },
    uncertainties,
    correlations: correlationsOf(chance, uncertainties),
    levers: Object.fromEntries(
      names.levers.map((name) => [
        name,
        { title: TITLE, unit: 'ratio', default: pick(SETTINGS), range: [0, 1.5], cost: whole(1, 9) },
      ]),
    ),
    policies: Object.fromEntries(
      ['no_action', 'second', 'third'].slice(0, whole(1, 3)).map((name) => {
        const set = some(names.levers, 0.6).map((lever) => [lever, pick(SETTINGS)])
        return [name, { title: TITLE, set: Object.fromEntries(set) }]
      }),
    ),
    population: populationOf(chance, region, say, names.readsPast ? pastOf(results) : NOTHING),
    schools: schoolsOf(region, names.uncertainties),
    services,
    indicators: { ...indicators, ...namingIndicators(region, Object.entries(indicators)) },
    targets: some(Object.keys(indicators), 0.4).map((indicator, index) => ({
      id: `target-${index}`,
      indicator,
      comparator: pick(['at_least', 'at_most', 'about']),
      threshold: whole(-9, 99),
      year: pick(years),
    })),
  }
  // JSON is YAML, but for a nought below nought
  return JSON.stringify(file, null, 1).replaceAll('"-0.0"', '-0.0')
}

/** A school by grade where steps are years; it is there whatever chance says. */
function schoolsOf({ dims }: Dataset, [first]: readonly string[]): Part {
  if (dims.ageWidth > 1 || dims.ages < 5) return {}
  const share = first ? `abs(sum(within(all) * ${first})) / (1 + abs(sum(within(all) * ${first})))` : 0.9
  const entry = { age: 1, cutoff: '08-31', enrolled: 0.9 }
  return { grades: { title: TITLE, opening: [30, 20], promotion: [share, 0.9], repetition: 0.05, entry } }
}

/** One that names another, and one of pupils. */
function namingIndicators({ dims }: Dataset, [[first, one]]: readonly (readonly [string, Part])[]): Part {
  const pupils =
    dims.ageWidth === 1 && dims.ages >= 5
      ? { pupils: { title: TITLE, of: 'pupils(grades)', unit: 'person' } }
      : {}
  return {
    naming: { title: TITLE, of: `indicator(${first})`, unit: 'things', places: one['places'] },
    ...pupils,
  }
}

/** The same words for what they came to a step before. */
function pastOf({ pure, persons }: Words): Words {
  const before = (words: readonly Said[]) =>
    words.map((said) => ({ ...said, text: `previous(${said.text})` }))
  return { pure: before(pure), persons: before(persons), causes: [] }
}

function indicatorOf(chance: Chance, { value, formula }: Sayings, words: Words): Part {
  const { odds, pick, whole } = chance
  // half of them show what people and services come to as it is
  const seen = [...words.pure, ...words.pure, ...words.persons]
  const isPlain = odds(0.5)
  const inPersons = odds(0.4)
  const isNarrow = odds(0.15)
  const anything = (make: FormulaMaker): Said => {
    if (isPlain) return pick(seen)
    const said = inPersons && !isNarrow ? make.persons(whole(0, 3)) : make.pure(whole(0, 4))
    return odds(0.15) ? said : within(said, -1e6, 1e6)
  }
  const of = isPlain || isNarrow || odds(0.5) ? formula('of', anything, words, isNarrow) : undefined
  const said = of?.text ?? value('of', anything, words)
  const isWide = of?.isWide ?? (typeof said === 'object' && !('by_year' in said!))
  return {
    title: TITLE,
    of: said,
    ...(odds(0.3) ? { per: value('per', (make) => within(make.pure(whole(0, 2)), 0.1, 50), words) } : {}),
    times: pick([1, 1, 100, -1, 0]),
    unit: 'things',
    places: !isWide || odds(0.2) ? 'region' : 'cities',
  }
}
