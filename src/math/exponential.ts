/**
 * exp, log and pow from + - * / and the bits of a double, the same on every machine.
 *
 * JavaScript leaves the last bit of Math.exp, Math.log and Math.pow to the engine, so a result that passed through
 * them may differ between engines, and from the SIMD kernel. These may not. Errors stay below 1 unit in the last
 * place; special values (zero, infinities, NaN, signs) are those of Math.exp, Math.log and Math.pow.
 *
 * Source: fdlibm 5.3 (Sun Microsystems, 1993, 2004), e_exp.c, e_log.c and e_pow.c; `log` reduces to
 * [sqrt(1/2), sqrt(2)) as FreeBSD's later edition does.
 */

// One double seen as two words; the high word comes second on every machine that runs JavaScript or WebAssembly.
const double = new Float64Array(1)
const words = new Int32Array(double.buffer)

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const TWO_54 = 18014398509481984

/** 2^-1022 .. 2^1023, read by timesTwoTo: quicker than building the bits. */
const POWERS_OF_TWO = new Float64Array(2046)
for (let n = 0, power = 2.2250738585072014e-308; n < 2046; n++, power *= 2) POWERS_OF_TWO[n] = power

/** exp(x). Overflows to Infinity above 709.78, reaches 0 below -745.13. */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Number.POSITIVE_INFINITY : x
  if (x < -745.1332191019411) return 0
  if (x === 1) return Math.E
  // x = k ln 2 + r, |r| <= ln(2) / 2, r held as high - low
  const k = Math.abs(x) > 0.34657359027997264 ? Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5)) : 0
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const c = oddPart(r)
  return timesTwoTo(1 - (low - (r * c) / (2 - c) - high), k)
}

/** Natural logarithm. -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  const subnormal = x < 2.2250738585072014e-308
  double[0] = subnormal ? x * TWO_54 : x
  // x = 2^k (1 + f), sqrt(1/2) <= 1 + f < sqrt(2)
  const high = words[1] + (0x3ff00000 - 0x3fe6a09e)
  const k = (high >> 20) - 0x3ff - (subnormal ? 54 : 0)
  words[1] = (high & 0x000fffff) + 0x3fe6a09e
  const f = double[0] - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return s * (half + (even + odd)) + k * LN2_LOW - half + f + k * LN2_HIGH
}

/** ln(1 + x) without loss for small x. Source: Kahan, in Goldberg (1991), theorem 4. */
export function log1p(x: number): number {
  const y = 1 + x
  if (y === 1 || y === Number.POSITIVE_INFINITY) return x
  return (log(y) * x) / (y - 1)
}

/** exp(x) - 1 without a loss of digits near 0. Source: Kahan, as Higham (2002), Accuracy and Stability, ch. 1.14.1. */
export function expm1(x: number): number {
  const power = exp(x)
  if (power === 1) return x
  const less = power - 1
  return less === -1 || !Number.isFinite(power) ? less : (less * x) / log(power)
}

/** x to the power y, with the special values of Math.pow. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  const size = Math.abs(x)
  if (!(size < Number.POSITIVE_INFINITY) || !(Math.abs(y) < Number.POSITIVE_INFINITY) || size === 0) {
    return powAtTheEdge(x, y)
  }
  if (x < 0 && !Number.isInteger(y)) return Number.NaN
  const sign = x < 0 && y % 2 !== 0 ? -1 : 1
  if (size === 1) return sign
  if (Math.abs(y) > 18446744073709552000) return sign * (size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0)
  if (Math.abs(y) > 2147483648 && Math.abs(size - 1) > 1e-6) {
    return sign * (size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0)
  }
  if (Math.abs(y) > 2147483648) logTwoNearOne(size)
  else logTwo(size)
  return sign * twoToProduct(y)
}

/** x or y is NaN, infinite, or x is zero; y is not zero. */
function powAtTheEdge(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  const size = Math.abs(x)
  if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    if (size === 1) return Number.NaN
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0
  }
  const result = size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0
  const negative = (x < 0 || Object.is(x, -0)) && Number.isInteger(y) && y % 2 !== 0
  return negative ? -result : result
}

/** log2 as the sum of two doubles; logHigh has its low word zero. Written by logTwo and logTwoNearOne. */
let logHigh = 0
let logLow = 0

/** log2(x) for finite x > 0, to some 70 bits. */
function logTwo(x: number): void {
  const subnormal = x < 2.2250738585072014e-308
  double[0] = subnormal ? x * TWO_54 : x
  let n = (words[1] >> 20) - 0x3ff - (subnormal ? 54 : 0)
  const fraction = words[1] & 0x000fffff
  // x = 2^n times a number near 1 (|a| < sqrt(3/2)) or near 3/2
  const near = fraction <= 0x3988e || fraction >= 0xbb67a ? 1 : 1.5
  let top = fraction | 0x3ff00000
  if (fraction >= 0xbb67a) {
    n += 1
    top -= 0x00100000
  }
  words[1] = top
  const a = double[0]
  // s = (a - near) / (a + near) = sHigh + sLow
  const u = a - near
  const v = 1 / (a + near)
  const s = u * v
  const sHigh = clearLow(s)
  const sumHigh = fromHigh(((top >> 1) | 0x20000000) + 0x00080000 + (near === 1 ? 0 : 0x00040000))
  const sumLow = a - (sumHigh - near)
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow)
  setLogTwo(s, sHigh, sLow, n, near)
}

/** 2 / (3 ln 2) times 3 s + s^3 ..., the series of log2((1 + s) / (1 - s)), plus n and log2(near). */
function setLogTwo(s: number, sHigh: number, sLow: number, n: number, near: number): void {
  const z = s * s
  const tail =
    z *
      z *
      (0.5999999999999946 +
        z *
          (0.4285714285785502 +
            z *
              (0.33333332981837743 +
                z * (0.272728123808534 + z * (0.23066074577556175 + z * 0.20697501780033842))))) +
    sLow * (sHigh + s)
  const square = sHigh * sHigh
  const seriesHigh = clearLow(3 + square + tail)
  const seriesLow = tail - (seriesHigh - 3 - square)
  const u = sHigh * seriesHigh
  const v = sLow * seriesHigh + seriesLow * s
  const productHigh = clearLow(u + v)
  const productLow = v - (productHigh - u)
  const high = 0.9617967009544373 * productHigh
  const nearHigh = near === 1 ? 0 : 0.5849624872207642
  const nearLow = near === 1 ? 0 : 1.350039202129749e-8
  const low = -7.028461650952758e-9 * productHigh + productLow * 0.9617966939259756 + nearLow
  logHigh = clearLow(high + low + nearHigh + n)
  logLow = low - (logHigh - n - nearHigh - high)
}

/** log2(x) for |x - 1| <= 1e-6, used for exponents beyond 2^31: four terms of the series suffice. */
function logTwoNearOne(x: number): void {
  const t = x - 1
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25))
  const u = 1.4426950216293335 * t
  const v = t * 1.9259629911266175e-8 - w * Math.LOG2E
  logHigh = clearLow(u + v)
  logLow = v - (logHigh - u)
}

/** 2^(y log2), log2 as left by logTwo. */
function twoToProduct(y: number): number {
  const yHigh = clearLow(y)
  const low = (y - yHigh) * logHigh + y * logLow
  let high = yHigh * logHigh
  const z = low + high
  // 8.0e-17 is log2 of half a unit beyond the largest double
  if (z > 1024 || (z === 1024 && low + 8.008566259537294e-17 > z - high)) return Number.POSITIVE_INFINITY
  if (z < -1075 || (z === -1075 && low <= z - high)) return 0
  const n = Math.abs(z) > 0.5 ? Math.trunc(z + (z < 0 ? -0.5 : 0.5)) : 0
  high -= n
  const t = clearLow(low + high)
  const u = t * 0.6931471824645996
  const v = (low - (t - high)) * Math.LN2 + t * -1.904654299957768e-9
  const r = u + v
  const rest = v - (r - u)
  const c = oddPart(r)
  return timesTwoTo(1 - ((r * c) / (c - 2) - (rest + r * rest) - r), n)
}

/** c of exp(r) = 1 + r + r c / (2 - c), |r| <= ln(2) / 2: a minimax polynomial in r^2. */
function oddPart(r: number): number {
  const t = r * r
  return (
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))))
  )
}

/** x times 2^n for x in (0.5, 2) and n from -1076 to 1024, rounded once. */
function timesTwoTo(x: number, n: number): number {
  if (n > 1023) return x * 2 * POWERS_OF_TWO[1023 + 1022]
  if (n >= -1021) return x * POWERS_OF_TWO[n + 1022]
  return (x * POWERS_OF_TWO[n + 54 + 1022]) / TWO_54
}

function clearLow(x: number): number {
  double[0] = x
  words[0] = 0
  return double[0]
}

function fromHigh(high: number): number {
  words[0] = 0
  words[1] = high
  return double[0]
}
