/** The places that names in an office's table can mean: those of a data folder, else those of the nation by GB/T 2260. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitRecords } from '../../dataset/reading/records.js'
import type { KnownPlace, KnownPlaces } from '../../import/place-doubts.js'
import { chinaPlaces, chinaTable } from '../new-region/china-tables.js'

/** Places of a folder's places.csv; undefined where it has none. */
function placesOfFolder(folder: string): KnownPlaces | undefined {
  let text: string
  try {
    text = readFileSync(join(folder, 'places.csv'), 'utf8')
  } catch {
    return undefined
  }
  const [header, ...rows] = splitRecords(text).rows.map(({ cells }) => cells)
  if (header === undefined || !header.includes('code')) return undefined
  const of = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? ''
  const region = rows.find((row) => of(row, 'kind') === 'region')
  const places = rows.map((row): KnownPlace => ({ code: of(row, 'code'), names: [of(row, 'name_zh'), of(row, 'name_en')], within: '' }))
  return { places, region: region && of(region, 'code'), isClosed: true, successors: new Map() }
} // biome-ignore format: one row

/** Places of China as of 2020, and by their codes and names of 2010 where it is known what they are now. */
function placesOfChina(): KnownPlaces {
  const named = chinaPlaces().map(({ code, province, name, also }) => ({ code, names: [name.zh, name.en, ...also], province }))
  const nameOf = new Map(named.map(({ code, names }) => [code, names[0]]))
  const within = (code: string) => nameOf.get(code.slice(0, 4)) ?? nameOf.get(code.slice(0, 2)) ?? ''
  const counties = [2020, 2010].map((year) => chinaTable(`counties_${year}`).map(({ code, name }) => ({ code, name })))
  const [now, before] = counties
  const successors = successorsOf(now, before)
  const old = before.filter(({ code }) => successors.has(code))
  const places = [
    ...named.map(({ code, names, province }): KnownPlace => ({ code, names, within: nameOf.get(province) ?? '' })),
    ...[...now, ...old].map(({ code, name }): KnownPlace => ({ code, names: [name], within: within(code) })),
  ]
  return { places, region: undefined, isClosed: false, successors }
} // biome-ignore format: lists

interface CountedUnit {
  readonly code: string
  readonly name: string
}

/** By a code of 2010 that is no more, that of 2020: where the changes say it, or one place of the province has the name. */
function successorsOf(now: readonly CountedUnit[], before: readonly CountedUnit[]): Map<string, string> {
  const isNow = new Set(now.map(({ code }) => code))
  const successors = new Map<string, string>()
  for (const { was, unit } of chinaTable('changes'))
    if (/^\d+$/.test(was) && was.length === unit.length && was !== unit) successors.set(was, unit)
  for (const { code, name } of before) {
    if (isNow.has(code) || successors.has(code)) continue
    const same = now.filter((one) => one.name === name && one.code.slice(0, 2) === code.slice(0, 2))
    if (same.length === 1) successors.set(code, same[0].code)
  }
  return successors
}

/** Those of the data folder, and of the nation where the folder has none. */
export function knownPlacesFor(folder: string): KnownPlaces {
  return placesOfFolder(folder) ?? placesOfChina()
}
