/** What tests do within an explorer page: functions that are sent there as text and use nothing from outside themselves. */

export interface AskedOutcomes {
  readonly settings: readonly (readonly number[])[]
  readonly draws: number
  readonly columns: number
}

/** SHA-256 of all outcomes of each setting, as the page's own worker gives them; after readBlocks (page-blocks.ts). */
export async function outcomeHashes({ settings, draws, columns }: AskedOutcomes): Promise<string[]> {
  const { plan, worker: code, kernel } = window.pageBlocks
  const worker = new Worker(URL.createObjectURL(new Blob([code])))
  const hashes: string[] = []
  worker.postMessage({ kind: 'open', workers: 1, plan, kernel })
  for (const [id, levers] of settings.entries()) {
    const values = await new Promise<Float64Array<ArrayBuffer>>((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === 'share') resolve(data.values)
        if (data.kind === 'fault') reject(new Error(data.message))
      }
      const shares = [{ stage: 0, first: 0, count: draws }]
      const all = Array.from({ length: columns }, (_, column) => column)
      worker.postMessage({ kind: 'job', id, levers, held: [], splits: [], draws, columns: all, shares })
    })
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', values))
    hashes.push([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  worker.terminate()
  return hashes
}

/** What of the page's answer can be read: once it is settled. */
export interface ReadPage {
  readonly large: string
  readonly shares: readonly string[]
  readonly note: string
}

export function readPage(): ReadPage {
  const text = (selector: string) =>
    document.querySelector(selector)?.textContent?.replaceAll('\u00a0', ' ') ?? ''
  return {
    large: text('.large'),
    shares: [...document.querySelectorAll('.row .share')].map(({ textContent }) =>
      textContent!.replaceAll('\u00a0', ' '),
    ),
    note: text('.headline .word + .note'),
  }
}

/** Events of a slider that a hand moves to a value. */
export function slide([id, value]: readonly [string, number]): void {
  const slider = document.getElementById(id) as HTMLInputElement
  slider.value = String(value)
  slider.dispatchEvent(new Event('input', { bubbles: true }))
}

export const isSettled = () => document.querySelector('.page')?.hasAttribute('data-settled') === true
