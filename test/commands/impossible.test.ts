/** Scenarios that read well and cannot be lived, and folders that are no place for a run. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cityward, TINY, temporary } from './cityward.js'

const folder = temporary()
const tiny = readFileSync(TINY, 'utf8').replace('../tiny', resolve('fixtures/tiny'))

function scenario(name: string, from: string, to: string): string {
  const file = join(folder, name)
  expect(tiny).toContain(from)
  writeFileSync(file, tiny.replace(from, to))
  return file
}

describe('a scenario of which no future can be lived', () => {
  const file = scenario('never.yaml', 'on_time: on_time', 'on_time: 2 + exp(on_time)')

  it('is answered by check, which lives the median one', () => {
    const { code, out, err } = cityward('check', file)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(
      'a projection that stops (every policy, every uncertainty at its median): school_places',
    )
    expect(err).toMatch(/never\.yaml:\d+:\d+ {2}services\.school_places\.programmes\.new_schools\.on_time\n/)
    expect(err.match(/Found/g)).toHaveLength(1)
    expect(err).toContain('[service-impossible]')
  })

  it('is answered by run, with the first future and no verdicts', () => {
    const { code, out, err } = cityward('run', '--no-report', file, '--draws', '20', '--out', join(folder, 'never'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('no future of the policy no_action that can be lived; draw 0: school_places')
    expect(err).toContain('[every-future-failed]')
  })

  it('is answered by explain', () => {
    expect(cityward('explain', file, 'urban_share')).toMatchObject({ code: 2, out: '' })
  })
})

it('never puts a run among files that are no run', () => {
  const taken = join(folder, 'taken')
  mkdirSync(taken)
  writeFileSync(join(taken, 'letter.txt'), 'Dear mayor')
  const { code, err } = cityward('run', '--no-report', TINY, '--draws', '20', '--out', taken)
  expect(code).toBe(2)
  expect(err).toContain('a folder that is no run (with letter.txt)')
  expect(readdirSync(taken)).toEqual(['letter.txt'])
})

it.each(['run', 'sweep'])(
  'refuses draws that no disk holds at once, with the size, and makes no folder: %s',
  (command) => {
    const out = join(folder, 'beyond')
    const { code, err } = cityward(command, TINY, '--draws', '99999999999', '--out', out)
    expect(code).toBe(2)
    expect(err).toMatch(
      /Found 99,999,999,999 draws, about \d+ TB of numbers; expected at most 100,000,000 draws\./,
    )
    expect(err).toContain('[draws-too-many]')
    expect(existsSync(out)).toBe(false)
  },
)

it('says where so many draws did not make the odds as narrow as was asked', () => {
  const { code, err } = cityward(
    ...['run', TINY, '--draws', '30', '--until', '0.1%', '--out', join(folder, 'wide')],
  )
  expect(code).toBe(0)
  expect(err).toContain('30 draws were not enough for --until; ask for more --draws.')
})
