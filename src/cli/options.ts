/** Options that several commands have, and how their texts are read. */
import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { languageOfScreen, layoutOfScreen, said } from '../commands/screen.js'
import { ENGINES } from '../run/engine.js'
import { LANGUAGES } from '../vocabulary/language.js'

/** Draws of studies that hold all of them in memory. */
export const MOST_HELD = 1_000_000

/** Each takes a stack and a heap: more are asked for by a slip. */
const MOST_THREADS = 1024

/** A whole number of at least so much, and at most so much where there is a limit. */
export const wholeNumber = (least: number, most?: number) => (text: string) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < least || value > (most ?? value)) {
    const range = most === undefined ? `of ${least} or more` : `from ${least} to ${most.toLocaleString('en')}`
    throw new InvalidArgumentError(`Found ${text}; expected a whole number ${range}.`)
  }
  return value
}
/** `1%`: a half-width, as a share. */
export const halfWidthPercent = (text: string) => {
  const value = Number(text.replace(/%$/, '')) / 100
  if (!/%$/.test(text) || !(value > 0 && value < 0.5)) {
    throw new InvalidArgumentError(`Found ${text}; expected a half-width in per cent below 50%, such as 1%.`)
  }
  return value
}
/** `80%`, as a share. */
export const percentage = (text: string) => {
  const value = Number(text.replace(/%$/, '')) / 100
  if (!/%$/.test(text) || !(value > 0 && value <= 1)) {
    throw new InvalidArgumentError(`Found ${text}; expected a share in per cent, such as 80%.`)
  }
  return value
}
/** What to do where draws are counted twice. */
export const SIZE_HINT = 'N says how many draws there are.'

/** `90%`, as a share below 1. */
export const confidence = (text: string) => {
  const value = percentage(text)
  if (value < 1) return value
  throw new InvalidArgumentError(`Found ${text}; expected a share in per cent below 100%, such as 95%.`)
}

export const pictureFile = () =>
  new Option('--picture <file>', 'draw it as well: .svg or .png for one picture, .html for all of them')

export const pictureChart = (ids: readonly string[]) =>
  new Option('--chart <id>', 'the picture of an .svg or .png (default: the first there is)').choices(ids)

/** Most seconds that a time limit can have: a day. */
export const MOST_SECONDS = 86_400

/** `500MB`, as DuckDB reads it. */
export const memoryLimit = (text: string) => {
  if (!/^[1-9]\d{0,5}(?:MB|GB)$/i.test(text))
    throw new InvalidArgumentError(`Found ${text}; expected an amount of memory such as 500MB or 4GB.`)
  return text
}
/** An option that may be given again for more. */
/** Names parted by commas. */
export const namesInList = (text: string) => text.split(',').map((name) => name.trim())

export const repeatable = (name: string, before: readonly string[] = []) => [...before, name]

export const language = () =>
  new Option('--lang <language>', 'language of what is printed')
    .choices(LANGUAGES)
    .default(languageOfScreen(), 'that of LC_ALL, LC_MESSAGES or LANG')

/** Of a page that speaks both; `languageOfPages` has what was asked for. */
export const pageLanguage = () =>
  new Option(
    '--lang <language>',
    "language that is shown first (default: that of the reader's browser)",
  ).choices(LANGUAGES)

export const engine = () =>
  new Option(
    '--engine <engine>',
    'kernel: fast; reference: the model as it is written. Changes no result',
  ).choices(ENGINES)

export const threads = () =>
  new Option('--threads <n>', 'worker threads (default: all cores)').argParser(wholeNumber(1, MOST_THREADS))

export const batch = () =>
  new Option('--batch <n>', 'draws handed to a worker at a time; changes no result').argParser(wholeNumber(1))

export const queueOption = () =>
  new Option(
    '--queue <address>',
    'let workers make the parts, by a Redis or Valkey: redis://host, rediss://user:password@host',
  )

export const sharedFolderOption = () =>
  new Option('--store <folder>', 'a folder that all machines see: parts go through it in place of Redis')

export const patience = () =>
  new Option('--patience <s>', 'seconds after which a draw without end has failed')
    .argParser(wholeNumber(1))
    .default(120)

/** A command with what it does. */
type Example = readonly [command: string, does: string]

/** Commands with what each does, aligned, in the language of the screen. */
export function exampleLines(lines: readonly Example[]): string {
  const width = Math.max(...lines.map(([command]) => command.length))
  return lines.map(([command, does]) => `  $ cityward ${command.padEnd(width)}  ${said(does)}`).join('\n')
}

/** Examples for the end of a help, and what else there is to say. */
export const examples =
  (lines: readonly Example[], ...more: readonly string[]) =>
  () =>
    [`\n${said('Examples:')}\n${exampleLines(lines)}`, ...more.map(paragraph)].join('\n\n')

/** Columns of what is said below the examples. */
const READABLE = 118

/** A text in lines, in the language of the screen. */
export function paragraph(text: string): string {
  const lines = layoutOfScreen()?.wrap(said(text), READABLE)
  return lines ?? text.replaceAll(new RegExp(`(?! )(.{1,${READABLE}})(?: +|$)`, 'g'), '$1\n').trimEnd()
}
