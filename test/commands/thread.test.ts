/** Tests of test/commands/cityward.ts: a command answers the same in its thread and in a process of its own. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { alone, bytesOf, cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const folder = temporary()

it.each([[['run', TINY, '--drwas', '5']], [['check', TINY, 'nowhere.yaml']]])('%j', (args) => {
  expect(cityward(...args)).toEqual(alone(...args))
})

it('keeps the same bytes', () => {
  const few = ['run', TINY, '--draws', '20', ...NUMBERS_ONLY, '--csv', '--quiet']
  const run = (out: string) => [...few, '--out', join(folder, out)]
  expect(cityward(...run('thread'))).toEqual(alone(...run('process')))
  expect(bytesOf(join(folder, 'thread'))).toEqual(bytesOf(join(folder, 'process')))
  const verify = ['verify', join(folder, 'thread')]
  expect(cityward(...verify)).toEqual(alone(...verify))
})
