/** A data folder that still holds numbers of the template: they are made up, and levels beside them are fitted to nothing. */
import { join } from 'node:path'
import type { Dataset } from '../../dataset/dataset.js'
import type { Draft } from '../draft.js'

/** The source that every made-up number of the template names; a folder without such rows has no need of it. */
const TEMPLATE_SOURCE = 'S_EXAMPLE'

export function isInvented({ sources }: Dataset): boolean {
  return sources.has(TEMPLATE_SOURCE)
}

export function warnOfInvented(draft: Draft): void {
  const { dataset } = draft
  if (!isInvented(dataset)) return
  draft.warnings.push({
    code: 'numbers-invented',
    where: { file: join(dataset.folder, 'sources.csv') },
    found: `the source ${TEMPLATE_SOURCE}, whose numbers are invented, and levels that are fitted to no census`,
    expected: 'numbers of your own: until then verdicts say nothing of any place',
    hint: `Take its row out of sources.csv once no table names it; \`cityward calibrate\` fits levels to two censuses.`,
  })
}
