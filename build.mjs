/**
 * Build what ships: the command line, the library and the worker as bundles, and the library's types.
 *
 * Everything that the command line needs is bundled in and split by command, so that `--help` and `check`
 * start cold without loading what they do not use. `--types` also emits declarations.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('.', import.meta.url))

rmSync(`${root}dist`, { recursive: true, force: true })
const commandLine = await bundle({
  cli: 'src/cli.ts',
  worker: 'src/run/workers/worker.ts',
  'packing-worker': 'src/studies/packing-worker.ts',
  'plan-worker': 'src/queue/plan-worker.ts',
  'receive-worker': 'src/queue/receive-worker.ts',
  'part-process': 'src/queue/part-process.ts',
  'reported-run-worker': 'src/report/whole-runs/reported-run-worker.ts',
})
// apart: entries that share their pieces are cut into more of them, and a command would have more files to open
const library = await bundle({
  index: 'src/index.ts',
  sensitivity: 'src/library/sensitivity.ts',
  discovery: 'src/library/discovery.ts',
  calibration: 'src/library/calibration.ts',
  store: 'src/library/store.ts',
  pictures: 'src/library/pictures.ts',
  distributions: 'src/library/distributions.ts',
  demography: 'src/library/demography.ts',
})
// what runs in a browser: in one piece each, to be put into a page as text
const page = await bundleForPages({
  'explorer-page': 'src/explorer/page/main.tsx',
  'explorer-worker': 'src/explorer/page/worker.ts',
})
const inputs = { ...commandLine.inputs, ...library.inputs }
const outputs = { ...commandLine.outputs, ...library.outputs }

await compileKernel()

// what is in each bundle, for the test that a start loads no more than it needs
writeFileSync(`${root}dist/bundles.json`, JSON.stringify({ inputs, outputs }))
writeFileSync(`${root}dist/LICENCES.txt`, licences([...Object.keys(inputs), ...Object.keys(page.inputs)]))

/** Bundle entries into dist, with the pieces that they share beside them; what went into each file. */
async function bundle(entryPoints) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    // the same at run time: its types are all that it adds
    alias: { '@commander-js/extra-typings': 'commander' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: {
      js: "import { createRequire as __cityward_require } from 'node:module'; const require = __cityward_require(import.meta.url);",
    },
    // Less text to read at every start; names stay, so that a fault of our own can be told from its stack.
    minifyWhitespace: true,
    minifySyntax: true,
    // compiled for one machine: a renderer of pictures for `export --png`, and DuckDB for `query`
    external: ['@resvg/resvg-js', '@duckdb/node-api'],
    legalComments: 'linked',
    logLevel: 'warning',
    metafile: true,
  })
  return metafile
}

/** Bundle entries for browsers, each whole; the oldest are those that inflate as a page needs (2022 and 2023). */
async function bundleForPages(entryPoints) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome103', 'firefox113', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  })
  return metafile
}

/** The year step and the rows in AssemblyScript to WebAssembly; the file ships, and whoever runs it needs no compiler. */
async function compileKernel() {
  const options = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd']
  // vectors never leave the kernel, so that no host has to know them
  const quiet = ['--disableWarning', '112']
  const sources = ['year', 'rows'].map((part) => `${root}src/kernel/${part}/index.ts`)
  const output = ['--outFile', `${root}dist/kernel.wasm`]
  const { error, stderr } = await asc.main([...sources, ...output, ...options, ...quiet])
  if (!error) return
  process.stderr.write(stderr.toString())
  process.exit(1)
}

/** Licences and notices of the packages whose code is in the bundles, which they ask to be kept with it. */
function licences(inputs) {
  const packages = inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'))
    const files = readdirSync(`${root}${folder}`).filter((file) => /^(licen[cs]e|notice)/i.test(file))
    const kept = files.sort().map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8').trim())
    return [`${name} ${version} (${license})`, ...kept].join('\n\n')
  })
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

if (process.argv.includes('--types')) {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc')
  const emitted = spawnSync(process.execPath, [tsc, '-p', `${root}tsconfig.build.json`], { stdio: 'inherit' })
  if (emitted.status !== 0) process.exit(emitted.status ?? 1)
}
