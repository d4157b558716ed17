/** The cities on a grid, each with the odds that it reaches by itself what is asked of the region. */
import { wordFor } from '../../analysis/odds.js'
import { phrase } from '../../report/words/bilingual.js'
import { measured, oddsShare } from '../../report/words/numbers.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { CITIES } from '../words/view-words.js'
import type { PartProps } from './app.js'

export function Cities({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, focus, view } = state
  if (!view || view.cities.length === 0) return null
  const cities = facts.places.slice(1)
  const isGrid = cities.every(({ tile }) => tile !== null)
  return (
    <section class="cities">
      <h2>{CITIES[language]}</h2>
      <div class={isGrid ? 'tiles' : 'tiles flow'}>
        {cities.map(({ name, tile, code }, city) => {
          const { odds, median } = view.cities[city]
          const place = tile && isGrid ? { gridColumn: tile[0] + 1, gridRow: tile[1] + 1 } : {}
          return (
            <div key={code} class={`tile ${wordFor(odds)}`} style={place}>
              <span>{shortTitle(name)[language]}</span>
              <b>{oddsShare(odds, language)}</b>
              <span>{measured(median, focus.unit, language)}</span>
            </div>
          )
        })}
      </div>
    </section>
  )
}

/** A city without the word for city. */
export const shortTitle = ({ en, zh }: Bilingual): Bilingual =>
  phrase(en, zh.length > 2 ? zh.slice(0, zh.lastIndexOf(CITY) === zh.length - 1 ? -1 : undefined) : zh)
const CITY = '\u5e02'
