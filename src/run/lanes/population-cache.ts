/** Simulated populations by what drove them, so that none is simulated twice in a row of draws. */

export interface CachedPopulation {
  readonly drivers: Float64Array
  /** What formulas read of the population: [column, year, city]. */
  readonly columns: Float64Array
  /** True where it cannot be simulated. */
  failed: boolean
}

/** Bytes that are cached before the cache is emptied. */
const MOST_BYTES = 16 * 2 ** 20

export class PopulationCache {
  private readonly byHash = new Map<number, CachedPopulation[]>()
  private readonly spare: CachedPopulation[] = []
  private readonly most: number
  private count = 0

  /** driverCount, columnCount: doubles of each population. */
  constructor(
    private readonly driverCount: number,
    private readonly columnCount: number,
  ) {
    this.most = Math.floor(MOST_BYTES / (8 * (driverCount + columnCount)))
  }

  /**
   * Empty the cache where it holds too many, and use their memory again; to be called while none of them is in use. True
   * where it was emptied.
   */
  makeRoom(): boolean {
    if (this.count <= this.most) return false
    for (const many of this.byHash.values()) this.spare.push(...many)
    this.byHash.clear()
    this.count = 0
    return true
  }

  /** The population with these drivers; a new one, which has yet to be simulated, where `isNew`. */
  find(drivers: Float64Array): { readonly population: CachedPopulation; readonly isNew: boolean } {
    const hash = hashOf(drivers)
    const known = this.byHash.get(hash)?.find((one) => sameBits(one.drivers, drivers))
    return known ? { population: known, isNew: false } : { population: this.add(drivers, hash), isNew: true }
  }

  /** A population that has yet to be simulated, even where an equal one is cached. */
  add(drivers: Float64Array, hash = hashOf(drivers)): CachedPopulation {
    const population = this.spare.pop() ?? {
      drivers: new Float64Array(this.driverCount),
      columns: new Float64Array(this.columnCount),
      failed: false,
    }
    population.drivers.set(drivers)
    const others = this.byHash.get(hash)
    if (others) others.push(population)
    else this.byHash.set(hash, [population])
    this.count++
    return population
  }
}

/** FNV-1a over the halves of each double together, after Fowler, Noll and Vo; good enough to distinguish populations, not to keep secrets. */
function hashOf(values: Float64Array): number {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  let hash = 0x811c9dc5
  for (let k = 0; k < words.length; k += 2)
    hash = Math.imul(hash ^ words[k] ^ (words[k + 1] << 7), 0x01000193)
  return hash
}

function sameBits(one: Float64Array, other: Float64Array): boolean {
  const a = new Uint32Array(one.buffer, one.byteOffset, one.length * 2)
  const b = new Uint32Array(other.buffer, other.byteOffset, other.length * 2)
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}
