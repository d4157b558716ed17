/** What could stand next on a command line, and the scripts that ask. */
import { Command } from '@commander-js/extra-typings'
import { describe, expect, it } from 'vitest'
import { addAskPlan } from '../../src/cli/ask-plan.js'
import { addAskRun } from '../../src/cli/ask-run.js'
import { addCompletion, nextWords } from '../../src/cli/completion.js'
import { SHELL_SCRIPTS } from '../../src/commands/aids/completion.js'

const cityward = new Command('cityward').option('--yes', 'so it is meant')
addAskPlan(cityward)
addAskRun(cityward)
addCompletion(cityward)
const next = (...words: string[]) => nextWords(cityward, words)

describe('the next word', () => {
  it('is a command, and none that is for scripts', () => {
    expect(next('re')).toEqual({ names: ['reach', 'report'] })
    expect(next('comp')).toEqual({ names: ['compare', 'completion'] })
    expect(next('--')).toEqual({ names: ['--yes'] })
  })

  it('is an option of the command, or one of the words that it takes', () => {
    expect(next('needs', '--o')).toEqual({ names: ['--odds'] })
    expect(next('run', 'plan.yaml', '--lang', '')).toEqual({ names: ['en', 'zh'] })
    expect(next('run', 'plan.yaml', '--draws', '')).toEqual({ names: [] })
    expect(next('completion', '')).toEqual({ names: ['bash', 'zsh', 'fish'] })
  })

  it('is looked up in the scenario or run that stands on the line', () => {
    expect(next('run', '')).toEqual({ wanted: 'scenario', subject: undefined })
    expect(next('needs', 'runs/a', '--city', 'Nan')).toEqual({ wanted: 'place', subject: 'runs/a' })
    expect(next('needs', '--odds', '90%', 'runs/a', '--service', '')).toEqual({
      wanted: 'service',
      subject: 'runs/a',
    })
    expect(next('sensitivity', 'runs/a', '--target', '')).toEqual({ wanted: 'target', subject: 'runs/a' })
    expect(next('compare', 'runs/a', '')).toEqual({ wanted: 'run', subject: 'runs/a' })
    expect(next('needs', 'runs/a', '')).toEqual({ names: [] })
  })
})

it('every script hands the words of the line on, and says nothing of what fails', () => {
  for (const script of Object.values(SHELL_SCRIPTS))
    expect(script).toMatch(/cityward complete -- .*2>\/dev\/null/)
})
