/** Places that a table needs a code of and that have none. */
import type { Problem } from '../../vocabulary/problems.js'
import { distinct, type Placed } from './made.js'

export function withoutCodes(observations: readonly Placed[]): Problem[] {
  const nameless = observations.filter(({ matched }) => matched === '')
  return distinct(nameless.map(({ place }) => place)).map((place) => ({
    code: 'place-unmatched',
    where: nameless.find((one) => one.place === place)!.at,
    found: place === '' ? 'figures without a place' : `"${place}"`,
    expected: 'a place with a code: this table is read by codes',
    hint: 'Say which with --place NAME=CODE, or import into a data folder that has a places.csv.',
  }))
}
