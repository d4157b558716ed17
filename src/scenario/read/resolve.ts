/** From the content of a scenario file, known to have the right shape, to a Scenario with its defaults filled in. */
import type { Level } from '../../model/rates.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Formula, MoveSchedule, Path, Programme, Scenario, Service, Value } from '../scenario.js'
import type { ScenarioFile } from '../schema/schema.js'
import { correlationPairs } from './correlation-pairs.js'
import { tableOf, withTable } from './design-table.js'
import { resolveDistribution } from './distributions.js'
import type { DrawsReader } from './draws-file.js'
import { isPlain } from './plain.js'

type ValueInFile = NonNullable<ScenarioFile['indicators'][string]['of']>
type FormulaInFile = number | string
type ServiceInFile = NonNullable<ScenarioFile['services']>[string]
type ProgrammeInFile = NonNullable<ServiceInFile['programmes']>[string]

const formulaOf = (input: FormulaInFile, path: Path): Formula =>
  typeof input === 'number' ? { text: String(input), number: input, path } : { text: input, path }

/** Resolve a value; `standard` is its default. */
export function resolveValue(input: ValueInFile | undefined, path: Path, standard = 0): Value {
  if (input === undefined) return { kind: 'formula', formula: formulaOf(standard, path) }
  if (typeof input !== 'object') return { kind: 'formula', formula: formulaOf(input, path) }
  if ('by_year' in input) {
    const points = Object.entries(input.by_year).map(([year, formula]) => ({
      year: Number(year),
      formula: formulaOf(formula, [...path, 'by_year', year]),
    }))
    return { kind: 'by_year', points, between: input.between ?? 'linear', path }
  }
  if ('by_city' in input) {
    const { others, ...cities } = input.by_city
    return {
      kind: 'by_city',
      cities: Object.entries(cities).map(([name, formula]) => {
        const place = [...path, 'by_city', name]
        return { name, formula: formulaOf(formula, place), path: place }
      }),
      others: others === undefined ? undefined : formulaOf(others, [...path, 'by_city', 'others']),
      path,
    }
  }
  return {
    kind: 'total',
    total: formulaOf(input.total, [...path, 'total']),
    shareBy: formulaOf(input.share_by, [...path, 'share_by']),
    path,
  }
}

/**
 * files      the chain of files, nearest first
 * leftOut    parts that the content lacks since they are wrong
 * readDraws  reads the draws of empirical distributions
 */
export function resolveScenario(
  file: ScenarioFile,
  files: readonly string[],
  leftOut: readonly Path[],
  readDraws: DrawsReader,
): Scenario {
  const uncertainties = Object.entries(file.uncertainties ?? {}).map(([name, uncertainty]) => ({
    ...uncertainty,
    name,
    because: reasonOf(uncertainty),
    distribution: resolveDistribution(uncertainty.distribution, readDraws),
  }))
  const pairs = correlationPairs(file.correlations ?? []).map(({ between, rank }) => ({ between, rank }))
  const chance = { uncertainties, correlations: pairs }
  const table = file.run?.design === 'table' ? file.run.design_options?.file : undefined
  return {
    title: file.title,
    data: file.data,
    years: file.years,
    run: {
      draws: file.run?.draws ?? 1000,
      seed: file.run?.seed ?? 0,
      design: file.run?.design ?? 'random',
      designOptions: file.run?.design_options ?? {},
    },
    ...(table === undefined ? chance : withTable(chance, tableOf(table, uncertainties, readDraws))),
    levers: Object.entries(file.levers ?? {}).map(([name, lever]) => ({
      ...lever,
      name,
      cost: lever.cost === undefined ? undefined : formulaOf(lever.cost, ['levers', name, 'cost']),
    })),
    policies: Object.entries(file.policies).map(([name, policy]) => ({ ...policy, name })),
    population: resolvePopulation(file),
    services: Object.entries(file.services ?? {}).map(([name, service]) => resolveService(name, service)),
    indicators: Object.entries(file.indicators).map(([name, indicator]) => ({
      ...indicator,
      name,
      of: resolveValue(indicator.of, ['indicators', name, 'of']),
      per: indicator.per === undefined ? undefined : resolveValue(indicator.per, ['indicators', name, 'per']),
      times: indicator.times ?? 1,
      places: indicator.places ?? 'cities',
    })),
    targets: (file.targets ?? []).map((target) => ({ ...target, tolerance: target.tolerance ?? 0 })),
    commitments: Object.entries(file.commitments ?? {}).map(([id, commitment]) => ({
      id,
      assessed: commitment.assessed,
      because: reasonOf(commitment),
    })),
    files,
    leftOut,
  }
}

function reasonOf({ because, because_zh = because }: { because: string; because_zh?: string }): Bilingual {
  return { en: because, zh: because_zh }
}

function resolvePopulation({ population = {} }: ScenarioFile): Scenario['population'] {
  const values = (section: 'levels' | 'lines') =>
    Object.fromEntries(
      Object.entries(population[section] ?? {}).map(([name, value]) => [
        name,
        resolveValue(value as ValueInFile, ['population', section, name]),
      ]),
    )
  return {
    migration: population.migration ?? 'even',
    levels: values('levels') as Partial<Record<Level, Value>>,
    schedules: (population.schedules ?? {}) as Partial<Record<MoveSchedule, string>>,
    nests: population.nests ?? [],
    lines: values('lines'),
  }
}

function resolveService(name: string, service: ServiceInFile): Service {
  const path = ['services', name]
  return {
    name,
    title: service.title,
    unit: service.unit,
    opening: resolveValue(service.opening, [...path, 'opening']),
    demand: resolveValue(service.demand, [...path, 'demand']),
    standard: resolveValue(service.standard, [...path, 'standard'], 1),
    closure: resolveValue(service.closure, [...path, 'closure'], 0),
    programmes: Object.entries(service.programmes ?? {}).map(([programme, item]) =>
      resolveProgramme(programme, item, [...path, 'programmes', programme]),
    ),
  }
}

function resolveProgramme(name: string, programme: ProgrammeInFile, path: Path): Programme {
  const { by_city, share_by, starts } = programme
  return {
    name,
    title: programme.title,
    unit: programme.unit,
    ...(programme.quality && { quality: programme.quality }),
    starts: Object.entries(starts).map(([year, projects]) => ({ year: Number(year), starts: projects })),
    shift: programme.shift ?? 0,
    scale: resolveValue(programme.scale, [...path, 'scale'], 1),
    share_by: share_by === undefined ? undefined : formulaOf(share_by, [...path, 'share_by']),
    by_city: isPlain(by_city)
      ? Object.entries(by_city).map(([city, weight]) => ({
          name: city,
          weight,
          path: [...path, 'by_city', city],
        }))
      : undefined,
    each: resolveValue(programme.each, [...path, 'each']),
    lead: programme.lead,
    on_time: resolveValue(programme.on_time, [...path, 'on_time'], 1),
    fulfilment: resolveValue(programme.fulfilment, [...path, 'fulfilment'], 1),
    cost: programme.cost === undefined ? undefined : resolveValue(programme.cost, [...path, 'cost']),
  }
}
