/** `cityward merge`: shards into one run. */
import { mergeRuns } from '../store/merge.js'
import { summaryOf, summaryText } from '../studies/simulate.js'
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
      `${shards.length} shards with ${draws.toLocaleString('en')} draws are merged. Run folder: ${folder}\n`,
    )
  return 0
}
