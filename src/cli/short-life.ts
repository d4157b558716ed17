/** V8 is made for programs that run for long; a command that is done in half a second is better off without some of it. */
import { setFlagsFromString } from 'node:v8'

const FLAGS = [
  // Bytes of bytecode a function runs through between two looks at whether to optimise it: 15 times V8's own 66 KB.
  // What then runs for seconds, such as the check of many counties, is optimised as before, a little later.
  '--interrupt-budget=1000000',
  // Young objects stay in the 1 MB they begin in. Each new page is a fault, and few of the objects grow old.
  '--semi-space-growth-factor=1',
]

/** To be called before anything else is loaded. Only where it was measured: a flag that V8 does not know is a complaint. */
export function expectShortLife(): void {
  if (process.version.startsWith('v20.')) for (const flag of FLAGS) setFlagsFromString(flag)
}
