/** `cityward needs`: what every service lacks by city and year, how much to add, and by when to start. */
import { CLOSING_ODDS, serviceNeeds } from '../analysis/needs/service-needs.js'
import type { ServiceNeeds } from '../analysis/summary.js'
import { needsCsv } from '../report/needs/csv.js'
import { needsText } from '../report/needs/page.js'
import { kindOf } from '../sampling/design.js'
import { isSample } from '../sampling/designs.js'
import { openRun } from '../store/open-run.js'
import { requireDraws } from '../studies/least-draws.js'
import type { Language } from '../vocabulary/language.js'
import { indexIn, placeIn } from '../vocabulary/lookup.js'
import { fail } from '../vocabulary/problems.js'
import { policyOf } from './lookup.js'
import { pageIn, print, printJson } from './terminal.js'

export interface NeedsOptions {
  /** City by name or code; every place if left out. */
  readonly city?: string
  readonly service?: string
  /** Share of the futures in which nothing is to lack, 0-1. */
  readonly odds?: number
  readonly policy?: string
  readonly json?: boolean
  readonly csv?: boolean
  readonly lang: Language
}

/** Prints what to add, by service. Returns the exit code. */
export async function needs(folder: string, options: NeedsOptions): Promise<number> {
  const run = openRun(folder)
  const { header, reader } = run
  if (!isSample(header.design)) {
    const found = `a run with design: ${kindOf(header.design)}`
    const expected = 'a run whose draws are a sample of the futures, such as random or sobol'
    fail({ code: 'needs-need-sample', where: { file: folder }, found, expected })
  }
  requireDraws('cityward needs', reader.draws)
  const policy = policyOf(run, options.policy)
  const { odds = CLOSING_ODDS, city, service } = options
  const place = city === undefined ? undefined : header.places[placeIn(folder, header.places, city)].code
  const every = await serviceNeeds(header, reader, policy, odds)
  const asked = service === undefined ? every : [every[serviceIn(folder, every, service)]]
  const found = asked.map((one) => ({
    ...one,
    places: place === undefined ? one.places : one.places.filter(({ code }) => code === place),
  }))
  const { title } = header.policies[policy]
  if (options.json) printJson(found)
  else if (options.csv) print(needsCsv(found))
  else {
    const answer = { policy: title, base: header.years[0], needs: found, one: place !== undefined }
    print(needsText(answer, pageIn(options.lang)))
  }
  return 0
}

function serviceIn(folder: string, every: readonly ServiceNeeds[], service: string): number {
  const names = every.map((one) => one.service)
  return indexIn(folder, 'service', service, names, { what: 'service that is held against a need' })
}
