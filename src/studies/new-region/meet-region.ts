/** How near levels of places meet the later census, and the shift of all of them alike by which the region meets it. */
import type { Decade } from '../../calibration/decade.js'
import { createDecadeProjection } from '../../calibration/decade-projection.js'
import type { Levels } from '../../calibration/unknowns.js'
import { cohortAt, RURAL } from '../../vocabulary/dimensions.js'
import type { Hindcast } from './hindcast.js'

/** What a shift is added to: log odds of outside, and the logarithm of leaving the village. */
interface Shift {
  readonly pull: number
  readonly exit: number
}

const NUDGE = 0.02
const ROUNDS = 4
/** Points of urban share that the region may be off: more is carried by all its places. */
const LEFT = 0.25
/** Longest step of a shift; a slope below this moves nothing. */
const [LONGEST, LEAST_SLOPE] = [0.7, 1e-3]

/**
 * Small places are drawn to their larger ones, so that what each of them is off adds up. The pull of outside moves until the
 * region has its people (in a nation it moves nobody), and leaving the village until it has its urban share.
 */
export function meetRegion(decade: Decade, levels: Levels, mostExit: number): Levels {
  const off = (shift: Shift) => {
    const [{ people, urbanShare }] = hindcastAt(decade, shifted(levels, shift, mostExit))
    return { people, urbanShare: urbanShare - leftOver }
  }
  const [{ urbanShare: share }] = hindcastAt(decade, levels)
  const leftOver = Math.max(-LEFT, Math.min(LEFT, share))
  let now: Shift = { pull: 0, exit: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const here = off(now)
    const [byPull, byExit] = [
      off({ ...now, pull: now.pull + NUDGE }),
      off({ ...now, exit: now.exit + NUDGE }),
    ]
    const a = (byPull.people - here.people) / NUDGE
    const b = (byExit.people - here.people) / NUDGE
    const c = (byPull.urbanShare - here.urbanShare) / NUDGE
    const d = (byExit.urbanShare - here.urbanShare) / NUDGE
    const pulls = Math.abs(a) > LEAST_SLOPE
    const determinant = a * d - b * c
    const pull = pulls ? (b * here.urbanShare - d * here.people) / determinant : 0
    const exit = pulls ? (c * here.people - a * here.urbanShare) / determinant : -here.urbanShare / d
    now = { pull: now.pull + bounded(pull), exit: now.exit + bounded(exit) }
  }
  return shifted(levels, now, mostExit)
}

const bounded = (step: number) => Math.max(-LONGEST, Math.min(LONGEST, step))

function shifted(levels: Levels, { pull, exit }: Shift, mostExit: number): Levels {
  const own = new Map([
    ['pull_of_outside', levels('pull_of_outside').map((level) => level + pull)],
    ['rural_exit', levels('rural_exit').map((level) => Math.min(mostExit, level * Math.exp(exit)))],
  ])
  return (name) => own.get(name) ?? levels(name)
}

/** People and townspeople by place. */
function countsOf({ dims }: Decade, people: Float64Array): readonly [all: Float64Array, urban: Float64Array] {
  const [all, urban] = [new Float64Array(dims.cities), new Float64Array(dims.cities)]
  const towns = cohortAt(dims, RURAL + 1, 0, 0)
  people.forEach((persons, cell) => {
    all[cell % dims.cities] += persons
    if (cell >= towns) urban[cell % dims.cities] += persons
  })
  return [all, urban]
}

/** Of the region and of every place, in their order. Throws RangeError where levels give rates out of their bounds. */
export function hindcastAt(decade: Decade, levels: Levels): Hindcast[] {
  const { cities, after, region } = decade
  const projected = createDecadeProjection(decade)(levels)
  if (!projected) throw new RangeError('the levels of the places give rates that cannot be lived')
  const [lived, livedInTown] = countsOf(decade, projected.people)
  const [counted, countedInTown] = countsOf(decade, after.people)
  const off = (code: string, places: readonly number[]): Hindcast => {
    const sum = (of: Float64Array) => places.reduce((total, place) => total + of[place], 0)
    if (!(sum(counted) > 0 && sum(lived) > 0)) return { code, people: 0, urbanShare: 0 }
    return {
      code,
      people: 100 * (sum(lived) / sum(counted) - 1),
      urbanShare: 100 * (sum(livedInTown) / sum(lived) - sum(countedInTown) / sum(counted)),
    }
  }
  return [
    off(
      region.code,
      cities.map((_, city) => city),
    ),
    ...cities.map(({ code }, city) => off(code, [city])),
  ]
}
