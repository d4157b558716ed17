/**
 * Milliseconds of the processor that analyses of made-up draws take, by the build in a folder: a line of JSON.
 *
 * Argument: the folder of a built checkout. 10,000 draws of 36 inputs for the methods of given draws and the tree, 4,096 base
 * points of 36 factors for Sobol' indices with pairs. Each is done once before it counts.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , folder] = process.argv
const [DRAWS, INPUTS, POINTS] = [10_000, 36, 4096]
// the first releases had all in one entry
const entries = ['sensitivity', 'discovery'].map((name) => join(folder, 'dist', `${name}.js`))
const files = entries.every((file) => existsSync(file)) ? entries : [join(folder, 'dist', 'index.js')]
const parts = await Promise.all(files.map((file) => import(pathToFileURL(file).href)))
const library = Object.assign({}, ...parts)

let state = 20211108
function uniform() {
  state = (state * 1103515245 + 12345) % 2147483648
  return state / 2147483648
}
const column = (length) => Float64Array.from({ length }, uniform)
const inputs = Array.from({ length: INPUTS }, (_, k) => ({ name: `x${k}`, values: column(DRAWS) }))
const outcome = Float64Array.from({ length: DRAWS }, (_, draw) =>
  inputs.reduce((sum, { values }, k) => sum + values[draw] / (k + 1), inputs[0].values[draw] ** 2),
)
const group = Uint8Array.from(outcome, (value) => (value > 2.5 ? 1 : 0))
const factors = inputs.map(({ name }) => ({ name, dimensions: [name] }))
const design = { kind: 'saltelli', factors, secondOrder: true, scrambles: 1 }
const rows = column(POINTS * (2 * INPUTS + 2))

const WORK = {
  "Sobol' indices with pairs": () => library.sobolIndices(design, rows),
  'RBD-FAST': () => library.fromDraws(library.rbdFast, inputs, outcome),
  delta: () => library.fromDraws(library.delta, inputs, outcome),
  PAWN: () => library.fromDraws(library.pawn, inputs, outcome),
  regression: () => library.fromDraws(library.regression, inputs, outcome),
  CART: () => library.cart(inputs, group),
}
const taken = Object.entries(WORK).map(([name, work]) => {
  work()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return [name, (user + system) / 1000]
})
process.stdout.write(`${JSON.stringify(Object.fromEntries(taken))}\n`)
