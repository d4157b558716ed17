/** The blocks of an explorer page, read within the page once, for functions that are sent there after it. */

interface PageBlocks {
  readonly plan: Uint8Array<ArrayBuffer>
  readonly worker: Uint8Array<ArrayBuffer>
  readonly kernel: Uint8Array<ArrayBuffer>
}

declare global {
  interface Window {
    pageBlocks: PageBlocks
  }
}

/** Sent to the page as text: uses nothing from outside itself. `alphabet`: of base85.ts; the plan stays deflated. */
export async function readBlocks(alphabet: string): Promise<void> {
  const block = (id: string) => {
    const text = document.getElementById(`cityward-${id}`)!.textContent!
    const bytes: number[] = []
    for (let at = 0; at < text.length; at += 5) {
      const group = text.slice(at, at + 5)
      const digits = [...group.padEnd(5, '|')].map((character) => alphabet.indexOf(character))
      const number = digits.reduce((sum, digit) => sum * 85 + digit, 0)
      const four = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256)
      bytes.push(...four.slice(0, group.length - 1))
    }
    return Uint8Array.from(bytes)
  }
  const inflated = async (id: string) => {
    const stream = new Blob([block(id)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }
  window.pageBlocks = {
    plan: block('plan'),
    worker: await inflated('worker'),
    kernel: await inflated('kernel'),
  }
}
