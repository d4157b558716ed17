/** How near levels of places meet the later census, and the shift of all of them alike by which the region meets it. */
import type { Decade } from '../../calibration/decade.js'
import { createDecadeProjection } from '../../calibration/decade-projection.js'
import { type Levels, UNKNOWNS } from '../../calibration/unknowns.js'
import { cohortAt, RURAL } from '../../vocabulary/dimensions.js'
import type { Hindcast } from './hindcast.js'

/** What moves people out of the region: the pull of outside, log odds; where that moves nobody, moves between towns, logarithm. */
type Lever = 'pull_of_outside' | 'city_to_city'

/** Of all places alike: of the lever, and of the logarithm of leaving the village. */
interface Shift {
  readonly lever: number
  readonly exit: number
}

const NUDGE = 0.02
const ROUNDS = 4
/** Points of urban share that the region may be off: more is carried by all its places. */
const LEFT = 0.25
/** Longest step of a shift; a slope below this moves nothing. Per cent of the people that are met. */
const [LONGEST, LEAST_SLOPE, MET] = [0.7, 1e-3, 0.05]

/**
 * Small places are drawn to their larger ones, so that what each of them is off adds up. The pull of outside moves until the
 * region has its people (in a nation it moves nobody), and leaving the village until it has its urban share. Where hardly
 * anybody leaves the region from town, people are lost by going home: movers between neighbours are registered elsewhere, and
 * homes of migrants lie outside too. There are as many fewer of these moves as keeps the people.
 */
export function meetRegion(decade: Decade, levels: Levels, mostExit: number): Levels {
  const byPull = metBy('pull_of_outside', decade, levels, mostExit)
  const left = hindcastAt(decade, byPull)[0].people
  if (Math.abs(left) <= MET) return byPull
  const byMoves = metBy('city_to_city', decade, levels, mostExit)
  return Math.abs(hindcastAt(decade, byMoves)[0].people) < Math.abs(left) ? byMoves : byPull
}

function metBy(lever: Lever, decade: Decade, levels: Levels, mostExit: number): Levels {
  const at = (shift: Shift) => shifted(levels, lever, shift, mostExit)
  const off = (shift: Shift) => {
    const [{ people, urbanShare }] = hindcastAt(decade, at(shift))
    return { people, urbanShare: urbanShare - leftOver }
  }
  const [{ urbanShare: share }] = hindcastAt(decade, levels)
  const leftOver = Math.max(-LEFT, Math.min(LEFT, share))
  let now: Shift = { lever: 0, exit: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const here = off(now)
    const [byLever, byExit] = [
      off({ ...now, lever: now.lever + NUDGE }),
      off({ ...now, exit: now.exit + NUDGE }),
    ]
    const a = (byLever.people - here.people) / NUDGE
    const b = (byExit.people - here.people) / NUDGE
    const c = (byLever.urbanShare - here.urbanShare) / NUDGE
    const d = (byExit.urbanShare - here.urbanShare) / NUDGE
    const moves = Math.abs(a) > LEAST_SLOPE
    const determinant = a * d - b * c
    const by = moves ? (b * here.urbanShare - d * here.people) / determinant : 0
    const exit = moves ? (c * here.people - a * here.urbanShare) / determinant : -here.urbanShare / d
    now = { lever: now.lever + bounded(by), exit: now.exit + bounded(exit) }
  }
  return at(now)
}

const bounded = (step: number) => Math.max(-LONGEST, Math.min(LONGEST, step))

function shifted(levels: Levels, lever: Lever, { lever: by, exit }: Shift, mostExit: number): Levels {
  const isLog = UNKNOWNS.find(({ name }) => name === lever)!.scale === 'log'
  const own = new Map<string, Float64Array>([
    [lever, levels(lever).map((level) => (isLog ? level * Math.exp(by) : level + by))],
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
