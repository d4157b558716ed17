/**
 * Tests load src/ as Node loads a package. esbuild makes JavaScript of it, file by file, which is kept in node_modules/ for
 * the next run; Vite, which transforms every module that it loads, and each import of one, has the tests alone to do.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform, version } from 'esbuild'
import type { Plugin } from 'vitest/config'
import { type StandIn, sourceOf, standInFor } from './stand-ins.js'

const KEPT = resolve('node_modules/.cityward')

/** Every project of the tests reads the configuration by itself; what is made is made once for all of them. */
const shared = globalThis as { citywardSources?: Promise<ReadonlySet<string>> }

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
      const file = sourceOf(importer, id)
      shared.citywardSources ??= makeAll(standIns)
      return (await shared.citywardSources).has(file) ? keptOf(file) : undefined
    },
  }
}

/** Make what has changed since it was made last; the files that there are. */
async function makeAll(standIns: readonly StandIn[]): Promise<ReadonlySet<string>> {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => resolve('src', name))
  const files = [...sources, ...standIns.map(({ by }) => by)]
  forgetAllButThoseOf(files, standIns)
  await Promise.all(files.map((file) => make(file, standIns)))
  return new Set(sources)
}

/** Remove what another way of making it, or a file that is gone, has left. */
function forgetAllButThoseOf(files: readonly string[], standIns: readonly StandIn[]): void {
  const stamp = join(KEPT, 'package.json')
  const by = readFileSync(import.meta.filename, 'utf8')
  const how = `${JSON.stringify({ type: 'module', version, standIns, by })}\n`
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== how) {
    rmSync(KEPT, { recursive: true, force: true })
    mkdirSync(KEPT, { recursive: true })
    writeFileSync(stamp, how)
  }
  const wanted = new Set(files.map(keptOf))
  for (const entry of readdirSync(KEPT, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (path.endsWith('.js') && !wanted.has(path)) rmSync(path, { force: true })
  }
}

async function make(file: string, standIns: readonly StandIn[]): Promise<void> {
  const kept = keptOf(file)
  const { mtime } = statSync(file)
  // at the very time of its source, since an older file that is put back is another one too
  if (statSync(kept, { throwIfNoEntry: false })?.mtime.getTime() === mtime.getTime()) return
  const text = readFileSync(file, 'utf8')
  const { code } = await transform(text, {
    loader: 'ts',
    sourcefile: file,
    sourcemap: 'inline',
    sourcesContent: false,
    target: 'node20',
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
  writeFileSync(half, withStandIns(file, code, standIns))
  utimesSync(half, mtime, mtime)
  renameSync(half, kept)
}

/** Imports of what is stood in for are those of what stands in for it, but in that itself. */
function withStandIns(file: string, code: string, standIns: readonly StandIn[]): string {
  return code.replace(/"(\.[^"\n]+\.js)"/g, (all, id: string) => {
    const by = standInFor(standIns, file, id)
    return by ? JSON.stringify(relative(dirname(keptOf(file)), keptOf(by))) : all
  })
}

const keptOf = (file: string) => join(KEPT, relative('.', file).replace(/ts$/, 'js'))
