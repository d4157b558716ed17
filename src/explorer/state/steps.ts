/** The settings that a reader went through, to go back and forth among them. */
import { isSameSetting, type Setting } from './setting.js'

/** Steps that can be undone. */
const MOST = 200

export class Steps {
  constructor(
    readonly now: Setting,
    private readonly past: readonly Setting[] = [],
    private readonly future: readonly Setting[] = [],
  ) {}

  get canUndo(): boolean {
    return this.past.length > 0
  }

  get canRedo(): boolean {
    return this.future.length > 0
  }

  /** A step on; none where nothing differs. */
  to(next: Setting): Steps {
    return isSameSetting(next, this.now) ? this : new Steps(next, [...this.past, this.now].slice(-MOST))
  }

  back(): Steps {
    const before = this.past.at(-1)
    return before ? new Steps(before, this.past.slice(0, -1), [this.now, ...this.future]) : this
  }

  forth(): Steps {
    const [next, ...rest] = this.future
    return next ? new Steps(next, [...this.past, this.now], rest) : this
  }
}
