import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Rooms from the ground up; a room may use rooms below it, and itself. */
const ORDER =
  'vocabulary < math < sampling, formula, dataset, model < kernel < scenario < plan < results, explain, calibration < run, store, analysis < studies < report < commands < cli, library < cli.ts, index.ts'
const LAYERS = ORDER.split(' < ').map((layer) => layer.split(', '))

/** Packages and built-ins that may be used in the named rooms only. */
const DOORS: Record<string, string[]> = {
  zod: ['scenario'],
  yaml: ['scenario', 'dataset'],
  'js-yaml': ['scenario'],
  'csv-parse': ['dataset', 'scenario'],
  mathjs: ['formula'],
  'node:worker_threads': ['run'],
  'worker-threads-pool': ['run'],
  'node:fs': ['scenario', 'dataset', 'store', 'studies', 'commands', 'kernel'],
  'simple-statistics': ['analysis'],
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
  .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
  .map((entry) => {
    const path = relative(join(root, 'src'), join(entry.parentPath, entry.name)).replaceAll('\\', '/')
    const text = readFileSync(join(root, 'src', path), 'utf8')
    const imports = [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)]
    return { path, room: path.split('/')[0], text, imports: imports.map((match) => match[1] ?? match[2]) }
  })

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
      /^(src|scenarios|fixtures|bench|test|docs|package(-lock)?\.json|tsconfig(\.build)?\.json|README\.md|LICENSE|build\.mjs|biome\.json|knip\.json|vitest\.config\.ts|node_modules|dist|runs|coverage|\..*)$/
    expect(readdirSync(root).filter((name) => !known.test(name))).toEqual([])
    expect(dirname(join(root, 'src'))).toBe(root)
  })
})
