/** A data folder and a scenario from published totals of places and a pattern, and what the pattern had to give way. */
import { readFileSync } from 'node:fs'
import { type Adjustment, peopleFromTotals } from '../../census/people-from-totals.js'
import { marginsOf } from '../../census/total-margins.js'
import type { Misfit } from '../../math/proportional-fitting.js'
import { CitywardError, type Problem } from '../../vocabulary/problems.js'
import type { NewRegionProgress } from '../new-region/new-region.js'
import type { FolderFiles } from '../new-region/region-folder.js'
import { type CheckedTotals, checkedTotals } from './check-totals.js'
import { totalsFiles, totalsScenario } from './folder.js'
import { knownPattern, type Pattern, provincePattern } from './pattern.js'
import { plainFiles, plainScenario } from './plain-folder.js'
import { readTotalsTable, type TotalsTable } from './read-totals.js'
import { regionOf, type TotalsRegion } from './region.js'

export interface FromTotals {
  readonly region: TotalsRegion
  readonly pattern: Pattern
  readonly scenario: string
  /** The files of its folder `data` but for the guides. */
  readonly data: FolderFiles
  /** Columns of totals.csv that were kept. */
  readonly given: readonly string[]
  readonly farthest: Adjustment
}

/**
 * Everything, computed before anything is written.
 *
 * file      totals.csv; throws CitywardError with every contradiction, located
 * asked     a data folder, or a province whose censuses are fitted
 * scenario  its path as a command would name it
 */
export function fromTotals(
  file: string,
  asked: string,
  scenario: string,
  progress: NewRegionProgress = {},
): FromTotals {
  const table = readTotalsTable(file)
  // a province takes minutes, so that the table is looked at before
  const known = knownPattern(asked)
  const towns = known === undefined || known.dataset.dims.statuses > 1
  const checked = checkedTotals(table, towns)
  const pattern = known ?? provincePattern(asked, progress)
  const region = regionOf(checked, pattern, table.year)
  refuseTwice(region, checked, table)
  const made = peopleFromTotals(
    region.places.map((place) => place.pattern),
    checked.totals,
  )
  if ('misfits' in made) throw new CitywardError(problemsOf(made.misfits, checked, table, pattern))
  const [files, scenarioOf] = towns ? [totalsFiles, totalsScenario] : [plainFiles, plainScenario]
  const data = files(pattern, region, made.people)
  data.set('totals.csv', readFileSync(file, 'utf8'))
  const [first] = checked.places
  return {
    region,
    pattern,
    scenario: scenarioOf(region, scenario),
    data,
    given: [
      'people',
      ...(towns ? ['urban'] : []),
      ...(first.male || first.female ? ['sexes'] : []),
      ...first.ages.map(({ column }) => column),
    ],
    farthest: made.farthest,
  }
}

/** Two rows that mean one place of the pattern, by names that differ. */
function refuseTwice({ places }: TotalsRegion, checked: CheckedTotals, { reader }: TotalsTable): void {
  for (const [k, { code }] of places.entries()) {
    const first = places.findIndex((place) => place.code === code)
    if (first === k) continue
    const { row, name } = checked.places[k]
    const found = `a second row for ${code}; the first is on line ${checked.places[first].row.line}`
    reader.report(row, name.en ? 'name_en' : 'name_zh', 'row-twice', found, 'one row for each place')
  }
  const problems = reader.findings.list()
  if (problems.length > 0) throw new CitywardError(problems)
}

/** Totals that the pattern cannot meet, each at the row that it is of; of a row the first. */
function problemsOf(
  misfits: readonly Misfit[],
  { totals, places, region }: CheckedTotals,
  { reader }: TotalsTable,
  { dataset: { dims } }: Pattern,
): Problem[] {
  const margins = marginsOf(totals, dims)
  const rowOf = ({ margin, group }: Misfit) => {
    const { kind, width } = margins[margin]
    return kind === 'pyramid' ? region! : places[Math.floor(group / width)]
  }
  const what = ({ margin, group }: Misfit) => {
    const { kind, width } = margins[margin]
    const at = group % width
    if (kind === 'residence') return at === 0 ? 'people in villages' : 'people in towns'
    if (kind === 'sexes') return at === 0 ? 'men' : 'women'
    return `people of the group of ages from ${(kind === 'ages' ? totals.starts : totals.pyramid!.starts)[at]} on`
  }
  for (const [k, misfit] of misfits.entries()) {
    const row = rowOf(misfit)
    if (misfits.findIndex((other) => rowOf(other) === row) < k) continue
    const found = `${Math.round(misfit.total)} ${what(misfit)}`
    const expected = `about ${Math.round(misfit.sum)}, all that the pattern and the other totals leave room for`
    reader.report(row.row, 'people', 'totals-beyond-pattern', found, expected)
  }
  return reader.findings.list()
}
