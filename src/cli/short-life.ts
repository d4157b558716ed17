/** For a command that is done before V8's optimising compiler has paid for itself. */
import { setFlagsFromString } from 'node:v8'

/**
 * Bytes of bytecode that a function runs through between two looks at whether to optimise it: 15 times V8's own
 * 66 KB. What runs for seconds, such as the check of a hundred counties, is optimised as before, a little later.
 */
const PATIENCE = 1_000_000

/** From here on, compile less. Only where it was measured: V8 complains of a flag that it does not know. */
export function expectShortLife(): void {
  if (process.version.startsWith('v20.')) setFlagsFromString(`--interrupt-budget=${PATIENCE}`)
}
