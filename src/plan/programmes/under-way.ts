/**
 * What is under way at the end of the base year: projects started in it or before, or a stated backlog. What was due by
 * then and is open stands in the opening stock; what was due and is late is under way, and due again in the first step.
 */
import { dueBy, dueOfSteady } from '../../math/lead-times.js'
import type { ProjectsOfYear } from '../../scenario/scenario.js'
import type { UnderWayPlan } from '../plan.js'
import type { ProgrammeDraft } from './programme-draft.js'
import { numbersByCity, projectsInRegion } from './projects-by-city.js'

/** Years before the base year that starts can be told of. */
const LONGEST_AGO = 50

/** Projects of some step on or before the base year, or of a stated backlog: those of the region, or of each city. */
interface Source {
  readonly region: number
  readonly own?: Float64Array
  /** Of one project: due in the steps up to the base year, oldest first; due since then by the end of each year; all of it. */
  readonly late: Float64Array
  readonly due: Float64Array
  readonly all: number
}

/** share: slot of each city's share of what is the region's; shares: by steps from the start (dueShares). */
export function planUnderWay(
  of: ProgrammeDraft,
  share: number,
  shares: Float64Array,
): UnderWayPlan[] | undefined {
  const { draft, part } = of
  const earlier = startedBefore(of, shares)
  const stated = statedBacklog(of, shares)
  if (earlier.length > 0 && stated.length > 0) refuseBoth(of)
  const sources = [...earlier, ...stated].filter(({ region }) => region > 0)
  if (sources.length === 0) return undefined
  const ofRegion = sources.filter(({ own }) => !own)
  const sum = (pick: (source: Source) => Float64Array) =>
    pick(sources[0]).map((_, at) => ofRegion.reduce((all, one) => all + one.region * pick(one)[at], 0))
  const shared: UnderWayPlan[] =
    ofRegion.length === 0
      ? []
      : [
          {
            slot: share,
            late: sum(({ late }) => late),
            due: sum(({ due }) => due),
            all: ofRegion.reduce((all, one) => all + one.region * one.all, 0),
          },
        ]
  const own = sources.filter((source) => source.own)
  return [
    ...shared,
    ...own.map((source, at) => {
      const { late, due, all } = source
      return { slot: draft.addConstant(part(`under way ${at}`), source.own!), late, due, all }
    }),
  ]
}

/** Starts of the base year and before it, in steps that end with it and before. */
function startedBefore({ draft, programme, path }: ProgrammeDraft, shares: Float64Array): Source[] {
  const [base] = draft.years
  const step = draft.dataset.dims.ageWidth
  const entries = programme.starts.filter(({ year = 0 }) => year <= base)
  if (!draft.yearsKnown || entries.length === 0) return []
  const old = entries.find(({ year = 0 }) => year < base - LONGEST_AGO)
  if (old) {
    const expected = `a year from ${base - LONGEST_AGO} to ${draft.years.at(-1)}`
    draft.report(
      [...path, 'starts', String(old.year)],
      { code: 'year-outside', found: `starts in ${old.year}`, expected },
      'key',
    )
    return []
  }
  const agoOf = ({ year = 0 }: ProjectsOfYear) => Math.floor((base - year) / step)
  const longest = Math.max(...entries.map(agoOf))
  return entries.map((entry) => {
    const ago = agoOf(entry)
    return {
      region: projectsInRegion(draft, entry),
      ...(entry.cities && { own: numbersByCity(draft, entry) }),
      // the step that is so many steps after the start; none before it
      late: Float64Array.from({ length: longest + 1 }, (_, at) => shares[at - (longest - ago)] ?? 0),
      due: Float64Array.from(draft.years, (_, year) => dueBy(shares, ago + year) - dueBy(shares, ago)),
      all: 1 - dueBy(shares, ago),
    }
  })
}

/** What the scenario says to be under way: by the year in which it is due, or as if started at a steady pace. */
function statedBacklog({ draft, programme, path }: ProgrammeDraft, shares: Float64Array): Source[] {
  const [base] = draft.years
  const where = [...path, 'under_way']
  return (programme.under_way ?? []).flatMap((entry): Source[] => {
    const { year, cities } = entry
    const of = {
      region: projectsInRegion(draft, entry),
      ...(cities && { own: numbersByCity(draft, entry) }),
      late: new Float64Array(1),
      all: 1,
    }
    if (year === undefined) {
      const due = dueOfSteady(shares, draft.years.length)
      if (due) return [{ ...of, due }]
      const expected = 'a `lead` of more than the year of the start, or the years in which they are due'
      draft.report(where, {
        code: 'under-way-without-lead',
        found: 'projects under way that are due as they start',
        expected,
      })
      return []
    }
    if (year <= base && draft.yearsKnown) {
      const expected = `a year after ${base}: by when they are due`
      draft.report(
        [...where, String(year)],
        { code: 'year-outside', found: `projects due in ${year}`, expected },
        'key',
      )
      return []
    }
    // what is due after the last year is under way, and does not open in the plan's years
    const first = draft.years.findIndex((end) => year <= end)
    return [{ ...of, due: Float64Array.from(draft.years, (_, at) => (first >= 0 && at >= first ? 1 : 0)) }]
  })
}

function refuseBoth({ draft, path }: ProgrammeDraft): void {
  draft.report(
    [...path, 'under_way'],
    {
      code: 'under-way-twice',
      found: `projects under way beside starts by ${draft.years[0]}, which are under way as well`,
      expected: 'one of the two, so that nothing is counted twice',
    },
    'key',
  )
}
