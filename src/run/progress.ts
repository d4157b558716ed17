/** How far a run has come: share done, rate and time left. */

export interface Progress {
  readonly done: number
  readonly all: number
  /** Trajectories a second. */
  readonly rate: number
  /** Seconds left at this rate. */
  readonly left: number
}

/** Progress after `seconds` of running. */
export function progressOf(done: number, all: number, seconds: number): Progress {
  const rate = seconds > 0 ? done / seconds : 0
  return { done, all, rate, left: rate > 0 ? (all - done) / rate : Number.POSITIVE_INFINITY }
}

/** A line such as `12,000 of 20,000 trajectories (60 %), 2,310 a second, 3 s left`; no rate where it says little. */
export function progressLine({ done, all, rate, left }: Progress, what = 'trajectories'): string {
  const count = (value: number) => Math.round(value).toLocaleString('en')
  const share = Math.floor((100 * done) / all)
  const time = !Number.isFinite(left)
    ? '...'
    : left < 90
      ? `${Math.ceil(left)} s`
      : `${Math.ceil(left / 60)} min`
  const pace = rate >= 1 ? `${count(rate)} a second, ` : ''
  return `${count(done)} of ${count(all)} ${what} (${share} %), ${pace}${time} left`
}

/** Draws progress on a terminal, at most ten times a second; does nothing where the stream is no terminal. */
export function createProgress(
  stream: NodeJS.WriteStream,
  /** The line in the language of the terminal. */
  said: (line: string) => string,
  what?: string,
): {
  show: (done: number, all: number) => void
  clear: () => void
} {
  let start = performance.now()
  let last = 0
  return {
    show: (done, all) => {
      const now = performance.now()
      // what begins anew goes at a pace of its own
      if (done === 0) start = now
      if (!stream.isTTY || (now - last < 100 && done < all)) return
      last = now
      const line = progressLine(progressOf(done, all, (now - start) / 1000), what)
      stream.write(`\r\u001b[2K${said(line)}`)
    },
    clear: () => {
      if (stream.isTTY) stream.write('\r\u001b[2K')
    },
  }
}
