/** Schemas of what may stand for a number anywhere in a scenario: formulas, series, values by city. */
import * as z from 'zod'
import { type Bilingual, LONGEST_TITLE } from '../../vocabulary/bilingual.js'
import { inBothLanguages } from '../../vocabulary/fallback-words.js'
import { isPlain } from '../read/plain.js'

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

const bothLanguages = z.strictObject({
  en: z.string().min(1).max(LONGEST_TITLE).meta({ description: 'In English' }),
  zh: z.string().min(1).max(LONGEST_TITLE).meta({ description: 'In Chinese' }),
})

/** A title as a file may give it: in one language, as a text or a map of one, or in both. */
export const bilingual = z
  .preprocess((given) => (isOneLanguage(given) ? inBothLanguages(given) : given), bothLanguages)
  .meta({ description: 'A title, in one language or in both' })

function isOneLanguage(given: unknown): given is string | Partial<Bilingual> {
  if (typeof given === 'string') return isTitle(given)
  if (!isPlain(given)) return false
  const [[language, text] = ['', ''], ...more] = Object.entries(given)
  return more.length === 0 && /^(en|zh)$/.test(language) && isTitle(text)
}

/** Not where the other language has become the end of the one: `A，zh：甲`. */
function isTitle(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '' && !/[,，;；]\s*(?:en|zh)\s*[:：]/.test(text)
}

/** How JSON Schema says a title, whose texts are made into two as they are read. */
export function titleSchema(schema: unknown): object | undefined {
  if (schema !== bothLanguages) return undefined
  const text = { type: 'string', minLength: 1, maxLength: LONGEST_TITLE }
  const languages = { en: { ...text, description: 'In English' }, zh: { ...text, description: 'In Chinese' } }
  return {
    anyOf: [text, { type: 'object', properties: languages, minProperties: 1, additionalProperties: false }],
  }
}

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
