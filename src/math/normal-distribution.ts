/**
 * Distribution function of the standard normal: P(Z <= x), relative error below 1e-14 also far out in the lower
 * tail. The upper tail P(Z > x) is normalCumulative(-x).
 *
 * Source: Cody (1969), Rational Chebyshev approximation for the error function, Math. Comp. 23, 631-637.
 */
import { exp } from './exponential.js'

export function normalCumulative(x: number): number {
  const size = Math.abs(x)
  if (size <= 0.67448975) return 0.5 + x * centre(x * x)
  if (!(size < 39)) return Number.isNaN(x) ? x : x > 0 ? 1 : 0
  const tail = bell(size) * (size <= 5.656854249492381 ? shoulder(size) : farOut(size))
  return x > 0 ? 1 - tail : tail
}

/** exp(-x^2 / 2), the square split so that its rounding does not reach the exponent. */
function bell(x: number): number {
  const coarse = Math.trunc(x * 16) / 16
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (x - coarse) * (x + coarse))
}

function centre(z: number): number {
  const over =
    (((0.06568233791820745 * z + 2.2352520354606837) * z + 161.02823106855587) * z + 1067.6894854603709) * z +
    18154.98125334356
  const under =
    (((z + 47.202581904688245) * z + 976.0985517377767) * z + 10260.932208618979) * z + 45507.78933502673
  return over / under
}

function shoulder(x: number): number {
  const over =
    (((((((1.0765576773720192e-8 * x + 0.39894151208813466) * x + 8.883149794388377) * x +
      93.50665613217785) *
      x +
      597.2702763948002) *
      x +
      2494.5375852903726) *
      x +
      6848.190450536283) *
      x +
      11602.65143764735) *
      x +
    9842.714838383978
  const under =
    (((((((x + 22.266688044328117) * x + 235.387901782625) * x + 1519.3775994075547) * x +
      6485.558298266761) *
      x +
      18615.571640885097) *
      x +
      34900.95272114598) *
      x +
      38912.00328609327) *
      x +
    19685.429676859992
  return over / under
}

function farOut(x: number): number {
  const z = 1 / (x * x)
  const over =
    ((((0.023073441764940174 * z + 0.215898534057957) * z + 0.12740116116024736) * z + 0.022235277870649807) *
      z +
      0.0014216191932278934) *
      z +
    0.000029112874951168793
  const under =
    ((((z + 1.284260096144911) * z + 0.4682382124808651) * z + 0.06598813786892856) * z +
      0.0037823963320275824) *
      z +
    0.00007297515550839662
  return (0.3989422804014327 - (z * over) / under) / x
}
