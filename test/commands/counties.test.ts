/** The county scenario from the command line: 111 places, on both engines. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bytesOf, cityward, NUMBERS_ONLY, temporary } from './cityward.js'

const COUNTIES = 'scenarios/guangxi-counties.yaml'
const folder = temporary()

describe('scenarios/guangxi-counties.yaml', () => {
  it('passes `cityward check`, and says how far its nested variant is from the full table', () => {
    const { code, out } = cityward('check', COUNTIES)
    expect(code).toBe(0)
    expect(out).toContain('no problems, 1 warning. 111 cities, 2020-2023')
    expect(cityward('check', 'scenarios/variants/counties-nested.yaml').out).toMatch(
      /The 14 nests send 2\.\d % of those who leave/,
    )
  })

  it('runs, with every county beside the target of the region, and the same bytes on both engines', () => {
    const on = (engine: string, command: string, ...more: string[]) =>
      cityward(
        command,
        COUNTIES,
        ...more,
        '--draws',
        '4',
        '--engine',
        engine,
        '--quiet',
        '--out',
        join(folder, engine),
      )
    const { code, out } = on('kernel', 'run', '--full', ...NUMBERS_ONLY)
    expect(code).toBe(0)
    expect(out).toMatch(/^Resident urbanization rate \(%\) +54\.2 /m)
    for (const county of ['Qingxiu', "Long'an", 'Heng County', 'Pingxiang'])
      expect(out).toMatch(new RegExp(`^${county} +\\d\\d\\.\\d `, 'm'))
    // a sweep keeps the files of a run that are compared, and looks for nothing more
    expect(on('reference', 'sweep').code).toBe(0)
    expect(bytesOf(join(folder, 'reference'))).toEqual(bytesOf(join(folder, 'kernel')))
  })
})
