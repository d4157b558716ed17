/** Gives every column of a trajectory its slot. A column is known by the text of its key. */
import { keyText, type SlotKey } from './slot-keys.js'

export class SlotTable {
  private readonly slots = new Map<string, number>()
  /** Every key that has a slot, or that a formula may load. */
  private readonly keysByText = new Map<string, SlotKey>()

  get count(): number {
    return this.slots.size
  }

  /** The text by which formulas load a key, which is known from then on. */
  name(key: SlotKey): string {
    const text = keyText(key)
    if (!this.keysByText.has(text)) this.keysByText.set(text, key)
    return text
  }

  /** The key that a formula loads by its text. */
  keyOf(text: string): SlotKey {
    return this.keysByText.get(text)!
  }

  /** The slot of a key, given now if it has none. */
  slot(key: SlotKey): number {
    const text = this.name(key)
    const known = this.slots.get(text)
    if (known !== undefined) return known
    const next = this.slots.size
    this.slots.set(text, next)
    return next
  }

  /** Every key in the order of its slot. */
  keys(): SlotKey[] {
    return [...this.slots.keys()].map((text) => this.keyOf(text))
  }
}
