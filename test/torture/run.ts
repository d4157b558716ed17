/** `npm run torture`: attacks on files, input and processes of cityward; ends with 1 where one succeeds. */
import { parseArgs } from 'node:util'
import { attackByDamage } from './attacks/damage.js'
import { attackByForgeries } from './attacks/foreign.js'
import { attackByFullDisk } from './attacks/full-disk.js'
import { attackByTexts } from './attacks/hostile-texts.js'
import { attackByKills } from './attacks/kills.js'
import { attackByMutations } from './attacks/mutations.js'
import { attackRecords } from './attacks/records.js'
import { attackWhatIsRemembered } from './attacks/remembered.js'
import { attackBySizes } from './attacks/sizes.js'
import { makeSpecimens } from './specimens.js'
import { countsOf, type Tally } from './tally.js'
import { Yard } from './yard.js'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    seed: { type: 'string' },
    only: { type: 'string' },
    every: { type: 'string' },
  },
})
const seed = Number(values.seed ?? 15)
const every = Number(values.every ?? 1)
const quick = values.quick === true

const yard = new Yard()
const specimens = makeSpecimens(yard)
const ATTACKS: Readonly<Record<string, () => Tally | Promise<Tally>>> = {
  kills: () => attackByKills(yard, specimens, quick ? 3 : 90),
  foreign: () => attackByForgeries(yard, specimens, quick ? 40 : every),
  mutations: () => attackByMutations(yard, specimens, seed, (quick ? 400 : 30_000) / every),
  records: () => attackRecords(yard, specimens, seed, (quick ? 60 : 3000) / every),
  remembered: () => attackWhatIsRemembered(yard, specimens, seed, quick ? 3 : 24),
  texts: () => attackByTexts(yard, specimens, quick),
  disk: () => attackByFullDisk(yard, specimens, quick ? 18 : 1),
  sizes: () => attackBySizes(yard, specimens, quick),
  damage: () =>
    attackByDamage(yard, specimens, seed, {
      ofFile: { flips: 9, cuts: 4, blanks: 1 },
      ofShard: { flips: 3, cuts: 2, blanks: 1 },
      every: quick ? 160 : every,
    }),
}
const tallies: Tally[] = []
for (const [name, attack] of Object.entries(ATTACKS)) {
  if (values.only && !values.only.split(',').includes(name)) continue
  const tally = await attack()
  tallies.push(tally)
  process.stdout.write(`${tally.line()}\n`)
}
yard.end()
process.stdout.write(`all: ${countsOf(tallies)}\n`)
process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0
