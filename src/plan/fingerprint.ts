/** A name for everything that can change an outcome, so that a run folder is never mixed with another's. */
import { createHash } from 'node:crypto'

/**
 * SHA-256 over a plan's content: keys in order, numbers in full, typed arrays by their bytes.
 * The number of draws is no part of it: more draws of the same plan go on from the same ones.
 */
export function fingerprintOf(content: unknown, version: string): string {
  const hash = createHash('sha256').update(version)
  const add = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      hash.update(`bytes:${value.byteLength}:`)
      hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    } else if (Array.isArray(value)) {
      hash.update(`[${value.length}`)
      for (const item of value) add(item)
    } else if (value !== null && typeof value === 'object') {
      const keys = Object.keys(value).sort()
      hash.update(`{${keys.length}`)
      for (const key of keys) {
        hash.update(JSON.stringify(key))
        add((value as Record<string, unknown>)[key])
      }
    } else {
      hash.update(`${typeof value}:${Object.is(value, -0) ? '-0' : String(value)};`)
    }
  }
  add(content)
  return hash.digest('hex')
}
