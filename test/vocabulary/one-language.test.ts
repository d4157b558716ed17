/** One language is enough in a scenario and in a data folder: the other has the same text, marked. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadPlan } from '../../src/studies/load-plan.js'
import { inBothLanguages } from '../../src/vocabulary/fallback-words.js'
import { languageAsked, languageOfLocale } from '../../src/vocabulary/language.js'
import { placeIn } from '../../src/vocabulary/lookup.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-language-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a text in one language', () => {
  it.each([
    ['广西2023', { en: '广西2023 (in Chinese)', zh: '广西2023' }],
    ['Halland', { en: 'Halland', zh: 'Halland（英文）' }],
    [{ zh: '甲' }, { en: '甲 (in Chinese)', zh: '甲' }],
    [
      { en: 'A', zh: '' },
      { en: 'A', zh: 'A（英文）' },
    ],
    [
      { en: 'A', zh: '甲' },
      { en: 'A', zh: '甲' },
    ],
  ])('%j', (given, both) => expect(inBothLanguages(given)).toEqual(both))

  it('is enough for every title of a scenario, and for a data folder', () => {
    const data = join(folder, 'data')
    cpSync('fixtures/tiny', data, { recursive: true })
    const change = (name: string, by: (text: string) => string) =>
      writeFileSync(join(data, name), by(readFileSync(join(data, name), 'utf8')))
    change('data.yaml', (text) => text.replace(/title:.*/, 'title: 两座小城'))
    // places.csv without its column of English names
    change('places.csv', (text) => {
      const rows = text
        .trim()
        .split('\n')
        .map((line) => line.split(','))
      const column = rows[0].indexOf('name_en')
      return `${rows.map((cells) => cells.filter((_, at) => at !== column).join(',')).join('\n')}\n`
    })
    const file = join(folder, 'plan.yaml')
    const tiny = readFileSync('fixtures/cases/tiny.yaml', 'utf8').replace('../tiny', data)
    writeFileSync(file, tiny.replaceAll(/title: \{ en: [^,}]+, zh: ([^}]+?) \}/g, 'title: $1'))
    const { plan, dataset, warnings } = loadPlan(file)
    expect(warnings).toEqual([])
    expect(dataset.title).toEqual({ en: '两座小城 (in Chinese)', zh: '两座小城' })
    expect(plan.places[1].name).toEqual({ en: '甲 (in Chinese)', zh: '甲' })
    expect(plan.policies.map(({ title }) => title.en)).toEqual([
      '不采取行动 (in Chinese)',
      '建设 (in Chinese)',
    ])
    expect(placeIn(file, plan.places, '甲')).toBe(1)
  })
})

describe('the language of the screen', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh' }, 'zh'],
    [{ LC_MESSAGES: 'zh_TW', LANG: 'en_US' }, 'zh'],
    // the first that is set and not empty, as for other programs
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN' }, 'zh'],
    [{ LANG: 'zha_XX' }, 'en'],
    [{}, 'en'],
  ])('by locale %j is %s', (environment, language) => expect(languageOfLocale(environment)).toBe(language))

  it.each([
    [['run', 'a.yaml', '--lang', 'zh'], 'zh'],
    [['--lang=en', 'run'], 'en'],
    [['run', '--lang', 'fr'], undefined],
    [['run', '--', '--lang', 'zh'], undefined],
    [['run'], undefined],
  ])('by %j is %s', (args, language) => expect(languageAsked(args)).toBe(language))
})
