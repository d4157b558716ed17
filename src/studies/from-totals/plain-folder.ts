/** The data folder and scenario of a table of totals whose pattern tells no villages and towns apart. */
import { readFileSync } from 'node:fs'
import type { PlacePattern } from '../../census/people-from-totals.js'
import { packagePath } from '../new-region/package-folder.js'
import type { FolderFiles } from '../new-region/region-folder.js'
import { filled } from '../new-region/region-guide.js'
import { addPeople, createTableWriter, SOURCE, SOURCED, withSource } from './folder.js'
import type { Pattern } from './pattern.js'
import { carriedRows } from './rate-rows.js'
import type { TotalsRegion } from './region.js'

/** What drives the people of such a pattern; its own values of other things stay with it. */
const RATIO = 'sex_ratio_at_birth'

/** Every file of the folder but its guides. */
export function plainFiles(
  pattern: Pattern,
  region: TotalsRegion,
  people: readonly PlacePattern[],
): FolderFiles {
  const writer = createTableWriter(pattern, region)
  const { files, add, carry } = writer
  addPeople(writer, pattern, region, people)
  const isCount = pattern.dataset.netMigration?.measure === 'count'
  carry('net_migration', ['year', 'sex', 'measure'], isCount ? 'counts' : 'rates')
  const values = pattern.table('values')!
  const at = (name: string) => values.header.indexOf(name)
  const ratios = carriedRows(
    { header: values.header, rows: values.rows.filter((row) => row[at('variable')] === RATIO) },
    { pattern, region, carried: 'rates' },
    { numbers: (column) => column === 'value', keys: ['variable', 'year'] },
  )
  const columns = ['code', 'variable', 'year', 'value', ...SOURCED]
  add('values', columns, [
    ...ratios.map((row) => columns.map((name) => row[at(name)])),
    ...region.places.map(
      ({ code, people: persons }) =>
      [code, 'residents', region.year, persons, 'person', SOURCE, 'data', 'as given'], // biome-ignore format: a row
    ),
  ])
  files.set('schedules.csv', pattern.text('schedules.csv')!)
  files.set('sources.csv', withSource(pattern.table('sources')!))
  return files
}

/** The scenario of such a folder, from the year of the totals on. */
export function plainScenario({ name, year, places }: TotalsRegion, file: string): string {
  const [{ code }] = places
  const text = readFileSync(packagePath('fixtures', 'totals', 'plain', 'scenario.yaml'), 'utf8')
  return filled(text, {
    EN: name.en,
    ZH: name.zh,
    FILE: file,
    PLACE: code,
    FROM: String(year),
    TO: String(year + 10),
  })
}
