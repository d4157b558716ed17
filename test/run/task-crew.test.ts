/** Threads that wait for a task. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { CrewThread } from '../../src/run/workers/task-crew.js'

const PORT = "import { parentPort } from 'node:worker_threads'\n"
const folder = mkdtempSync(join(tmpdir(), 'crew-'))
afterAll(() => rmSync(folder, { recursive: true }))
let threads = 0

function threadOf(text: string): CrewThread {
  const file = join(folder, `thread-${threads++}.mjs`)
  writeFileSync(file, PORT + text)
  return new CrewThread({ file }, new AbortController().signal)
}

it('says that a thread is gone which ended before it had a task', async () => {
  const ends = ["throw new Error('no')", 'process.exit(3)'].map(threadOf)
  while (!ends.every(({ isGone }) => isGone)) await setTimeout(5)
})

it('has a thread that waits do a task, and its end with it', async () => {
  const thread = threadOf(
    "parentPort.on('message', ({ task }) => task === 'go' ? process.exit(3) : parentPort.postMessage({ result: task + 1 }))",
  )
  expect(await thread.do(1)).toEqual({ result: 2 })
  expect(thread.isGone).toBe(false)
  expect(await thread.do('go')).toEqual({ error: new Error('its worker ended') })
  expect(thread.isGone).toBe(true)
})
