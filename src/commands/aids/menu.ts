/** `cityward` alone, at a terminal: the few things to do first, each with the command that does it. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { CHOICES, MENU } from '../../report/words/commands/menu.js'
import type { Language } from '../../vocabulary/language.js'
import { shellWord } from '../../vocabulary/shell.js'
import { print } from '../terminal.js'

/** What a folder has to work on: scenario files, and runs with the latest first. */
export interface Surroundings {
  readonly scenarios: readonly string[]
  readonly runs: readonly string[]
}

export interface Choice {
  readonly name: keyof typeof CHOICES
  /** Arguments; where `scenario` is set, a scenario file follows them. */
  readonly args: readonly string[]
  readonly scenario?: true
}

/** Most files that are offered. */
const MOST = 9

/** What can be done with what is there. */
export function choicesIn({ scenarios, runs }: Surroundings): Choice[] {
  const [latest, before] = runs
  const anyScenario = scenarios.length > 0
  return [
    ...(anyScenario ? ([{ name: 'check', args: ['check'], scenario: true }] as const) : []),
    ...(anyScenario ? ([{ name: 'run', args: ['run'], scenario: true }] as const) : []),
    ...(latest ? ([{ name: 'open', args: ['open', latest] }] as const) : []),
    ...(latest ? ([{ name: 'needs', args: ['needs', latest] }] as const) : []),
    ...(latest && before ? ([{ name: 'compare', args: ['compare', before, latest] }] as const) : []),
    { name: 'create', args: ['new', 'my-plan'] },
    { name: 'help', args: ['--help'] },
  ]
}

/** Scenario files beside and in the usual folders, and the runs under `runs`. */
export function surroundingsIn(folder: string): Surroundings {
  const scenarios = ['.', 'scenarios', 'my-plan'].flatMap((name) =>
    filesIn(join(folder, name))
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => (name === '.' ? file : `${name}/${file}`)),
  )
  const runs = filesIn(join(folder, 'runs'))
    .map((name) => ({ name: `runs/${name}`, manifest: join(folder, 'runs', name, 'manifest.json') }))
    .filter(({ manifest }) => existsSync(manifest))
    .map(({ name, manifest }) => ({ name, changed: statSync(manifest).mtimeMs }))
    .sort((a, b) => b.changed - a.changed)
  return { scenarios: scenarios.slice(0, MOST), runs: runs.map(({ name }) => name) }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    // a folder that is not there, or may not be read, has nothing to offer
    return []
  }
}

/** The choices as they are printed, numbered, each with its command. */
export function menuText(choices: readonly Choice[], language: Language): string {
  const lines = choices.map(({ name, args, scenario }, at) => {
    const command = ['cityward', ...args.map(shellWord), ...(scenario ? ['...'] : [])].join(' ')
    return `  ${at + 1}  ${CHOICES[name][language]}\n       ${command}`
  })
  return `${MENU.title[language]}\n\n${lines.join('\n')}\n\n`
}

/** Ask on a terminal what is to be done; the arguments of the command, undefined where nothing was chosen. */
export async function chosen(folder: string, language: Language): Promise<string[] | undefined> {
  const found = surroundingsIn(folder)
  const choices = choicesIn(found)
  print(menuText(choices, language))
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const choice = numbered(choices, await terminal.question(MENU.choose[language]), language)
    if (!choice) return undefined
    if (!choice.scenario) return [...choice.args]
    const { scenarios } = found
    if (scenarios.length === 1) return [...choice.args, scenarios[0]]
    print(`\n${MENU.which[language]}\n${scenarios.map((file, at) => `  ${at + 1}  ${file}`).join('\n')}\n`)
    const file = numbered(scenarios, await terminal.question(MENU.choose[language]), language)
    return file === undefined ? undefined : [...choice.args, file]
  } finally {
    terminal.close()
  }
}

/** The one of a number that was typed; undefined for nothing, or no number of the list. */
function numbered<One>(all: readonly One[], typed: string, language: Language): One | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const found = all[Number(text) - 1]
  if (found === undefined) print(`${MENU.unknown[language]}\n`)
  return found
}
