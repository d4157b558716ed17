/** What an uncertainty is held at, in few words. */
import { inEach } from '../../report/words/bilingual.js'
import { asWritten } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { ExplorerUncertainty } from '../facts.js'
import { type Held, valueHeld } from '../state/setting.js'
import { heldAt, heldAtValue } from '../words/control-words.js'

/** `0.93, held at 10 %`, or `held at 0.93`. */
export function heldText(uncertainty: ExplorerUncertainty, held: Held): Bilingual {
  const value = Number(valueHeld(uncertainty, held).toPrecision(4))
  const written = inEach((language) => minus(asWritten(value, uncertainty.unit, language)))
  if ('value' in held) return heldAtValue(written)
  const at = heldAt(held.percent)
  return { en: `${written.en}, ${at.en}`, zh: `${written.zh}，${at.zh}` }
}
