/** The priors of a fit whose data folder says how it was made: provinces differ more in comers than the cities of one. */
import type { FitChoices } from '../dataset/dataset.js'
import type { Decade } from './decade.js'
import { UNKNOWNS, type Unknown } from './unknowns.js'

/**
 * Comers from other provinces are a judgement on stocks, and for many provinces what grows their towns: the level may
 * differ from it by half, and between places by as much again. Villages become towns in each place at a pace of its own: a
 * third to three times that of the others.
 */
const OF_PLACES: Readonly<Record<'arrivals' | 'reclassification', Partial<Unknown>>> = {
  arrivals: { region: 0.5, city: 0.5 },
  reclassification: { city: 1 },
}

/** UNKNOWNS, or those with levels by place. */
export const priorsBy = (choices: FitChoices): readonly Unknown[] =>
  UNKNOWNS.map((unknown) => {
    const { name } = unknown
    const isOwn = (name === 'arrivals' || name === 'reclassification') && choices[name] === 'place'
    return isOwn ? { ...unknown, ...OF_PLACES[name] } : unknown
  })

export const priorsOf = ({ choices }: Decade): readonly Unknown[] => (choices ? priorsBy(choices) : UNKNOWNS)
