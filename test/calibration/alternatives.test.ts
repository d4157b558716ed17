/** Other fits that could be defended, and a scenario lived on the draws and levels of a fit. */
import { describe, expect, it } from 'vitest'
import { alternativesOf } from '../../src/calibration/alternatives.js'
import { dataOf } from '../../src/calibration/error-model.js'
import { fitDecade, normalOf } from '../../src/calibration/fit.js'
import { UNKNOWNS, widenPriors } from '../../src/calibration/unknowns.js'
import { alternativesText } from '../../src/report/terminal/alternatives-page.js'
import { onFit } from '../../src/studies/alternative-fits.js'
import { loadPlan } from '../../src/studies/load-plan.js'
import { shippedPlan } from '../plan/shipped.js'
import { everyPolicy, livedColumns } from '../run/lived-columns.js'
import { guangxi, smallDecade } from './small-decade.js'

const SCENARIO = 'scenarios/guangxi-2023.yaml'

describe('the alternatives', () => {
  const all = alternativesOf(new Map([[4, 1_082_769]]))
  const named = (name: string) => all.find((one) => one.name === name)!.options

  it('begin with the fit as it is, and count another way only where there is another count', () => {
    expect(all[0]).toEqual({ name: 'as_fitted', options: {} })
    expect(alternativesOf(new Map()).map(({ name }) => name)).toEqual(
      all.map(({ name }) => name).filter((name) => name !== 'other_count'),
    )
  })

  it('halve and double every prior, and pool cities more and less', () => {
    const width = (name: string) =>
      named(name).priors!.find((one: { name: string }) => one.name === 'rural_exit')!
    expect([width('priors_halved').region, width('priors_halved').city]).toEqual([0.25, 0.175])
    expect([width('priors_doubled').region, width('priors_doubled').city]).toEqual([1, 0.7])
    expect([width('cities_apart').region, width('cities_apart').city]).toEqual([0.5, 0.35 * 3])
  })

  it('leave aside one kind of data each', () => {
    const decade = guangxi()
    const left = (name: string) => {
      const kept = new Set(dataOf(decade, named(name)).map((one) => `${one.kind} ${one.city} ${one.measure}`))
      const gone = dataOf(decade).filter((one) => !kept.has(`${one.kind} ${one.city} ${one.measure}`))
      return [...new Set(gone.map(({ kind }) => kind)), gone.length]
    }
    expect(left('without_late_gain')).toEqual(['late_gain', 1])
    expect(left('without_join')).toEqual(['join', 1])
    expect(left('without_young')).toEqual(['ages', 14 * 2 * 3])
    expect(left('without_away')).toEqual(['away', 14])
  })
})

describe('a fit with priors of other widths', () => {
  const decade = smallDecade([4, 6, 9])
  const own = fitDecade(decade)
  const wide = fitDecade(decade, { priors: widenPriors(2, 2) })

  it('is less sure of what the data say little of', () => {
    const sd = (fit: typeof own) => normalOf(fit, 'returning_to_village', -1).sd
    expect(sd(own) / UNKNOWNS.find(({ name }) => name === 'returning_to_village')!.region).toBeLessThan(1.01)
    expect(sd(wide)).toBeGreaterThan(1.6 * sd(own))
  })

  it('comes to the same end from another fit as from the medians of its priors', () => {
    const from = fitDecade(decade, { priors: widenPriors(2, 2), from: own })
    for (const name of ['rural_exit', 'return_home', 'old_age_mortality']) {
      const { mean, sd } = normalOf(wide, name, -1)
      // the valley is flat: the solver stops where a step is next to nothing
      expect(Math.abs(normalOf(from, name, -1).mean - mean)).toBeLessThan(0.05 * sd)
    }
  })
})

describe('the scenario lived on a fit', () => {
  it('of the folder itself gives what the scenario gives, but for digits that its files round off', () => {
    const plans = [shippedPlan(SCENARIO), loadPlan(SCENARIO, onFit(fitDecade(guangxi()), SCENARIO))]
    const shares = plans.map(({ plan }) =>
      livedColumns(plan, 20, everyPolicy(plan))[1]('urban_share@45@2023'),
    )
    shares[0].forEach((share, draw) => {
      expect(shares[1][draw]).toBeCloseTo(share, 3)
    })
  })

  it('holds an uncertainty at a value where that is asked', () => {
    const { plan } = loadPlan(SCENARIO, { held: new Map([['reclassification_pace', 0]]) })
    const held = plan.uncertainties.find(({ name }) => name === 'reclassification_pace')!
    expect(held.distribution).toEqual({ kind: 'fixed', value: 0 })
  })
})

describe('the page of alternatives', () => {
  const odds = (hits: number) => ({ share: hits / 100, low: 0, high: 1, hits, draws: 100 })
  const value = { median: 56.63, range50: [56, 57], range80: [55.7, 57.7], range95: [55, 58] } as const
  const page = {
    target: {
      title: { en: 'Urban share', zh: '城镇化率' },
      comparator: 'about',
      threshold: 57,
      tolerance: 0.5,
      year: 2023,
    },
    unit: 'percent',
    policy: { en: 'The plan', zh: '行动计划' },
    draws: 100,
    lived: [
      { name: 'as_fitted', settled: true, value, lenient: odds(57), strict: odds(32) },
      {
        name: 'held',
        held: { title: { en: 'Pace', zh: '速度' }, value: 0 },
        settled: false,
        value,
        lenient: odds(40),
        strict: odds(19),
      },
    ],
  } as const

  it('has both readings of "about", and says what did not settle', () => {
    const [en, zh] = (['en', 'zh'] as const).map((language) => alternativesText(page, language, 120))
    expect(en).toMatch(/^As fitted +56\.6 +55\.7-57\.7 +57 % \(\S+\) +32 % \(\S+\)$/m)
    expect(en).toMatch(/^Pace = 0 \(did not settle\) +56\.6 .* 40 % .* 19 %/m)
    expect(en).toMatch(/>= 56\.5 % +>= 57 %/)
    expect(zh).toMatch(/^基准拟合 +56\.6/m)
    expect(zh).toMatch(/^速度 = 0（未收敛）/m)
  })
})
