/** Gives every column of a trajectory its slot. A column is known by its key, the canonical text of what it is. */
export class SlotTable {
  private readonly byKey = new Map<string, number>()

  get count(): number {
    return this.byKey.size
  }

  /** The slot of a key, given now if it has none. */
  slot(key: string): number {
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const next = this.byKey.size
    this.byKey.set(key, next)
    return next
  }

  /** The slot of a key that has one. */
  find(key: string): number | undefined {
    return this.byKey.get(key)
  }

  /** Every key in the order of its slot. */
  keys(): string[] {
    return [...this.byKey.keys()]
  }
}
