/** The texts that a new region begins with: its scenario, and in two languages where its numbers come from. */
import { LEAST_CITIES } from '../../calibration/held-out.js'
import type { Language } from '../../vocabulary/language.js'
import { VERSION } from '../../vocabulary/version.js'
import { chinaTable, chinaText, chinaWords } from './china-tables.js'
import { type FittedRegion, isHeldOut } from './fit-region.js'
import type { PlaceLevel } from './levels.js'
import { NO_OWN_DRAWS, ownDraws } from './own-draws.js'
import { travelRows } from './rate-tables.js'
import type { RegionCounts } from './region-counts.js'
import type { FolderFiles } from './region-folder.js'
import { howMade, isNation } from './region-places.js'

/** The scenario of a region; `file` as a command would name it. */
export function regionScenario(counts: RegionCounts, file: string): string {
  const { region } = counts
  return filled(chinaText('scenario.yaml'), {
    HOW: howMade(counts),
    EN: region.name.en,
    ZH: region.name.zh,
    CODE: region.code,
    FILE: file,
    ...(hasOwnDraws(counts) ? ownDraws() : NO_OWN_DRAWS),
  })
}

/** Cities of a province, which the fit has draws of; elsewhere all places share what is drawn. */
const hasOwnDraws = ({ region, level }: RegionCounts) => level === 'city' && !isNation(region)

/** README.md and README.zh.md of its data folder. */
export function regionGuides(counts: RegionCounts, fitted: FittedRegion): FolderFiles {
  const { region, places } = counts
  const hasTravel = travelRows(counts).length > 0
  const changes = changesOf(counts)
  const listed = (lines: readonly string[], none: string) =>
    (lines.length > 0 ? lines : [none]).map((line) => `- ${line}`).join('\n')
  const heldOut = heldOutOf(counts)
  const values = {
    HOW: howMade(counts),
    WITHIN: WITHIN[counts.level],
    WITHIN_ZH: chinaWords(`within_${counts.level}_zh`),
    EN: region.name.en,
    ZH: region.name.zh,
    CODE: region.code,
    VERSION,
    PLACES: String(places.length),
    HARDLY: hardlyMoved(fitted).join(', '),
    TRAVEL: hasTravel
      ? 'no line shortens it'
      : 'not given here: seats of some places are not known, and no line shortens any journey',
    TRAVEL_ZH: hasTravel ? chinaWords('lines_zh') : chinaWords('no_seats_zh'),
    HELD_OUT: HELD_OUT[heldOut],
    HELD_OUT_ZH: chinaWords(`${heldOut}_zh`),
    UNMET: namesOf(counts, fitted.unmet, 'en').join(', ') || 'nowhere',
    UNMET_ZH: namesOf(counts, fitted.unmet, 'zh').join(chinaWords('comma_zh')) || chinaWords('none_zh'),
    HINDCAST: hindcastRows(counts, fitted, 'en'),
    HINDCAST_ZH: hindcastRows(counts, fitted, 'zh'),
    CHANGES: listed(
      changes.map(({ note_en }) => note_en),
      'no place changed.',
    ),
    CHANGES_ZH: listed(
      changes.map(({ note_zh }) => note_zh),
      chinaWords('no_change_zh'),
    ),
  }
  return new Map(['README.md', 'README.zh.md'].map((file) => [file, filled(chinaText(file), values)]))
}

/** Whether places that are not fitted about larger ones, of which half can be held out, were. */
function heldOutOf({ region, level, places }: RegionCounts): keyof typeof HELD_OUT {
  const isAlone = level === (isNation(region) ? 'province' : 'city')
  if (!isAlone || places.length < LEAST_CITIES) return 'none_held_out'
  return isHeldOut(places) ? 'held_out' : 'not_held_out'
}

const HELD_OUT = {
  held_out: 'places held out of the fit are in backtest.csv, and a report of a run quotes them',
  none_held_out: 'no place of these was held out of the fit, so that there is no backtest.csv',
  not_held_out:
    'no place was held out of the fit yet, as of so many it takes many minutes; `cityward backtest` of this folder does it',
} as const

/** How levels of places of each kind were fitted. */
const WITHIN: Readonly<Record<PlaceLevel, string>> = {
  province: 'Levels of moves are fitted to the places as they stand here.',
  city: 'Levels of moves are fitted to the places as they stand here; in a folder of the nation to its provinces first, and to each city about its province.',
  county:
    'Levels of moves are fitted to the cities first (in a folder of the nation to its provinces, and to cities about these), and to each county about its city. Counties that were founded, dissolved or divided between the censuses have their people of 2010 as a share of what they were made from, and are fitted as if they had done as that (judgement; values.csv names them). Names are in Chinese alone.',
}

/** A text with every @NAME@ replaced. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/@([A-Z_]+)@/g, (whole, name: string) => values[name] ?? whole)
}

/** Changes of boundaries that the region's places were counted across, each said once. */
function changesOf({ region }: RegionCounts): { note_en: string; note_zh: string }[] {
  const own = chinaTable('changes').filter(({ unit }) => isNation(region) || unit.startsWith(region.code))
  const said = new Map(own.map(({ note_en, note_zh }) => [note_en, { note_en, note_zh }]))
  return [...said.values()]
}

const namesOf = ({ places }: RegionCounts, codes: readonly string[], language: Language) =>
  places.filter(({ code }) => codes.includes(code)).map(({ place }) => place.name[language])

/** Places of a table that a reader takes in; of more, those that are farthest off. */
const MOST_SHOWN = 60
const FARTHEST = 20

/** The region and every place, or those farthest off in people or in urban share. */
function shownOf(hindcast: FittedRegion['hindcast']): FittedRegion['hindcast'] {
  const [region, ...places] = hindcast
  if (places.length <= MOST_SHOWN) return hindcast
  const farthest = (of: 'people' | 'urbanShare') =>
    places.toSorted((a, b) => Math.abs(b[of]) - Math.abs(a[of])).slice(0, FARTHEST)
  const shown = new Set([...farthest('people'), ...farthest('urbanShare')])
  return [region, ...places.filter((place) => shown.has(place))]
}

function hindcastRows(
  { region, places }: RegionCounts,
  { hindcast }: FittedRegion,
  language: Language,
): string {
  const names = new Map(
    [region, ...places.map(({ place }) => place)].map(({ code, name }) => [code, name[language]]),
  )
  const signed = (value: number, digits: number) =>
    `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`
  return shownOf(hindcast)
    .map(
      ({ code, people, urbanShare }) =>
        `| ${names.get(code)} | ${signed(people, 2)} | ${signed(urbanShare, 2)} |`,
    )
    .join('\n')
}

/** Levels of the region that the data narrowed by less than a third, or that judgements moved. */
export function hardlyMoved({ results }: FittedRegion): string[] {
  return results
    .filter(({ city, quality }) => city < 0 && quality === 'judgement')
    .map(({ name }) => name.replaceAll('_', ' '))
}
