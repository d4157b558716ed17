/**
 * A scenario divided into named parts, under one policy. Two scenarios are compared part by part, and a
 * mixture takes each part from one of them (see mixture.ts).
 */
import type {
  Lever,
  Path,
  Policy,
  PopulationSettings,
  Programme,
  Scenario,
  School,
  Service,
} from '../scenario.js'

/** What the parts of each section hold. */
export interface PartValues {
  years: Scenario['years']
  /** The fingerprint of the data folder. */
  data: string
  seed: number
  design: Scenario['run']['design']
  designOptions: Scenario['run']['designOptions']
  correlations: Scenario['correlations']
  uncertainties: Scenario['uncertainties'][number]
  /** Names in their order, which the draws of a Sobol' design depend on. */
  order: readonly string[]
  /** A lever as the policy sets it. */
  levers: Lever & { readonly setting: number }
  migration: PopulationSettings['migration']
  nests: PopulationSettings['nests']
  control: PopulationSettings['control']
  journeys: PopulationSettings['journeys']
  levels: PopulationSettings['levels'][keyof PopulationSettings['levels']]
  schedules: string
  lines: PopulationSettings['lines'][string]
  schools: School
  services: Service
  programmes: Programme & { readonly service: string }
  indicators: Scenario['indicators'][number]
  targets: Scenario['targets'][number]
  /** What no target is read from: names, other policies, commitments. */
  words: unknown
}
export type Section = keyof PartValues

/** A field of a part and where it stands. */
export interface Field {
  /** Dotted, as a planner would look it up: `uncertainties.pace.distribution`. */
  readonly name: string
  readonly path: Path
  readonly value: unknown
  /** How it is shown, where that is not how it is compared. */
  readonly text?: string
  /** Whether the odds of a target can depend on it. */
  readonly moves: boolean
}

export interface ScenarioPart<S extends Section = Section> {
  /** Dotted, and the same in both scenarios: `population.levels.rural_exit`. */
  readonly name: string
  readonly section: S
  /** Name within its section. */
  readonly key: string
  readonly value: PartValues[S]
  readonly fields: readonly Field[]
}

/** A scenario of which one policy is looked at. */
export interface PolicyView {
  readonly scenario: Scenario
  readonly policy: Policy
  /** Of the data folder, and the folder as the reader would write it. */
  readonly data: { readonly fingerprint: string; readonly folder: string }
}

/** Fields for the reader, which the model does not depend on. */
const FOR_READERS = new Set([
  'title', 'because', 'source', 'quality', 'default', 'range', 'cost', 'census_revision', 'census_revision_of_cities',
  'commitment', 'reference_class', 'mechanism', 'evidence', 'on_request',
]) // biome-ignore format: a list reads best as a paragraph

/** Every part of a scenario that is to be compared with another. */
export function partsOf(view: PolicyView, other: PolicyView): ScenarioPart[] {
  const { scenario } = view
  const shared = new Set(other.scenario.services.map(({ name }) => name))
  const services = scenario.services.flatMap((service): ScenarioPart[] => {
    const path = ['services', service.name]
    // what only one of them has comes and goes with its programmes
    if (!shared.has(service.name)) return [entry('services', path, service)]
    const programmes = service.programmes.map((programme) =>
      entry('programmes', [...path, 'programmes', programme.name], { ...programme, service: service.name }),
    )
    return [entry('services', path, { ...service, programmes: [] }), ...programmes]
  })
  const targets = scenario.targets.map((target, index) => ({
    ...entry('targets', ['targets', index], target),
    name: `targets.${target.id}`,
    key: target.id,
  }))
  return [
    ...frameParts(view),
    ...scenario.uncertainties.map((one) => entry('uncertainties', ['uncertainties', one.name], one)),
    single('correlations', ['correlations'], scenario.correlations),
    ...scenario.levers.map((lever) => leverPart(lever, view.policy)),
    ...populationParts(scenario.population),
    ...scenario.schools.map((one) => entry('schools', ['schools', one.name], one)),
    ...services,
    ...scenario.indicators.map((one) => entry('indicators', ['indicators', one.name], one)),
    ...targets,
    ...wordParts(view, other),
  ]
}

function frameParts({ scenario, data }: PolicyView): ScenarioPart[] {
  const { years, run } = scenario
  const folder = single('data', ['data'], data.fingerprint)
  return [
    { ...folder, fields: folder.fields.map((field) => ({ ...field, text: data.folder })) },
    entry('years', ['years'], years),
    single('seed', ['run', 'seed'], run.seed),
    single('design', ['run', 'design'], run.design),
    entry('designOptions', ['run', 'design_options'], run.designOptions),
  ]
}

function populationParts(population: PopulationSettings): ScenarioPart[] {
  const { migration, nests, control, journeys, levels, schedules, lines } = population
  const map = <S extends 'levels' | 'schedules' | 'lines'>(section: S, values: object) =>
    Object.entries(values).map(([name, value]) => single(section, ['population', section, name], value))
  return [
    single('migration', ['population', 'migration'], migration),
    single('nests', ['population', 'nests'], nests),
    ...(control ? [single('control', ['population', 'control'], control)] : []),
    ...(journeys ? [single('journeys', ['population', 'journeys'], journeys)] : []),
    ...map('levels', levels),
    ...map('schedules', schedules),
    ...map('lines', lines),
  ]
}

/** A lever stands where the policy sets it, or else at its default. */
function leverPart(lever: Lever, { name: policy, set }: Policy): ScenarioPart {
  const isSet = Object.hasOwn(set, lever.name)
  const setting = isSet ? set[lever.name] : lever.default
  const path = isSet ? ['policies', policy, 'set', lever.name] : ['levers', lever.name, 'default']
  const part = entry('levers', ['levers', lever.name], { ...lever, setting })
  const asSet = `${part.name}.setting`
  return { ...part, fields: part.fields.map((field) => (field.name === asSet ? { ...field, path } : field)) }
}

/** Parts for the reader, which move nothing under this policy. */
function wordParts({ scenario, policy }: PolicyView, other: PolicyView): ScenarioPart[] {
  const words = (path: Path, value: unknown): ScenarioPart => {
    const part = single('words', path, value)
    return { ...part, fields: part.fields.map((field) => ({ ...field, moves: false })) }
  }
  // the settings of the policy itself are levers' parts already
  const isOwn = (name: string) =>
    name === policy.name &&
    (name === other.policy.name || other.scenario.policies.every((one) => one.name !== name))
  const policies = scenario.policies.flatMap(({ name, title, set }) => [
    words(['policies', name, 'title'], title),
    ...(isOwn(name) ? [] : [words(['policies', name, 'set'], set)]),
  ])
  return [
    words(['title'], scenario.title),
    words(['run', 'draws'], scenario.run.draws),
    ...policies,
    ...scenario.commitments.map(({ id, because }) => words(['commitments', id, 'because'], because)),
  ]
}

/** A part that is one value. */
function single<S extends Section>(section: S, path: Path, value: PartValues[S]): ScenarioPart<S> {
  const name = path.join('.')
  return { name, section, key: String(path.at(-1)), value, fields: [{ name, path, value, moves: true }] }
}

/** A part with fields of its own. */
function entry<S extends Section>(section: S, path: Path, value: PartValues[S] & object): ScenarioPart<S> {
  const name = path.join('.')
  const fields = Object.entries(value)
    .filter(([key, field]) => !['name', 'id', 'service', 'programmes'].includes(key) && field !== undefined)
    .map(([key, field]) => ({
      name: section === 'targets' && 'id' in value ? `targets.${value.id}.${key}` : `${name}.${key}`,
      path: [...path, key],
      value: field,
      // an indicator's unit is only shown; any other is what formulas are checked by
      moves: !FOR_READERS.has(key) && !(section === 'indicators' && key === 'unit'),
    }))
  return { name, section, key: String(path.at(-1)), value, fields }
}
