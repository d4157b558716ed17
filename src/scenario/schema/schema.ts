/** The schema of a scenario file: the source of its types, of the checks, and of the help in editors. */
import * as z from 'zod'
import { LEVELS, MIGRATION_TIMINGS } from '../../model/rates.js'
import { DESIGN_KINDS } from '../../sampling/design.js'
import { EVIDENCE } from '../../vocabulary/evidence.js'
import { MOVE_SCHEDULES } from '../scenario.js'
import { levers, policies, services } from './action.js'
import { correlations, uncertainties } from './chance.js'
import { designOptions } from './design.js'
import { schools } from './schools.js'
import { bilingual, formula, name, quality, reasonInChinese, titleSchema, value } from './values.js'

/** Of indicators: with what is counted in people it stays far from where doubles end. */
const LARGEST_FACTOR = 1e12

const year = z.number().int().min(1800).max(2300)

const population = z.strictObject({
  migration: z.enum(MIGRATION_TIMINGS).optional().meta({
    description:
      'Net migration half before and half after deaths (even), all at the end, or no moves at all (off)',
  }),
  levels: z.partialRecord(z.enum(LEVELS), value).optional().meta({
    description: 'What drives births, deaths, moves and registration, by city and year (docs/method.md)',
  }),
  schedules: z
    .partialRecord(z.enum(MOVE_SCHEDULES), z.string())
    .optional()
    .meta({ description: 'Age schedule of each move, by its name in schedules.csv' }),
  nests: z.array(z.string()).min(1).optional().meta({
    description:
      'Groups of groups.csv that leavers choose between before a place within: for many places (docs/method.md, M6)',
  }),
  control: z
    .strictObject({
      totals: z.string().min(1).meta({ description: 'Name of the totals in controls.csv' }),
      to: year.optional().meta({ description: 'Last year in which they are met; all they have if left out' }),
      warn_beyond: z
        .number()
        .positive()
        .max(1)
        .optional()
        .meta({ description: 'Adjustment of a total that is warned of, as a share; 0.05 if left out' }),
    })
    .optional()
    .meta({
      description:
        'Published totals that people are scaled to at the end of each year that has any (docs/method.md, M20)',
    }),
  journeys: z
    .strictObject({
      change: z.number().min(0).max(24).meta({ description: 'Hours that a change takes', unit: 'hour' }),
      access: z.number().min(0).max(24).meta({
        description:
          'Hours of every leg of travel_times.csv that are spent once a journey, such as to stations',
        unit: 'hour',
      }),
    })
    .optional()
    .meta({
      description: 'Journeys of several legs with changes; left out, every pair has its own leg only',
    }),
  lines: z
    .record(z.string(), value)
    .optional()
    .meta({ description: 'Opening date of lines of lines.csv as a decimal year', unit: 'year' }),
})

const revision = z.union([
  z.number().positive().meta({ description: "In the indicator's unit" }),
  z.strictObject({
    share: z.number().positive().lt(1).meta({ description: 'As a share of the value: 0.01 is one per cent' }),
  }),
])

const indicator = z.strictObject({
  title: bilingual,
  of: value.meta({ description: 'What is counted, by city; the region is the sum' }),
  per: value.optional().meta({ description: 'What it is divided by; the region is the sum of both parts' }),
  times: z
    .number()
    .min(-LARGEST_FACTOR)
    .max(LARGEST_FACTOR)
    .optional()
    .meta({ description: 'Factor, such as 100 for percent; 1 if left out' }),
  unit: z.string().min(1).meta({ description: 'Unit as shown on screen' }),
  places: z
    .enum(['cities', 'region'])
    .optional()
    .meta({ description: 'By city as well (default), or the region only' }),
  census_revision: revision
    .optional()
    .meta({ description: 'Standard deviation of what a later census may revise, in the region' }),
  census_revision_of_cities: revision.optional().meta({
    description: 'The same of each city, whose figures between two censuses are further off',
  }),
  quality: quality.optional(),
  promised_for: z
    .strictObject({
      expected: name.meta({
        description: 'Indicator of the people for whom the office builds what it promised',
      }),
      people: name.meta({ description: 'Indicator of the people among whom it is shared in the end' }),
      follows: formula.optional().meta({
        description:
          'Share, 0 to 1, of those who come beside the expected for whom is built all the same, and of those who stay away for whom is not; 0 if left out',
      }),
    })
    .optional()
    .meta({
      description:
        'Of a promised rate: `of` is the share of it that is built, which is spread over more or fewer people than expected (docs/method.md, M21)',
    }),
  rests_on: z.enum(EVIDENCE).optional().meta({
    description: 'What it rests on where that is not what its formulas reach: series for a record of its own',
  }),
})

const target = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .meta({ description: 'Id; the id of a commitment of the plan document if it is one' }),
  commitment: z
    .string()
    .optional()
    .meta({ description: 'Id of the commitment, where it differs from the id' }),
  title: bilingual.optional(),
  indicator: name.meta({ description: 'Indicator that is held against the threshold' }),
  comparator: z.enum(['at_least', 'at_most', 'about']).meta({ description: 'How the target is meant' }),
  threshold: z.number().meta({ description: "Threshold in the indicator's unit" }),
  tolerance: z.number().nonnegative().optional().meta({ description: 'Half-width that `about` allows' }),
  year: year.meta({ description: 'Year at whose end it is to be reached' }),
  city: z.string().min(1).optional().meta({
    description: 'City that it is set for, by name, or by code in quotation marks; the region if left out',
  }),
  each: z
    .enum(['city'])
    .optional()
    .meta({ description: 'city: set for every city, reached where all of them do' }),
  quality: quality.optional(),
  because: z.string().optional().meta({ description: 'What the target rests on' }),
  reference_class: z.string().min(1).optional().meta({
    description: 'Class of delivery.csv of the data folder whose past commitments stand beside the odds',
  }),
})

const commitment = z.strictObject({
  assessed: z.enum(['qualitative', 'cannot']).meta({ description: 'Why there is no verdict' }),
  because: z.string().min(5).meta({ description: 'The reason, in a sentence' }),
  because_zh: reasonInChinese,
  shows: z.array(name).min(1).optional().meta({
    description: 'Indicators that say what is known of it, such as how many would have to be built',
  }),
})

export const scenarioSchema = z
  .strictObject({
    title: bilingual,
    data: z.string().min(1).meta({ description: 'Data folder, from the folder of this file' }),
    years: z.strictObject({
      from: year.meta({ description: 'Base year; its 31 December is where the projection starts' }),
      to: year.meta({ description: 'Last year' }),
    }),
    run: z
      .strictObject({
        draws: z
          .number()
          .int()
          .min(1)
          .max(10_000_000)
          .optional()
          .meta({ description: 'Possible futures; 1,000 if left out' }),
        seed: z
          .number()
          .int()
          .nonnegative()
          .max(Number.MAX_SAFE_INTEGER)
          .optional()
          .meta({ description: 'Seed of chance; 0 if left out' }),
        design: z
          .enum(DESIGN_KINDS)
          .optional()
          .meta({ description: 'How draws are laid out; random if left out' }),
        design_options: designOptions.optional(),
      })
      .optional(),
    uncertainties: uncertainties.optional(),
    correlations: correlations.optional(),
    levers: levers.optional(),
    policies,
    population: population.optional(),
    schools: schools.optional(),
    services: services.optional(),
    indicators: z.record(name, indicator).meta({ description: 'What is measured' }),
    targets: z.array(target).optional().meta({ description: 'What is to be reached' }),
    commitments: z
      .record(z.string(), commitment)
      .optional()
      .meta({ description: 'Commitments of the plan document without a simulated verdict' }),
  })
  .meta({ title: 'cityward scenario' })

export type ScenarioFile = z.infer<typeof scenarioSchema>

const asTitle = ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }) => {
  const title = titleSchema(zodSchema)
  if (!title) return
  for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key]
  Object.assign(jsonSchema, title)
}

/** JSON Schema (draft 7) for editors that complete and check scenario files. */
export function scenarioJsonSchema(): object {
  const schema = z.toJSONSchema(scenarioSchema, { target: 'draft-7', io: 'input', override: asTitle }) as {
    properties: Record<string, unknown>
    required: string[]
  }
  const base = { type: 'string', description: 'Scenario file that this one is a small difference from' }
  return { ...schema, properties: { extends: base, ...schema.properties }, required: [] }
}
