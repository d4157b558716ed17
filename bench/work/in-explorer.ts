/** What the bench does within an explorer page: functions that are sent there as text and use nothing from outside themselves. */

export interface TimedShares {
  readonly workers: number
  /** Settings of the levers, one after another; the first is for warming up and not timed. */
  readonly settings: readonly (readonly number[])[]
  /** Futures of each setting. */
  readonly draws: number
  /** Outcomes that are asked for. */
  readonly columns: readonly number[]
  /** Of base85.ts. */
  readonly alphabet: string
}

/** Milliseconds from asking for a setting until all workers have given it, setting by setting. */
export async function timeSettings({
  workers,
  settings,
  draws,
  columns,
  alphabet,
}: TimedShares): Promise<number[]> {
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
  const url = URL.createObjectURL(new Blob([await inflated('worker')]))
  const kernel = await inflated('kernel')
  const threads = Array.from({ length: workers }, () => new Worker(url))
  for (const thread of threads) thread.postMessage({ kind: 'open', workers, plan: block('plan'), kernel })
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
