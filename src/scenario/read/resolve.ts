/** From the content of a scenario file, known to have the right shape, to a Scenario with its defaults filled in. */
import type { Level } from '../../model/rates.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { MoveSchedule, Path, PromisedFor, Scenario, Service, Value } from '../scenario.js'
import type { ScenarioFile } from '../schema/schema.js'
import { resolveChance } from './city-rows.js'
import { correlationPairs } from './correlation-pairs.js'
import { tableOf } from './design-table.js'
import type { DrawsReader } from './draws-file.js'
import { resolveProgramme } from './programmes.js'
import { tableColumns, withTableOfLevers } from './sampled-levers.js'
import { resolveSchool } from './schools.js'
import { formulaOf, resolveValue, type ValueInFile } from './values.js'

type ServiceInFile = NonNullable<ScenarioFile['services']>[string]

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
    distribution: resolveChance(uncertainty, readDraws),
  }))
  const pairs = correlationPairs(file.correlations ?? []).map(({ between, rank }) => ({ between, rank }))
  const table = file.run?.design === 'table' ? file.run.design_options?.file : undefined
  const scenario: Scenario = {
    title: file.title,
    data: file.data,
    years: file.years,
    run: {
      draws: file.run?.draws ?? 1000,
      seed: file.run?.seed ?? 0,
      design: file.run?.design ?? 'random',
      designOptions: file.run?.design_options ?? {},
    },
    uncertainties,
    correlations: pairs,
    levers: Object.entries(file.levers ?? {}).map(([name, lever]) => ({
      ...lever,
      name,
      cost: lever.cost === undefined ? undefined : formulaOf(lever.cost, ['levers', name, 'cost']),
    })),
    policies: Object.entries(file.policies).map(([name, policy]) => ({ ...policy, name })),
    population: resolvePopulation(file),
    schools: Object.entries(file.schools ?? {}).map(([name, school]) => resolveSchool(name, school)),
    services: Object.entries(file.services ?? {}).map(([name, service]) => resolveService(name, service)),
    indicators: Object.entries(file.indicators).map(([name, indicator]) => ({
      ...indicator,
      name,
      of: resolveValue(indicator.of, ['indicators', name, 'of']),
      per: indicator.per === undefined ? undefined : resolveValue(indicator.per, ['indicators', name, 'per']),
      promised_for: indicator.promised_for && resolvePromise(name, indicator.promised_for),
      times: indicator.times ?? 1,
      places: indicator.places ?? 'cities',
    })),
    targets: (file.targets ?? []).map((target) => ({ ...target, tolerance: target.tolerance ?? 0 })),
    commitments: Object.entries(file.commitments ?? {}).map(([id, commitment]) => ({
      id,
      assessed: commitment.assessed,
      because: reasonOf(commitment),
      shows: commitment.shows ?? [],
    })),
    files,
    leftOut,
  }
  if (table === undefined) return scenario
  return withTableOfLevers(scenario, tableOf(table, tableColumns(scenario), readDraws))
}

function resolvePromise(
  indicator: string,
  { expected, people, follows }: NonNullable<ScenarioFile['indicators'][string]['promised_for']>,
): PromisedFor {
  const path = ['indicators', indicator, 'promised_for', 'follows']
  return { expected, people, ...(follows !== undefined && { follows: formulaOf(follows, path) }) }
}

function reasonOf({ because, because_zh = because }: { because: string; because_zh?: string }): Bilingual {
  return { en: because, zh: because_zh }
}

/** Of the people scaled to a total, the adjustment that is warned of where a scenario says no other. */
const WARN_BEYOND = 0.05

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
    ...(population.control && { control: { warn_beyond: WARN_BEYOND, ...population.control } }),
    ...(population.journeys && { journeys: population.journeys }),
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
    equalPerHead: service.equal_per_head ?? false,
    programmes: Object.entries(service.programmes ?? {}).map(([programme, item]) =>
      resolveProgramme(programme, item, [...path, 'programmes', programme]),
    ),
  }
}
