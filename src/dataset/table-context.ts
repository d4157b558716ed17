/** A data folder whose header and places are known, so that its tables can be read. */
import type { Source } from './dataset.js'
import type { Header } from './header.js'
import type { Places } from './places.js'
import type { Findings } from './reading/findings.js'
import type { Folder } from './reading/folder.js'

export interface TableContext {
  readonly folder: Folder
  readonly header: Header
  readonly places: Places
  /** Undefined where sources.csv cannot be read, so that no source is called unknown. */
  readonly sources: ReadonlyMap<string, Source> | undefined
  readonly findings: Findings
}
