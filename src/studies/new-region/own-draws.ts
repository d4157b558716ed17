/** How places differ by chance, in the scenario of a region: uncertainties of every place, and where they enter its levels. */
import { chinaText } from './china-tables.js'

/** Placeholders of scenario.yaml: what a formula is multiplied with, or has added. */
const PARTS = {
  EXIT_OWN:
    ' * exit_own * exit_pace_own / (sum(exit_pace_own * at(2020, people(rural))) / sum(at(2020, people(rural))))',
  RETURN_OWN: ' * return_pace_own',
  TOWN_OWN: ' * town_pace_own',
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
