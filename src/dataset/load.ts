/** A data folder as a Dataset, or everything that is wrong with it. */
import { type Dimensions, SEXES, STATUSES } from '../vocabulary/dimensions.js'
import { CitywardError, type Problem } from '../vocabulary/problems.js'
import { readBacktest } from './backtest.js'
import { checkCensus } from './checks/census-checks.js'
import { readCommitments } from './commitments.js'
import { readControls } from './controls.js'
import type { Dataset } from './dataset.js'
import { readDelivery } from './delivery.js'
import { fileHashes, folderFingerprint } from './fingerprint.js'
import { readFlows } from './flows.js'
import { type Header, readHeader } from './header.js'
import { readHindcast } from './hindcast.js'
import { readMortality } from './mortality.js'
import { readOtherCounts } from './other-counts.js'
import { readPastCommitments } from './past-commitments.js'
import { readPastOdds } from './past-odds.js'
import { readGroups, readPlaces } from './places.js'
import { readAway, readPopulation } from './population.js'
import { readFertility, readNetMigration } from './rates.js'
import { Findings } from './reading/findings.js'
import { openFolder } from './reading/folder.js'
import { readReadings } from './readings.js'
import { readSchedules } from './schedules.js'
import { readSections } from './sections.js'
import { readSources } from './sources.js'
import type { TableContext } from './table-context.js'
import { readTravel } from './travel.js'
import { readValues } from './values.js'

/**
 * Read and check a data folder. Numbers are as published: people on census day, rates per person-year.
 *
 * Throws CitywardError with every problem of every file, each with its file, line and column.
 */
export function loadDataset(folder: string): Dataset {
  const { dataset, problems } = loadDatasetOrProblems(folder)
  if (!dataset) throw new CitywardError(problems)
  return dataset
}

/** The same without a throw: the dataset, or else at least one problem. */
export function loadDatasetOrProblems(path: string): { dataset?: Dataset; problems: Problem[] } {
  const findings = new Findings()
  const context = open(path, findings)
  const dataset = context && readAll(context)
  const problems = findings.list()
  return problems.length === 0 ? { dataset, problems } : { problems }
}

/** Files, sources, header and places; undefined where these are too broken to read the tables by. */
function open(path: string, findings: Findings): TableContext | undefined {
  const folder = openFolder(path, findings)
  if (!folder) return undefined
  const sources = readSources(folder, findings)
  const header = readHeader(folder, sources, findings)
  const places = readPlaces(folder, header?.region, sources, findings)
  return header && places && { folder, header, places, sources, findings }
}

/** What says how far the rest can be relied on. */
function readReliability(context: TableContext) {
  return {
    backtest: readBacktest(context),
    hindcast: readHindcast(context),
    readings: readReadings(context),
    otherCounts: readOtherCounts(context),
    pastOdds: readPastOdds(context),
  }
}

/** What data.yaml says of itself, as it stands there. */
const ownWords = ({ title, womenOnly, baseYear, yearEndFactor, yearEndProvenance, fit }: Header) => ({
  title,
  womenOnly,
  baseYear,
  yearEndFactor,
  yearEndProvenance,
  fit,
})

/** Every table; undefined where those that all others depend on cannot be read. */
function readAll(context: TableContext): Dataset | undefined {
  const { folder, header, places, sources, findings } = context
  const groups = readGroups(folder, places, sources, findings)
  const destinations = readFlows(context, 'destinations.csv')
  const homes = readFlows(context, 'homes.csv')
  const travel = readTravel(context)
  const commitments = readCommitments(context)
  const reliability = readReliability(context)
  const pastCommitments = readPastCommitments(context)
  const delivery = readDelivery(context, pastCommitments)
  const named = readValues(context)
  const people = readPopulation(context)
  if (!people) return undefined
  const dims: Dimensions = {
    statuses: header.statuses ? STATUSES.length : 1,
    sexes: SEXES.length,
    ages: people.ages.length,
    ageWidth: header.ageWidth,
    cities: places.cities.length,
  }
  checkCensus(context, people.byYear, dims)
  const mortality = readMortality(context, people.ages)
  const away = readAway(context, people.ages)
  const fertility = readFertility(context, people.ages)
  const netMigration = readNetMigration(context, people.ages)
  const schedules = readSchedules(context, people.ages)
  if (!mortality || !sources) return undefined
  return {
    folder: folder.path,
    fingerprint: folderFingerprint(folder),
    fileHashes: fileHashes(folder),
    ...ownWords(header),
    region: places.region,
    cities: places.cities,
    dims,
    population: people.byYear,
    away,
    mortality,
    fertility,
    schedules,
    netMigration,
    destinations,
    homes,
    travel,
    groups,
    controls: readControls(context, dims),
    ...named,
    commitments,
    sections: readSections(context, commitments),
    ...reliability,
    pastCommitments,
    delivery,
    sources,
    warnings: findings.warnings.list(),
  }
}
