/** Titles with their units, in both languages. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { inEach } from './bilingual.js'
import { labelled, unitName } from './numbers.js'

/** A title with its unit, in both languages. */
export const titleWithUnit = (title: Bilingual, unit: string): Bilingual =>
  inEach((language) => labelled(title, unit, language))

/** A unit's short name in both languages. */
export const unitWords = (unit: string): Bilingual => inEach((language) => unitName(unit, language))
