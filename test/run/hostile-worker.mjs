// A worker whose outcome of every draw is its number, but does something to itself at one draw under one policy.
import { parentPort, workerData } from 'node:worker_threads'

const { plan, heartbeat } = workerData
const { draw, policy, does } = plan.hostile

const deeds = {
  endless: () => {
    new BroadcastChannel('stuck').postMessage(draw)
    for (;;) Atomics.load(heartbeat, 0)
  },
  memory: () => {
    const held = []
    for (;;) held.push(new Array(100_000).fill(held.length))
  },
  exit: () => process.exit(1),
  throw: () => {
    throw new Error('a fault of the program')
  },
}

parentPort.on('message', ({ batch }) => {
  Atomics.store(heartbeat, 1, 0)
  Atomics.add(heartbeat, 0, 1)
  for (let now = batch.firstDraw; now < batch.firstDraw + batch.draws; now++) {
    for (const part of batch.parts) {
      if (now === draw && part.policy === policy) deeds[does]()
      for (let column = 0; column < plan.outcomes.length; column++)
        part.outcomes[column * part.draws + now - part.firstDraw] = now + column / 1000
    }
    Atomics.add(heartbeat, 1, 1)
  }
  parentPort.postMessage({ failures: [] })
})
