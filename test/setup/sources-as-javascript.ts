/**
 * Tests load src/ as Node loads a package. esbuild makes JavaScript of it, file by file, which is kept in node_modules/ for
 * the next run; Vite, which transforms every module that it loads, and each import of one, has the tests alone to do.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform, version } from 'esbuild'
import type { Plugin } from 'vitest/config'
import { type StandIn, sourceOf, standInFor } from './stand-ins.js'

/** Every project of the tests reads the configuration by itself; what is made is made once for all of them. */
const shared = globalThis as { citywardSources?: Promise<ReadonlyMap<string, string>> }

/** Off where a file may change while it is at work, and where coverage counts the lines of the source. */
export function sourcesAsJavaScript(standIns: readonly StandIn[]): Plugin {
  let isOn = false
  return {
    name: 'sources as JavaScript',
    enforce: 'pre',
    configureVitest({ vitest: { config } }) {
      isOn = !config.watch && !config.coverage.enabled
    },
    async resolveId(id, importer) {
      if (!isOn || !importer || !id.startsWith('.')) return undefined
      shared.citywardSources ??= makeAll(process.cwd(), standIns)
      return (await shared.citywardSources).get(sourceOf(importer, id))
    },
  }
}

/** Make what has changed since it was made last. The files of src/ in a folder, each with its JavaScript. */
export async function makeAll(
  root: string,
  standIns: readonly StandIn[],
): Promise<ReadonlyMap<string, string>> {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, 'src', name))
  const made = new Made(root, standIns)
  const files = [...sources, ...standIns.map(({ by }) => by)]
  made.forgetAllBut(files)
  await Promise.all(files.map((file) => made.make(file)))
  return new Map(sources.map((file) => [file, made.keptOf(file)]))
}

/** What is kept of a folder. */
class Made {
  /** Of this folder alone: others may have the same node_modules/, by a link, and be at work. */
  private readonly folder: string

  constructor(
    private readonly root: string,
    private readonly standIns: readonly StandIn[],
  ) {
    this.folder = join(root, 'node_modules/.cityward', hashOf(root).slice(0, 16))
  }

  keptOf(file: string): string {
    return join(this.folder, relative(this.root, file).replace(/ts$/, 'js'))
  }

  /** Remove what another way of making it, or a file that is gone, has left. */
  forgetAllBut(files: readonly string[]): void {
    const { folder, standIns } = this
    const stamp = join(folder, 'package.json')
    const how = `${JSON.stringify({ type: 'module', version, standIns, by: OURS.map(textOf) }, asText)}\n`
    if (!existsSync(stamp) || textOf(stamp) !== how) {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      writeFileSync(stamp, how)
    }
    const wanted = new Set(files.map((file) => this.keptOf(file)))
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (path.endsWith('.js') && !wanted.has(path)) rmSync(path, { force: true })
    }
  }

  async make(file: string): Promise<void> {
    const kept = this.keptOf(file)
    const text = textOf(file)
    // by what is in it: a checkout gives dozens of files one time, which one that is moved in place of another keeps
    const mark = `// of ${hashOf(text)}`
    if (existsSync(kept) && textOf(kept).startsWith(mark)) return
    const { code } = await transform(text, {
      loader: 'ts',
      sourcefile: file,
      sourcemap: 'inline',
      sourcesContent: false,
      target: 'node20',
      banner: mark,
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      // what it finds beside itself stands beside the source
      define: {
        'import.meta.url': JSON.stringify(pathToFileURL(file).href),
        'import.meta.filename': JSON.stringify(file),
        'import.meta.dirname': JSON.stringify(dirname(file)),
      },
    })
    mkdirSync(dirname(kept), { recursive: true })
    // whole at once, since another process may make the same
    const half = `${kept}.${process.pid}`
    writeFileSync(half, this.withStandIns(file, code))
    renameSync(half, kept)
  }

  /** Imports of what is stood in for are those of what stands in for it, but in that itself. */
  private withStandIns(file: string, code: string): string {
    return code.replace(/"(\.[^"\n]+\.js)"/g, (all, id: string) => {
      const by = standInFor(this.standIns, file, id)
      return by ? JSON.stringify(relative(dirname(this.keptOf(file)), this.keptOf(by))) : all
    })
  }
}

/** What says how it is made. */
const OURS = [import.meta.filename, sourceOf(import.meta.filename, './stand-ins.js')]

const textOf = (file: string) => readFileSync(file, 'utf8')

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const asText = (_: string, value: unknown) => (value instanceof RegExp ? String(value) : value)
