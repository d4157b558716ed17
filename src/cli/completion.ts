/** `cityward completion`: scripts by which a shell completes commands, options and names, and what answers them. */
import { Argument, type Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Wanted } from '../commands/aids/complete.js'
import { examples } from './options.js'

const SHELLS = ['bash', 'zsh', 'fish'] as const

/** What options with a free text take. */
const TAKES: Readonly<Record<string, Wanted>> = {
  '--target': 'target',
  '--city': 'place',
  '--place': 'place',
  '--policy': 'policy',
  '--indicator': 'indicator',
  '--service': 'service',
}
/** What arguments take, by the first word of their name. */
const ARGUMENTS: Readonly<Record<string, Wanted>> = {
  scenario: 'scenario',
  data: 'scenario',
  run: 'run',
  other: 'run',
  shard: 'run',
}

/** The part of a command that completion asks. */
type Described = Pick<CommandUnknownOpts, 'name' | 'commands' | 'options' | 'registeredArguments'>

export function addCompletion(cityward: Command): void {
  cityward
    .command('completion')
    .description(
      'print a script by which a shell completes commands, options, scenarios, runs, targets and cities',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      examples([
        [
          'completion bash > ~/.local/share/bash-completion/completions/cityward',
          'bash, from the next shell on',
        ],
        ['completion zsh > ~/.zfunc/_cityward', 'zsh, where ~/.zfunc is in fpath before compinit'],
        ['completion fish > ~/.config/fish/completions/cityward.fish', 'fish'],
      ]),
    )
    .action(async (shell) => {
      const { completion } = await import('../commands/aids/completion.js')
      completion(shell)
    })

  cityward
    .command('complete', { hidden: true })
    .description(
      'what could stand next on a command line, one candidate a line; for the scripts of `completion`',
    )
    .argument('[word...]', 'words after `cityward`, the last as far as it is typed')
    .allowUnknownOption()
    .helpOption(false)
    .addHelpText('after', examples([['complete needs ""', 'runs']]))
    .action(async (words) => {
      const { print } = await import('../commands/terminal.js')
      const { complete } = await import('../commands/aids/complete.js')
      const answer = nextWords(cityward, words)
      if ('names' in answer) for (const name of answer.names) print(`${name}\n`)
      else complete(answer.wanted, words.at(-1) ?? '', answer.subject)
    })
}

/** Names that are known from the commands themselves, or what has to be looked up. */
export type NextWords =
  | { readonly names: readonly string[] }
  | { readonly wanted: Wanted; readonly subject: string | undefined }

/** words: all after `cityward`, the last of them as far as it is typed. */
export function nextWords(cityward: Described, words: readonly string[]): NextWords {
  const typed = words.at(-1) ?? ''
  const startingWith = (names: readonly string[]) => ({
    names: names.filter((name) => name.startsWith(typed)),
  })
  const command = cityward.commands.find((one) => one.name() === words[0])
  if (words.length < 2 || !command) {
    const shown = cityward.commands.filter((one) => one.name() !== 'complete').map((one) => one.name())
    return startingWith(typed.startsWith('-') ? optionsOf(cityward) : shown)
  }
  const given = positionals(command, words.slice(1, -1))
  const option = command.options.find((one) => isNamed(one, words.at(-2)))
  if (option && (option.required || option.optional)) {
    if (option.argChoices) return startingWith(option.argChoices)
    const wanted = TAKES[option.long ?? '']
    return wanted ? { wanted, subject: given[0] } : { names: [] }
  }
  if (typed.startsWith('-')) return startingWith(optionsOf(command))
  const all = command.registeredArguments
  const argument = all[Math.min(given.length, all.length - 1)]
  if (!argument || (given.length >= all.length && !argument.variadic)) return { names: [] }
  if (argument.argChoices) return startingWith(argument.argChoices)
  const wanted = ARGUMENTS[argument.name()]
  return wanted ? { wanted, subject: given[0] } : { names: [] }
}

type Option = Described['options'][number]

const isNamed = ({ long, short }: Option, word: string | undefined) =>
  word !== undefined && [long, short].includes(word)

const optionsOf = ({ options }: Described): string[] =>
  options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : []))

/** Words that are neither options nor what options take. */
function positionals({ options }: Described, words: readonly string[]): string[] {
  return words.filter((word, at) => {
    const before = options.find((one) => isNamed(one, words[at - 1]))
    return !word.startsWith('-') && !(before && (before.required || before.optional))
  })
}
