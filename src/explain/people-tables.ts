/** The tables of the data folder behind people: where they start and what drives them, with sources and quality. */
import type { AgeTable, Dataset, Provenance } from '../dataset/dataset.js'
import { inForce } from '../dataset/year-in-force.js'
import { MOVE_SCHEDULES, type Scenario } from '../scenario/scenario.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import { type Quality, worse } from '../vocabulary/quality.js'

export interface Evidence {
  readonly quality: Quality
  readonly sources: readonly string[]
}

export interface TableEvidence extends Evidence {
  /** File, and year or name within it: `mortality.csv 2021`. */
  readonly what: string
}

/** The people on 31 December of the base year: a census, moved to the year's end where it is that of the base year. */
export function openingEvidence(dataset: Dataset, base: number): Evidence & { readonly note: Bilingual } {
  const rows = dataset.population.get(base)?.provenance ?? []
  const moved = base === dataset.baseYear && dataset.yearEndFactor !== 1
  const factor = String(Number(dataset.yearEndFactor.toPrecision(6)))
  const note = moved
    ? {
        en: `opening people: population.csv x ${factor}, which moves them to the end of the year`,
        zh: `期初人口：population.csv × ${factor}（折算至年末）`,
      }
    : { en: 'opening people: population.csv', zh: '期初人口：population.csv' }
  return { ...evidenceOf(moved ? [...rows, dataset.yearEndProvenance] : rows), note }
}

/** Tables that hold in the steps of a plan; years: its years, from the base year. */
export function tablesUsed(
  dataset: Dataset,
  { population }: Pick<Scenario, 'population'>,
  years: readonly number[],
): TableEvidence[] {
  const { mortality, fertility, away, netMigration, schedules, destinations, homes } = dataset
  const moving = population.migration !== 'off'
  const steps = years.slice(0, -1).map((year) => year + 1)
  const byYear = (file: string, tables: ReadonlyMap<number, AgeTable>) =>
    [...new Set(steps.map((year) => inForce(tables, year)))].map((table) => named(file, table.year, table))
  const names = new Set(MOVE_SCHEDULES.map((move) => population.schedules[move] ?? move))
  const moves = [...names].flatMap((name) => {
    const table = schedules.get(name)
    return table ? [named('schedules.csv', name, table)] : []
  })
  const flows = [
    ...(destinations ? [named('destinations.csv', destinations.year, destinations)] : []),
    ...(homes ? [named('homes.csv', homes.year, homes)] : []),
  ]
  const gone = away.get(years[0])
  return [
    ...byYear('mortality.csv', mortality.byYear),
    ...byYear('fertility.csv', fertility),
    ...(moving && netMigration ? byYear('net_migration.csv', netMigration.byYear) : []),
    ...(moving && gone ? [named('away.csv', gone.year, gone)] : []),
    ...(moving ? [...moves, ...flows] : []),
    ...controlsUsed(dataset, population.control, years.slice(1)),
  ]
}

/** The published totals that people are scaled to. */
function controlsUsed(
  { controls }: Dataset,
  control: Scenario['population']['control'],
  steps: readonly number[],
): TableEvidence[] {
  const { totals = '', to = Number.POSITIVE_INFINITY } = control ?? {}
  const used = (controls.get(totals) ?? []).filter(({ year }) => steps.includes(year) && year <= to)
  if (used.length === 0) return []
  return [{ what: `controls.csv ${totals}`, ...evidenceOf(used.map(({ provenance }) => provenance)) }]
}

function named(file: string, which: number | string, { provenance }: AgeTable): TableEvidence {
  return { what: `${file} ${which}`, ...evidenceOf(provenance) }
}

/** The worst quality of some rows, and every source once. */
function evidenceOf(rows: readonly Provenance[]): Evidence {
  return {
    quality: rows.reduce<Quality>((worst, { quality }) => worse(worst, quality), 'data'),
    sources: [...new Set(rows.flatMap(({ source }) => source.split(';')))],
  }
}
