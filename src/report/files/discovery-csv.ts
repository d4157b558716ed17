/** Boxes of scenario discovery as CSV. */
import type { Box, Limit } from '../../analysis/discovery/box.js'
import { csvText } from '../../vocabulary/csv.js'
import type { DiscoveryAnswer, MeanBoxAnswer } from '../terminal/answers.js'

const COLUMNS = [
  'box', 'input', 'above', 'below', 'quasi_p', 'coverage', 'density', 'mass', 'draws', 'hits',
  'without',
] // biome-ignore format: a list of headings reads best as a paragraph

/** A line for each limit of each box; numbers in full. */
export function discoveryCsv({ found, leaves }: DiscoveryAnswer): string {
  const boxes: readonly (Box & { readonly quasiP?: ReadonlyMap<string, number> })[] =
    found?.boxes ?? leaves ?? []
  const rows = boxes.flatMap(({ limits, quasiP, coverage, density, mass, draws, hits }, index) =>
    (limits.length > 0 ? limits : [{ name: '' } as Limit]).map(({ name, above, below, without }) => [
      index + 1,
      name,
      above,
      below,
      quasiP?.get(name),
      coverage,
      density,
      mass,
      draws,
      hits,
      without?.join(' '),
    ]),
  )
  return csvText([COLUMNS, ...rows])
}

/** The box of a high or low mean: a line for each limit, or one where it has none. */
export function meanBoxCsv({ found: { box, mean: ofAll } }: MeanBoxAnswer): string {
  const { limits, mean, mass, draws } = box
  const rows = (limits.length > 0 ? limits : [{ name: '' } as Limit]).map(
    ({ name, above, below, without }) => [name, above, below, without?.join(' '), mean, ofAll, mass, draws],
  )
  return csvText([['input', 'above', 'below', 'without', 'mean', 'mean_of_all', 'mass', 'draws'], ...rows])
}
