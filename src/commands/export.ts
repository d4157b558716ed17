/** `cityward export`: a finished run as a workbook, a table, a text, or pictures for slides. */
import { join } from 'node:path'
import { HUB_COLUMNS, hubRows } from '../analysis/forecasts/hub-rows.js'
import { hubTasks } from '../analysis/forecasts/hub-tasks.js'
import { additionCsv, additionMarkdown } from '../report/files/addition-files.js'
import { tablesMarkdown } from '../report/files/markdown.js'
import { chartPng } from '../report/files/png.js'
import { reachCsv } from '../report/files/reach-csv.js'
import { verdictCsv, verdictMarkdown } from '../report/files/verdict-files.js'
import { workbook } from '../report/files/workbook.js'
import { shownGroups } from '../report/html/figures.js'
import { runFacts } from '../report/html/origins.js'
import { allTables } from '../report/tables/all-tables.js'
import { type OpenRun, openRun } from '../store/open-run.js'
import { refuseOwnFile } from '../store/own-files.js'
import { makeFolder, writeWhole } from '../store/write-file.js'
import { addedIn } from '../studies/additions/addition-file.js'
import { requireForecasts } from '../studies/futures/peak-odds.js'
import { loadProvenance } from '../studies/input-files.js'
import { judgeByMedian } from '../studies/median-check.js'
import { readReach } from '../studies/reach-file.js'
import { provenanceOf } from '../studies/run-provenance.js'
import { summaryOf } from '../studies/simulate.js'
import { csvText } from '../vocabulary/csv.js'
import { jsonText } from '../vocabulary/json.js'
import type { Language } from '../vocabulary/language.js'
import { indexIn } from '../vocabulary/lookup.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'
import { visibleLines } from '../vocabulary/visible.js'
import { print } from './terminal.js'

export interface ExportOptions {
  readonly xlsx?: boolean
  readonly csv?: boolean
  readonly md?: boolean
  readonly png?: boolean
  /** Forecasts in the form of the hubverse. */
  readonly hubverse?: boolean
  /** Futures one by one among them. */
  readonly samples?: number
  /** Ids of charts, for pictures; all if left out. */
  readonly chart?: readonly string[]
  readonly out?: string
  readonly lang: Language
}

const FORMS = ['xlsx', 'csv', 'md', 'png', 'hubverse'] as const

/** Writes one form of a run, and prints the path of each file. Returns the exit code. */
export async function exportRun(folder: string, options: ExportOptions): Promise<number> {
  const form = FORMS.find((one) => options[one])
  if (!form) {
    const expected = 'one of --xlsx, --csv, --md, --png and --hubverse'
    fail({ code: 'form-missing', where: { file: folder }, found: 'no form', expected })
  }
  for (const [option, own] of [
    ['samples', 'hubverse'],
    ['chart', 'png'],
  ] as const)
    if (options[option] !== undefined && form !== own) refuseWithout(option, own)
  refuseOwnFile(folder, options.out)
  const run = openRun(folder)
  if (form === 'hubverse') return exportForecasts(run, options)
  const provenance = provenanceOf(run)
  const summary = await summaryOf(run)
  const loaded = loadProvenance(provenance, { seed: provenance.seed })
  const { scenario, dataset } = loaded
  const [reach, addition] = [readReach(folder, summary), addedIn(folder, summary)]
  const tables = () => {
    const { warnings } = judgeByMedian(loaded, provenance.scenario)
    return allTables(summary, scenario, dataset, { reach, addition, warnings })
  }
  const { lang } = options
  const write = (name: string, content: string | Uint8Array) => {
    writeWhole(name, typeof content === 'string' ? visibleLines(content) : content)
    print(`${name}\n`)
  }
  const file = options.out ?? join(folder, form === 'xlsx' ? 'report.xlsx' : `report-${lang}.${form}`)
  if (form === 'csv') {
    write(file, verdictCsv(summary))
    if (reach) write(file.replace(/(\.csv)?$/i, '-reach.csv'), reachCsv(reach))
    if (addition) write(file.replace(/(\.csv)?$/i, '-added.csv'), additionCsv(addition))
  }
  if (form === 'md') {
    const added = addition ? additionMarkdown(addition, summary, lang) : ''
    write(file, `${verdictMarkdown(summary, lang)}${added}\n${tablesMarkdown(tables(), lang)}`)
  } else if (form === 'xlsx') {
    const facts = runFacts(summary, { dataset, ran: provenance.ran })
    write(file, await workbook(summary, tables(), facts))
  } else if (form === 'png') {
    const into = options.out ?? join(folder, 'charts')
    makeFolder(into)
    for (const figure of chosen(shownGroups(summary, dataset), options.chart, folder))
      write(join(into, `${figure.id}-${lang}.png`), await chartPng(figure, lang))
  }
  return 0
}

/** An option that says something of another form. */
function refuseWithout(option: string, form: string): never {
  return fail({
    code: 'options-conflict',
    where: { file: 'cityward export' },
    found: `--${option} without --${form}`,
    expected: `--${form}, of which it says something`,
  })
}

/** Writes the forecasts of a run where a hub expects those of a model: a file of a round in a folder of the model. */
async function exportForecasts(run: OpenRun, { out, samples }: ExportOptions): Promise<number> {
  requireForecasts(run)
  const { folder, header, reader } = run
  if (samples !== undefined && samples > reader.draws) {
    const found = `--samples ${samples} of a run of ${howMany(reader.draws, 'draw')}`
    fail({ code: 'draws-few', where: { file: folder }, found, expected: 'no more futures than the run has' })
  }
  const model = `cityward-run_${header.fingerprint.slice(0, 8)}`
  const into = join(out ?? join(folder, 'model-output'), model)
  const file = join(into, `${header.years[0]}-${model}.csv`)
  makeFolder(into)
  const rows = await hubRows(header, reader, samples === undefined ? {} : { samples })
  writeWhole(file, csvText([[...HUB_COLUMNS], ...rows]))
  const config = join(out ?? folder, 'hub-config')
  const tasks = join(config, 'tasks.json')
  makeFolder(config)
  writeWhole(tasks, `${jsonText(hubTasks(header, rows), 2)}\n`)
  print(`${file}\n${tasks}\n`)
  return 0
}

function chosen(groups: ReturnType<typeof shownGroups>, ids: readonly string[] | undefined, folder: string) {
  const all = groups.flatMap(({ figures }) => figures)
  if (!ids) return all
  const known = all.map((figure) => figure.id)
  return ids.map((id) => all[indexIn(folder, 'chart', id, known, { most: known.length })])
}
