/**
 * Conditions on futures: `urban_share@2021=54..55` keeps those in which an outcome of the run, or an uncertainty, lies in a
 * range, both ends included. An end may be left out.
 */
import { columnAt } from '../../plan/outcome-columns.js'
import type { OpenRun } from '../../store/open-run.js'
import { indexIn, placeIn } from '../../vocabulary/lookup.js'
import { fail } from '../../vocabulary/problems.js'

interface Condition {
  readonly text: string
  readonly name: string
  /** As it is written; the region where it is left out. */
  readonly place?: string
  readonly year?: number
  readonly low: number
  readonly high: number
}

const WHERE = { file: '--given' }
const FORM = /^\s*([^\s=@]+?)(?:@([^=@]+?))?(?:@([^=@]+?))?\s*=\s*(\S*?)\s*\.\.\s*(\S*?)\s*$/

/** Throws CitywardError for what is no condition. */
function parseCondition(text: string): Condition {
  const [, name, first, second, from, to] = FORM.exec(text) ?? []
  const [low, high] = [
    from === '' ? Number.NEGATIVE_INFINITY : Number(from),
    to === '' ? Number.POSITIVE_INFINITY : Number(to),
  ]
  const isOpen = from === '' && to === ''
  if (name === undefined || isOpen || Number.isNaN(low) || Number.isNaN(high) || low > high)
    fail({
      code: 'condition-wrong',
      where: WHERE,
      found: `"${text}"`,
      expected: 'a name and a rising range, such as urban_share@2021=54..55 or rural_pace=..1',
    })
  // of one part after the name, a year is told from a place by its form
  const [place, year] =
    second === undefined && /^\d{4}$/.test(first ?? '') ? [undefined, first] : [first, second]
  return {
    ...{ text, name, low, high },
    ...(place !== undefined && { place }),
    ...(year !== undefined && { year: Number(year) }),
  }
}

/** The run with those draws alone in which all conditions hold under a policy. */
export async function runGiven(run: OpenRun, policy: number, texts: readonly string[]): Promise<OpenRun> {
  if (texts.length === 0) return run
  const { reader } = run
  const holds = await drawsGiven(run, policy, texts)
  const keep = (values: Float64Array) => values.filter((_, draw) => holds[draw] === 1)
  const draws = holds.reduce((sum, one) => sum + one, 0)
  return {
    ...run,
    reader: { draws, read: async (of, names) => (await reader.read(of, names)).map(keep) },
  }
}

/** 1 for every draw in which all conditions hold; a draw without a value is none. */
async function drawsGiven(
  { folder, header, reader }: OpenRun,
  policy: number,
  texts: readonly string[],
): Promise<Uint8Array> {
  const holds = new Uint8Array(reader.draws).fill(1)
  for (const condition of texts.map(parseCondition)) {
    const [values] = await reader.read(policy, [columnOfCondition(folder, header, condition)])
    const { low, high } = condition
    for (let draw = 0; draw < holds.length; draw++)
      if (!(values[draw] >= low && values[draw] <= high)) holds[draw] = 0
  }
  return holds
}

/** Name of the column that a condition is on: an uncertainty's, or an outcome's that the run has kept. */
function columnOfCondition(folder: string, header: OpenRun['header'], condition: Condition): string {
  const { name, text, year = header.years.at(-1)! } = condition
  const uncertainties = header.uncertainties.map((one) => one.name)
  const indicators = header.indicators.map((one) => one.name)
  if (uncertainties.includes(name)) return `input@${name}`
  indexIn(folder, 'indicator', name, [...indicators, ...uncertainties])
  const place = placeIn(folder, header.places, condition.place)
  const column = header.outcomes[columnAt(header, name, place, year)]
  if (column) return column.name
  const expected = 'a place and year that the run has kept'
  return fail({ code: 'outcome-not-kept', where: WHERE, found: `no values of ${text}`, expected })
}
