import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Bundle {
  readonly entryPoint?: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly imports: readonly { readonly path: string; readonly kind: string }[]
}
const { outputs } = JSON.parse(readFileSync(join('dist', 'bundles.json'), 'utf8')) as {
  readonly outputs: Readonly<Record<string, Bundle>>
}

/** The packages' files that are in a bundle and in all that it imports when it is loaded. */
function loadedBy(entryPoint: string): string[] {
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const { path, kind } of outputs[name].imports)
      if (kind === 'import-statement' && outputs[path]) visit(path)
  }
  visit(Object.keys(outputs).find((name) => outputs[name].entryPoint === entryPoint)!)
  const files = [...seen].flatMap((name) => Object.keys(outputs[name].inputs))
  return files.filter((file) => file.startsWith('node_modules/'))
}

const packagesIn = (files: string[]) =>
  [...new Set(files.map((file) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)![1]))].sort()

describe('a cold start', () => {
  it('of --help loads the reading of the command line and nothing else', () => {
    expect(packagesIn(loadedBy('src/cli.ts'))).toEqual(['commander'])
  })

  it('of check loads what reads files and formulas, and nothing that runs', () => {
    const packages = packagesIn(loadedBy('src/commands/check.ts'))
    for (const needed of ['csv-parse', 'mathjs', 'yaml', 'zod']) expect(packages).toContain(needed)
    for (const unneeded of [
      'hyparquet',
      'hyparquet-writer',
      'worker-threads-pool',
      'simple-statistics',
      'vega',
    ])
      expect(packages).not.toContain(unneeded)
  })

  it('of run and report loads what draws and writes only when there is something to draw', () => {
    for (const command of ['run', 'report', 'export'])
      for (const unneeded of ['vega', 'vega-lite', 'write-excel-file'])
        expect(packagesIn(loadedBy(`src/commands/${command}.ts`)), command).not.toContain(unneeded)
  })

  it('of any command loads what a queue needs only when one is asked for', () => {
    for (const command of ['run', 'sweep', 'resume', 'queue/work', 'queue/queue'])
      for (const client of ['bullmq', 'ioredis'])
        expect(packagesIn(loadedBy(`src/commands/${command}.ts`)), command).not.toContain(client)
    const all = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs))
    expect(all.some((file) => file.startsWith('node_modules/bullmq/'))).toBe(true)
  })

  it('of check takes from mathjs its parser, not its mathematics', () => {
    const mathjs = loadedBy('src/commands/check.ts').filter((file) => file.includes('/mathjs/'))
    expect(mathjs.some((file) => file.endsWith('expression/parse.js'))).toBe(true)
    const heavy =
      /\/type\/(bignumber|complex|fraction|matrix|unit)\/|\/function\/(algebra|arithmetic|probability|statistics|trigonometry)\/|entry\/(impure|pure)/
    expect(mathjs.filter((file) => heavy.test(file))).toEqual([])
  })
})

it('keeps the licence of every package that is in the bundles', () => {
  const kept = readFileSync(join('dist', 'LICENCES.txt'), 'utf8')
  const bundled = packagesIn(
    Object.values(outputs)
      .flatMap(({ inputs }) => Object.keys(inputs))
      .filter((file) => file.startsWith('node_modules/')),
  )
  for (const name of bundled) {
    const [, text] = kept.split(
      `${name} ${JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')).version} (`,
    )
    expect(text?.split('-'.repeat(80))[0], name).toMatch(
      /Permission (?:is hereby granted|to use)|Apache License|Redistribution and use in source and binary forms/,
    )
  }
})
