/** What the bench does within an explorer page: functions that are sent there as text and use nothing from outside themselves. */

export interface TimedShares {
  readonly workers: number
  /** Settings of the levers, one after another; the first is for warming up and not timed. */
  readonly settings: readonly (readonly number[])[]
  /** Futures of each setting. */
  readonly draws: number
  /** Outcomes that are asked for. */
  readonly columns: readonly number[]
}

/** Milliseconds from asking for a setting until all workers have given it, setting by setting; after readBlocks. */
export async function timeSettings({ workers, settings, draws, columns }: TimedShares): Promise<number[]> {
  const { plan, worker: code, kernel } = window.pageBlocks
  const url = URL.createObjectURL(new Blob([code]))
  const threads = Array.from({ length: workers }, () => new Worker(url))
  for (const thread of threads) thread.postMessage({ kind: 'open', workers, plan, kernel })
  const times: number[] = []
  for (const [id, levers] of settings.entries()) {
    const began = performance.now()
    await Promise.all(
      threads.map(
        (thread, worker) =>
          new Promise<void>((resolve, reject) => {
            thread.onmessage = ({ data }) => {
              if (data.kind === 'share') resolve()
              if (data.kind === 'fault') reject(new Error(data.message))
            }
            const first = Math.floor((draws * worker) / workers)
            const count = Math.floor((draws * (worker + 1)) / workers) - first
            const shares = [{ stage: 0, first, count }]
            thread.postMessage({ kind: 'job', id, levers, held: [], splits: [], draws, columns, shares })
          }),
      ),
    )
    if (id > 0) times.push(performance.now() - began)
  }
  for (const thread of threads) thread.terminate()
  return times
}

/**
 * A hand that moves a slider 200 times within two seconds: milliseconds from its last move until the page shows odds of where
 * it ended. What it shows is known by the number that is typed beside the slider, and by odds that have settled once before.
 */
export async function timeDrag(id: string): Promise<number> {
  const slider = document.getElementById(id) as HTMLInputElement
  const large = () => document.querySelector('.large')!.textContent
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const set = (value: number) => {
    slider.value = String(value)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const began = performance.now()
  for (let move = 0; move < 200; move++) {
    set(0.5 + 1.5 * Math.abs(Math.sin(move / 7)))
    while (performance.now() - began < move * 10) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const last = performance.now()
  set(4)
  const seen: { at: number; text: string | null }[] = []
  const page = document.querySelector('.page')!
  await frame()
  await frame()
  while (!page.hasAttribute('data-settled')) {
    if (seen.at(-1)?.text !== large()) seen.push({ at: performance.now() - last, text: large() })
    await frame()
  }
  // the first text after which odds stay within what 100 futures tell apart from the end
  const end = Number.parseInt(large()!, 10)
  const isNear = ({ text }: { text: string | null }) => Math.abs(Number.parseInt(text ?? '', 10) - end) <= 10
  return (seen.find((_, at) => seen.slice(at).every(isNear)) ?? { at: performance.now() - last }).at
}
