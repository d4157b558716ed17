/** Bytes as text of a page, and back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALPHABET, fromBase85, toBase85 } from '../../src/explorer/engine/base85.js'

describe('bytes as text', () => {
  it('are four in five characters, by hand: 0, 0, 1, 0 is 256 = 3 x 85 + 1', () => {
    expect(toBase85(Uint8Array.of(0, 0, 1, 0))).toBe(`!!!${ALPHABET[3]}${ALPHABET[1]}`)
    expect(toBase85(Uint8Array.of(255, 255, 255, 255)).length).toBe(5)
    expect(toBase85(new Uint8Array(0))).toBe('')
  })

  it('come back whole, whatever they are and however many', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase85(bytes)
        expect(text.length).toBe(Math.ceil((bytes.length * 5) / 4))
        expect([...fromBase85(text)]).toEqual([...bytes])
      }),
    )
  })

  it('hold nothing that begins or ends markup or a string', () => {
    expect(new Set(ALPHABET).size).toBe(85)
    expect(ALPHABET).not.toMatch(/[<>&"'`\\\s]/)
  })
})
