/** Answers that take a fit of Guangxi, in Chinese: from the source, where the fits are those that other tests need as well. */
import { afterEach, expect, it, vi } from 'vitest'
import { backtest } from '../../src/commands/backtest.js'
import { calibrate } from '../../src/commands/calibrate.js'
import { englishIn } from '../report/latin.js'

afterEach(() => {
  vi.restoreAllMocks()
})

async function printed(command: () => Promise<number>): Promise<string> {
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  )
  expect(await command()).toBe(0)
  expect(err.mock.calls).toEqual([])
  return out.mock.calls.map(([text]) => text).join('')
}

it.each([
  ['calibrate', () => calibrate('fixtures/guangxi', { draws: 50, lang: 'zh' }), '离村水平'],
  ['backtest', () => backtest('fixtures/guangxi', { draws: 50, seed: 0, lang: 'zh' }), '区间命中率'],
] as const)('%s says no word of English', async (_, command, word) => {
  const text = await printed(command)
  expect(text).toContain(word)
  // a score has no Chinese name
  expect(englishIn(text, ['CRPS'])).toEqual([])
})
