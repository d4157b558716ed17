/**
 * `cityward/pictures`: what `cityward/sensitivity` and `cityward/discovery` find, as SVG, PNG or a page of HTML.
 *
 * ```ts
 * import { sobol } from 'cityward/sensitivity'
 * import { drawAnalysis } from 'cityward/pictures'
 * const svg = await drawAnalysis(sobol(model, inputs, { N: 1024 }), { title: 'Urban share', form: 'svg' })
 * ```
 */
export {
  type DrawOptions,
  drawAnalysis,
  drawDecomposition,
  drawDiscovery,
  drawTree,
} from '../report/studies/draw-study.js'
