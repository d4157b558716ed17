/** `cityward schema`: JSON Schema of scenario files, its descriptions in the language of the screen. */
import { scenarioJsonSchema } from '../scenario/schema/schema.js'
import { said } from './screen.js'
import { printJson } from './terminal.js'

/** Returns the exit code. */
export function schema(): number {
  printJson(spoken(scenarioJsonSchema()))
  return 0
}

function spoken(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(spoken)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([key, value]) => {
    const isText = key === 'description' && typeof value === 'string'
    return [key, isText ? said(value) : spoken(value)]
  })
  return Object.fromEntries(entries)
}
