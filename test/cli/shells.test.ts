/** The completion scripts in the shells that they are for. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SHELL_SCRIPTS } from '../../src/commands/aids/completion.js'

const folder = mkdtempSync(join(tmpdir(), 'cityward-shells-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(
  join(folder, 'cityward'),
  `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`,
  { mode: 0o755 },
)

/** By shell what completes `cityward explain fixtures/cases/tiny.yaml --city `, and prints what it offers. */
const ASKING = {
  bash: `. "$1"
COMP_WORDS=(cityward explain fixtures/cases/tiny.yaml --city '')
COMP_CWORD=4
_cityward
printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: `source $argv[1]
complete -C 'cityward explain fixtures/cases/tiny.yaml --city '`,
  // an interactive shell of its own, in which two tabs list what could stand next
  zsh: `zmodload zsh/zpty
zpty one "TERM=dumb zsh -f -i"
zpty -w one 'PS1=; autoload -Uz compinit; compinit -u -D; . '\${(q)1}'; print re''ady'
zpty -r one shown '*ready*'
zpty -w -n one 'cityward explain fixtures/cases/tiny.yaml --city '$'\\t\\t'
zpty -r one shown '*Beta*'
print -r -- "$shown"
zpty -d one`,
} as const

describe.each(['bash', 'fish', 'zsh'] as const)('%s', (shell) => {
  const isThere = spawnSync(shell, ['-c', 'true']).status === 0
  if (!isThere && process.env['CI']) throw new Error(`there is no ${shell}, which this test needs`)

  it.skipIf(!isThere)(`offers the cities of the scenario${isThere ? '' : ` (no ${shell} here)`}`, () => {
    const [script, asking] = [join(folder, `script.${shell}`), join(folder, `asking.${shell}`)]
    writeFileSync(script, SHELL_SCRIPTS[shell])
    writeFileSync(asking, ASKING[shell])
    const plain = { bash: ['--norc'], fish: ['--no-config'], zsh: ['-f'] }[shell]
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, HOME: folder }
    const { stdout } = spawnSync(shell, [...plain, asking, script], { encoding: 'utf8', env })
    expect(stdout).toMatch(/Alpha\s+Beta/)
  })
})
