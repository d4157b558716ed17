/** What the compilation of a programme goes by. */
import type { Path, Programme } from '../../scenario/scenario.js'
import type { Draft } from '../draft.js'
import type { ProgrammePart, SlotKey } from '../slot-keys.js'

export interface ProgrammeDraft {
  readonly draft: Draft
  readonly programme: Programme
  /** Of the programme in the file. */
  readonly path: Path
  readonly part: (part: ProgrammePart) => SlotKey
}
