/**
 * Levels of the median future that no population is known to have: moves in a lifetime, and children in a woman's life.
 *
 * A level that was multiplied by the five years of a step is among them once it passes these bounds; one that stays
 * below is not told from a high one.
 */
import { LEVELS, type Level } from '../../model/rates.js'
import type { Locate } from '../../scenario/scenario.js'
import type { Problem } from '../../vocabulary/problems.js'
import { type Plan, slotAt } from '../plan.js'

/** Moves in a lifetime. Americans, who move much, come to 11.7, moves next door counted (Census Bureau, ACS 2007). */
const MOST_MOVES = 12
const MOVES: readonly Level[] = ['rural_exit', 'return_home', 'city_to_city', 'return_from_outside']
/** Children in a woman's life, as of the rows of fertility.csv. */
const [FEWEST_CHILDREN, MOST_CHILDREN] = [0.3, 10]

/**
 * A warning for each level, where it is farthest out.
 *
 * memory  what a policy computed (see slotAt)
 */
export function levelWarnings(plan: Plan, memory: Float64Array, locate: Locate): Problem[] {
  const { cities, ageWidth, statuses } = plan.dims
  const at = (level: Level, year: number, city: number) =>
    memory[slotAt(plan, plan.levels[LEVELS.indexOf(level)], year) + city]
  const cells = plan.years
    .slice(1)
    .flatMap((_, step) => Array.from({ length: cities }, (_, city) => ({ year: step + 1, city })))
  const moves = (statuses > 1 ? MOVES : []).flatMap((level) => {
    const most = farthest(cells, ({ year, city }) => at(level, year, city))
    if (most.value <= MOST_MOVES) return []
    const hint =
      'It is a number of moves in a lifetime, in steps of five years too: do not multiply it by five.'
    const expected = `at most ${MOST_MOVES}, more than any population is known to have`
    return [problem(plan, locate, { level, ...most }, { what: 'moves in a lifetime', expected, hint })]
  })
  const children = ({ year, city }: Cell) => {
    const { fertility } = plan.schedules[year - 1]
    let sum = 0
    for (let cell = city; cell < fertility.length; cell += cities) sum += fertility[cell]
    return sum * ageWidth * at('fertility', year, city)
  }
  const most = farthest(cells, children)
  const least = farthest(cells, (cell) => -children(cell))
  const out = most.value > MOST_CHILDREN ? most : { ...least, value: -least.value }
  // none at all is no slip
  if (out.value === 0 || (out.value >= FEWEST_CHILDREN && out.value <= MOST_CHILDREN)) return moves
  const expected = `${FEWEST_CHILDREN} to ${MOST_CHILDREN}`
  const hint = 'The level multiplies the rates of fertility.csv: 1 leaves them as they are.'
  const words = { what: "children in a woman's life", expected, hint }
  return [...moves, problem(plan, locate, { level: 'fertility', ...out }, words)]
}

interface Cell {
  readonly year: number
  readonly city: number
}

/** The cell with the largest value. */
function farthest(
  cells: readonly Cell[],
  measure: (cell: Cell) => number,
): Cell & { readonly value: number } {
  return cells
    .map((cell) => ({ ...cell, value: measure(cell) }))
    .reduce((most, one) => (one.value > most.value ? one : most))
}

function problem(
  { years, places }: Plan,
  locate: Locate,
  { level, year, city, value }: Cell & { readonly level: Level; readonly value: number },
  { what, expected, hint }: { readonly what: string; readonly expected: string; readonly hint: string },
): Problem {
  const found = `${Number(value.toPrecision(3))} ${what} of ${places[city + 1].name.en} in ${years[year]}, with every uncertainty at its median`
  return { code: 'level-unusual', where: locate(['population', 'levels', level]), found, expected, hint }
}
