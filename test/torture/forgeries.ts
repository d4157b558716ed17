/** Folders and reports of others that name files where none belong; each carries a right hash, as whoever makes one can give it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealed } from '../../src/store/manifest.js'
import type { RunProvenance } from '../../src/store/provenance.js'
import { packedText } from '../store/packed-text.js'

/** JSON as it was read. */
// biome-ignore lint/suspicious/noExplicitAny: a forger asks for no type
type Any = any

export interface Forgery<Of> {
  readonly name: string
  readonly change: (of: Of) => void
  /** It says of the run only where its files lie: its outcomes are to be the same, its records need not. */
  readonly isOfOrigin?: boolean
  /** It is another run, which anyone may ask for. */
  readonly isRun?: boolean
}

/** Names that leave a folder, or that no file can have; `folder` is one that nothing may be written in. */
export function strangeNames(folder: string): string[] {
  const long = 'n'.repeat(300)
  return [
    ...[
      '../outside.parquet',
      '../../outside/note.txt',
      'outcomes/../../outside/note.txt',
      './outcomes/x.parquet',
    ],
    ...[
      `${folder}/note.txt`,
      `${folder}/new.txt`,
      '/',
      '.',
      '..',
      '',
      'outcomes',
      'outcomes/',
      'a//b',
      'a\\..\\..\\b',
    ],
    ...['C:/x', 'C:\\x', 'x\u0000.parquet', `${long}.parquet`, `${`${long.slice(0, 200)}/`.repeat(30)}x`],
    ...[
      'outcomes/part-build-00000.parquet/x',
      'manifest.json',
      'run.json',
      'summary.json',
      'lock',
      'parts.jsonl',
    ],
    ...['outcomes/part-build-99999.parquet', 'outcomes/part-other-00000.parquet', '\u001b[31m', '__proto__'],
  ]
}

/** Odd values in the place of a whole number. */
const NUMBERS = [-1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, null, '1', [], {}, 1e9]

/** What may be false in the manifest of a shard or a run. */
export function forgedRecords(folder: string): Forgery<Any>[] {
  const forge = (name: string, change: (manifest: Any) => void): Forgery<Any> => ({ name, change })
  const numbers = (name: string, put: (manifest: Any, value: unknown) => void) =>
    NUMBERS.map((value) => forge(`${name} ${JSON.stringify(value)}`, (manifest) => put(manifest, value)))
  return [
    ...strangeNames(folder).map((file) =>
      forge(`part file ${JSON.stringify(file.slice(0, 60))}`, ({ parts }) => {
        parts[0].file = file
      }),
    ),
    ...strangeNames(folder).map((name) =>
      forge(`policy ${JSON.stringify(name.slice(0, 60))}`, ({ run, header }) => {
        run.policies[0] = name
        header.policies[0].name = name
      }),
    ),
    ...numbers('part number', ({ parts }, value) => {
      parts[0].part = value
    }),
    ...numbers('policy number', ({ parts }, value) => {
      parts[0].policy = value
    }),
    ...numbers('rows', ({ parts }, value) => {
      parts[0].rows = value
    }),
    ...numbers('draws', (manifest, value) => {
      manifest.draws = value
      manifest.run.draws = value
    }),
    ...numbers('draws of a part', (manifest, value) => {
      manifest.partDraws = value
      manifest.run.partDraws = value
    }),
    ...numbers('shard count', ({ run }, value) => {
      if (run.shard) run.shard.count = value
    }),
    ...numbers('shard index', ({ run }, value) => {
      if (run.shard) run.shard.index = value
    }),
    forge('a part twice', ({ parts }) => parts.push(parts[0])),
    forge('a part missing', ({ parts }) => parts.pop()),
    forge('no parts', (manifest) => {
      manifest.parts = []
    }),
    forge('parts no list', (manifest) => {
      manifest.parts = { length: 1e9 }
    }),
    forge('a part that is null', ({ parts }) => {
      parts[0] = null
    }),
    ...['run', 'header', 'parts', 'summary'].map((field) =>
      forge(`no ${field}`, (manifest) => {
        delete manifest[field]
      }),
    ),
    ...[0, 1, 2, 99, null].map((layout) =>
      forge(`layout ${layout}`, (manifest) => {
        manifest.layout = layout
      }),
    ),
    ...strangeNames(folder).map((path) => ({
      ...forge(`scenario ${JSON.stringify(path.slice(0, 60))}`, ({ run }) => {
        run.from = { ...run.from, scenario: path, data: path }
      }),
      isOfOrigin: true,
    })),
  ]
}

/** Change the manifest of a run, and its run.json to the same where it is asked for. */
export function forgeRun(folder: string, { change }: Forgery<Any>, isRunToo: boolean): void {
  const { sha256: _, ...manifest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  change(manifest)
  writeFileSync(join(folder, 'manifest.json'), sealed(manifest))
  if (isRunToo && manifest.run)
    writeFileSync(join(folder, 'run.json'), sealed({ layout: manifest.layout, run: manifest.run }))
}

/** What may be false in a packed report; a scenario in it names files beyond its pack. */
export function forgedPacks(folder: string): Forgery<Any>[] {
  const forge = (name: string, change: (pack: Any) => void): Forgery<Any> => ({ name, change })
  const inScenario = (name: string, from: RegExp, to: string) =>
    forge(`${name}: ${JSON.stringify(to.slice(0, 60))}`, ({ files, scenario }) => {
      files[scenario] = files[scenario].replace(from, () => to)
    })
  const outside = [
    `${folder}/data`,
    '../../outside/data',
    `../${'../'.repeat(20)}etc`,
    '/etc',
    '/dev/zero',
    '\u0000',
    '',
  ]
  return [
    ...strangeNames(folder).map((name) =>
      forge(`file ${JSON.stringify(name.slice(0, 60))}`, ({ files }) => {
        files[name] = 'id: a\n'
      }),
    ),
    ...strangeNames(folder).map((name) =>
      forge(`scenario ${JSON.stringify(name.slice(0, 60))}`, (pack) => {
        pack.files[name] = pack.files[pack.scenario]
        pack.scenario = name
      }),
    ),
    ...outside.map((path) => inScenario('data', /^data: .*$/m, `data: ${JSON.stringify(path)}`)),
    ...outside.map((path) =>
      inScenario('extends', /^(?=title:)/m, `extends: ${JSON.stringify(`${path}/base.yaml`)}\n`),
    ),
    ...outside.map((path) =>
      inScenario(
        'draws file',
        /distribution: \{ kind: uniform[^}]*\}/,
        `distribution: { kind: empirical, joint: ${JSON.stringify(`${path}/draws.csv`)} }`,
      ),
    ),
    forge('file under file', ({ files, scenario }) => {
      files[`${scenario}/below.yaml`] = 'id: a\n'
    }),
    ...['draws', 'seed'].flatMap((field) =>
      NUMBERS.map((value) => ({
        ...forge(`${field} ${JSON.stringify(value)}`, (pack) => {
          pack[field] = value
        }),
        isRun: Number.isSafeInteger(value) && Number(value) >= 0,
      })),
    ),
    ...['scenario', 'files', 'policies', 'ran'].flatMap((field) =>
      [undefined, null, [], {}, 'x', [null]].map((value) => ({
        ...forge(`${field} ${JSON.stringify(value)}`, (pack) => {
          pack[field] = value
        }),
        // no policy but no action
        isRun: field === 'policies' && Array.isArray(value) && value.length === 0,
      })),
    ),
    forge('a text that is none', ({ files, scenario }) => {
      files[scenario] = 5
    }),
    forge('an unknown policy', (pack) => {
      pack.policies = ['\u001b[31mnone', '../x']
    }),
  ]
}

const PACKED = /(id="cityward-provenance[^"]*"[^>]*>)[A-Za-z0-9+/=]*</

/** Write a report whose pack is changed. */
export function forgeReport(
  file: string,
  html: string,
  provenance: RunProvenance,
  { change }: Forgery<Any>,
): void {
  const forged = structuredClone(provenance)
  change(forged)
  const packed = packedText(forged)
  writeFileSync(
    file,
    html.replace(PACKED, (_, open) => `${open}${packed}<`),
  )
}
