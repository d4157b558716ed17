/** The page of a plan: opens what the file holds, starts workers, and draws whenever something has changed. */
import { render } from 'preact'
import type { Language } from '../../vocabulary/language.js'
import { fromBase85 } from '../engine/base85.js'
import { Crew, type Thread } from '../engine/crew.js'
import { bytesInflated } from '../engine/inflate.js'
import type { FromWorker, ToWorker } from '../engine/messages.js'
import type { ExplorerFacts } from '../facts.js'
import { App } from './app.js'
import { Explorer } from './explorer.js'
import { followServer } from './follow-server.js'

/** Most workers: each holds a plan and populations of its own. */
const MOST_WORKERS = 8

/** A block of the file. */
const blockOf = (id: string) => fromBase85(document.getElementById(`cityward-${id}`)!.textContent!)
const textOf = async (id: string) => new TextDecoder().decode(await bytesInflated(blockOf(id)))

async function open(): Promise<void> {
  const [facts, script, kernel] = await Promise.all([
    textOf('facts'),
    textOf('worker'),
    bytesInflated(blockOf('kernel')),
  ])
  const read = JSON.parse(facts) as ExplorerFacts
  const fragment = location.hash
  const root = document.getElementById('explorer')!
  let isDrawing = false
  const draw = () => {
    isDrawing = false
    render(<App explorer={explorer} />, root)
  }
  const explorer: Explorer = new Explorer(
    read,
    {
      ask: (question, pace) => crew.ask(question, pace),
      changed: () => {
        if (!isDrawing) requestAnimationFrame(draw)
        isDrawing = true
      },
      keepLink: (text) => history.replaceState(null, '', `#${text}`),
    },
    read.language ?? languageOf(navigator.language),
    fragment,
  )
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const count = workersOf(fragment)
  const threads = Array.from({ length: count }, () => threadOf(new Worker(url), explorer))
  const crew = new Crew(
    threads,
    { plan: blockOf('plan'), kernel: new Uint8Array(kernel) },
    {
      onAnswer: (answer) => explorer.take(answer),
      onFault: (message) => explorer.fail(message),
    },
  )
  addEventListener('keydown', (event) => steer(explorer, event))
  root.replaceChildren()
  draw()
  explorer.rest()
  followServer(explorer)
}

/** Undoing as everywhere, but for what is being typed, which the browser undoes itself. */
function steer(explorer: Explorer, event: KeyboardEvent): void {
  const isTyping =
    event.target instanceof HTMLInputElement && /^(?:number|search|text)$/.test(event.target.type)
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping) return
  const key = event.key.toLowerCase()
  if (key === 'z' && !event.shiftKey) explorer.undo()
  else if (key === 'y' || key === 'z') explorer.redo()
  else return
  event.preventDefault()
}

const languageOf = (tag: string): Language => (tag.startsWith('zh') ? 'zh' : 'en')

/** As many as the machine has processors; `workers=1` in the address is for measuring. */
function workersOf(fragment: string): number {
  const asked = Number(/\bworkers=(\d+)/.exec(fragment)?.[1] ?? navigator.hardwareConcurrency)
  return Math.min(MOST_WORKERS, Math.max(1, asked || 1))
}

function threadOf(worker: Worker, explorer: Explorer): Thread {
  worker.onerror = (event) => explorer.fail(event.message)
  return {
    send: (message: ToWorker) => worker.postMessage(message),
    onMessage: (take) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => take(data)
    },
  }
}

open().catch((error: unknown) => {
  document.getElementById('explorer')!.textContent = String(error)
})
