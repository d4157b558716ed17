/** `cityward sensitivity RUN --widths`: what a target's odds would be, were an uncertainty judged narrower or wider. */
import { reached } from '../../analysis/attainment.js'
import { widthEffects } from '../../analysis/weighed/widths.js'
import { quantileOfSorted } from '../../math/quantile.js'
import { type WidthsAnswer, widthsText } from '../../report/terminal/widths-page.js'
import { titlesOf } from '../../report/words/factor-titles.js'
import type { OpenRun } from '../../store/open-run.js'
import { jsonText } from '../../vocabulary/json.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { fail } from '../../vocabulary/problems.js'
import { columnOf, drawnInputs, type OutcomeQuestion } from '../lookup.js'
import { pageIn, print } from '../terminal.js'

/** Draws with a number below which odds by weights say nothing. */
const LEAST_DRAWS = 200

/** question: of a target; draws of a design for sensitivity analysis are no sample, and are refused. */
export async function printWidths(
  run: OpenRun,
  policy: number,
  question: OutcomeQuestion,
  { json, lang }: { readonly json?: boolean; readonly lang: Language },
): Promise<void> {
  const { header, reader } = run
  const { target } = question
  if (!target) {
    const expected = 'a --target'
    fail({
      code: 'method-needs-target',
      where: { file: '--widths' },
      found: '--widths for an indicator',
      expected,
    })
  }
  if (typeof header.design === 'object') {
    const expected = 'a run whose draws are a sample of the futures'
    fail({ code: 'method-needs-sample', where: { file: '--widths' }, found: 'draws of a design', expected })
  }
  const [outcome] = await reader.read(policy, [columnOf(run, question).name])
  const known = outcome.filter((value) => !Number.isNaN(value)).sort()
  if (known.length < LEAST_DRAWS) {
    const expected = `at least ${LEAST_DRAWS} for odds by weights`
    fail({ code: 'draws-few', where: { file: '--widths' }, found: howMany(known.length, 'draw'), expected })
  }
  const inputs = await drawnInputs(run, policy)
  const { odds, effects } = widthEffects(inputs, outcome, (value) => reached(target, value))
  const { title, unit } = question
  const answer: WidthsAnswer = {
    ...{ target: title, unit, year: target.year, policy: question.policy.title },
    ...{ draws: known.length, odds, median: quantileOfSorted(known, 0.5), effects },
  }
  if (json) print(`${jsonText(answer, 2)}\n`)
  else print(widthsText(answer, titlesOf(header), pageIn(lang)))
}
