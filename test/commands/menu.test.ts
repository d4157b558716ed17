/** What is offered where nothing was asked, by what stands in the folder. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { choicesIn, menuText, surroundingsIn } from '../../src/commands/aids/menu.js'
import { openerOf } from '../../src/commands/aids/open.js'

const folder = mkdtempSync(join(tmpdir(), 'menu-'))
afterAll(() => rmSync(folder, { recursive: true }))
const namesOf = (choices: ReturnType<typeof choicesIn>) => choices.map(({ name }) => name)

describe('the menu', () => {
  it('of an empty folder offers to begin, and help', () => {
    expect(namesOf(choicesIn(surroundingsIn(folder)))).toEqual(['create', 'help'])
  })

  it('offers scenarios that are there, and runs with the latest first', () => {
    mkdirSync(join(folder, 'scenarios'))
    writeFileSync(join(folder, 'scenarios', 'plan.yaml'), '')
    for (const [name, time] of [
      ['old', 1000],
      ['new one', 2000],
    ] as const) {
      mkdirSync(join(folder, 'runs', name), { recursive: true })
      const manifest = join(folder, 'runs', name, 'manifest.json')
      writeFileSync(manifest, '{}')
      utimesSync(manifest, time, time)
    }
    const found = surroundingsIn(folder)
    expect(found).toEqual({ scenarios: ['scenarios/plan.yaml'], runs: ['runs/new one', 'runs/old'] })
    const choices = choicesIn(found)
    expect(namesOf(choices)).toEqual(['check', 'run', 'open', 'needs', 'compare', 'create', 'help'])
    expect(choices[4].args).toEqual(['compare', 'runs/old', 'runs/new one'])
    const text = menuText(choices, 'en')
    expect(text).toContain("  3  Open the report of the latest run\n       cityward open 'runs/new one'\n")
    expect(menuText(choices, 'zh')).toContain('  1  检查方案，看它会做什么\n       cityward check ...\n')
  })
})

it('opens a file by a program of the system and no shell', () => {
  expect(openerOf('linux')).toEqual(['xdg-open'])
  expect(openerOf('darwin')).toEqual(['open'])
  expect(openerOf('win32')).toEqual(['rundll32', 'url.dll,FileProtocolHandler'])
})
