import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shellWord } from '../../src/vocabulary/shell.js'

it.each([
  ['runs/plan-1a2b', 'runs/plan-1a2b'],
  ['scenarios/广西.yaml', 'scenarios/广西.yaml'],
  ['latin_hypercube', 'latin_hypercube'],
  ['table:file=my rows.csv', "'table:file=my rows.csv'"],
  ["Ann's run", "'Ann'\\''s run'"],
  ['~/$HOME/`id`', "'~/$HOME/`id`'"],
  ['', "''"],
])('%s is printed as %s', (word, printed) => {
  expect(shellWord(word)).toBe(printed)
})

it('comes back from a shell as it was', () => {
  if (process.platform === 'win32') return
  // a shell's words end with NUL, and so do none of ours
  const words = fc.string({ unit: 'grapheme' }).filter((word) => !word.includes('\0'))
  const many = fc.array(fc.oneof(words, fc.stringMatching(/^['"\\ $`!a-z~*?#&;()<>|-]*$/)), { maxLength: 50 })
  fc.assert(
    fc.property(many, (all) => {
      const command = `printf '%s\\0' ${all.map(shellWord).join(' ')}`
      const printed = execFileSync('sh', ['-c', command], { encoding: 'utf8' })
      expect(printed.split('\0').slice(0, -1)).toEqual(all.length > 0 ? all : [''])
    }),
    { numRuns: 20 },
  )
})
