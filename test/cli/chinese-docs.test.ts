/** README.zh.md and docs/planner.zh.md give the commands of the English ones, and only such as there are. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeProgram } from '../../src/cli/program.js'

/** Lines of the blocks of a page that a shell takes, without what is said of them. */
function commandsIn(page: string): string[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```(?:sh)?\n(.*?)^```$/gms)].map(
    ([, text]) => text,
  )
  return blocks
    .flatMap((text) => text.split('\n'))
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/ +#.*$/, '')
        .replaceAll(/ +/g, ' ')
        .trim(),
    )
    .filter((line) => /^(cityward|npm) /.test(line))
}

it.each([
  ['README.md', 'README.zh.md'],
  ['docs/planner.md', 'docs/planner.zh.md'],
])('%s has no command that %s lacks', (english, chinese) => {
  const known = new Set(commandsIn(chinese))
  expect(known.size).toBeGreaterThan(5)
  const missing = commandsIn(english).filter((command) => !known.has(command))
  expect(missing, `add these commands to ${chinese}`).toEqual([])
})

it.each(['README.zh.md', 'docs/planner.zh.md'])('%s has commands and options that there are', (page) => {
  const { commands } = makeProgram()
  const wrong = commandsIn(page)
    .filter((line) => line.startsWith('cityward '))
    .filter((line) => {
      const words = line
        .replaceAll(/"[^"]*"/g, '""')
        .split(' ')
        .slice(1)
      const command = commands.find((one) => one.name() === words[0])
      const options = new Set(['--help', ...(command?.options ?? []).flatMap(({ long }) => long ?? [])])
      const asked = words.filter((word) => word.startsWith('--'))
      return (!command && words[0] !== '--help') || asked.some((option) => !options.has(option))
    })
  expect(wrong).toEqual([])
})

it('are linked from the English pages and shipped', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('(README.zh.md)')
  expect(readFileSync('docs/planner.md', 'utf8')).toContain('(planner.zh.md)')
  expect(JSON.parse(readFileSync('package.json', 'utf8')).files).toEqual(
    expect.arrayContaining(['docs', 'README.zh.md']),
  )
})
