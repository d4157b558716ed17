/** Boxes of scenario discovery as CSV. */
import type { Box, Limit } from '../../analysis/discovery/box.js'
import { csvText } from '../../vocabulary/csv.js'
import type { DiscoveryAnswer } from '../terminal/answers.js'

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
