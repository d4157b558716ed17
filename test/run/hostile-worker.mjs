// A worker that lives every draw as its number, but does something to itself at one draw under one policy.
import { parentPort, workerData } from 'node:worker_threads'

const { plan, sign } = workerData
const { draw, policy, does } = plan.hostile

const deeds = {
  endless: () => {
    for (;;) Atomics.load(sign, 0)
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

parentPort.on('message', (batch) => {
  Atomics.store(sign, 1, 0)
  Atomics.add(sign, 0, 1)
  const results = batch.policies.map((policy) => ({
    policy,
    firstDraw: batch.firstDraw,
    draws: batch.draws,
    inputs: new Float64Array(plan.uncertainties.length * batch.draws),
    outcomes: new Float64Array(plan.outcomes.length * batch.draws),
    failures: [],
  }))
  for (let at = 0; at < batch.draws; at++) {
    for (const result of results) {
      if (batch.firstDraw + at === draw && result.policy === policy) deeds[does]()
      for (let column = 0; column < plan.outcomes.length; column++)
        result.outcomes[column * batch.draws + at] = batch.firstDraw + at + column / 1000
    }
    Atomics.add(sign, 1, 1)
  }
  parentPort.postMessage({ outcomes: results })
})
