/** A name for everything that can change an outcome, so that a run folder is never mixed with another's. */
import { createHash } from 'node:crypto'
import type { Plan } from './plan.js'
import { keyText } from './slot-keys.js'

/**
 * SHA-256 over a plan's content, with the keys of its slots as text. The number of draws is no part of it: more draws
 * of the same plan continue from the same ones.
 */
export function planFingerprint(content: Omit<Plan, 'fingerprint'>, version: string): string {
  const steps = content.steps.map((step) => ({ ...step, key: keyText(step.key) }))
  return hashOf({ ...content, keys: content.keys.map(keyText), steps }, version)
}

const numberText = (value: number) => (Object.is(value, -0) ? 'number:-0;' : `number:${value};`)

/** Names in order, numbers in full, typed arrays by their bytes. */
function hashOf(content: unknown, version: string): string {
  const hash = createHash('sha256')
  // one long text is taken in far faster than ten thousand short ones
  let text = version
  const add = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      hash.update(`${text}bytes:${value.byteLength}:`)
      text = ''
      hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    } else if (Array.isArray(value)) {
      text += `[${value.length}`
      for (const item of value) {
        if (typeof item === 'number') text += numberText(item)
        else add(item)
      }
    } else if (value !== null && typeof value === 'object') {
      const keys = Object.keys(value).sort()
      text += `{${keys.length}`
      for (const key of keys) {
        text += JSON.stringify(key)
        add((value as Record<string, unknown>)[key])
      }
    } else text += typeof value === 'number' ? numberText(value) : `${typeof value}:${String(value)};`
  }
  add(content)
  return hash.update(text).digest('hex')
}
