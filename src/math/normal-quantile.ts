/** Normal quantile of 0.9: half of an 80 % band, in standard deviations. */
export const Z90 = 1.2815515655446004

/**
 * Quantile of the standard normal distribution: x with P(Z <= x) = p.
 *
 * Relative error about 1e-16 for p from 1e-316 up to 1 - 1e-16. -Infinity at 0, Infinity at 1, NaN outside.
 * In the upper tail pass the other tail: the quantile of 1 - q is -normalQuantile(q), exact for tiny q.
 *
 * Source: Wichura (1988), Algorithm AS 241, PPND16, Applied Statistics 37(3), 477-484.
 */
import { log } from './exponential.js'

export function normalQuantile(p: number): number {
  const centred = p - 0.5
  if (Math.abs(centred) <= 0.425) return centred * middle(0.180625 - centred * centred)
  if (!(p > 0 && p < 1)) {
    if (p === 0) return Number.NEGATIVE_INFINITY
    return p === 1 ? Number.POSITIVE_INFINITY : Number.NaN
  }
  const r = Math.sqrt(-log(centred < 0 ? p : 1 - p))
  const size = r <= 5 ? tail(r - 1.6) : farTail(r - 5)
  return centred < 0 ? -size : size
}

/** 0.075 <= p <= 0.925 */
function middle(r: number): number {
  const over =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665
  const under =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1
  return over / under
}

/** Down to p = 1.4e-11. */
function tail(r: number): number {
  const over =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835
  const under =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1
  return over / under
}

/** Smaller p. */
function farTail(r: number): number {
  const over =
    ((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103
  const under =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1
  return over / under
}
