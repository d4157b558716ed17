/**
 * Every province forecast from 2010 to 2020, against the census: half of its places by a fit to the other half, and all of it with
 * what was known in 2010 and in 2015. `npm run validate -- [CODE...]` makes the forecasts of some provinces anew, or of all (an
 * hour and a half of one core), and keeps them in bench/results; --held-out or --rolled makes those alone. `npm run validate -- --tables`
 * prints what docs/validation.md has.
 */
import { keptRows, readKept, writeKept } from './validate/kept.js'
import { PROVINCES } from './validate/province-decade.js'
import { heldOutRows, type Row, rolledRows } from './validate/rows.js'
import { allTables } from './validate/tables.js'

const asked = process.argv.slice(2)
const say = (text: string) => process.stderr.write(`${text}\n`)

/** What is made alone where that is asked for. */
const [isHeldOut, isRolled] = ['--held-out', '--rolled'].map((one) => asked.includes(one))

/** Those of a province that are made anew, and seconds of the processor that they take. */
function rowsOf(code: string): Row[] {
  const before = process.cpuUsage()
  const rows = [
    ...(isRolled ? [] : heldOutRows(code, (text) => say(`${code} ${text}`))),
    ...(isHeldOut ? [] : rolledRows(code, (text) => say(`${code} ${text}`))),
  ]
  const { user, system } = process.cpuUsage(before)
  say(`${code} ${((user + system) / 1e6).toFixed(0)} s`)
  return rows
}

if (asked.includes('--tables')) process.stdout.write(`${allTables(readKept())}\n`)
else {
  const codes = asked.filter((one) => !one.startsWith('--'))
  for (const code of codes.length > 0 ? codes : PROVINCES) {
    const made = rowsOf(code)
    const isKept = ([test, province]: readonly string[]) =>
      province !== code || (test === 'held_out' ? isRolled : isHeldOut)
    writeKept([...keptRows().filter(isKept), ...made])
  }
}
