// Loaded before a program (`--import`): kills it at the n-th of its calls that change files, as a loss of power would.
//
//   TORTURE_KILL   number of the call before which it is killed; `n+` to let a write do half of its work first
//   TORTURE_COUNT  file that the number of calls is written to at the end of a program that is not killed
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const [, number, half] = /^(\d+)(\+?)$/.exec(process.env.TORTURE_KILL ?? '') ?? []
const at = Number(number ?? 0)
const originals = { ...fs }
let calls = 0

/** Counts a call; `write`, where there is one, does a part of its work. */
function count(write) {
  calls += 1
  if (calls !== at) return
  if (half) write?.()
  process.kill(process.pid, 'SIGKILL')
  // the signal is taken at once, though not always before the next instruction
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

const halfOf = (content) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return bytes.subarray(0, bytes.byteLength >> 1)
}

/** Calls on paths and handles, which do nothing before they are done. */
const PLAIN = [
  'closeSync',
  'copyFileSync',
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'truncateSync',
  'unlinkSync',
  'utimesSync',
]
for (const name of PLAIN) {
  fs[name] = (...args) => {
    // opening for reading changes nothing
    if (name !== 'openSync' || (args[1] ?? 'r') !== 'r') count()
    return originals[name](...args)
  }
}
fs.writeSync = (handle, content, ...rest) => {
  count(() => originals.writeSync(handle, halfOf(content)))
  return originals.writeSync(handle, content, ...rest)
}
for (const name of ['writeFileSync', 'appendFileSync']) {
  fs[name] = (path, content, ...rest) => {
    count(() => originals[name](path, halfOf(content), ...rest))
    return originals[name](path, content, ...rest)
  }
}

const { open, rename } = fs.promises
fs.promises.rename = (...args) => {
  count()
  return rename(...args)
}
fs.promises.open = async (path, flags = 'r', ...rest) => {
  if (flags !== 'r') count()
  const handle = await open(path, flags, ...rest)
  if (flags !== 'r') watch(handle)
  return handle
}

/** A handle whose calls are counted as well. */
function watch(handle) {
  const { writeFile, sync, close } = handle
  handle.writeFile = (content, ...rest) => {
    count(() => originals.writeSync(handle.fd, halfOf(content)))
    return writeFile.call(handle, content, ...rest)
  }
  handle.sync = () => {
    count()
    return sync.call(handle)
  }
  handle.close = () => {
    count()
    return close.call(handle)
  }
}

// what a worker thread calls is not the program's own writing
if (isMainThread) {
  syncBuiltinESMExports()
  process.on('exit', () => {
    if (process.env.TORTURE_COUNT) originals.writeFileSync(process.env.TORTURE_COUNT, String(calls))
  })
}
