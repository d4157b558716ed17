import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { calibrate } from '../../src/commands/calibrate.js'
import { cityward, TINY, temporary } from './cityward.js'

const folder = temporary()
afterEach(() => {
  vi.restoreAllMocks()
})

describe('calibrate', () => {
  it('fits a data folder, prints JSON, and writes the two files that the folder holds', async () => {
    // from the source, where the fit is one that other tests need as well
    const [out, err] = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockReturnValue(true),
    )
    const options = { json: true, out: join(folder, 'fit'), draws: 500, lang: 'en' } as const
    const code = await calibrate('fixtures/guangxi', options)
    const printed = out.mock.calls.map(([text]) => text).join('')
    expect([code, err.mock.calls]).toEqual([0, []])
    const page = JSON.parse(printed)
    expect([page.from, page.to, page.settled, page.cities.length]).toEqual([2010, 2020, true, 14])
    const names = ['calibration-draws.csv', 'calibration.csv']
    expect(readdirSync(join(folder, 'fit')).sort()).toEqual(names)
    for (const name of names)
      expect(readFileSync(join(folder, 'fit', name), 'utf8')).toBe(
        readFileSync(`fixtures/guangxi/${name}`, 'utf8'),
      )
  })

  it('says where a folder has one census only, for a scenario as for its data', () => {
    for (const path of [TINY, 'fixtures/tiny']) {
      const { code, out, err } = cityward('calibrate', path)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(
        'Found one year of people, 2020; expected two censuses to fit moves between.  [censuses-few]',
      )
    }
  })

  it('knows cities by code when told another urban count', () => {
    const { code, err } = cityward('calibrate', 'fixtures/guangxi', '--urban', 'Beihai=1082769')
    expect(code).toBe(2)
    expect(err).toContain('Found --urban Beihai=1082769; expected the code of a city and its urban residents')
  })

  it('refuses alternatives for a data folder, and names that the scenario does not have', () => {
    const messages = [
      cityward('calibrate', 'fixtures/guangxi', '--alternatives'),
      cityward('calibrate', 'scenarios/guangxi-2023.yaml', '--alternatives', '--hold', 'rural_pase=1'),
      cityward('calibrate', 'scenarios/guangxi-2023.yaml', '--alternatives', '--hold', 'rural_pace'),
      cityward('calibrate', 'scenarios/guangxi-2023.yaml', '--alternatives', '--target', 'urban-rate'),
    ].map(({ code, out, err }) => {
      expect([code, out]).toEqual([2, ''])
      return err
    })
    expect(messages[0]).toContain('Found --alternatives for a data folder; expected a scenario')
    expect(messages[1]).toContain('Did you mean rural_pace?')
    expect(messages[2]).toContain('Found --hold rural_pace; expected the name of an uncertainty and a number')
    expect(messages[3]).toContain('Found no target "urban-rate"; expected one of urbanisation-rate')
  })
})

describe('explain', () => {
  it('traces the level of leaving the village to the calibration and to what it rests on', () => {
    const asked = ['explain', 'scenarios/guangxi-2023.yaml', 'urban_share', '--city', 'Yulin', '--depth', '4']
    const text = cityward(...asked).out.replaceAll(/\s+/g, ' ')
    expect(text).toMatch(
      /data\(rural_exit_level\) = \S+ \(ratio\) \[estimate\] \{D_CALIBRATION, S_LEIII_C2010, S_YD166, D_STATUS, S_LEIII_C2020\} 2010-2020 fitted \S+ \(80 % \S+ to \S+\); prior 2\.00 \(80 % 0\.915 to 4\.37\): .* moved most by ages; calibration\.csv/,
    )
    expect(text).toMatch(/D_CALIBRATION Levels of moves fitted to 2010-2020/)
    expect(text).toMatch(/S_LEIII_C2020 /)
    // the late gain is printed
    expect(text).toMatch(
      /end_pace = \S+ \(ratio\) \[judgement\] \{D_CALIBRATION, S_NBS_REN, S_NBS_KAB, S_CSY2016, judgement\}/,
    )
  })

  it('shows the people of the base year and the tables they live by, and names log odds for what they are', () => {
    const asked = ['explain', 'scenarios/guangxi-2023.yaml', 'urban_share', '--year', '2023', '--depth', '3']
    const { out } = cityward(...asked)
    const text = out.replaceAll(/\s+/g, ' ')
    expect(text).toMatch(
      /people\(urban\) @ 2020 = 27,2\d\d,\d{3} people \[estimate\] \{[^}]*S_LEIII_C2020[^}]*\} opening people: population\.csv x 1\.00126/,
    )
    for (const table of [
      'mortality.csv 2021',
      'fertility.csv 2016',
      'destinations.csv 2020',
      'homes.csv 2020',
    ])
      expect(text).toMatch(
        new RegExp(`${table.replace('.', '\\.')} \\[(?:estimate|judgement)\\] \\{[^}]+\\}`),
      )
    expect(text).toMatch(/level sex_ratio_at_birth = 1\.16 \(ratio\) \[estimate\] \{S_YUANFAN\}/)
    expect(text).toMatch(/level pull_of_outside = -\S+ to -\S+ \(log odds\), by area/)
    expect(text).toMatch(/data\(pull_of_outside_level\) = -\S+ to -\S+ \(log odds\), by area/)
    expect(out.match(/^ +mortality\.csv 2021/gm)).toHaveLength(1)
  })
})
