/** Schemas of schools by grade: pupils, how they move on, and who enters. */
import * as z from 'zod'
import { bilingual, name, shareField, value } from './values.js'

/** More grades than any kind of school has. */
const MOST_GRADES = 20
/** Days of each month, as a cut-off may name them. */
export const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const byGrade = z.array(value).min(1).max(MOST_GRADES)

/** A day of the year: month and day. */
const cutoff = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine((text) => Number(text.slice(3)) <= DAYS[Number(text.slice(0, 2)) - 1], 'a day that its month has')

const entry = z.strictObject({
  age: z
    .number()
    .int()
    .min(0)
    .max(150)
    .meta({ description: 'Age by the cut-off at which children enter', unit: 'year' }),
  cutoff: cutoff.meta({ description: 'Month and day by which the age is reached, such as 08-31' }),
  births_by_month: z
    .array(z.number().nonnegative())
    .length(12)
    .refine((births) => births.some((one) => one > 0), 'births in at least one month')
    .optional()
    .meta({
      description: 'Births from January to December, or shares of them; even over the days if left out',
    }),
  enrolled: shareField('Share of the children of the age who enter; 1 if left out').optional(),
})

const school = z.strictObject({
  title: bilingual,
  opening: byGrade.meta({
    description: 'Pupils by grade at the end of the base year, by city',
    unit: 'person',
  }),
  promotion: z.union([value, byGrade]).meta({
    description:
      'Share of the pupils of a grade who are in the next a year later (of the last: who finish); one for all grades, or a list',
  }),
  repetition: z.union([value, byGrade]).optional().meta({
    description: 'Share of the pupils of a grade who are in it again a year later; 0 if left out',
  }),
  entry: entry.optional().meta({ description: 'Who enters the first grade, by age and month of birth' }),
  entrants: value
    .optional()
    .meta({ description: 'New pupils of the first grade, where entry does not say', unit: 'person' }),
})

export const schools = z
  .record(name, school)
  .meta({ description: 'Pupils by grade, who move up, repeat or leave (docs/method.md, M10)' })
