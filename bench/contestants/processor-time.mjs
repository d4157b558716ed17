/** Loaded before a command: at its end writes the seconds of the processor that the process took, all threads, into a file. */
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeFileSync(process.env.PROCESSOR_TIME_FILE, String((user + system) / 1e6))
  })
}
