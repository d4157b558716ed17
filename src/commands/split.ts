/** `cityward split`: how the quota of a service's programmes could be shared out over cities, and what each gains and loses. */
import { dirname, relative, resolve, sep } from 'node:path'
import { splitText } from '../report/needs/split-page.js'
import { splitYaml } from '../report/needs/split-yaml.js'
import { writeWhole } from '../store/write-file.js'
import { requireDraws } from '../studies/least-draws.js'
import { loadPlan } from '../studies/load-plan.js'
import { splitQuota } from '../studies/split/split-quota.js'
import type { Language } from '../vocabulary/language.js'
import { indexIn } from '../vocabulary/lookup.js'
import { fail } from '../vocabulary/problems.js'
import { pageIn, print, printAside, printJson } from './terminal.js'

export interface SplitOptions {
  readonly service: string
  readonly policy?: string
  /** The year at whose end things are to lack least; the last one if left out. */
  readonly year?: number
  readonly draws: number
  /** Write the split that is best for the city that lacks most, in place of the one that is best for all together. */
  readonly worst?: boolean
  /** File for the variant. */
  readonly out?: string
  readonly json?: boolean
  readonly lang: Language
}

/** Prints both proposals, and writes one as a variant. Returns the exit code. */
export async function split(file: string, options: SplitOptions): Promise<number> {
  const { draws, out } = options
  if (out !== undefined && resolve(out) === resolve(file))
    fail({
      code: 'file-already-there',
      where: { file: out },
      found: 'the scenario itself',
      expected: 'another file for the variant, which extends it',
    })
  requireDraws('cityward split', draws)
  const { plan, scenario } = loadPlan(file)
  const names = plan.policies.map(({ name }) => name)
  const policy = indexIn(file, 'policy', options.policy ?? names.at(-1)!, names)
  const years = plan.years.slice(1).map(String)
  const year = 1 + indexIn(file, 'year', String(options.year ?? plan.years.at(-1)), years)
  const services = plan.services.filter(({ programmes, alike }) => programmes.length > 0 && !alike)
  const what = 'service with a programme and with stocks by city'
  const known = services.map(({ name }) => name)
  indexIn(file, 'service', options.service, known, { what })
  const found = splitQuota(plan, scenario, { service: options.service, policy, year, draws })
  if (options.json) printJson(found)
  else print(splitText(found, pageIn(options.lang)))
  if (out !== undefined) {
    const base = relative(dirname(resolve(out)), resolve(file))
      .split(sep)
      .join('/')
    writeWhole(out, splitYaml(found, options.worst ? 'worst' : 'total', base, scenario.title))
    printAside(`${out}\n`)
  }
  return 0
}
