/**
 * Work that is counted and not timed: how often each block of code ran, and how often a pattern took back a step. Both
 * counts are the engine's own, and the same on every machine.
 */
import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

/** Runs of blocks (of loops, functions, branches) in all code, packages included, that an act takes. */
export function blocksRunBy(act: () => unknown): number {
  const session = new Session()
  session.connect()
  const ask = (method: string, settings?: object): { result?: Coverage[] } => {
    let answered: unknown
    session.post(method, settings, (error: Error | null, found?: object) => {
      if (error) throw error
      answered = found
    })
    // a session in the same thread answers before it returns
    return answered as { result?: Coverage[] }
  }
  try {
    ask('Profiler.enable')
    ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    act()
    const { result = [] } = ask('Profiler.takePreciseCoverage')
    const blocks = result.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    return blocks.reduce((sum, { count }) => sum + count, 0)
  } finally {
    ask('Profiler.stopPreciseCoverage')
    session.disconnect()
  }
}

interface Coverage {
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
}

/** Whether a pattern comes to the end of a text, where it is made to match, with so many steps taken back. */
export function endsWithin(most: number, { source, flags }: RegExp, text: string): boolean {
  return limited(`(?:${source})|${END}`, flags, most).exec(text + END) !== null
}

const END = '@the end@'

setFlagsFromString('--allow-natives-syntax')
/** A pattern that gives up after so many steps back, by a function that V8 has for its own tests. */
const limited = new Function(
  'source',
  'flags',
  'most',
  'return %NewRegExpWithBacktrackLimit(source, flags, most)',
) as (source: string, flags: string, most: number) => RegExp
setFlagsFromString('--no-allow-natives-syntax')
