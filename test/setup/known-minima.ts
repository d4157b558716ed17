/**
 * Stands in for src/math/gauss-newton.ts where tests fit whole decades: the fit of Guangxi and of either half of its
 * cities is asked for by several files and takes many seconds, so that each is found once in a run of the tests. It is
 * known again by the residuals at two places, bit by bit, which hold every number of the decade, its data and priors.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { inject } from 'vitest'
import { type Minimum, type Residuals, minimise as search } from '../../src/math/gauss-newton.js'

export * from '../../src/math/gauss-newton.js'

export function minimise(
  problem: Residuals,
  start: Float64Array,
  mostRounds: number,
  secants = 0,
  enough = 0,
): Minimum | undefined {
  const file = join(inject('minima'), keyOf(problem, start, `${mostRounds} ${secants} ${enough}`))
  const isOurs = begun(`${file}.begun`)
  for (let waited = 0; !isOurs && !existsSync(file) && waited < PATIENCE; waited++) sleep(1)
  if (existsSync(file)) return deserialize(readFileSync(file)).minimum
  const minimum = search(problem, start, mostRounds, secants, enough)
  // whole at once, since another process may look
  writeFileSync(`${file}.${process.pid}`, serialize({ minimum }))
  renameSync(`${file}.${process.pid}`, file)
  return minimum
}

/** Seconds to wait for another process that has begun the same search; after that it is taken to be gone. */
const PATIENCE = 600

/** Whether this process is the first to begin. */
function begun(mark: string): boolean {
  try {
    writeFileSync(mark, '', { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

const sleep = (seconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000 * seconds)

function keyOf({ unknowns, data, at }: Residuals, start: Float64Array, how: string): string {
  const hash = createHash('sha256').update(`${unknowns} ${data} ${how}`).update(start)
  // off the start in every unknown, each by another step
  for (const step of [0, 0.01]) {
    const z = start.map((value, k) => value + (step * ((k % 7) - 3.5)) / 3)
    const residuals = new Float64Array(data)
    hash.update(`${at(z, residuals)}`).update(residuals)
  }
  return hash.digest('hex')
}
