/** `cityward schema`: the JSON Schema of scenario files, for editors. */
import { scenarioJsonSchema } from '../scenario/schema/schema.js'

/** Prints the schema. Returns the exit code. */
export function schema({ out }: { out: (text: string) => void }): number {
  out(`${JSON.stringify(scenarioJsonSchema(), undefined, 2)}\n`)
  return 0
}
