/** Schemas of what may stand for a number anywhere in a scenario: formulas, series, values by city. */
import * as z from 'zod'

// one file is read once: writing a parser for it first would cost more than it saves
z.config({ jitless: true })

export const NAME = /^[a-z][a-z0-9_]*$/

/** The name that one in the wrong form was likely meant to be. */
export function likelyName(text: string): string | undefined {
  const likely = text.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  return NAME.test(likely) ? likely : undefined
}

export const name = z
  .string()
  .regex(NAME)
  .meta({ description: 'A name that formulas can use: lower case, digits and _' })

export const bilingual = z
  .strictObject({
    en: z.string().min(1).meta({ description: 'In English' }),
    zh: z.string().min(1).meta({ description: 'In Chinese' }),
  })
  .meta({ description: 'A title in both languages' })

export const formula = z.union([z.number(), z.string().min(1)]).meta({
  description: 'A number, or a formula over uncertainties, levers, year and data(...)',
})

const byYear = z.strictObject({
  by_year: z
    .record(z.string().regex(/^\d{4}$/), formula)
    .refine((points) => Object.keys(points).length > 0, 'a value for at least one year')
    .meta({ description: 'Value by calendar year; the first holds before it, the last after it' }),
  between: z
    .enum(['linear', 'hold'])
    .optional()
    .meta({ description: 'Between two years: in a line (default) or as before' }),
})
const byCity = z.strictObject({
  by_city: z
    .record(z.string(), formula)
    .meta({ description: 'Value by city, by code or name; `others` for the rest' }),
})
const total = z.strictObject({
  total: formula.meta({ description: 'Total of the region' }),
  share_by: formula.meta({ description: 'Key by city in whose proportion the total is shared out' }),
})

/** The ways to say a value that are maps, by the field that identifies each. */
export const WAYS_TO_SAY = { by_year: byYear, by_city: byCity, total } as const

export const value = z
  .union([formula, byYear, byCity, total])
  .meta({ description: 'A number, a formula, a series by year, values by city, or a total shared out' })

export const quality = z
  .enum(['data', 'estimate', 'judgement'])
  .meta({ description: 'How well the value is known' })

/** The same in Chinese, for readers of the report; where it is left out they read the other. */
export const reasonInChinese = z.string().min(2).optional().meta({ description: 'The same in Chinese' })

export const reason = z.string().min(5).meta({ description: 'Why: a published source, or whose judgement' })

export const unitField = (description: string) => z.string().min(1).meta({ description })

export const shareField = (description: string) => value.meta({ description, unit: 'share' })
