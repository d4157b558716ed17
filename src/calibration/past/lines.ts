/** Simple lines that a backtest stands beside: what some places did, for others. */
import { exp, log } from '../../math/exponential.js'
import { inPlaces, SUBJECTS, type Subject, type SubjectCounts } from './subjects.js'

/** Growth by subject, and the change of the log odds of the urban share. */
export interface Lines {
  /** Of the urban share points, of deaths a share of the people of whom they are, else a factor. */
  readonly growth: Readonly<Record<Subject, number>>
  readonly logOdds: number
}

/** What a subject grows from: itself at the earlier census, but deaths from those of 60 and over. */
export const startOf = (before: SubjectCounts, subject: Subject, places: readonly number[]): number =>
  inPlaces(before, subject === 'deaths' ? 'ages_60_plus' : subject, places)

/** What a line learns from some places. */
export function linesOf(before: SubjectCounts, after: SubjectCounts, places: readonly number[]): Lines {
  const [share0, share1] = [before, after].map((counts) => inPlaces(counts, 'urban_share', places))
  const growth = SUBJECTS.map((subject) => [
    subject,
    subject === 'urban_share'
      ? share1 - share0
      : inPlaces(after, subject, places) / startOf(before, subject, places),
  ])
  return {
    growth: Object.fromEntries(growth) as Lines['growth'],
    logOdds: log(share1 / (100 - share1)) - log(share0 / (100 - share0)),
  }
}

/** The line of each place by what was learnt for it, added up over several places; the growth difference is one of urban shares. */
export function lineFor(
  subject: Subject,
  before: SubjectCounts,
  places: readonly number[],
  learnt: (place: number) => Lines,
  kind: 'straight' | 'growthDifference',
): number | undefined {
  if (kind === 'growthDifference' && subject !== 'urban_share') return undefined
  const own = places.map((place) => {
    const { growth, logOdds } = learnt(place)
    const value = startOf(before, subject, [place])
    if (subject !== 'urban_share') return value * growth[subject]
    const odds = log(value / (100 - value)) + logOdds
    const share = kind === 'straight' ? value + growth.urban_share : 100 / (1 + exp(-odds))
    return share * before.people[place] * growth.people
  })
  const sum = own.reduce((total, value) => total + value, 0)
  if (subject !== 'urban_share') return sum
  return sum / places.reduce((total, place) => total + before.people[place] * learnt(place).growth.people, 0)
}
