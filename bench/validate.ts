/**
 * Every province forecast from 2010 to 2020, against the census: half of its places by a fit to the other half, and all of it with
 * what was known in 2010 and in 2015. `npm run validate -- [CODE...]` makes the forecasts of some provinces anew, or of all (an
 * hour and a half of one core), and keeps them in bench/results; `npm run validate -- --tables` prints what docs/validation.md has.
 */
import { keptRows, readKept, writeKept } from './validate/kept.js'
import { PROVINCES } from './validate/province-decade.js'
import { heldOutRows, type Row, rolledRows } from './validate/rows.js'
import { allTables } from './validate/tables.js'

const asked = process.argv.slice(2)
const say = (text: string) => process.stderr.write(`${text}\n`)

function rowsOf(code: string): Row[] {
  const started = performance.now()
  const rows = [...heldOutRows(code), ...rolledRows(code, (text) => say(`${code} ${text}`))]
  say(`${code} ${((performance.now() - started) / 1000).toFixed(0)} s`)
  return rows
}

if (asked.includes('--tables')) process.stdout.write(`${allTables(readKept())}\n`)
else {
  const codes = asked.length > 0 ? asked : PROVINCES
  for (const code of codes) {
    const others = keptRows().filter(([, province]) => province !== code)
    writeKept([...others, ...rowsOf(code)])
  }
}
