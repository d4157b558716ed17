/** `cityward merge`: shards into one run. */
import { mergeRuns } from '../store/merge.js'
import { summaryOf, summaryText } from '../studies/simulate.js'
import { howMany } from '../vocabulary/numbers.js'
import { said } from './screen.js'
import { print, printJson } from './terminal.js'

/** Returns the exit code. */
export async function merge(
  folder: string,
  shards: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<number> {
  const { draws, parts } = await mergeRuns(folder, shards, async (run) => summaryText(await summaryOf(run)))
  const are = shards.length === 1 ? 'is' : 'are'
  const text = `${howMany(shards.length, 'shard')} with ${howMany(draws, 'draw')} ${are} merged. Run folder: ${folder}`
  if (json) printJson({ folder, shards: shards.length, draws, parts: parts.length })
  else print(`${said(text)}\n`)
  return 0
}
