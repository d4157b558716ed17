/** Problems that come in rounds say so, and a misspelt id of a commitment is asked after. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadPlan } from '../../src/studies/load-plan.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { temporary } from '../commands/cityward.js'
import { answerToChange, replaced, TINY } from '../scenario/tiny-scenario.js'

const folder = temporary()

function refusal(change: (places: string) => string, from = '', to = ''): CitywardError {
  const data = join(folder, 'data')
  cpSync('fixtures/tiny', data, { recursive: true })
  const places = join(data, 'places.csv')
  writeFileSync(places, change(readFileSync('fixtures/tiny/places.csv', 'utf8')))
  const file = join(folder, 'tiny.yaml')
  writeFileSync(
    file,
    replaced(TINY, 'data: ../tiny', `data: ${data}`).replace(from, () => to),
  )
  try {
    loadPlan(file)
  } catch (error) {
    if (error instanceof CitywardError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

it('says that more may appear where places.csv is wrong, since tables and formulas lean on it', () => {
  const { more, problems } = refusal((places) => places.replace('region', 'regoin'))
  expect(problems.some(({ where }) => where.file.endsWith('places.csv'))).toBe(true)
  expect(more).toBe(true)
})

it('says nothing of more where everything was looked at', () => {
  const { more } = refusal((places) => places, 'rural_exit: 2 * pace', 'rural_exit: 2 * pase')
  expect(more).toBe(false)
})

it('asks for the commitment that the id of a target was meant to be', () => {
  expect(answerToChange('id: urban-share', 'id: urbam-share')).toContain('Did you mean urban-share?')
})
