/**
 * Mortality by ages 0, 1-4, 5-9 ... 100+ in five-year steps, and a level that multiplies it.
 *
 * Right numbers are those of a life table written apart in Python: a_0 after Andreev and Kingkade (2015), a_1 after
 * Preston, Heuveline and Guillot (2001), table 3.3, from 15 on Greville's a_x, the open group by 1 / m.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { population } from '../../src/commands/population.js'

const GROUPS = Array.from({ length: 20 }, (_, group) => 5 * group)
const MX = [
  0.0098, 0.0004, 0.0003, 0.00024, 0.00035, 0.00052, 0.00073, 0.00091, 0.00115, 0.0016, 0.0024, 0.004, 0.0068, 0.0128,
  0.0233, 0.0428, 0.0731, 0.1075, 0.1673, 0.2454, 0.3317, 0.4407,
] // biome-ignore format: a row reads best as it stands in the file
const rest = 'S,data,'
const rows = (row: (sex: string) => string) => `${['male', 'female'].map(row).join('\n')}\n`
const TABLES = {
  'data.yaml':
    'title: { en: Old, zh: 老 }\nregion: X\nbase_year: 2020\nage_width: 5\nstatuses: false\nyear_end: { factor: 1, source: S, quality: data }\n',
  'sources.csv': 'id,title,publisher,url,note\nS,Made up,,,\n',
  'places.csv': `code,kind,name_en,name_zh,source,quality,note\nX,region,Old,老,${rest}\n`,
  'population.csv': `year,code,status,sex,unit,source,quality,note,${GROUPS.join()},100+\n${rows((sex) => `2020,X,all,${sex},person,${rest},${GROUPS.map(() => 1000).join()},0`)}`,
  'mortality.csv': `year,code,sex,measure,unit,source,quality,note,0,1,${GROUPS.slice(1).join()},100+\n${rows((sex) => `2020,X,${sex},mx,1 / year,${rest},${MX.join()}`)}`,
  'fertility.csv': `year,code,unit,source,quality,note,20\n2020,X,birth / person / year,${rest},0\n`,
  'values.csv': `code,variable,year,value,unit,source,quality,note\nX,sex_ratio_at_birth,2020,1,ratio,${rest}\n`,
}

/** People of a sex in 2025 who were 1,000 in every age group in 2020. */
function alive(level: number, sex: string): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'cityward-'))
  try {
    mkdirSync(join(folder, 'data'))
    for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, 'data', name), text)
    const scenario = `title: { en: Old, zh: 老 }\ndata: data\nyears: { from: 2020, to: 2025 }
policies: { no_action: { title: { en: x, zh: x }, set: {} } }
population: { migration: 'off', levels: { mortality: ${level} } }\nindicators: {}\n`
    writeFileSync(join(folder, 'old.yaml'), scenario)
    let text = ''
    population(join(folder, 'old.yaml'), { year: 2025, json: true }, (more) => {
      text += more
    })
    return JSON.parse(text).find((row: { sex: string }) => row.sex === sex)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it.each([
  [1, 'male', [998.157534, 751.464886, 639.071065, 508.900753, 358.746297, 236.35596, 140.268591]],
  [1, 'female', [998.196358, 751.464886, 639.071065, 508.900753, 358.746297, 236.35596, 140.268591]],
  [0.9, 'male', [998.337416, 773.226982, 668.376173, 544.395867, 397.536233, 273.257021, 168.866624]],
  [0.9, 'female', [998.372624, 773.226982, 668.376173, 544.395867, 397.536233, 273.257021, 168.866624]],
])('people live on as by a life table of their own ages: level %f, %s', (level, sex, expected) => {
  const lived = alive(level, sex)
  const found = ['5', '75', '80', '85', '90', '95', '100+'].map((age) => lived[age])
  found.forEach((persons, at) => {
    expect(Math.abs(persons - expected[at])).toBeLessThan(1e-6)
  })
})
