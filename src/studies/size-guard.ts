/** A scenario that would take very long or very much memory is said to do so by a glance, before its data are read. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { isSparse } from '../math/pairs/pair-list.js'
import {
  aboutBytes,
  aboutTime,
  bytesOfFuture,
  bytesOfMoves,
  isLargeMeant,
  type Sizes,
  secondsOfFutures,
} from '../plan/checks/needs.js'
import type { Locate, Scenario } from '../scenario/scenario.js'
import { SEXES, STATUSES } from '../vocabulary/dimensions.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'

const MOST_SECONDS = 60
const MOST_BYTES = 4e9

/** Throws CitywardError for a scenario beyond the limits, unless that is meant; `folder`: its data. */
export function refuseTooLarge(scenario: Scenario, folder: string, locate: Locate): void {
  const sizes = glanceAt(scenario, folder)
  if (!sizes || isLargeMeant()) return
  const policies = scenario.policies.length
  const moves = bytesOfMoves(sizes)
  const [bytes, seconds] = [bytesOfFuture(sizes) + moves, secondsOfFutures(sizes, policies)]
  if (bytes <= MOST_BYTES && seconds <= MOST_SECONDS) return
  const { places, groups, steps } = sizes
  const size = [
    howMany(places, 'place'),
    `${groups} groups of people`,
    howMany(steps, 'step'),
    howMany(policies, 'policy', 'policies'),
  ].join(' x ')
  fail({
    code: 'scenario-too-large',
    where: locate(['data']),
    found: `${size}: needs ${aboutBytes(bytes)} of memory for the moves between places and one future of a policy, and ${aboutTime(seconds)} before the first draw`,
    expected: `at most ${aboutBytes(MOST_BYTES)} and ${MOST_SECONDS} seconds`,
    hint: 'Take fewer places or years, or nests of places (`nests:`); --yes does it all the same.',
  })
}

/** Sizes by the lines of places.csv and the ages that data.yaml says; undefined where these cannot be read so. */
function glanceAt({ years, population }: Scenario, folder: string): Sizes | undefined {
  try {
    const places = linesIn(readFileSync(join(folder, 'places.csv'))) - HEADING_AND_REGION
    const header = readFileSync(join(folder, 'data.yaml'), 'utf8').slice(0, LONGEST_HEADER)
    const step = /^age_width:[ ]*5\b/m.test(header) ? 5 : 1
    const statuses = /^statuses:[ ]*false\b/m.test(header) ? 1 : STATUSES.length
    const groups = statuses * SEXES.length * (OLDEST / step + 1)
    const nests = population.nests.length
    const pairs = hasMoves(folder) ? pairsIn(folder, places) : undefined
    return {
      ...(pairs !== undefined && { pairs }),
      places: Math.max(1, places),
      groups,
      steps: Math.max(0, (years.to - years.from) / step),
      nests,
    }
  } catch {
    // what is wrong with them is said where they are read
    return undefined
  }
}

const hasMoves = (folder: string) =>
  ['destinations.csv', 'homes.csv'].every((name) => existsSync(join(folder, name)))

/** Rows of the longer table of moves by its bytes, where they are few of all pairs; undefined where most have a share, or there is none. */
function pairsIn(folder: string, places: number): number | undefined {
  const rows = Math.max(...['destinations.csv', 'homes.csv'].map((name) => rowsIn(join(folder, name))))
  return isSparse(places, rows) ? rows : undefined
}

/** About so many rows, by how many there are in the first of its bytes. */
function rowsIn(file: string): number {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(GLANCE)
    const read = readSync(handle, start, 0, GLANCE, 0)
    return Math.round((linesIn(start.subarray(0, read)) / Math.max(1, read)) * fstatSync(handle).size)
  } finally {
    closeSync(handle)
  }
}

const GLANCE = 65_536
const HEADING_AND_REGION = 2
const LONGEST_HEADER = 10_000
/** First of the open ages, as data folders have them. */
const OLDEST = 100
const LINE_FEED = 10

function linesIn(bytes: Buffer): number {
  let lines = bytes.length > 0 && bytes.at(-1) !== LINE_FEED ? 1 : 0
  for (const byte of bytes) if (byte === LINE_FEED) lines++
  return lines
}
