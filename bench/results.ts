/** What a bench keeps: the schema of its JSON, which bench/README.md explains. */
import { z } from 'zod'

const spread = { median: z.number(), low: z.number(), high: z.number() }

const figure = z.strictObject({
  part: z.string().describe('part of the bench, as --only names it'),
  name: z.string().describe('what was measured; with `part` the key of the figure'),
  unit: z
    .string()
    .describe('us, ms, s, MB, 1/s, share; ratio where it is one of two measurements of a round'),
  better: z.enum(['lower', 'higher', 'neither']),
  ...spread,
  values: z.array(z.number()).describe('every measurement, in the order in which it was taken'),
  nullControl: z
    .strictObject(spread)
    .optional()
    .describe('ratios of the same contestant taken twice in the same rounds; 1 if there were no noise'),
})

export const resultsSchema = z.strictObject({
  schema: z.literal(1),
  made: z.string().describe('time of the end, ISO 8601'),
  commit: z.string(),
  clean: z.boolean().describe('whether the working tree was that of the commit'),
  machine: z.strictObject({
    processor: z.string(),
    cores: z.number(),
    memory: z.number().describe('MB'),
    system: z.string(),
    load: z.array(z.number()).describe('load averages at the start and at the end, 1 minute'),
  }),
  versions: z.record(z.string(), z.string()),
  options: z.strictObject({ quick: z.boolean(), full: z.boolean(), parts: z.array(z.string()) }),
  checksums: z.array(
    z.strictObject({ work: z.string(), contestant: z.string(), checksum: z.string().regex(/^\d+$/) }),
  ),
  figures: z.array(figure),
  skipped: z.array(z.strictObject({ part: z.string(), what: z.string(), because: z.string() })),
})

export type Results = z.infer<typeof resultsSchema>
export type Figure = z.infer<typeof figure>
