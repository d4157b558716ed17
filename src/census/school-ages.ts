/** People of an age, and those of them who go to school. */
import { countPersons } from './region-people.js'
import type { ByAge } from './single-ages.js'

/** Persons of both sexes from one age to another, both included. */
export const personsAged = (people: ByAge, from: number, to: number): number =>
  countPersons(people.map((row) => row.slice(from, to + 1)))

/** Pupils on 31 December who entered at 6 by 31 August and stay nine years. */
export const compulsoryPupils = (people: ByAge): number =>
  (personsAged(people, 6, 6) * 2) / 3 + personsAged(people, 7, 14) + personsAged(people, 15, 15) / 3
