/** What cannot be told from a file alone: asked at a terminal, a located problem otherwise. */
import type { Problem } from '../vocabulary/problems.js'
import type { Answers } from './answers.js'

export interface DoubtChoice {
  /** As it is shown; names of others stay as they are. */
  readonly text: string
  readonly answers: Answers
}

export interface ImportDoubt {
  readonly problem: Problem
  readonly choices: readonly DoubtChoice[]
  /** What a text that is typed in place of a choice says; undefined where it says nothing. */
  readonly typed?: (text: string) => Answers | undefined
}
