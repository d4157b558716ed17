/** Programmes of a scenario file: projects by year and city, how they are shared out, how long they take. */
import type { Path, Programme, ProjectsOfYear } from '../scenario.js'
import type { ScenarioFile } from '../schema/schema.js'
import { isPlain } from './plain.js'
import { formulaOf, resolveValue } from './values.js'

type ServiceInFile = NonNullable<ScenarioFile['services']>[string]
type ProgrammeInFile = NonNullable<ServiceInFile['programmes']>[string]
type Starts = ProgrammeInFile['starts']
type UnderWay = NonNullable<ProgrammeInFile['under_way']>
type Lead = ProgrammeInFile['lead']
type ByCity<T> = Readonly<Record<string, T>>

/** Every field with its default; `path` of the programme. */
export function resolveProgramme(name: string, programme: ProgrammeInFile, path: Path): Programme {
  const { by_city, share_by, starts, under_way, opening_month, cost } = programme
  const { others, ...weights } = isPlain(by_city) ? by_city : {}
  return {
    name,
    title: programme.title,
    unit: programme.unit,
    ...(programme.quality && { quality: programme.quality }),
    starts: projectsOf(starts, [...path, 'starts']),
    ...(under_way !== undefined && { under_way: projectsOf(under_way, [...path, 'under_way']) }),
    shift: programme.shift ?? 0,
    scale: resolveValue(programme.scale, [...path, 'scale'], 1),
    share_by: share_by === undefined ? undefined : formulaOf(share_by, [...path, 'share_by']),
    by_city: isPlain(by_city)
      ? Object.entries(weights).map(([city, weight]) => ({
          name: city,
          weight,
          path: [...path, 'by_city', city],
        }))
      : undefined,
    ...(others !== undefined && { others }),
    each: resolveValue(programme.each, [...path, 'each']),
    lead: leadOf(programme.lead),
    ...(opening_month !== undefined && { opening_month }),
    on_time: resolveValue(programme.on_time, [...path, 'on_time'], 1),
    fulfilment: resolveValue(programme.fulfilment, [...path, 'fulfilment'], 1),
    cost: cost && { ...cost, each: resolveValue(cost.each, [...path, 'cost', 'each']) },
  }
}

function leadOf(lead: Lead): Programme['lead'] {
  if (typeof lead === 'number') return lead
  const { months } = lead
  if (typeof months === 'number') return { months: [{ months, share: 1 }] }
  return { months: Object.entries(months).map(([key, share]) => ({ months: Number(key), share })) }
}

/** A number, by year, by city, by year and city, or by city and year. */
function projectsOf(said: Starts | UnderWay, path: Path): ProjectsOfYear[] {
  if (typeof said === 'number') return [{ starts: said }]
  if ('by_city' in said && isPlain(said.by_city)) return byCity(said.by_city, [...path, 'by_city'])
  return Object.entries(said).map(([year, projects]) => {
    if (typeof projects === 'number') return { year: Number(year), starts: projects }
    return { year: Number(year), ...citiesOf(projects.by_city, [...path, year, 'by_city']) }
  })
}

function citiesOf(
  { others = 0, ...cities }: ByCity<number>,
  path: Path,
): Pick<ProjectsOfYear, 'cities' | 'others'> {
  const named = Object.entries(cities).map(([name, projects]) => ({ name, projects, path: [...path, name] }))
  return { cities: named, others }
}

/** Years of all cities, each with what every city has in it; one without years where only numbers are given. */
function byCity(cities: ByCity<number | ByCity<number>>, path: Path): ProjectsOfYear[] {
  const entries = Object.entries(cities)
  const years = entries.flatMap(([, own]) => (typeof own === 'number' ? [] : Object.keys(own)))
  const inYear = (pick: (own: number | ByCity<number>) => number) =>
    citiesOf(Object.fromEntries(entries.map(([name, own]) => [name, pick(own)])), path)
  const plain = entries.some(([, own]) => typeof own === 'number')
  return [
    ...(plain ? [{ ...inYear((own) => (typeof own === 'number' ? own : 0)) }] : []),
    ...[...new Set(years)].map((year) => ({
      year: Number(year),
      ...inYear((own) => (typeof own === 'number' ? 0 : (own[year] ?? 0))),
    })),
  ]
}
