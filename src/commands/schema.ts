/** `cityward schema`: the JSON Schema of scenario files, for editors. */
import { scenarioJsonSchema } from '../scenario/schema/schema.js'
import { printJson } from './terminal.js'

/** Prints the schema. Returns the exit code. */
export function schema(): number {
  printJson(scenarioJsonSchema())
  return 0
}
