/** Keeps quick tests quick: none of them starts a process or a thread. */
import child from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'

const refuse = () => {
  throw new Error(
    'a quick test starts no process and no thread; name the file among SLOW in vitest.config.ts',
  )
}
Object.assign(child, { spawn: refuse, spawnSync: refuse, exec: refuse, execSync: refuse, execFile: refuse })
Object.assign(child, { execFileSync: refuse, fork: refuse })
Object.assign(threads, { Worker: refuse })
syncBuiltinESMExports()
