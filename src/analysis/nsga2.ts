/**
 * NSGA-II: multi-objective search by selection, crossover and mutation.
 *
 * Every random number comes from `uniform`, a pure function of its count, so that a search can be repeated.
 * Source: Deb, Pratap, Agarwal and Meyarivan (2002), IEEE Trans. Evol. Comput. 6(2); simulated binary crossover and
 * polynomial mutation after Deb and Agrawal (1995), Complex Systems 9, with distribution indices 15 and 20.
 */
import { pow } from '../math/exponential.js'
import { crowding, fronts } from './pareto.js'

export interface SearchRequest {
  /** Range of every setting. */
  readonly ranges: readonly { readonly low: number; readonly high: number }[]
  /** Settings that are in the first generation, such as those of the plan. */
  readonly known: readonly (readonly number[])[]
  /** Settings of a generation; even. */
  readonly size: number
  readonly generations: number
  /** In (0, 1); a new number each time. */
  readonly uniform: () => number
  /** Objectives of settings, all to be small. */
  readonly evaluate: (settings: readonly (readonly number[])[]) => Promise<readonly (readonly number[])[]>
}

export interface Candidate {
  readonly settings: readonly number[]
  readonly objectives: readonly number[]
}

const CROSSOVER = 15
const MUTATION = 20
const CROSSED = 0.9

/** The candidates that no other one dominates, in order of the first objective. */
export async function search(request: SearchRequest): Promise<Candidate[]> {
  const { ranges, known, size, generations, uniform, evaluate } = request
  const drawn = Array.from({ length: Math.max(0, size - known.length) }, () =>
    ranges.map(({ low, high }) => low + uniform() * (high - low)),
  )
  const evaluated = async (settings: readonly (readonly number[])[]): Promise<Candidate[]> => {
    const objectives = await evaluate(settings)
    return settings.map((one, index) => ({ settings: one, objectives: objectives[index] }))
  }
  let parents = await evaluated([...known, ...drawn])
  const tried = [...parents]
  for (let generation = 0; generation < generations; generation++) {
    const ranked = rank(parents)
    const children: (readonly number[])[] = []
    while (children.length < size) {
      children.push(...cross(pick(ranked, uniform), pick(ranked, uniform), request))
    }
    const offspring = await evaluated(children.slice(0, size))
    tried.push(...offspring)
    parents = select([...parents, ...offspring], size)
  }
  return nondominated(tried)
}

/** Candidates that none dominates; of equal objectives the first; in order of the first objective. */
export function nondominated(candidates: readonly Candidate[]): Candidate[] {
  const [front = []] = fronts(candidates.map(({ objectives }) => objectives))
  const byObjectives = new Map<string, Candidate>()
  for (const index of front) {
    const key = candidates[index].objectives.join()
    if (!byObjectives.has(key)) byObjectives.set(key, candidates[index])
  }
  return [...byObjectives.values()].sort((a, b) => a.objectives[0] - b.objectives[0])
}

interface RankedCandidate {
  readonly candidate: Candidate
  readonly front: number
  readonly distance: number
}

function rank(candidates: readonly Candidate[]): RankedCandidate[] {
  return fronts(candidates.map(({ objectives }) => objectives)).flatMap((members, front) => {
    const distances = crowding(members.map((index) => candidates[index].objectives))
    return members.map((index, at) => ({ candidate: candidates[index], front, distance: distances[at] }))
  })
}

/** Binary tournament: of two random candidates the one of the lower front, or the less crowded. */
function pick(ranked: readonly RankedCandidate[], uniform: () => number): Candidate {
  const [a, b] = [0, 0].map(() => ranked[Math.floor(uniform() * ranked.length)])
  if (a.front !== b.front) return a.front < b.front ? a.candidate : b.candidate
  return a.distance >= b.distance ? a.candidate : b.candidate
}

/** The best fronts that fit; of the last of them the least crowded. */
function select(candidates: readonly Candidate[], size: number): Candidate[] {
  return rank(candidates)
    .sort((a, b) => a.front - b.front || b.distance - a.distance)
    .slice(0, size)
    .map(({ candidate }) => candidate)
}

/** Two children of two parents. */
function cross(mother: Candidate, father: Candidate, { ranges, uniform }: SearchRequest): number[][] {
  const children = [[...mother.settings], [...father.settings]]
  const crossed = uniform() < CROSSED
  ranges.forEach(({ low, high }, at) => {
    const [x, y] = [mother.settings[at], father.settings[at]]
    const [half, u] = [uniform(), uniform()]
    if (crossed && half < 0.5) {
      const spread = u <= 0.5 ? pow(2 * u, 1 / (CROSSOVER + 1)) : pow(1 / (2 * (1 - u)), 1 / (CROSSOVER + 1))
      children[0][at] = 0.5 * ((1 + spread) * x + (1 - spread) * y)
      children[1][at] = 0.5 * ((1 - spread) * x + (1 + spread) * y)
    }
    for (const child of children) child[at] = mutate(child[at], low, high, 1 / ranges.length, uniform)
  })
  return children
}

function mutate(value: number, low: number, high: number, odds: number, uniform: () => number): number {
  const [turn, u] = [uniform(), uniform()]
  const step = u < 0.5 ? pow(2 * u, 1 / (MUTATION + 1)) - 1 : 1 - pow(2 * (1 - u), 1 / (MUTATION + 1))
  const moved = turn < odds ? value + step * (high - low) : value
  return Math.min(high, Math.max(low, moved))
}
