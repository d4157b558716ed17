/** indicator(name): what another indicator comes to, by city, or for the region where it is of the region. */
import type { Call, Name } from '../../formula/scope.js'
import type { Scenario } from '../../scenario/scenario.js'
import { suggestion } from '../../vocabulary/lookup.js'
import { refuse, WHOLE_CALL } from '../calls.js'
import type { SlotTable } from '../slots.js'

/** known: those compiled so far, which stand before all that name them. */
export function indicatorCall(
  scenario: Scenario,
  slots: Pick<SlotTable, 'name'>,
  known: ReadonlyMap<string, Pick<Name, 'shape' | 'unit'>>,
): Call {
  const names = scenario.indicators.map(({ name }) => name)
  return {
    usage: 'indicator(name)',
    description: 'what another indicator comes to, by city; of one with places: region, its one number',
    resolve: (args) => {
      const word = args.length === 1 && 'word' in args[0] ? args[0].word : ''
      const found = known.get(word)
      if (found)
        return { ok: true, key: slots.name({ kind: 'indicator', indicator: word, half: 'value' }), ...found }
      if (args.length !== 1)
        return refuse(WHOLE_CALL, `${args.length} arguments`, 'the name of an indicator of this scenario')
      return refuse(0, `"${word}"`, 'an indicator of this scenario', suggestion(word, names))
    },
  }
}
