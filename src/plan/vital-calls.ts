/** life_expectancy(...) and total_fertility(...): what the rates of a year come to, city by city. */
import type { Dataset } from '../dataset/dataset.js'
import type { Argument, Call } from '../formula/scope.js'
import { startsOf } from '../math/death-ages.js'
import { SEXES } from '../vocabulary/dimensions.js'
import { suggestion } from '../vocabulary/lookup.js'
import { howMany } from '../vocabulary/numbers.js'
import { PURE, type Unit } from '../vocabulary/units.js'
import { refuse, WHOLE_CALL } from './calls.js'
import type { SlotTable } from './slots.js'

const YEAR: Unit = { year: 1 }

type Slots = Pick<SlotTable, 'name'>

export function vitalCalls(dataset: Dataset, slots: Slots): [name: string, call: Call][] {
  return [
    ['life_expectancy', lifeExpectancyCall(dataset, slots)],
    ['total_fertility', totalFertilityCall(dataset, slots)],
  ]
}

const textOf = (arg: Argument | undefined) =>
  arg === undefined ? '' : 'word' in arg ? arg.word : String(arg.number)

function lifeExpectancyCall({ mortality, womenOnly }: Dataset, slots: Slots): Call {
  const ages = startsOf(mortality.ages)
  const sexes = SEXES.filter((sex) => !womenOnly || sex === 'female')
  return {
    usage: 'life_expectancy(age, sex)',
    description: `years that people of an exact age live on, on average, at the death rates of the year; ages: those of mortality.csv`,
    resolve: (args) => {
      if (mortality.measure === 'survival')
        return refuse(
          WHOLE_CALL,
          'life_expectancy(...) of a folder with survival',
          'a folder with death rates',
        )
      const age = args[0] && 'number' in args[0] ? args[0].number : Number.NaN
      if (!ages.includes(age))
        return refuse(
          0,
          `"${textOf(args[0])}"`,
          `an age at which a row of mortality.csv begins, 0 to ${ages.at(-1)}`,
        )
      const asked = textOf(args[1])
      const sex = sexes.find((one) => one === asked)
      const hint = `Write life_expectancy(${age}, ${sexes.at(-1)}).`
      if (args.length !== 2)
        return refuse(WHOLE_CALL, howMany(args.length, 'argument'), 'an age and a sex', hint)
      if (!sex) return refuse(1, `"${asked}"`, sexes.join(' or '), suggestion(asked, sexes) ?? hint)
      const key = slots.name({ kind: 'life expectancy', age, sex })
      return { ok: true, key, shape: 'cities', unit: YEAR }
    },
  }
}

function totalFertilityCall({ dims }: Dataset, slots: Slots): Call {
  const groups = dims.statuses === 1 ? (['resident'] as const) : (['rural', 'urban'] as const)
  return {
    usage: 'total_fertility(group)',
    description: `births of a woman over all ages at the rates of the year; groups: ${groups.join(', ')}`,
    resolve: (args) => {
      if (args.length !== 1) return refuse(WHOLE_CALL, howMany(args.length, 'argument'), groups.join(' or '))
      const asked = textOf(args[0])
      const group = groups.find((one) => one === asked)
      if (!group) return refuse(0, `"${asked}"`, groups.join(' or '), suggestion(asked, groups))
      return { ok: true, key: slots.name({ kind: 'total fertility', group }), shape: 'cities', unit: PURE }
    },
  }
}
