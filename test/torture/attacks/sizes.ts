/**
 * Texts just under the limit of size, of shapes that nobody writes: `check` answers soon, and in no more than 2.6 times the
 * processor time that it takes for a text of half the size.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readScenario, withTexts } from '../hostile-input.js'
import { judge } from '../judge.js'
import type { Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Told, Yard } from '../yard.js'

/** Bytes, below the 1,000,000 that are read of a scenario file. */
const SIZE = 960_000
/** Twice the work, and a little for the collector of memory, which comes when it likes. */
const MOST_RATIO = 2.6
/** Seconds below which a time tells nothing: a command takes as much for a text of no size. */
const NOTHING = 0.4
/** Attempts, of which the quickest counts. */
const ATTEMPTS = 3

const repeat = (unit: string) => (size: number) => unit.repeat(Math.floor(size / Buffer.byteLength(unit)))
const numbered = (line: (k: number) => string) => (size: number) => {
  let text = ''
  for (let k = 0; text.length < size; k++) text += line(k)
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

/** A text of so many bytes, put before a scenario, after it, or as its title. */
type Shape = readonly [name: string, where: 'before' | 'after' | 'title', text: (size: number) => string]

const SHAPES: readonly Shape[] = [
  ['comment lines', 'before', repeat('# a comment\n')],
  ['one comment', 'after', repeat('#')],
  ['empty lines', 'before', repeat('\n')],
  ['blanks and empty lines', 'after', repeat('    \n')],
  ['returns', 'after', repeat('\r')],
  ['braces', 'after', repeat('{')],
  ['brackets', 'after', repeat('[')],
  ['pairs of braces', 'after', repeat('{}')],
  ['closing braces', 'after', repeat('}')],
  ['dashes', 'after', repeat('- ')],
  ['question marks', 'after', repeat('? ')],
  ['colons', 'after', repeat(': ')],
  ['quotation marks', 'after', repeat('"')],
  ['apostrophes', 'after', repeat("'")],
  ['backslashes', 'after', (size) => `x: "${repeat('\\')(size)}`],
  ['anchors', 'after', numbered((k) => `a${k}: &a${k} 1\n`)],
  ['aliases', 'after', repeat('- *a\n')],
  ['tags', 'after', repeat('!!str ')],
  ['tabs', 'after', repeat('\t')],
  ['bars', 'after', repeat('|\n')],
  ['document marks', 'after', repeat('---\n')],
  ['unknown fields', 'after', numbered((k) => `field_${k}: ${k}\n`)],
  ['one field again', 'after', repeat('years: 1\n')],
  ['deeper and deeper', 'after', numbered((k) => `${' '.repeat(Math.min(k, 400))}a:\n`)],
  ['a value and blanks', 'after', (size) => `x: 1${repeat(' ')(size)}\n`],
  ['a value, blanks, a comment', 'after', (size) => `x: 1${repeat(' ')(size)}# end\n`],
  ['a list in a line', 'after', (size) => `x: [${repeat('1, ')(size)}1]\n`],
  ['a map in a line', 'after', (size) => `x: {${numbered((k) => `a${k}: ${k},\n`)(size)}}\n`],
  ['a long title', 'title', repeat('x')],
  ['a long Chinese title', 'title', repeat('国')],
  ['blanks in a title', 'title', repeat(' ')],
  ['escapes in a title', 'title', repeat('\u001b[0m')],
  ['a nested text', 'after', (size) => `x: |\n${repeat('  a line\n')(size)}`],
]

/** Tables, put in the place of values.csv of the data folder. */
const TABLES: readonly (readonly [name: string, text: (size: number) => string])[] = [
  ['a long cell', (size) => `${VALUES}T,${repeat('x')(size)},2020,1,ratio,S_TEST,judgement,\n`],
  ['a long quoted cell', (size) => `${VALUES}T,"${repeat('""')(size)}",2020,1,ratio,S_TEST,judgement,\n`],
  ['an open quotation', (size) => `${VALUES}T,"${repeat('x\n')(size)}`],
  ['commas', (size) => `${VALUES}${repeat(',')(size)}\n`],
  ['empty lines', (size) => `${VALUES}${repeat('\n')(size)}`],
  ['lines of commas', (size) => `${VALUES}${repeat(',,,,,,,\n')(size)}`],
  ['columns', (size) => numbered((k) => `c${k},`)(size).concat(repeat('c,')(size))],
  [
    'one row again',
    (size) => `${VALUES}${repeat('T,sex_ratio_at_birth,2020,1,ratio,S_TEST,judgement,\n')(size)}`,
  ],
  ['rows of nonsense', (size) => VALUES + numbered((k) => `x${k},y${k},${k},z,?,S,q,\n`)(size)],
]
const VALUES = 'code,variable,year,value,unit,source,quality,note\n'

export function attackBySizes(yard: Yard, specimens: Specimens, isQuick: boolean): Tally {
  const tally = new Tally('sizes', 'shapes')
  const scenario = readFileSync(specimens.scenario, 'utf8')
  const tree = readScenario(specimens.scenario)
  const file = yard.work('cases', 'large.yaml')
  const checked = () => yard.ask(['check', file])
  for (const [name, where, text] of SHAPES.filter((_, k) => !isQuick || k % 6 === 0)) {
    ratio(tally, `scenario, ${name}`, (size) => {
      const filling = text(size)
      if (where === 'title')
        writeFileSync(
          file,
          withTexts(tree, [['title', 'en']], () => filling),
        )
      else writeFileSync(file, where === 'before' ? filling + scenario : scenario + filling)
      return checked()
    })
  }
  const data = yard.work('large-data')
  cpSync(yard.work('tiny'), data, { recursive: true })
  writeFileSync(file, withTexts({ ...tree, data: '../large-data' }, [], String))
  for (const [name, text] of TABLES.filter((_, k) => !isQuick || k % 6 === 0)) {
    ratio(tally, `table, ${name}`, (size) => {
      writeFileSync(join(data, 'values.csv'), text(size))
      return checked()
    })
  }
  return tally
}

/** Half the size, then the whole; the quickest of some attempts at each where the first ones are too far apart. */
function ratio(tally: Tally, what: string, answerTo: (size: number) => Told): void {
  tally.try()
  let [half, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const told = answerTo(SIZE / 2)
    half = Math.min(half, told.seconds)
    const large = told.isEndless ? told : answerTo(SIZE)
    whole = Math.min(whole, large.seconds)
    const isLinear = whole < NOTHING || whole / half <= MOST_RATIO
    if (!isLinear && attempt < ATTEMPTS - 1 && !large.isEndless) continue
    if (judge(tally, what, large, () => 'ran') === 'SLOW') return
    if (!isLinear) tally.note('SLOW', `${what}: ${whole.toFixed(2)} s, half of it ${half.toFixed(2)} s`)
    return
  }
}
