/**
 * `cityward check`: every problem of scenario files and their data folders, and what looks like a slip; simulates
 * one future, the median one.
 */
import { elsewhereShare } from '../plan/checks/nest-fit.js'
import { personsOf } from '../plan/nests.js'
import { wouldDoText } from '../report/terminal/check/would-do.js'
import { type LoadedPlan, loadPlan } from '../studies/load-plan.js'
import { judgeWithHeader } from '../studies/median-check.js'
import { RURAL } from '../vocabulary/dimensions.js'
import { howMany } from '../vocabulary/numbers.js'
import { CitywardError, MORE_MAY_APPEAR, type Problem } from '../vocabulary/problems.js'
import { languageOfScreen, problemText, said, warningText } from './screen.js'
import { pageIn, print, printAside, printJson } from './terminal.js'

export interface CheckOptions {
  readonly json?: boolean
}

/**
 * Prints the problems of each file, or a line that says what was found good, and warnings. Returns the exit code: 2
 * where there are problems, else 0.
 */
export function check(files: readonly string[], options: CheckOptions): number {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const good: string[] = []
  const page = pageIn(languageOfScreen())
  let more = false
  for (const file of files) {
    try {
      const loaded = loadPlan(file)
      const judged = judgeWithHeader(loaded, file)
      problems.push(...judged.faults)
      warnings.push(...judged.warnings)
      if (judged.faults.length === 0)
        good.push(
          `${file}: ${[found(judged.warnings.length), contents(loaded), ...nesting(loaded)].map(said).join(' ')}`,
          ...(files.length === 1 ? [`\n${wouldDoText(judged.header, page)}`.trimEnd()] : []),
        )
    } catch (error) {
      if (!(error instanceof CitywardError)) throw error
      problems.push(...error.problems)
      more ||= error.more
    }
  }
  if (options.json) printJson({ problems, warnings, ...(more && { more }) })
  else {
    for (const line of good) print(`${line}\n`)
    const texts = [...problems.map(problemText), ...warnings.map(warningText)]
    if (texts.length > 0) printAside(`${texts.join('\n\n')}\n`)
    if (problems.length > 1) printAside(`\n${said(`${problems.length} problems.`)}\n`)
    if (more) printAside(`\n${said(MORE_MAY_APPEAR)}\n`)
    if (warnings.length > 1) printAside(`\n${said(`${warnings.length} warnings.`)}\n`)
  }
  return problems.length > 0 ? 2 : 0
}

/** `no problems.`, and that there are warnings, which stand below. */
function found(warnings: number): string {
  if (warnings === 0) return 'no problems.'
  return `no problems, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`
}

/** `14 cities, 2020-2023, 2 policies, 38 uncertainties, 28 targets` */
function contents({ plan, dataset }: LoadedPlan): string {
  const { uncertainties, uncertaintiesByCity, uncertaintiesByYear = [] } = plan
  const uncertain = uncertainties.length + uncertaintiesByCity.length + uncertaintiesByYear.length
  return `${[
    howMany(dataset.cities.length, 'city', 'cities'),
    `${plan.years[0]}-${plan.years.at(-1)}`,
    howMany(plan.policies.length, 'policy', 'policies'),
    howMany(uncertain, 'uncertainty', 'uncertainties'),
    howMany(plan.targets.length, 'target'),
    ...(plan.unassessed.length > 0
      ? [howMany(plan.unassessed.length, 'commitment').concat(' without a verdict')]
      : []),
  ].join(', ')}.`
}

/** How far nests are from the table of shares between all places that they stand for. */
function nesting({ plan, dataset }: LoadedPlan): string[] {
  const { nests, destinations } = plan.schedules[0]
  if (!nests || !dataset.destinations) return []
  const villagers = personsOf(plan.dims, plan.opening.people, RURAL)
  const share = elsewhereShare(dataset.destinations, { nests, destinations }, villagers)
  const elsewhere = (100 * share).toFixed(1)
  return [
    `The ${nests.seats.length} nests send ${elsewhere} % of those who leave for another place elsewhere than destinations.csv does.`,
  ]
}
