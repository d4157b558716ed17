/** Which places a folder is of: those of a province or of the nation, at one of three levels. */
import { countedTogether } from '../../census/counted.js'
import type { PlaceKind } from '../../census/stocks-of-places.js'
import type { TwiceCounted } from '../../census/twice-counted.js'
import { type ChinaCounty, type ChinaPlace, chinaCounties, chinaWords } from './china-tables.js'
import { followedCounties } from './followed-counties.js'
import type { PlaceLevel } from './levels.js'

export const CENSUSES = [2010, 2020] as const

export interface RegionPlace extends TwiceCounted {
  readonly place: ChinaPlace
  /** Its counties in each census. */
  readonly counties: readonly (readonly ChinaCounty[])[]
  /** Code of the larger place that its levels are fitted about, itself where there is none. */
  readonly parent: string
  /** False where its people of the earlier census are a share of what was divided since. */
  readonly followed: boolean
}

/** All provinces together. */
export const NATION: ChinaPlace = {
  code: 'CN',
  province: '',
  name: { en: 'China', zh: chinaWords('nation_zh') },
  also: [],
  seat: undefined,
}

export const isNation = ({ code }: ChinaPlace) => code === NATION.code

/** The options by which a region was asked for. */
export function howMade({
  region,
  level,
}: {
  readonly region: ChinaPlace
  readonly level: PlaceLevel
}): string {
  if (isNation(region)) return `--nation --level ${level}`
  return `--province ${region.code}${level === 'city' ? '' : ` --level ${level}`}`
}

/** Places of a region at a level, those of one province side by side. */
export function regionPlaces(
  region: ChinaPlace,
  level: PlaceLevel,
  all: readonly ChinaPlace[],
): RegionPlace[] {
  const provinces = isNation(region) ? all.filter(({ province }) => province === '') : [region]
  return provinces.flatMap((province) => {
    const counties = CENSUSES.map((year) => chinaCounties(province.code, year))
    const places = all.filter((place) => place.province === province.code)
    const isMunicipality = places.every(({ code }) => code.length > 4)
    const whole = (kind: PlaceKind) => [placeOf(province, kind, counties, province.code)]
    if (level === 'province') return whole(isMunicipality ? 'municipality' : 'province')
    if (isNation(region) && level === 'city' && isMunicipality) return whole('municipality')
    const parent = isNation(region) ? province.code : undefined
    const cities = places.map((place) => {
      const own = counties.map((one) => one.filter((county) => county.place === place.code))
      const kind = place.code.length === 4 ? 'prefecture' : isMunicipality ? 'district' : 'county'
      return placeOf(place, kind, own, parent ?? place.code)
    })
    if (level === 'city') return cities
    // in the nation a municipality is one city, whose districts are its counties
    return isMunicipality && isNation(region) ? cities : cities.flatMap(countiesOf)
  })
}

function placeOf(
  place: ChinaPlace,
  kind: PlaceKind,
  counties: readonly (readonly ChinaCounty[])[],
  parent: string,
): RegionPlace {
  const [before, after] = counties.map((one) => countedTogether(one.map(({ counted }) => counted)))
  return { place, code: place.code, kind, counties, counted: [before, after], parent, followed: true }
}

/** The counties of a prefecture; of any other place itself. */
function countiesOf(city: RegionPlace): RegionPlace[] {
  if (city.kind !== 'prefecture') return [{ ...city, parent: city.code }]
  const [before, after] = city.counties
  return followedCounties(city.code, before, after).map(({ code, name, followed, counted }) => ({
    place: {
      code,
      province: city.place.province,
      name: { en: name, zh: name },
      also: [],
      seat: city.place.seat,
    },
    code,
    kind: 'county',
    counties: [],
    counted,
    parent: city.code,
    followed,
  }))
}
