/** A summary of very many places, cut to those that a reader has to know: pages and screens of thousands of rows tell nothing. */
import type { Summary } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from '../words/bilingual.js'
import { mainProjection } from './headline.js'

/** So many places are all shown; of more, those with most people, and those that grow, shrink and lack most. */
const FEW = 300
const LARGEST = 40
const OF_EACH = 20

/** The same with fewer places; itself where they are few. Shares and sums of the region are those of all. */
export function placesThatMatter(summary: Summary): Summary {
  if (!isCut(summary)) return summary
  const kept = keptCodes(summary)
  const all = new Set(summary.map.map(({ code }) => code))
  const isLeftOut = (row: unknown) =>
    typeof row === 'object' &&
    row !== null &&
    'code' in row &&
    all.has(String(row.code)) &&
    !kept.has(String(row.code))
  const cut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((row) => !isLeftOut(row)).map(cut)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]))
  }
  return cut(summary) as Summary
}

export const isCut = ({ map }: Pick<Summary, 'map'>): boolean => map.length > FEW

/** What is to be said where places are left out. */
export function cutNote({ map }: Pick<Summary, 'map'>): Bilingual {
  const places = map.length - 1
  return phrase(
    `Of ${places.toLocaleString('en')} places those are shown that have most people, or grow, shrink or lack most; summary.json and \`cityward export --csv\` have all.`,
    `共${places}个地区，仅列人口最多及增减、缺口最大者；全部见summary.json和\`cityward export --csv\`。`,
  )
}

function keptCodes(summary: Summary): ReadonlySet<string> {
  const [region, ...places] = summary.map
  const projection = mainProjection(summary)?.projection
  const people = new Map<string, number[]>()
  for (const { code, byStatus } of projection?.people ?? []) {
    const own = people.get(code)
    const sum = byStatus.reduce((all, persons) => all + persons, 0)
    if (own) own.push(sum)
    else people.set(code, [sum])
  }
  const lacking = new Map<string, number>()
  for (const { code, lacking: persons } of (projection?.services ?? []).flatMap(({ rows }) => rows))
    lacking.set(code, Math.max(lacking.get(code) ?? 0, persons))
  const last = (code: string) => people.get(code)?.at(-1) ?? 0
  const growth = (code: string) => last(code) - (people.get(code)?.[0] ?? 0)
  const most = (count: number, of: (code: string) => number) =>
    places
      .map(({ code }) => code)
      .sort((a, b) => of(b) - of(a))
      .slice(0, count)
  return new Set([
    region.code,
    ...most(LARGEST, last),
    ...most(OF_EACH, growth),
    ...most(OF_EACH, (code) => -growth(code)),
    ...most(OF_EACH, (code) => lacking.get(code) ?? 0),
  ])
}
