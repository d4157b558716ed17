/** Folders and files that cannot be read at all: every word of every answer. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerTo, change, withCopy } from './tiny-folder.js'

function answerAfter(spoil: (folder: string) => void): string {
  return withCopy((folder) => {
    spoil(folder)
    return answerTo(folder)
  })
}

it('answers a folder that is not there', () => {
  expect(answerTo('nowhere/at/all')).toBe(
    'data\n  Found no folder that can be read; expected a data folder.  [folder-missing]',
  )
})

it('answers a file where the folder should be', () => {
  expect(answerTo('fixtures/tiny/data.yaml')).toBe(
    'data\n  Found no folder that can be read; expected a data folder.  [folder-missing]',
  )
})

it('answers an empty folder with every file it wants', () => {
  const answer = withCopy((folder) => {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    return answerTo(folder)
  })
  const names = ['data.yaml', 'places.csv', 'sources.csv', 'population.csv', 'mortality.csv', 'fertility.csv']
  const texts = [...names, 'values.csv'].map(
    (name) => `data/${name}\n  Found no such file; expected one, as every data folder has.  [file-missing]`,
  )
  expect(answer).toBe(texts.join('\n'))
})

it('answers a file under a slightly wrong name', () => {
  const answer = answerAfter((folder) => {
    rmSync(join(folder, 'travel_times.csv'))
    writeFileSync(join(folder, 'travel_time.csv'), 'from,to\n')
  })
  expect(answer).toBe(`data/travel_time.csv
  Found a file that would not be read; expected a name of the data-folder format.
  Did you mean "travel_times.csv"?  [file-unknown]`)
})

it('answers a folder in the place of a file', () => {
  const answer = answerAfter((folder) => {
    rmSync(join(folder, 'groups.csv'))
    mkdirSync(join(folder, 'groups.csv'))
  })
  expect(answer).toBe(`data/groups.csv
  Found something that is not a file, or may not be read; expected a file.  [file-unreadable]`)
})

it.each([
  ['text saved in GBK', Buffer.from([0xb9, 0xe3, 0xce, 0xf7, 0x0a])],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
  ['zero bytes', Buffer.alloc(64)],
])('answers %s', (_, bytes) => {
  expect(answerAfter((folder) => writeFileSync(join(folder, 'groups.csv'), bytes))).toBe(`data/groups.csv
  Found bytes that are not UTF-8 text; expected text saved as UTF-8.
  In Excel choose "CSV UTF-8" when saving; plain "CSV" writes GBK on a Chinese system.  [file-not-text]`)
})

it('answers a first line that is broken, and takes no other line for the names of the columns', () => {
  const answer = answerAfter((folder) => change(folder, 'groups.csv', 'group,code', '"gro"up,code'))
  expect(answer).toBe(`data/groups.csv:1
  Found text behind a closing quotation mark; expected a text with quotation marks around the whole cell, and doubled inside it.  [csv-broken]`)
})

it('answers a field of data.yaml that is written twice', () => {
  const answer = answerAfter((folder) => writeFileSync(join(folder, 'data.yaml'), 'region: T\nregion: U\n'))
  expect(answer).toBe(`data/data.yaml:2:1
  Found the field "region" a second time; expected each field once.  [field-twice]`)
})

it('answers YAML nested 100,000 deep', () => {
  const answer = answerAfter((folder) => writeFileSync(join(folder, 'data.yaml'), '['.repeat(100_000)))
  expect(answer).toBe(`data/data.yaml:1:101
  Found more than 100 levels inside each other; expected a few levels.  [yaml-broken]`)
})

it('answers a line of two million characters', () => {
  const answer = answerAfter((folder) => writeFileSync(join(folder, 'groups.csv'), ','.repeat(2_000_000)))
  expect(answer).toBe(`data/groups.csv:1
  Found 2000001 columns; expected at most 1000.  [columns-too-many]`)
})

it('tells the same slip on many rows once', () => {
  const answer = answerAfter((folder) => change(folder, 'sources.csv', 'S_RC1981', 'S_RC'))
  expect(answer).toBe(`data/schedules.csv:4:26  column source
  Found "S_RC1981" (and on 1 more line); expected an id of sources.csv.
  Add a row with this id to sources.csv.  [source-unknown]`)
})

it('tells the problems of all files at once', () => {
  const answer = answerAfter((folder) => {
    change(folder, 'data.yaml', 'en: Two', 'eng: Two')
    change(folder, 'sources.csv', 'id,title', 'id,titel')
    change(folder, 'places.csv', '101', 'east')
    change(folder, 'values.csv', '2000', 'many')
  })
  expect(answer.match(/\[[a-z0-9-]+\]/g)).toEqual([
    '[column-unknown]',
    '[field-unknown]',
    '[not-a-number]',
    '[not-a-number]',
  ])
})
