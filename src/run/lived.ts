/** Populations that were lived, kept by what drove them, so that none is lived twice in a row of draws. */

export interface Lived {
  readonly drivers: Float64Array
  /** What formulas read of the population: [column, year, city]. */
  readonly columns: Float64Array
  /** True where it cannot be lived. */
  failed: boolean
}

/** Bytes that are kept before all is forgotten. */
const MOST_BYTES = 16 * 2 ** 20

export class LivedPopulations {
  private readonly byHash = new Map<number, Lived[]>()
  private bytes = 0

  /** driverCount, columnCount: doubles of each population. */
  constructor(
    private readonly driverCount: number,
    private readonly columnCount: number,
  ) {}

  /** The population with these drivers; a new one, which has yet to be lived, where `isNew`. */
  find(drivers: Float64Array): { readonly lived: Lived; readonly isNew: boolean } {
    const hash = hashOf(drivers)
    const known = this.byHash.get(hash)?.find((one) => sameBits(one.drivers, drivers))
    if (known) return { lived: known, isNew: false }
    this.forgetIfFull()
    const lived = { drivers: drivers.slice(), columns: new Float64Array(this.columnCount), failed: false }
    const others = this.byHash.get(hash)
    if (others) others.push(lived)
    else this.byHash.set(hash, [lived])
    this.bytes += 8 * (this.driverCount + this.columnCount)
    return { lived, isNew: true }
  }

  /** Forget all; those still held elsewhere stay as they are. */
  clear(): void {
    this.byHash.clear()
    this.bytes = 0
  }

  private forgetIfFull(): void {
    if (this.bytes > MOST_BYTES) this.clear()
  }
}

/** FNV-1a over 32-bit words, after Fowler, Noll and Vo; good enough to tell populations apart, not to keep secrets. */
function hashOf(values: Float64Array): number {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  let hash = 0x811c9dc5
  for (let k = 0; k < words.length; k++) hash = Math.imul(hash ^ words[k], 0x01000193)
  return hash
}

function sameBits(one: Float64Array, other: Float64Array): boolean {
  const a = new Uint32Array(one.buffer, one.byteOffset, one.length * 2)
  const b = new Uint32Array(other.buffer, other.byteOffset, other.length * 2)
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}
