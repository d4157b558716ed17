/** Schemas of uncertainties, their distributions and their correlations. */
import * as z from 'zod'
import { LARGEST_SHAPE, LEAST_ODDS } from '../../sampling/check-distribution.js'
import type { DistributionKind } from '../../sampling/distribution.js'
import { MOST_QUANTILES } from '../../sampling/families/metalog.js'
import { bilingual, name, reason, reasonInChinese } from './values.js'

const number = (description: string) => z.number().meta({ description })
const low = number('Least value')
const high = number('Largest value')
const mode = number('Likeliest value')
const positive = (description: string) => z.number().positive().meta({ description })
const shape = (description: string) => positive(description).max(LARGEST_SHAPE)

const odds = (description: string) => z.number().min(LEAST_ODDS).lt(1).meta({ description })

/** A distribution of a kind, with its numbers. */
const ofKind = <Kind extends DistributionKind, Shape extends z.core.$ZodLooseShape>(
  kind: Kind,
  shape: Shape,
) => z.strictObject({ kind: z.literal(kind), ...shape })

const plain = [
  ofKind('normal', { mean: number('Mean'), sd: positive('Standard deviation') }),
  ofKind('lognormal', {
    median: positive('Median'),
    sigma: positive('Standard deviation of the logarithm').optional(),
    p90: positive('Value not exceeded in 9 of 10 cases, instead of sigma').optional(),
  }),
  ofKind('uniform', { low, high }),
  ofKind('triangular', { low, mode, high }),
  ofKind('pert', {
    low,
    mode,
    high,
    weight: shape('Weight of the mode; 4 if left out').optional(),
  }),
  ofKind('beta', {
    alpha: shape('First shape'),
    beta: shape('Second shape'),
    low: low.optional(),
    high: high.optional(),
  }),
  ofKind('gamma', { shape: shape('Shape'), scale: positive('Scale') }),
  ofKind('weibull', { shape: shape('Shape'), scale: positive('Scale') }),
  ofKind('student', {
    df: shape('Degrees of freedom'),
    location: number('Middle'),
    scale: positive('Scale'),
  }),
  ofKind('logistic', { location: number('Middle'), scale: positive('Scale') }),
  ofKind('loguniform', { low: positive('Least value'), high: positive('Largest value') }),
  ofKind('gumbel', { location: number('Mode'), scale: positive('Scale') }),
  ofKind('laplace', { location: number('Middle'), scale: positive('Scale') }),
  ofKind('cauchy', {
    location: number('Middle'),
    scale: positive('Half of the width between the quartiles'),
  }),
  ofKind('poisson', { mean: positive('Mean').max(LARGEST_SHAPE) }),
  ofKind('binomial', {
    trials: z.int().positive().max(LARGEST_SHAPE).meta({ description: 'Number of trials' }),
    odds: odds('Odds of a success'),
  }),
  ofKind('negative_binomial', {
    successes: shape('Successes before which failures are counted'),
    odds: odds('Odds of a success'),
  }),
  ofKind('geometric', { odds: odds('Odds of a success; counted are trials up to the first one') }),
  ofKind('metalog', {
    probabilities: z
      .array(z.number().gt(0).lt(1))
      .min(3)
      .max(MOST_QUANTILES)
      .meta({ description: 'Probabilities of the quantiles, rising, such as [0.1, 0.5, 0.9]' }),
    values: z.array(z.number()).min(3).max(MOST_QUANTILES).meta({
      description: 'The quantiles, in the same order: values not exceeded with these probabilities',
    }),
    low: number('Nothing below, where it has such an end').optional(),
    high: number('Nothing above, where it has such an end').optional(),
    terms: z.int().min(2).max(MOST_QUANTILES).optional().meta({
      description: 'Terms of its curve, fewer to pass near the quantiles; one for each if left out',
    }),
  }),
  ofKind('fixed', { value: number('The one value') }),
  ofKind('discrete', {
    values: z.array(z.number()).min(1).meta({ description: 'Values it can take' }),
    odds: z
      .array(z.number().nonnegative())
      .min(1)
      .meta({ description: 'Odds of each value, adding up to 1' }),
  }),
  ofKind('empirical', {
    values: z.array(z.number()).min(1).optional().meta({ description: 'Equally likely values' }),
    file: z
      .string()
      .optional()
      .meta({ description: 'CSV file of draws, instead of values; same file, same row' }),
    column: z.string().optional().meta({ description: 'Column of the file' }),
  }),
  ofKind('quantiles', {
    values: z.array(z.number()).min(2).optional().meta({
      description: 'Its values at equally spaced probabilities from 0 to 1, in rising order; lines between',
    }),
    file: z.string().optional().meta({ description: 'CSV file with such values, instead of values' }),
    column: z.string().optional().meta({ description: 'Column of the file' }),
  }),
] as const

const plainDistribution = z.discriminatedUnion('kind', [...plain])
export const distribution = z
  .discriminatedUnion('kind', [
    ...plain,
    ofKind('truncated', {
      of: plainDistribution.meta({ description: 'The distribution that is cut off' }),
      low: number('Nothing below'),
      high: number('Nothing above'),
    }),
  ])
  .meta({ description: 'How likely each value is' })

export const uncertainty = z.strictObject({
  title: bilingual,
  unit: z.string().meta({ description: 'Unit, such as ratio, percent, bed / person' }),
  distribution,
  each: z.enum(['city', 'year', 'city_and_year']).optional().meta({
    description:
      'A draw of its own for every city (or county), for every year, or for every city in every year, in place of one for all',
  }),
  persistence: z.number().min(0).max(1).optional().meta({
    description:
      'Of one by year: what is left a year later of what it lies from its median, 0 (years on their own, the default) to 1 (a walk)',
  }),
  because: reason,
  because_zh: reasonInChinese,
  source: z.string().min(1).meta({ description: 'Source ids of the data folder, or `judgement`' }),
  reference_class: z.string().min(1).optional().meta({
    description: 'Class of delivery.csv of the data folder: past commitments that it was learned from',
  }),
})

export const uncertainties = z
  .record(name, uncertainty)
  .meta({ description: 'What is not known and not ours to choose; every draw samples all of them' })

export const correlations = z
  .array(
    z.strictObject({
      between: z
        .array(name)
        .min(2)
        .max(50)
        .meta({ description: 'Two uncertainties; of more, every two of them' }),
      rank: z.number().gt(-1).lt(1).meta({ description: 'Spearman rank correlation, between -1 and 1' }),
    }),
  )
  .max(1000)
  .meta({ description: 'Uncertainties that go together' })
