import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The packages' files that are in a bundle of dist and in all that it imports when it is loaded. */
function loadedBy(entry: string): string[] {
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const [, next] of textOf(name).matchAll(/^(?:import|\} from|export .* from) ?.*?"\.\/([^"]+)";?$/gm))
      visit(next)
  }
  visit(entry)
  return [...seen].flatMap((name) => textOf(name).match(/^\/\/ node_modules\/\S+/gm) ?? [])
}

const textOf = (name: string) => readFileSync(join('dist', name), 'utf8')
const bundleOf = (command: string) => {
  const [, name] = textOf('cli.js').match(new RegExp(`import\\("\\./(${command}-[A-Z0-9]+\\.js)"\\)`))!
  return name
}
const packagesIn = (files: string[]) =>
  [...new Set(files.map((file) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)![1]))].sort()

describe('a cold start', () => {
  it('of --help loads the reading of the command line and nothing else', () => {
    expect(packagesIn(loadedBy('cli.js'))).toEqual(['commander'])
  })

  it('of check loads what reads files and formulas, and nothing that runs', () => {
    expect(packagesIn(loadedBy(bundleOf('check')))).toEqual(
      expect.arrayContaining(['csv-parse', 'mathjs', 'yaml', 'zod']),
    )
    expect(packagesIn(loadedBy(bundleOf('check')))).not.toEqual(
      expect.arrayContaining(['hyparquet', 'hyparquet-writer', 'worker-threads-pool', 'simple-statistics']),
    )
  })

  it('of check takes from mathjs its parser, not its mathematics', () => {
    const mathjs = loadedBy(bundleOf('check')).filter((file) => file.includes('/mathjs/'))
    expect(mathjs.some((file) => file.endsWith('expression/parse.js'))).toBe(true)
    const heavy =
      /\/type\/(bignumber|complex|fraction|matrix|unit)\/|\/function\/(algebra|arithmetic|probability|statistics|trigonometry)\/|entry\/(impure|pure)/
    expect(mathjs.filter((file) => heavy.test(file))).toEqual([])
  })
})
