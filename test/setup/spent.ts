/** Processor time, which does not depend on what else a machine does. */
import { readFileSync } from 'node:fs'

/** Clock ticks a second in /proc, as Linux has it on every machine. */
const TICKS = 100

/** Seconds by now: of this process with all its threads, and of those processes it has waited for where /proc tells. */
export function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + ofChildren()
}

function ofChildren(): number {
  try {
    // fields 16 and 17 of proc(5), counted from the state, which follows the name of the program
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
    return (Number(fields[13]) + Number(fields[14])) / TICKS
  } catch {
    return 0
  }
}
