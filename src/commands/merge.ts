/** `cityward merge`: shards into one run. */
import { mergeRuns } from '../store/merge.js'
import { summaryOf, summaryText } from '../studies/simulate.js'
import { howMany } from '../vocabulary/numbers.js'
import { print, printJson } from './terminal.js'

/** Returns the exit code. */
export async function merge(
  folder: string,
  shards: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<number> {
  const { draws, parts } = await mergeRuns(folder, shards, async (run) => summaryText(await summaryOf(run)))
  const said = { folder, shards: shards.length, draws, parts: parts.length }
  if (json) printJson(said)
  else
    print(
      `${howMany(shards.length, 'shard')} with ${howMany(draws, 'draw')} ${shards.length === 1 ? 'is' : 'are'} merged. Run folder: ${folder}\n`,
    )
  return 0
}
