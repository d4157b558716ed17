// Runs the built command line in a thread that stays: modules are read once, and code that is hot stays compiled.
import { workerData } from 'node:worker_threads'

const { address, port, answered } = workerData

let end = () => undefined
// as a process does: what nothing catches is shown, and is the end of the command
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error?.stack ?? error}\n`)
  process.exitCode = 1
  end()
})

port.on('message', async ({ args, count, environment }) => {
  const said = { out: '', err: '' }
  collect(process.stdout, (text) => {
    said.out += text
  })
  collect(process.stderr, (text) => {
    said.err += text
  })
  const before = { ...process.env }
  Object.assign(process.env, environment)
  process.argv = [process.execPath, 'cityward', ...args]
  process.exitCode = undefined
  end = () => {
    end = () => undefined
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
    process.stdout.removeAllListeners('error')
    process.stderr.removeAllListeners('error')
    port.postMessage({ code: process.exitCode ?? 0, ...said })
    Atomics.store(answered, 0, count)
    Atomics.notify(answered, 0)
  }
  try {
    // each time anew: the entry reads its arguments as it is loaded, while what it imports is loaded once
    await import(`${address}?${count}`)
  } catch (error) {
    said.err += `${error.stack}\n`
    process.exitCode = 1
  }
  end()
})

function collect(stream, add) {
  stream.write = (chunk, encoding, done = encoding) => {
    add(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    if (typeof done === 'function') queueMicrotask(done)
    return true
  }
}
