/** Schema of what a scenario may say of its design beyond the name (docs/researchers.md). */
import * as z from 'zod'
import { name } from './values.js'

const count = (least: number, most: number, description: string) =>
  z.number().int().min(least).max(most).optional().meta({ description })

export const designOptions = z
  .strictObject({
    strength: count(1, 2, 'Latin hypercube: 2 fills pairs of uncertainties evenly as well'),
    levels: count(2, 3163, 'Latin hypercube of strength 2: a prime; morris: levels of the grid, even'),
    second_order: z.boolean().optional().meta({ description: 'saltelli: draws for pairs as well' }),
    scrambles: count(1, 64, 'saltelli: independent scrambles that intervals are read from; 4 if left out'),
    groups: z
      .record(name, z.array(name).min(1))
      .optional()
      .meta({ description: 'saltelli, morris, efast: uncertainties that are moved as one' }),
    trajectories: count(2, 500, 'morris: trajectories to keep of the candidates, as far apart as can be'),
    candidates: count(3, 500, 'morris: trajectories to choose from'),
    points: count(65, 65_537, 'efast: points of a search curve; 257 if left out'),
    harmonics: count(1, 10, "efast: harmonics that count as an uncertainty's own; 4 if left out"),
    at: z
      .array(z.number().gt(0).lt(1))
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'factorial, one_at_a_time: where in its distribution each stands; [0.1, 0.9]' }),
    resolution: count(3, 5, 'fractional_factorial: 4 if left out'),
    vary: z
      .array(name)
      .min(1)
      .optional()
      .meta({ description: 'factorial, one_at_a_time: only these; the others stay at their medians' }),
    file: z.string().min(1).optional().meta({ description: 'table: CSV file, a row a draw' }),
  })
  .meta({ description: 'What else the design is to be' })
