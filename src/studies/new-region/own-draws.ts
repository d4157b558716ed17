/** How places differ by chance, in the scenario of a region: uncertainties of every place, and where they enter its levels. */
import { chinaText } from './china-tables.js'

/**
 * Placeholders of scenario.yaml: what a formula is multiplied with, or has added, and the level that it cannot go beyond. Those that stand
 * before a formula open a bracket that the one behind it closes.
 */
const PARTS = {
  EXIT_MOST: 'min(data(rural_exit_most), ',
  EXIT_OWN:
    ' * exit_own * exit_pace_own / (sum(exit_pace_own * at(2020, people(rural))) / sum(at(2020, people(rural)))))',
  RETURN_OWN: ' * return_pace_own',
  TOWN_MOST: 'min(data(city_to_city_most), ',
  TOWN_OWN: ' * town_pace_own)',
  BACK_MOST: 'min(data(return_from_outside_most), ',
  BACK_OWN: ' * comers_pace_own)',
  COMERS_OWN: ' * comers_pace_own',
  ATTRACTION_OWN: ' + attraction_own',
  OUTSIDE_OWN: ' + outside_own',
  FERTILITY_OWN: ' * exp(fertility_own * (year - 2020))',
}

export const ownDraws = (): Readonly<Record<string, string>> => ({ OWN: chinaText('own.yaml'), ...PARTS })

/** All places share what is drawn. */
export const NO_OWN_DRAWS: Readonly<Record<string, string>> = Object.fromEntries(
  ['OWN', ...Object.keys(PARTS)].map((name) => [name, '']),
)
