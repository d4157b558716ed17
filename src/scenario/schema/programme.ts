/** Schema of a programme: what starts when and where, how long it takes, what it adds. */
import * as z from 'zod'
import { QUALITIES } from '../../vocabulary/quality.js'
import { bilingual, formula, shareField, unitField, value } from './values.js'

const YEAR = /^\d{4}$/
/** The longest that anything is built, in months. */
const LONGEST = 600

const projects = z.number().nonnegative()
const byYear = z.record(z.string().regex(YEAR), projects)
const ofCities = z.strictObject({
  by_city: z
    .record(z.string(), projects)
    .meta({ description: 'Projects of each city, by code or name; `others` for each of the rest, else 0' }),
})
const yearByYear = z.record(z.string().regex(YEAR), z.union([projects, ofCities]))
const cityByCity = z.strictObject({
  by_city: z
    .record(z.string(), byYear)
    .meta({ description: 'Projects by year of each city, by code or name; `others` for each of the rest' }),
})

const leadInYears = z.number().int().min(0).max(50)
const months = z.number().int().min(0).max(LONGEST)
const leadInMonths = z.strictObject({
  months: z.union([months, z.record(z.string().regex(/^\d{1,3}$/), z.number().gt(0).max(1))]).meta({
    description: 'Months from start to being ready, or the share of the projects that takes so many',
    unit: 'month',
  }),
})

export const programme = z.strictObject({
  title: bilingual,
  unit: unitField('What a project is counted in, such as school'),
  starts: z.union([yearByYear, cityByCity]).meta({
    description:
      'Projects that are to start in each year, in the region or by city; those of the base year and before it were started and are under way',
  }),
  under_way: z.union([projects, yearByYear, ofCities, cityByCity]).optional().meta({
    description:
      'Projects under way at the end of the base year where starts before it are not known: by the year in which they are due, or a number of them, due as if started at a steady pace',
  }),
  quality: z.enum(QUALITIES).optional().meta({
    description: 'What the numbers of starts rest on; judgement where the plan document gives none',
  }),
  shift: z.number().int().min(0).max(50).optional().meta({
    description: 'Whole years by which every start after the base year is later than said; 0 if left out',
    unit: 'year',
  }),
  scale: value.optional().meta({ description: 'Multiplies the starts, such as a lever; 1 if left out' }),
  share_by: formula.optional().meta({ description: 'Key by city in whose proportion starts are shared out' }),
  by_city: z
    .record(z.string(), projects)
    .optional()
    .meta({ description: 'Weights by city, instead of share_by; `others` for each of the rest, else 0' }),
  each: value.meta({ description: "Capacity that each project adds, in the service's unit" }),
  lead: z.union([leadInYears, leadInMonths]).meta({
    description: 'Whole years from start to the opening that is due, or months: { months: 18 }',
  }),
  opening_month: z.number().int().min(1).max(12).optional().meta({
    description:
      'Month (1-12) at whose beginning what is ready opens, once a year, such as 9 for schools; as soon as it is ready if left out',
  }),
  on_time: shareField('Share of the projects due that open within the year; 1 if left out').optional(),
  fulfilment: value
    .optional()
    .meta({ description: 'Projects started for each one that is due; 1 if left out' }),
  cost: z
    .strictObject({
      each: value.meta({
        description:
          'Cost of a project that starts in the year; a formula over uncertainties gives it a range',
      }),
      currency: z.string().min(1).max(30).meta({ description: 'Currency as shown, such as million CNY' }),
      prices: z.number().int().min(1800).max(2300).meta({ description: 'Year whose prices these are' }),
    })
    .optional()
    .meta({ description: 'What a project costs; costs of other currencies or prices stand apart' }),
})
