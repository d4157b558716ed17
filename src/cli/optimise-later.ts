/** V8 is made for programs that run for long; what a command does once is better not optimised. */
import { setFlagsFromString } from 'node:v8'

/**
 * Bytes of bytecode a function runs through between two looks at whether to optimise it: 15 times V8's own 66 KB. What
 * then runs for seconds, such as draws or the check of many counties, is optimised as before, a little later.
 */
const LATER = '--interrupt-budget=1000000'

/** To be called before anything else is loaded. Only where it was measured: a flag that V8 does not know is a complaint. */
export function optimiseLater(): void {
  if (process.version.startsWith('v20.')) setFlagsFromString(LATER)
}
