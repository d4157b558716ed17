/** docs/scenario.md lists every unit there is: what numbers may count, and what pure numbers are called. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BASE_UNITS, PURE_WORDS } from '../../src/vocabulary/units.js'

const [, section] = /\n## Units\n([\s\S]*?)\n## /.exec(readFileSync('docs/scenario.md', 'utf8'))!
const listed = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, unit]) => unit)

it('lists them all, in one place', () => {
  const named = listed(section)
  expect(named.slice(0, BASE_UNITS.length)).toEqual([...BASE_UNITS])
  expect(named).toEqual(expect.arrayContaining([...PURE_WORDS]))
})
