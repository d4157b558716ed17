/**
 * Sobol' indices with pairs by the library as it is built: the conversation of bench/peers/indices.py.
 *
 * Arguments: a file of outcomes, and an estimator.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { sobolIndices } from '../../dist/sensitivity.js'

const [, , file, estimator] = process.argv
const bytes = readFileSync(file)
const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
const factors = Array.from({ length: all[0] }, (_, factor) => ({
  name: `x${factor}`,
  dimensions: [`x${factor}`],
}))
const design = { kind: 'saltelli', factors, secondOrder: true, scrambles: 1 }
const outcome = all.slice(2)
const work = () => sobolIndices(design, outcome, estimator)

work()
createInterface({ input: process.stdin }).on('line', () => {
  const before = process.cpuUsage()
  const { indices, pairs } = work()
  const { user, system } = process.cpuUsage(before)
  const found = {
    first: indices.map(({ measures }) => measures.first.value),
    total: indices.map(({ measures }) => measures.total.value),
    pairs: pairs.map(({ second }) => second.value),
  }
  process.stdout.write(`${JSON.stringify({ ms: (user + system) / 1000, ...found })}\n`)
})
