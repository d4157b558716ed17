/** A part that another machine has made, held to all that a part of this run has to be before it is kept. */
import type { FileMetaData, SchemaElement } from 'hyparquet'
import type { RunNames } from '../../results/run-header.js'
import type { RunIdentity } from '../identity.js'
import type { PartRecord } from '../manifest.js'
import { describedPart, recordFor } from '../part-identity.js'

/** Most bytes of a part beside its numbers, and most that a column adds to these. */
const BESIDES = 2 ** 20
const OF_COLUMN = 1000

/** Most bytes that a part of this run can have. */
export function mostBytes({ uncertainties, outcomes }: RunNames, partDraws: number): number {
  const columns = uncertainties.length + outcomes.length
  return BESIDES + columns * (8 * partDraws + OF_COLUMN)
}

/** The record of a part by its file, which is read piece by piece; undefined where it is no whole part of the run, with its columns. */
export function recordOfFile(run: RunIdentity, header: RunNames, path: string): PartRecord | undefined {
  const described = describedPart(path)
  const record = described && recordFor(run, described)
  return record && hasCauses(record) && hasColumns(header, record, described.metadata) ? record : undefined
}

/** Whether its failures are said in words, of its own policy and draws. */
function hasCauses({ failures, failed, policy }: PartRecord): boolean {
  const isCause = (one: PartRecord['failures'][number]) =>
    one.policy === policy &&
    Number.isSafeInteger(one.draw) &&
    typeof one.code === 'string' &&
    typeof one.detail === 'string'
  return (
    failures.length <= failed &&
    failures.every((one) => typeof one === 'object' && one !== null && isCause(one))
  )
}

/** Whether it is one group of so many rows, with the columns of the run in their order. */
function hasColumns(
  header: RunNames,
  { rows }: PartRecord,
  { schema, row_groups: groups, num_rows: all }: FileMetaData,
): boolean {
  const expected = [
    'policy',
    'draw',
    'failed',
    ...header.uncertainties.map(({ name }) => `input@${name}`),
    ...header.outcomes.map(({ name }) => name),
  ]
  const [, ...columns] = schema.map(({ name }: SchemaElement) => name)
  return groups.length === 1 && Number(all) === rows && columns.join('\n') === expected.join('\n')
}
