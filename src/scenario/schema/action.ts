/** Schemas of what can be done: levers, policies, services with their programmes. */
import * as z from 'zod'
import { EFFECT_EVIDENCE } from '../../vocabulary/evidence.js'
import { programme } from './programme.js'
import { bilingual, formula, name, shareField, unitField, value } from './values.js'

const lever = z.strictObject({
  title: bilingual,
  unit: unitField('Unit, such as ratio or bed'),
  default: z.number().meta({ description: 'Setting where a policy says nothing' }),
  range: z.tuple([z.number(), z.number()]).meta({ description: 'Least and largest setting allowed' }),
  cost: formula.optional().meta({ description: 'Cost of a unit', unit: 'yuan' }),
  evidence: z.enum(EFFECT_EVIDENCE).optional().meta({
    description:
      'How well its effect is known: study (its size, from a published study), sign (its direction alone), judgement (neither)',
  }),
  mechanism: bilingual.optional().meta({
    description:
      'What it changes in the model: which number, of whom, from when, and where that number comes from',
  }),
})

const policy = z.strictObject({
  title: bilingual,
  set: z.record(name, z.number()).meta({ description: 'Settings of levers; the rest stay at their default' }),
  on_request: z
    .boolean()
    .optional()
    .meta({ description: 'Simulated only where a command names it (--policy); false if left out' }),
})

const service = z.strictObject({
  title: bilingual,
  unit: unitField('What capacity is counted in, such as place or bed'),
  opening: value.meta({ description: 'Capacity by city at the end of the base year' }),
  demand: value.meta({
    description: 'What is asked for each year, by city, such as people(resident, 6, 14)',
  }),
  standard: value.optional().meta({ description: 'Capacity needed for one unit of demand; 1 if left out' }),
  equal_per_head: z.boolean().optional().meta({
    description:
      'No stock by city is known, and opening shares out what the region has by people: no city verdicts; false if left out',
  }),
  closure: shareField('Share of the opening stock that closes a year; 0 if left out').optional(),
  programmes: z.record(name, programme).optional().meta({ description: 'What delivers more of it' }),
})

export const levers = z.record(name, lever).meta({ description: 'What is ours to choose' })
export const policies = z.record(name, policy).meta({
  description:
    'Named settings of all levers; always with no_action, as_before or withdrawn, against which the others are measured',
})
export const services = z
  .record(name, service)
  .meta({ description: 'Stocks, what delivers them, and the need they meet' })
