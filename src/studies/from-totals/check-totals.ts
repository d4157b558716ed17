/** Totals as whole persons that add up: what a table says, checked against itself, its rounding taken up. */
import type { RegionPyramid, RegionTotals } from '../../census/total-margins.js'
import { shareWhole } from '../../math/age-splitting.js'
import { howMany } from '../../vocabulary/numbers.js'
import { CitywardError } from '../../vocabulary/problems.js'
import type { Rounded, TotalsAges, TotalsRow, TotalsTable } from './read-totals.js'

/** The totals of places in their order, and the rows that they are of. */
export interface CheckedTotals {
  readonly totals: RegionTotals
  readonly places: readonly TotalsRow[]
  readonly region: TotalsRow | undefined
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/**
 * Throws CitywardError with every contradiction, each at the cell that it begins with.
 *
 * towns  whether the pattern tells townspeople apart: every place has to, or none
 */
export function checkedTotals({ reader, rows }: TotalsTable, towns = true): CheckedTotals {
  const places = rows.filter(({ isRegion }) => !isRegion)
  const [region, second] = rows.filter(({ isRegion }) => isRegion)
  const contradict = (row: TotalsRow, column: string, found: string, expected: string) =>
    reader.report(row.row, column, 'totals-contradict', found, expected)
  if (second) contradict(second, 'kind', 'a second region', 'one region at most')
  const agesOf = (row: TotalsRow) => row.ages.filter(({ of }) => of === 'age' || of === 'share')
  for (const row of places) {
    checkTowns(reader, row, towns)
    checkPlace(row, places[0], contradict)
  }
  const starts = startsOf(agesOf(places[0]))
  for (const row of rows) checkGroups(row, agesOf(row), contradict)
  const problemsSoFar = reader.findings.list()
  if (problemsSoFar.length > 0) throw new CitywardError(problemsSoFar)
  const whole = places.map((row) => ({
    people: row.people.persons,
    urban: towns ? Math.min(row.urban!.persons, row.people.persons) : 0,
    men: row.male?.persons ?? (row.female ? row.people.persons - row.female.persons : undefined),
    ages: wholeGroups(row, agesOf(row), starts),
  }))
  if (region) checkRegion(region, places, contradict)
  const pyramid = region && pyramidOf(region, contradict)
  const totals = { places: whole, starts, pyramid, blocks: merged(starts, pyramid?.starts ?? []) }
  if (pyramid && region) checkPyramid(region, totals, pyramid, contradict)
  const problems = reader.findings.list()
  if (problems.length > 0) throw new CitywardError(problems)
  return { totals: pyramid ? { ...totals, pyramid: alike(totals, pyramid) } : totals, places, region }
}

type Contradict = (row: TotalsRow, column: string, found: string, expected: string) => void

const persons = (count: number) => `${count} people`
const within = (off: number) => (off > 0 ? `, to ${persons(Math.ceil(off))} of rounding` : '')

/** Townspeople are given where the pattern has them, and only there. */
function checkTowns(reader: TotalsTable['reader'], { row, urban }: TotalsRow, towns: boolean): void {
  if (towns && !urban) {
    const hint = 'A pattern without towns, such as --pattern Finland, needs none.'
    reader.report(
      row,
      'people',
      'totals-contradict',
      'no people in towns',
      'a number in urban or urban_share',
      hint,
    )
  }
  if (!towns && urban) {
    const expected = 'none, as the pattern does not tell them apart'
    reader.report(
      row,
      urban.column,
      'totals-contradict',
      'people in towns',
      expected,
      'Leave the column out.',
    )
  }
}

/** What a place gives is no more than everyone, and all places give the same columns. */
function checkPlace(row: TotalsRow, first: TotalsRow, contradict: Contradict): void {
  const { people, urban, male, female } = row
  for (const part of [urban, male, female]) {
    if (part && part.persons > people.persons + part.off + people.off)
      contradict(row, part.column, persons(part.persons), `at most the ${persons(people.persons)} of the row`)
  }
  if (male && female) addUp(row, [male, female], people, 'male and female', contradict)
  const given = (one: TotalsRow) => [...one.ages.map(({ column }) => column), ...(one.male || one.female ? ['sexes'] : [])]
  if (given(row).join() !== given(first).join())
    contradict(row, 'people', `columns ${given(row).join(', ') || 'without ages and sexes'}`, `those of the first place: ${given(first).join(', ') || 'none'}`) // biome-ignore format: one sentence
  const bySex = row.ages.find(({ of }) => of === 'male' || of === 'female')
  if (bySex) contradict(row, bySex.column, 'ages by sex of a place', 'ages of both sexes (age_ or share_); ages by sex of the region alone')
} // biome-ignore format: one sentence

function addUp(
  row: TotalsRow,
  parts: readonly Rounded[],
  whole: Rounded,
  names: string,
  contradict: Contradict,
): void {
  const sum = sumOf(parts.map((part) => part.persons))
  const off = sumOf(parts.map((part) => part.off)) + whole.off
  if (Math.abs(sum - whole.persons) > off + parts.length)
    contradict(
      row,
      parts[0].column,
      `${names} that add up to ${persons(sum)}`,
      `${whole.persons}${within(off)}`,
    )
}

/** First ages of the groups that columns and the gap between them make; 0 first. */
function startsOf(groups: readonly TotalsAges[]): number[] {
  const ends = groups.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
  return merged([0], ends)
}

const merged = (one: readonly number[], other: readonly number[]) =>
  [...new Set([...one, ...other])].sort((a, b) => a - b)

/** Groups of ages neither overlap nor leave more than one gap, and add up to everyone where they leave none. */
function checkGroups(row: TotalsRow, groups: readonly (TotalsAges & Rounded)[], contradict: Contradict): void {
  const ordered = [...groups].sort((a, b) => a.from - b.from)
  for (const [k, group] of ordered.entries()) {
    const next = ordered[k + 1]
    if (group.to !== undefined && group.to <= group.from)
      contradict(row, group.column, 'a group that ends before it begins', 'a first age and a last one, as age_0_14')
    if (next && (group.to === undefined || next.from < group.to))
      contradict(row, next.column, `${next.column} beside ${group.column}`, 'groups of ages that do not overlap')
  }
  const gaps = gapsOf(ordered)
  if (groups.length === 0) return
  const names = ordered.map(({ column }) => column).join(' + ')
  if (gaps.length > 1) contradict(row, ordered[0].column, `${names}, which leave ${gaps.length} gaps`, 'groups of ages that leave one gap at most')
  else if (gaps.length === 0) addUp(row, ordered, row.people, names, contradict)
  else if (sumOf(ordered.map((one) => one.persons)) > row.people.persons + sumOf(ordered.map((one) => one.off)) + row.people.off)
    contradict(row, ordered[0].column, `${names} that add up to ${persons(sumOf(ordered.map((one) => one.persons)))}`, `at most the ${persons(row.people.persons)} of the row`)
} // biome-ignore format: one sentence

/** First ages of what groups in order leave out. */
function gapsOf(ordered: readonly TotalsAges[]): number[] {
  const gaps: number[] = []
  let end: number | undefined = 0
  for (const { from, to } of ordered) {
    if (end !== undefined && from > end) gaps.push(end)
    end = to
  }
  return end === undefined || ordered.length === 0 ? gaps : [...gaps, end]
}

/** Whole persons by group that add up to everyone: what is left is of the gap, or is shared as rounding. */
function wholeGroups(
  row: TotalsRow,
  groups: readonly (TotalsAges & Rounded)[],
  starts: readonly number[],
): number[] {
  const known = starts.map((start) => groups.find(({ from }) => from === start)?.persons)
  const left = row.people.persons - sumOf(known.map((count) => count ?? 0))
  if (known.includes(undefined) && left >= 0) return known.map((count) => count ?? left)
  return shareWhole(
    row.people.persons,
    known.map((count) => count ?? 0),
  )
}

/** Places add up to their region in all that both give. */
function checkRegion(region: TotalsRow, places: readonly TotalsRow[], contradict: Contradict): void {
  const check = (of: (row: TotalsRow) => Rounded | undefined) => {
    const [whole, parts] = [of(region), places.map(of)]
    if (!whole || parts.some((part) => part === undefined)) return
    const sum = sumOf(parts.map((part) => part!.persons))
    const off = whole.off + sumOf(parts.map((part) => part!.off))
    if (Math.abs(sum - whole.persons) > off + places.length)
      contradict(region, whole.column, persons(whole.persons), `${sum}, the sum of its ${howMany(places.length, 'place')}${within(off)}`)
  } // biome-ignore format: one sentence
  check(({ people }) => people)
  check(({ urban }) => urban)
  check(({ male }) => male)
  for (const { column } of region.ages) check(({ ages }) => ages.find((age) => age.column === column))
}

/** The ages of the region by sex where both sexes have them, else of both; undefined where it gives none. */
function pyramidOf(region: TotalsRow, contradict: Contradict): RegionPyramid | undefined {
  const of = (kinds: readonly string[]) => region.ages.filter((age) => kinds.includes(age.of))
  const sexes = [of(['male']), of(['female'])]
  const both = of(['age', 'share'])
  const bySex = sexes.some((groups) => groups.length > 0)
  const columns = bySex ? sexes : [both]
  if (!bySex && both.length === 0) return undefined
  const starts = startsOf(columns[0])
  if (bySex && (startsOf(sexes[1]).join() !== starts.join() || gapsOf(inOrder(sexes[0])).length > 0))
    contradict(region, 'people', 'ages by sex of which one lacks', 'the same groups of men and of women, without a gap')
  const sums = columns.map((groups) => sumOf(groups.map((group) => group.persons)))
  const all = bySex ? sumOf(sums) : region.people.persons
  const off = sumOf(columns.flat().map((group) => group.off)) + region.people.off
  if (bySex && Math.abs(all - region.people.persons) > off + columns.flat().length)
    contradict(region, 'people', persons(region.people.persons), `${all}, the sum of its ages by sex${within(off)}`)
  const persons_ = bySex ? columns.map((groups) => inOrder(groups).map((group) => group.persons)) : [wholeGroups(region, both, starts)]
  return { starts, persons: persons_ }
} // biome-ignore format: one sentence

const inOrder = (groups: readonly (TotalsAges & Rounded)[]) => [...groups].sort((a, b) => a.from - b.from)

/** Whether a pyramid can be kept beside what places give of ages and sexes. */
function checkPyramid(region: TotalsRow, { places, starts }: RegionTotals, pyramid: RegionPyramid, contradict: Contradict): void {
  const straddles = starts.find((start) => !pyramid.starts.includes(start))
  if (straddles !== undefined)
    contradict(region, 'people', `ages of the region without a group that begins at ${straddles}`, 'groups that lie within those of places')
  if (places[0].men !== undefined && (starts.length > 1 || pyramid.persons.length === 1))
    contradict(region, 'people', 'ages of the region beside sexes of places', 'ages by sex of the region, and places without ages; or places without sexes')
} // biome-ignore format: one sentence

/** The pyramid at the people of the places: within each of their groups, or of each sex, in its own proportions. */
function alike({ places, starts }: Pick<RegionTotals, 'places' | 'starts'>, { starts: own, persons: rows }: RegionPyramid): RegionPyramid {
  const men = places[0].men === undefined ? undefined : sumOf(places.map((place) => place.men!))
  const groupOf = (start: number) => starts.findLastIndex((from) => from <= start)
  const out = rows.map((row) => [...row])
  const sections = men === undefined
    ? starts.map((_, group) => ({ total: sumOf(places.map(({ ages }) => ages[group])), holds: (__: number, at: number) => groupOf(own[at]) === group }))
    : [men, sumOf(places.map(({ people }) => people)) - men].map((total, sex) => ({ total, holds: (row: number) => row === sex }))
  for (const { total, holds } of sections) {
    const cells = rows.flatMap((row, r) => row.map((_, at) => [r, at] as const)).filter(([r, at]) => holds(r, at))
    const whole = shareWhole(total, cells.map(([r, at]) => rows[r][at]))
    cells.forEach(([r, at], k) => {
      out[r][at] = whole[k]
    })
  }
  return { starts: own, persons: out }
} // biome-ignore format: lists read best as lines
