/** A problem by the path of its field; the locator gives it file, line and column. */
import type { Problem } from '../../vocabulary/problems.js'
import type { Path } from '../scenario.js'

export type FieldProblem = Omit<Problem, 'where'> & {
  readonly path: Path
  /** Whether it is about the name of the field rather than its value. */
  readonly onKey?: boolean
  /** Of a field with a slip in its name: the one it was meant to be. */
  readonly meant?: Path
}
