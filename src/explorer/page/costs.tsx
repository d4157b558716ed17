/** What programmes cost in the region under the setting, year by year, where the scenario states what a project costs. */
import { COST_HEADINGS, COST_NOTES, COSTS_TITLE } from '../../report/costs/words.js'
import { amount, range, signed } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import { GAP_CHANGE } from '../words/rank-words.js'
import { costOf } from '../words/view-words.js'
import type { PartProps } from './app.js'
import { pinnedTitle } from './pinned-title.js'

export function CostsShown({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, view, pinned } = state
  if (!view || facts.costs.length === 0) return null
  const { year, inYear, inYearRange, soFar, soFarRange } = COST_HEADINGS
  const headings = [year, inYear, inYearRange, soFar, soFarRange, GAP_CHANGE(pinnedTitle(explorer))]
  return (
    <section class="costs">
      <h2>{COSTS_TITLE[language]}</h2>
      {facts.costs.map((cost, at) => (
        <div class="scroll">
          <table>
            <caption>{costOf(cost)[language]}</caption>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th scope="col">{heading[language]}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.costs[at].map((one, row) => {
                const before = pinned.view?.costs[at][row]
                const change = before ? one.soFar.median - before.soFar.median : 0
                return (
                  <tr key={one.year}>
                    <th scope="row">{one.year}</th>
                    <td>{amount(one.inYear.median, cost.currency, language)}</td>
                    <td>{range(one.inYear.range80, cost.currency, language)}</td>
                    <td>
                      <b>{amount(one.soFar.median, cost.currency, language)}</b>
                    </td>
                    <td>{range(one.soFar.range80, cost.currency, language)}</td>
                    <td>{change === 0 ? '' : minus(signed(change, cost.currency, language))}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      ))}
      <p class="note">{COST_NOTES[0][language]}</p>
    </section>
  )
}
