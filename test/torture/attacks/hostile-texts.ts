/**
 * Hostile texts in every field: those that are words for a reader all at once, and then every form of output; every other field
 * and column by itself, and then `check`. Nothing that is obeyed may reach a terminal or a file, no cell may be a formula.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import {
  changeColumn,
  columnsIn,
  isWordColumn,
  isWords,
  readScenario,
  textsIn,
  withTexts,
} from '../hostile-input.js'
import { formulaIn, HOSTILE, obeyedIn, obeyedInFile } from '../hostile-samples.js'
import { judge } from '../judge.js'
import { filesIn, type Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Told, Yard } from '../yard.js'
import { zipEntries } from '../zip-entries.js'

export function attackByTexts(yard: Yard, specimens: Specimens, isQuick: boolean): Tally {
  const tally = new Tally('texts', 'hostile texts')
  const all = Object.entries(HOSTILE)
  for (const [name, text] of isQuick ? all.slice(0, 1) : all) inAllOutputs(yard, tally, specimens, name, text)
  inEveryField(yard, tally, specimens, isQuick ? 30 : 1)
  inArguments(yard, tally, specimens)
  for (const name of ['hostile', 'hostile-data', 'made'])
    rmSync(yard.work(name), { recursive: true, force: true })
  return tally
}

/** Words on both sides, so that a text is a word even where its sample is empty to the eye. */
const beside = (hostile: string) => (text: string) => `${hostile} ${text.slice(0, 12)}`

function inAllOutputs(
  yard: Yard,
  tally: Tally,
  { scenario, run }: Specimens,
  name: string,
  text: string,
): void {
  const [folder, data, file] = [
    yard.work('hostile'),
    yard.work('hostile-data'),
    yard.work('cases', 'hostile.yaml'),
  ]
  rmSync(folder, { recursive: true, force: true })
  yard.copy(yard.work('tiny'), data)
  const tree = readScenario(scenario)
  const places = textsIn(tree).filter(isWords)
  // an unit that is none is refused, which is another trial
  const words = places.filter((place) => place.at(-1) !== 'unit')
  writeFileSync(file, withTexts({ ...tree, data: '../hostile-data' }, words, beside(text)))
  for (const column of columnsIn(data).filter(isWordColumn)) changeColumn(data, column, beside(text), true)
  tally.try()
  const made = yard.ask(['run', file, '--draws', '40', '--quiet', '--out', folder])
  look(yard, tally, `${name} | run`, made)
  for (const language of ['en', 'zh'])
    for (const args of [
      ['check', file],
      ['explain', file, 'urban_share'],
      ['population', file],
      ['population', file, '--csv'],
    ])
      look(
        yard,
        tally,
        `${name} | ${args[0]}${args.includes('--csv') ? ' --csv' : ''} ${language}`,
        yard.ask(args[0] === 'check' ? args : [...args, '--lang', language]),
      )
  if (made.code !== 0) return
  for (const args of outputsOf(yard, folder, yard.work(run), file)) {
    rmSync(yard.work('made'), { recursive: true, force: true })
    mkdirSync(yard.work('made'))
    const told = yard.ask(args)
    look(yard, tally, `${name} | ${args.join(' ').replaceAll(`${yard.work()}/`, '')}`, told)
    for (const written of filesIn(yard.work('made')))
      lookAtFile(tally, `${name} | ${args[0]} ${written}`, yard.work('made', written))
  }
}

function outputsOf(yard: Yard, folder: string, other: string, file: string): string[][] {
  const made = (name: string) => yard.work('made', name)
  const each = (language: string) => [
    ['run', file, '--draws', '40', '--out', folder, '--lang', language],
    ['run', file, '--draws', '40', '--out', folder, '--csv', '--lang', language],
    ['run', file, '--draws', '40', '--out', folder, '--markdown', '--lang', language],
    ['run', file, '--draws', '40', '--out', folder, '--json', '--lang', language],
    ['export', folder, '--csv', '--out', made('run.csv'), '--lang', language],
    ['export', folder, '--md', '--out', made('run.md'), '--lang', language],
    ['export', folder, '--png', '--chart', 'fan', '--out', made('charts'), '--lang', language],
    ['report', folder, '--out', made('page.html'), '--lang', language],
    ['compare', folder, other, '--lang', language],
    ['sensitivity', folder, '--lang', language],
    ['discover', folder, '--target', 'urban-share', '--lang', language],
    ['reach', folder, '--draws', '20', '--budget', '0', '--lang', language],
    ['diff', file, yard.work('cases', 'tiny.yaml'), '--draws', '10', '--lang', language],
  ]
  return [
    ...each('en'),
    ...each('zh'),
    ['export', folder, '--xlsx', '--out', made('run.xlsx')],
    ['compare', folder, other, '--json'],
    ['sensitivity', folder, '--csv'],
    ['sensitivity', folder, '--json'],
    ['discover', folder, '--target', 'urban-share', '--csv'],
    ['reach', folder, '--draws', '20', '--budget', '0', '--csv'],
    ['diff', file, yard.work('cases', 'tiny.yaml'), '--draws', '10', '--csv'],
    ['query', folder, 'select * from columns'],
    ['query', folder, 'select * from policies', '--csv'],
    ['query', folder, 'select * from uncertainties', '--json'],
    ['verify', folder],
    ['sweep', file, '--draws', '40', '--out', folder],
  ]
}

/** Each in a field of its own: one of three samples in turn. */
function inEveryField(yard: Yard, tally: Tally, { scenario }: Specimens, every: number): void {
  const [data, file] = [yard.work('hostile-data'), yard.work('cases', 'hostile.yaml')]
  const samples = [HOSTILE.colour, HOSTILE['direction of writing'], HOSTILE['end of a text']]
  const tree = readScenario(scenario)
  for (const [k, place] of textsIn(tree).entries()) {
    if (k % every !== 0) continue
    tally.try()
    writeFileSync(file, withTexts(tree, [place], beside(samples[k % samples.length])))
    look(yard, tally, `${place.join('.')} | check`, yard.ask(['check', file]))
  }
  for (const [k, column] of columnsIn(yard.work('tiny')).entries()) {
    if (k % every !== 0) continue
    tally.try()
    yard.copy(yard.work('tiny'), data)
    changeColumn(data, column, beside(samples[k % samples.length]), false)
    writeFileSync(file, withTexts({ ...tree, data: '../hostile-data' }, [], String))
    look(yard, tally, `${column.file} ${column.column} | check`, yard.ask(['check', file]))
  }
}

/** Names on the command line, which come back in what is said of them. */
function inArguments(yard: Yard, tally: Tally, { scenario, run }: Specimens): void {
  const text = HOSTILE.colour
  const folder = yard.work(run)
  const trials = [
    ['check', yard.work(`${text}.yaml`)],
    ['run', scenario, '--policy', text],
    ['run', scenario, '--design', text],
    ['run', scenario, '--out', folder, '--draws', text],
    ['explain', scenario, text],
    ['explain', scenario, 'urban_share', '--city', text],
    ['sensitivity', folder, '--target', text],
    ['discover', folder, '--target', text],
    ['query', folder, `select "${text}" from outcomes`],
    ['query', folder, `select '${text}' as "${text}"`],
    ['export', yard.work(text)],
    ['verify', yard.work(text)],
    [text],
    ['run', `--${text}`],
  ]
  for (const args of trials) {
    tally.try()
    look(yard, tally, `argument | ${args[0] === text ? 'command' : args[0]}`, yard.ask(args))
  }
}

function look(yard: Yard, tally: Tally, what: string, told: Told): void {
  const obeyed = obeyedIn(told.out) ?? obeyedIn(told.err)
  const words = told.out.replaceAll(yard.root, '')
  const formula = / --csv/.test(what) && told.code === 0 ? formulaInCsv(words) : undefined
  if (obeyed !== undefined) tally.note('DIFFERENT', `${what}: obeyed by a terminal`, obeyed)
  else if (formula !== undefined) tally.note('DIFFERENT', `${what}: a formula`, formula)
  // a command that takes no such argument says so without a code
  else if (told.code === 2 && !told.isEndless && !/^\s+at .*:\d+/m.test(told.err)) tally.note('found', what)
  else judge(tally, what, told, () => 'ran')
}

function lookAtFile(tally: Tally, what: string, path: string): void {
  const bytes = readFileSync(path)
  if (path.endsWith('.png')) return
  const texts = path.endsWith('.xlsx') ? zipEntries(bytes).map(({ text }) => text) : [bytes.toString('utf8')]
  const obeyed = texts.map(obeyedInFile).find((found) => found !== undefined)
  const formula = path.endsWith('.csv') ? formulaInCsv(texts[0]) : undefined
  const markup =
    path.endsWith('.html') && texts[0].includes('<b id="torture">') ? 'markup of a text' : undefined
  const wrong = obeyed ?? formula ?? markup
  if (wrong === undefined) tally.note('same output', what)
  else tally.note('DIFFERENT', `${what}: in a file`, wrong)
}

function formulaInCsv(text: string): string | undefined {
  return formulaIn(
    parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as string[][],
  )
}
