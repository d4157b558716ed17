/** Simulated populations by what drove them, so that none is simulated twice in a row of draws. */

export interface CachedPopulation {
  readonly drivers: Float64Array
  /** What formulas read of the population: [column, year, city]. */
  readonly columns: Float64Array
  /** True where it cannot be simulated. */
  failed: boolean
}

/** Bytes of populations that are kept where nobody says how many, and at most; as many again may wait to be forgotten. */
const KEPT_BYTES = 8 * 2 ** 20
const MOST_KEPT_BYTES = 96 * 2 ** 20

type ByHash = Map<number, CachedPopulation[]>

/**
 * Of the populations used last so many are kept for certain: those used since the last change of generations, and those
 * of the generation before it. What neither has used is forgotten, and its memory used again.
 */
export class PopulationCache {
  private young: ByHash = new Map()
  private old: ByHash = new Map()
  private readonly spare: CachedPopulation[] = []
  private readonly kept: number
  private count = 0

  /**
   * driverCount, columnCount: doubles of each population
   * kept: how many are kept for certain; as many as fit some megabytes where it is left out
   */
  constructor(
    private readonly driverCount: number,
    private readonly columnCount: number,
    kept?: number,
  ) {
    const fitting = (bytes: number) => Math.floor(bytes / (8 * (driverCount + columnCount)))
    this.kept = Math.min(kept ?? fitting(KEPT_BYTES), fitting(MOST_KEPT_BYTES))
  }

  /**
   * Forget what was not used for long where the cache holds too many, and use its memory again; to be called while none of
   * them is in use. True where anything was forgotten.
   */
  makeRoom(): boolean {
    if (this.count <= this.kept) return false
    const forgotten = [...this.old.values()].flat()
    this.spare.push(...forgotten)
    this.old = this.young
    this.young = new Map()
    this.count = 0
    return forgotten.length > 0
  }

  /** The population with these drivers; a new one, which has yet to be simulated, where `isNew`. */
  find(drivers: Float64Array): { readonly population: CachedPopulation; readonly isNew: boolean } {
    const hash = hashOf(drivers)
    const isSame = (one: CachedPopulation) => sameBits(one.drivers, drivers)
    const known = this.young.get(hash)?.find(isSame)
    if (known) return { population: known, isNew: false }
    const before = this.old.get(hash)
    const at = before?.findIndex(isSame) ?? -1
    if (!before || at < 0) return { population: this.add(drivers, hash), isNew: true }
    const [population] = before.splice(at, 1)
    this.keep(population, hash)
    return { population, isNew: false }
  }

  /** A population that has yet to be simulated, even where an equal one is cached. */
  add(drivers: Float64Array, hash = hashOf(drivers)): CachedPopulation {
    const population = this.spare.pop() ?? {
      drivers: new Float64Array(this.driverCount),
      columns: new Float64Array(this.columnCount),
      failed: false,
    }
    population.drivers.set(drivers)
    this.keep(population, hash)
    return population
  }

  private keep(population: CachedPopulation, hash: number): void {
    const others = this.young.get(hash)
    if (others) others.push(population)
    else this.young.set(hash, [population])
    this.count++
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
