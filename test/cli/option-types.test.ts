/** That tsc refuses a flag that a command does not know: each `@ts-expect-error` is an error of its own if it is accepted. */
import { Command } from '@commander-js/extra-typings'
import { expect, expectTypeOf, it } from 'vitest'
import { engine, language, repeatable, wholeNumber } from '../../src/cli/options.js'
import { exact, exclusive, forms } from '../../src/cli/typed.js'
import type { CompareOptions } from '../../src/commands/compare.js'

const compare = (options: CompareOptions) => options
const command = () => new Command().exitOverride()
const parsed = (
  one: { parse(args: string[], how: { from: 'user' }): { opts(): unknown } },
  ...args: string[]
) => one.parse(args, { from: 'user' }).opts()

it('takes the options that a command declares, and hands them on as they are', () => {
  let handed: CompareOptions | undefined
  const same = command()
    .option('--json')
    .addOption(language())
    .action((options) => {
      handed = compare(exact(options))
    })
  expect(parsed(same, '--json')).toEqual({ json: true, lang: 'en' })
  expect(handed).toEqual({ json: true, lang: 'en' })
})

it('refuses a flag that was renamed, one too many, one too few, and a value of another type', () => {
  command()
    .option('--jason')
    .addOption(language())
    // @ts-expect-error --json is declared by the command and given by no flag
    .action((options) => void compare(exact(options)))
  command()
    .option('--json')
    .option('--csv')
    .addOption(language())
    // @ts-expect-error --csv is not declared by the command
    .action((options) => void compare(exact(options)))
  command()
    .addOption(language())
    // @ts-expect-error --json is missing
    .action((options) => void compare(exact(options)))
  command()
    .option('--json <file>')
    .addOption(language())
    // @ts-expect-error --json has become a text
    .action((options) => void compare(exact(options)))
})

it('knows the values of an option', () => {
  const one = command()
    .addOption(engine())
    .addOption(language())
    .option('--draws <n>', 'draws', wholeNumber(1), 100)
    .option('--policy <name>', 'policies', repeatable)
  expectTypeOf(one.opts()).toEqualTypeOf<{
    engine?: 'kernel' | 'reference'
    lang: 'en' | 'zh'
    draws: number
    policy?: string[]
  }>()
  expect(parsed(one, '--policy', 'a', '--policy', 'b')).toEqual({
    lang: 'en',
    draws: 100,
    policy: ['a', 'b'],
  })
})

it('refuses to exclude a flag that there is not', () => {
  expect(() =>
    // @ts-expect-error no --csv
    exclusive(command().option('--json'), forms('json', 'csv')),
  ).toThrow()
})
