/** Guides of a folder made from totals, and the table of totals to fill in. */
import { readFileSync } from 'node:fs'
import { packagePath } from '../new-region/package-folder.js'
import type { FolderFiles } from '../new-region/region-folder.js'
import { filled } from '../new-region/region-guide.js'

const totalsText = (file: string) => readFileSync(packagePath('fixtures', 'totals', file), 'utf8')

/** totals.csv with made-up numbers. */
export const totalsTemplate = () => totalsText('totals.csv')

/** README.md and README.zh.md, with these words in their places; towns: whether villages and towns are told apart. */
export const totalsGuides = (words: Readonly<Record<string, string>>, towns: boolean): FolderFiles =>
  new Map(
    ['README.md', 'README.zh.md'].map((file) => [
      file,
      filled(totalsText(towns ? file : `plain/${file}`), words),
    ]),
  )
