/** A worker of the page: opens the plan once, then simulates what was asked last. */
import { bytesInflated } from '../engine/inflate.js'
import type { FromWorker, Opening, Share, SimulationJob, ToWorker } from '../engine/messages.js'
import { unpackPlan } from '../engine/packed-plan.js'
import { createSimulation } from '../engine/simulation.js'
import { CURVE_DRAWS } from '../engine/stages.js'

type Simulate = ReturnType<typeof createSimulation>

/** The part of a worker's global scope that is used; its types and a window's cannot both be had. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
  readonly postMessage: (message: FromWorker, transfer?: Transferable[]) => void
}
const scope = self as unknown as WorkerScope

/** Draws between two pauses, in which a newer job is heard of. */
const AT_ONCE = 16

let simulateFor: ((job: SimulationJob) => Simulate) | undefined
let job: SimulationJob | undefined
let open: Share[] = []
let isAtWork = false

scope.onmessage = ({ data }) => {
  if (data.kind === 'job') take(data)
  const next = data.kind === 'open' ? begin(data) : work()
  next.catch((error: unknown) => {
    scope.postMessage({ kind: 'fault', message: error instanceof Error ? error.message : String(error) })
  })
}

function take(asked: SimulationJob): void {
  if (asked.id === job?.id) {
    open.push(...asked.shares)
    return
  }
  job = asked
  open = [...asked.shares]
}

async function begin({ plan: packed, kernel: bytes, workers }: Opening): Promise<void> {
  const kernel = new WebAssembly.Module(bytes)
  const plan = unpackPlan(new Uint8Array(await bytesInflated(packed)))
  const own = createKept((draws) =>
    createSimulation(plan, { kernel, draws, keptPopulations: Math.ceil(draws / workers) }),
  )
  const aside = createKept((draws) =>
    createSimulation(plan, { kernel, draws, keptPopulations: Math.ceil(CURVE_DRAWS / workers) }),
  )
  simulateFor = ({ draws, isAside }) => (isAside ? aside : own)(draws)
  scope.postMessage({ kind: 'ready' })
  await work()
}

/** A function that makes a simulation anew only where the number of draws has changed. */
function createKept(make: (draws: number) => Simulate): (draws: number) => Simulate {
  let known: { readonly draws: number; readonly simulate: Simulate } | undefined
  return (draws) => {
    if (known?.draws !== draws) known = { draws, simulate: make(draws) }
    return known.simulate
  }
}

/** Simulate what is open, and what comes in the meantime, until there is none. */
async function work(): Promise<void> {
  if (isAtWork || !simulateFor) return
  isAtWork = true
  try {
    for (let share = open.shift(); share; share = open.shift())
      await simulateShare(simulateFor(job!), job!, share)
  } finally {
    isAtWork = false
  }
}

async function simulateShare(simulate: Simulate, own: SimulationJob, share: Share): Promise<void> {
  const { first, count } = share
  const { columns } = own
  const values = new Float64Array(columns.length * count)
  let failed = 0
  for (let done = 0; done < count; done += AT_ONCE) {
    const some = Math.min(AT_ONCE, count - done)
    const found = simulate({ ...own, first: first + done, count: some })
    failed += found.failed
    columns.forEach((_, at) => {
      values.set(found.values.subarray(at * some, (at + 1) * some), at * count + done)
    })
    await pause()
    if (job !== own) return
  }
  scope.postMessage({ kind: 'share', job: own.id, share, values, failed }, [values.buffer])
}

const channel = new MessageChannel()
let resume = () => {}
channel.port1.onmessage = () => resume()

/** Let messages in; sooner than a timer, which browsers hold back for milliseconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    resume = resolve
    channel.port2.postMessage(undefined)
  })
}
