import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Rooms from the ground up; a room may use rooms below it, and itself. */
const ORDER =
  'vocabulary < math < sampling, formula, dataset, model, census, import < kernel < scenario < plan < results, explain, calibration < run, store, analysis < studies < queue < report < explorer < commands < cli, library < cli.ts, index.ts'
const LAYERS = ORDER.split(' < ').map((layer) => layer.split(', '))

/** Packages and built-ins that may be used in the named rooms only. */
const DOORS: Record<string, string[]> = {
  zod: ['scenario', 'queue'],
  yaml: ['scenario', 'dataset', 'import'],
  'js-yaml': ['scenario'],
  'csv-parse': ['dataset', 'import'],
  'read-excel-file': ['import'],
  fflate: ['import'],
  'jsonstat-toolkit': ['import'],
  mathjs: ['formula'],
  bullmq: ['queue'],
  ioredis: ['queue'],
  'node:worker_threads': ['run'],
  'worker-threads-pool': ['run'],
  'node:fs': ['scenario', 'dataset', 'store', 'studies', 'explorer', 'commands', 'kernel'],
  'node:http': ['explorer'],
  preact: ['explorer'],
  'simple-statistics': ['math', 'analysis'],
  hyparquet: ['store'],
  'hyparquet-writer': ['store'],
  '@duckdb/node-api': ['store'],
  vega: ['report'],
  'vega-lite': ['report'],
  'write-excel-file': ['report'],
  '@resvg/resvg-js': ['report'],
  '@commander-js/extra-typings': ['cli.ts', 'cli'],
  'node:v8': ['cli'],
}

interface SourceFile {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

const files: SourceFile[] = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
  .map((entry) => {
    const path = relative(join(root, 'src'), join(entry.parentPath, entry.name)).replaceAll('\\', '/')
    const text = readFileSync(join(root, 'src', path), 'utf8')
    return { path, room: path.split('/')[0], text, imports: importsOf(text) }
  })

/** Modules that a file names: by import, for its effects alone, at run time, or as a worker that it starts by file name. */
function importsOf(text: string): string[] {
  const named = /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm
  const workers = /workerBeside\(import\.meta\.url, '([^']+)'\)|new URL\('(\.[^']+\.mjs)'/g
  return [
    ...[...text.matchAll(named)].map((match) => match[1] ?? match[2] ?? match[3]),
    ...[...text.matchAll(workers)].map((match) => (match[1] ? `./${match[1]}.js` : match[2])),
  ]
}

/** A function's head, with its indentation: declared, kept in a constant, in a property, or a method. */
const HEADS = [
  /^(\s*)(?:export )?(?:async )?function\*? (\w+)/,
  /^(\s*)(?:export )?const (\w+)(?::[^=]*)? = (?:async )?(?:\(|\w+ =>).*[({]$/,
  /^(\s+)(\w+): (?:async )?(?:\(.*\)|\w+) =>.*\{$/,
  /^(\s+)(?!if|for|while|switch|catch)(?:(?:private|static|async|get|set) )*(\w+)\(.*\{$/,
]

/** Functions of a file with their lines, by the indentation that the formatter gives them. */
function functionsIn(text: string): { name: string; lines: number }[] {
  const lines = text.split('\n')
  return lines.flatMap((line, first) => {
    const head = HEADS.map((form) => form.exec(line)).find((found) => found !== null)
    if (!head) return []
    const [, indent, name] = head
    const ends = lines.findIndex(
      (other, at) => at > first && other.startsWith(`${indent}}`) && !/[{(]$/.test(other),
    )
    return ends < 0 ? [] : [{ name, lines: ends - first + 1 }]
  })
}

const levelOf = (room: string) => LAYERS.findIndex((layer) => layer.includes(room))
const targetOf = (file: SourceFile, specifier: string) =>
  posix.normalize(posix.join(posix.dirname(file.path), specifier)).replace(/\.js$/, '.ts')

describe('the house', () => {
  it('has no room that the design does not name', () => {
    expect(files.map((file) => file.room).filter((room) => levelOf(room) < 0)).toEqual([])
  })

  it('imports only point down', () => {
    const upward = files.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => ({ from: file, to: targetOf(file, specifier) }))
        .filter(({ from, to }) => {
          const room = to.split('/')[0]
          return room !== from.room && levelOf(room) >= levelOf(from.room)
        })
        .map(({ from, to }) => `${from.path} -> ${to}`),
    )
    expect(upward).toEqual([])
  })

  it('leaves by known doors', () => {
    const strays = files.flatMap((file) =>
      file.imports
        .filter((specifier) => !specifier.startsWith('.'))
        .map((specifier) =>
          specifier.replace(/^(node:[^/]+).*$/, '$1').replace(/^(?!node:)([^/@]+)\/.*$/, '$1'),
        )
        .filter((name) => DOORS[name] && !DOORS[name].includes(file.room))
        .map((name) => `${file.path} uses ${name}`),
    )
    expect(strays).toEqual([])
  })

  it('has no circle of imports', () => {
    const graph = new Map(
      files.map((file) => [
        file.path,
        file.imports
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => targetOf(file, specifier)),
      ]),
    )
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (path: string, trail: string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      if (done.has(path) || trail.includes(path)) return
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) walk(path, [])
    expect(circles).toEqual([])
  })

  it('keeps chance and the clock out of everything below run', () => {
    const below = files.filter((file) => levelOf(file.room) < levelOf('run'))
    const unruly = below.filter((file) =>
      /Math\.random|Date\.now|new Date\(|performance\.now/.test(file.text),
    )
    expect(unruly.map((file) => file.path)).toEqual([])
    expect(files.filter((file) => /Math\.random\(/.test(file.text)).map((file) => file.path)).toEqual([])
  })

  it('keeps files short: at most 400 lines, half of them at most 100', () => {
    const lengths = files.map((file) => ({ path: file.path, lines: file.text.split('\n').length }))
    expect(lengths.filter(({ path, lines }) => lines > 400 && !path.includes('directions'))).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
  })

  it('keeps functions short: at most 60 lines, but for the words of the command line', () => {
    const long = files
      .filter(({ room }) => room !== 'cli')
      .flatMap(({ path, text }) => functionsIn(text).map((found) => ({ path, ...found })))
      .filter(({ lines }) => lines > 60)
    expect(long).toEqual([])
  })

  it('has at most 30 files in any one folder', () => {
    const counts = new Map<string, number>()
    for (const top of ['src', 'test', 'bench', 'fixtures', 'docs', 'scenarios']) {
      for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true }))
        if (entry.isFile()) counts.set(entry.parentPath, (counts.get(entry.parentPath) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count > 30)).toEqual([])
  })

  // what stands before any command (the menu, what a shell completes) has no name of its own among them
  it('has in commands/ a file for every command, six helpers, and two ways to a command', () => {
    const helpers = [
      'last-answer',
      'terminal',
      'screen',
      'lookup',
      'progress-and-cancel',
      'end-of-run',
      'menu',
      'complete',
    ]
    const commands = files
      .filter(({ room }) => room === 'cli')
      .flatMap(({ text }) => [...text.matchAll(/\.command\('([a-z-]+)'\)/g)].map(([, name]) => name))
    const there = files
      .filter(({ room }) => room === 'commands')
      .map(({ path }) => path.slice(path.lastIndexOf('/') + 1, -3))
    expect(commands.length).toBeGreaterThan(15)
    expect(there.filter((name) => !commands.includes(name) && !helpers.includes(name))).toEqual([])
    expect(commands.filter((name) => !there.includes(name))).toEqual([])
  })

  it('exports a name from one file only', () => {
    const owners = new Map<string, string[]>()
    const exported =
      /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm
    for (const { path, text } of files)
      for (const [, name] of text.matchAll(exported)) owners.set(name, [...(owners.get(name) ?? []), path])
    expect([...owners].filter(([, paths]) => paths.length > 1)).toEqual([])
  })

  it('has Chinese only where words are: the report, hints of scenarios, names of data, notes of explanations, files of words', () => {
    const allowed = /^(report|dataset|scenario|explain)\/|\/(labels|place-names|[a-z]+-words)\.ts$/
    const speaking = files.filter(({ text }) =>
      text.split('\n').some((line) => /\p{Script=Han}/u.test(line) && !/^\s*(\/\*\*|\*|\/\/)/.test(line)),
    )
    expect(speaking.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([])
  })

  it('writes to the terminal from commands and the command line only', () => {
    const writers = files.filter(({ text }) => /process\.(stdout|stderr)|console\./.test(text))
    expect(
      writers.filter(({ room }) => !/^(commands|cli|cli\.ts)$/.test(room)).map(({ path }) => path),
    ).toEqual([])
  })

  it('explains itself where it is arithmetic: a quarter of model/ and sampling/ is comment', () => {
    for (const room of ['model', 'sampling']) {
      const lines = files
        .filter((file) => file.room === room && !file.path.includes('directions'))
        .flatMap((file) => file.text.split('\n').map((line) => line.trim()))
        .filter((line) => line !== '')
      const comments = lines.filter((line) => /^(\/\*\*|\*|\/\/)/.test(line))
      expect(comments.length / lines.length, room).toBeGreaterThan(0.2)
    }
  })

  it('has a top level of known things', () => {
    const known =
      /^(src|scenarios|fixtures|bench|test|docs|findings|package(-lock)?\.json|tsconfig(\.build)?\.json|(README(\.zh)?|CONTRIBUTING)\.md|LICENSE|build\.mjs|biome\.json|knip\.json|vitest\.config\.ts|node_modules|dist|runs|coverage|\..*)$/
    expect(readdirSync(root).filter((name) => !known.test(name))).toEqual([])
    expect(dirname(join(root, 'src'))).toBe(root)
  })
})

describe('the terminal', () => {
  it('has one door, and progress, which holds no text of others', () => {
    const writing = files
      .filter(({ text }) => /\b(?:stdout|stderr|stream)\.write\(/.test(text))
      .map(({ path }) => path)
    expect(writing.sort()).toEqual(['commands/terminal.ts', 'run/progress.ts'])
  })
})
