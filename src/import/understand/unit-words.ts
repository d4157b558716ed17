/** Units as offices write them, in Chinese, English and the codes of Eurostat and SDMX. */
import { isRatio } from './heading-words.js'

/** A unit by what one of it is: so many tens of a base. */
export interface CountedUnit {
  /** As the data folder calls what is counted: person, bed, share; `number` where only a count is said. */
  readonly base: string
  /** One of the unit is ten to this power of the base: 4 for 万, -2 for per cent. */
  readonly power: number
}

const BASES: readonly (readonly [base: string, words: string])[] = [
  [
    'person',
    '人 人数 口 person persons pers per ps people inhabitants inhabitant residents head capita personer personar henkilöä',
  ],
  ['bed', '张 床 张床 床位 bed beds'],
  ['place', '个 座 学位 个学位 place places seats'],
  ['household', '户 household households'],
  ['school', '所 school schools'],
  ['birth', 'birth births'],
  ['job', 'job jobs 岗位'],
  ['yuan', '元 yuan'],
  ['km2', '平方公里 平方千米 km2 km²'],
  ['share', 'share'],
  ['number', 'nr number numbers n count units unit antal antall lkm'],
]
const BASE_OF = new Map(BASES.flatMap(([base, words]) => words.split(' ').map((word) => [word, base])))

/** What stands before a base, and how many tens it is. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^亿/, 8],
  [/^百万/, 6],
  [/^十万/, 5],
  [/^万/, 4],
  [/^千/, 3],
  [/^百/, 2],
  [/^(?:10[ ,.]?000|ten thousands?)\s*/, 4],
  [/^(?:1[ ,.]?000[ ,.]?000|millions?|mio)\s*/, 6],
  [/^(?:1[ ,.]?000|thousands?|ths_?)\s*/, 3],
  [/^(?:100)\s*/, 2],
]

const SHARES = new Map<string, CountedUnit>([
  ...['%', 'percent', 'per cent', 'pc', 'pct', 'percentage', '百分比'].map(
    (word) => [word, { base: 'share', power: -2 }] as const,
  ),
  ...[
    '‰',
    'per mille',
    'permille',
    'per 1000',
    'per 1000 inhabitants',
    'per 1000 persons',
    'per thousand',
    '千分比',
  ].map((word) => [word, { base: 'share', power: -3 }] as const),
])

/** The unit that a text is as a whole; undefined for anything else. */
export function unitOf(text: string): CountedUnit | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^(?:in|unit:?|单位:?|计量单位:?)\s*/, '')
    .replace(/^(?:the )?number of /, '')
  const share = SHARES.get(plain.replace(/ of (?:the )?(?:total|all)?.*$/, '').replace(/(\d),(\d)/g, '$1$2'))
  if (share) return share
  for (const [form, times] of [[/^/, 0] as const, [/^10\^(\d{1,2})\s*/, Number.NaN] as const, ...TIMES]) {
    const head = form.exec(plain)
    if (!head) continue
    const power = Number.isNaN(times) ? Number(head[1]) : times
    const rest = plain
      .slice(head[0].length)
      .replace(/^of\s+/, '')
      .trim()
    const base = rest === '' && power > 0 ? 'number' : BASE_OF.get(rest)
    if (base !== undefined) return { base, power }
  }
  return undefined
}

const PERSON_UNITS = ['person', '1000 persons', '10000 persons'] as const

/** A unit as it is written in a mapping; `unitOf` reads it again. */
export function unitText({ base, power }: CountedUnit): string {
  if (base === 'share') return power === -2 ? '%' : power === -3 ? '‰' : 'share'
  if (base === 'person' && (power === 0 || power === 3 || power === 4))
    return PERSON_UNITS[power === 0 ? 0 : power - 2]
  if (power === 0) return base
  const times = { 2: '100', 3: 'thousand', 4: 'ten thousand', 6: 'million' }[power]
  if (times === undefined) return `10^${power} ${base}`
  return base === 'number' && power > 2 ? `${times}s` : `${times} ${base}`
}

/** What things are counted in where a file says no more than that they are counted. */
const COUNTED_IN: Readonly<Record<string, string>> = {
  hospital_beds: 'bed',
  elderly_care_beds: 'bed',
  kindergarten_places: 'place',
  primary_places: 'place',
  compulsory_places: 'place',
  households: 'household',
  urban_new_jobs: 'job',
  doctors: 'person',
  births: 'person',
  deaths: 'person',
  registered_population: 'person',
  floating_population: 'person',
}

/**
 * The unit of a figure, which is that of the thing where the file gives a number alone. A unit that a title gives, and
 * that the thing cannot have, is of other columns: shares are not counted in 万人.
 */
export function unitFor(measure: string | undefined, unit: CountedUnit | undefined): CountedUnit | undefined {
  if (measure === undefined) return unit
  if (isRatio(measure)) return unit?.base === 'share' ? unit : undefined
  const base = Object.hasOwn(COUNTED_IN, measure) ? COUNTED_IN[measure] : undefined
  if (base === undefined || unit?.base === base) return unit
  return { base, power: unit?.base === 'number' ? unit.power : 0 }
}

/** Of several units that a title lists, 亿元、万人, the one that a thing can be counted in. */
export function unitInTitle(
  units: readonly CountedUnit[],
  measure: string | undefined,
): CountedUnit | undefined {
  if (units.length < 2) return units[0]
  if (measure === undefined) return undefined
  const base =
    measure === 'people' ? 'person' : Object.hasOwn(COUNTED_IN, measure) ? COUNTED_IN[measure] : 'share'
  return units.find((unit) => unit.base === base)
}

/** Whether a thing comes in whole ones. */
export const isWholeOnly = (measure: string | undefined): boolean =>
  measure !== undefined && Object.hasOwn(COUNTED_IN, measure)

/** Units of things that are none of those that COUNTED_IN names: 小学（所） are schools, and no places in them. */
const OF_OTHERS = ['school', 'household', 'yuan', 'km2']

/** Whether a unit that stands beside a figure says that it is of another thing than its heading names. */
export function contradicts(measure: string | undefined, unit: CountedUnit | undefined): boolean {
  if (measure === undefined || unit === undefined || !OF_OTHERS.includes(unit.base)) return false
  if (measure === 'people') return true
  return Object.hasOwn(COUNTED_IN, measure) && COUNTED_IN[measure] !== unit.base
}

/** The units that a text lists: 单位：亿元、万人. */
export function unitsListed(text: string): CountedUnit[] {
  const plain = text.normalize('NFKC').replace(UNIT_LINE, '')
  if (plain === text.normalize('NFKC')) return []
  return plain.split(/[、,;/]/).flatMap((one) => unitOf(one) ?? [])
}

/** A unit in the middle of a heading, outside brackets. */
export const UNIT_WITHIN =
  /(?:单位|计量单位|\bunit)\s*[:：]?\s*([\p{L}%‰][\p{L}\p{N}%‰ ]*)|(?<![\p{L}\d])((?:in )?(?:10[ ,.]?000|1[ ,.]?000|thousands?|millions?)(?: (?:of )?(?:persons|people|inhabitants))?)(?![\p{L}\d])|(%|‰|\bper ?cent\b)(?: of (?:the )?(?:total )?(?:population|people))?/iu

/** A row that says what all figures are counted in, and is no heading. */
export const UNIT_LINE = /^(?:单位|计量单位|unit)\s*[:：]?/i
