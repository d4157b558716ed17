/** Units of people in a table of totals, in English and as Chinese offices write them. */

/** What one of a unit is, in persons; an empty cell is persons. */
export const PERSONS_IN_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  person: 1,
  '1000 persons': 1000,
  '10000 persons': 10_000,
  人: 1,
  千人: 1000,
  万人: 10_000,
}
