/** One outcome of a finished run, as a user asks for it, the inputs that go with it, and the draws that are looked at. */
import type { Input } from '../analysis/sensitivity/estimate.js'
import { varies } from '../analysis/statistics.js'
import { columnAt, type OutcomeColumn } from '../plan/outcome-columns.js'
import { writePicture } from '../report/files/picture-file.js'
import type { PictureForm } from '../report/files/picture-forms.js'
import type { Figure } from '../report/html/figure.js'
import type { SensitivityQuestion } from '../report/terminal/answers.js'
import type { RunHeader } from '../results/run-header.js'
import type { OpenRun } from '../store/open-run.js'
import { leversDrawn } from '../studies/run-provenance.js'
import type { Bilingual } from '../vocabulary/bilingual.js'
import type { Language } from '../vocabulary/language.js'
import { indexIn, placeIn } from '../vocabulary/lookup.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'
import { said } from './screen.js'
import { printAside } from './terminal.js'

export interface OutcomeRequest {
  readonly policy?: string
  readonly target?: string
  readonly indicator?: string
  readonly place?: string
  readonly year?: number
}

/** Where an outcome stands, in words, and the target that it is asked for. */
export interface OutcomeQuestion extends SensitivityQuestion {
  readonly target?: RunHeader['targets'][number]
}

/** The policy asked for; the last one where none is named. */
export function policyOf({ folder, header }: OpenRun, asked: string | undefined): number {
  const names = header.policies.map(({ name }) => name)
  return indexIn(folder, 'policy', asked ?? names.at(-1)!, names)
}

/** The outcome that a target or an indicator names, or undefined where neither is given. */
export function questionOf(run: OpenRun, asked: OutcomeRequest): OutcomeQuestion | undefined {
  const { folder, header } = run
  const { target: id, indicator: name } = asked
  if (id === undefined && name === undefined) return undefined
  const ids = header.targets.map((one) => one.id)
  const target = id === undefined ? undefined : header.targets[indexIn(folder, 'target', id, ids)]
  const names = header.indicators.map((one) => one.name)
  const found = header.indicators[indexIn(folder, 'indicator', target?.indicator ?? name!, names)]
  return {
    policy: header.policies[policyOf(run, asked.policy)],
    indicator: found.name,
    title: target?.title ?? found.title,
    unit: found.unit,
    place: header.places[placeIn(folder, header.places, asked.place)],
    year: asked.year ?? target?.year ?? header.years.at(-1)!,
    ...(target && { target }),
  }
}

/** Column of a question. Throws CitywardError where the run has not kept it. */
export function columnOf(
  { folder, header }: OpenRun,
  { indicator, place, year }: OutcomeQuestion,
): OutcomeColumn {
  indexIn(folder, 'year', String(year), header.years.map(String))
  const at = header.places.findIndex(({ code }) => code === place.code)
  const column = header.outcomes[columnAt(header, indicator, at, year)]
  if (column) return column
  const found = `no values of ${indicator} for ${place.name.en} in ${year}`
  const expected = 'a place and year that the run has kept'
  return fail({ code: 'outcome-not-kept', where: { file: folder }, found, expected })
}

/** Draws of every uncertainty that varies, by name. */
export async function drawnInputs({ header, reader }: OpenRun, policy: number): Promise<Input[]> {
  const names = header.uncertainties.map(({ name }) => name)
  const columns = await reader.read(
    policy,
    names.map((name) => `input@${name}`),
  )
  return names.map((name, index) => ({ name, values: columns[index] })).filter(({ values }) => varies(values))
}

/** Say how many draws a condition has left. */
export function noteCondition(given: readonly string[], kept: number, all: number): void {
  if (given.length === 0) return
  const text = `Given ${given.join(', ')}: ${kept.toLocaleString('en')} of ${howMany(all, 'draw')}.`
  printAside(`${said(text)}\n`)
}

/** Said beside what is found of a run whose levers were drawn. */
export function noteDrawnLevers({ manifest }: OpenRun): void {
  if (!leversDrawn(manifest.run)) return
  const text =
    'Levers are drawn over their ranges: counts of futures, shares and boxes hold over these, and are no odds of a plan.'
  printAside(`${said(text)}\n`)
}

/** A picture that is asked for: its file, which of several, in which language. */
export interface PictureWish {
  readonly picture?: string
  readonly chart?: string
  readonly lang: Language
}

/** Write it, and say where. */
export async function keepPicture(
  figures: readonly Figure[],
  title: Bilingual,
  form: PictureForm,
  { picture, chart, lang }: PictureWish,
): Promise<void> {
  const request = { form, language: lang, file: picture!, ...(chart !== undefined && { chart }) }
  await writePicture(figures, title, request)
  printAside(`${said(`Picture: ${picture}.`)}\n`)
}
