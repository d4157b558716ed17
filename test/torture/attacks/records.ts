/** manifest.json and run.json with fields lost, doubled or of another kind, and a right hash: refused with words, or a run. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealed } from '../../../src/store/manifest.js'
import { type Chance, chanceOf } from '../chance.js'
import { judge } from '../judge.js'
import { restore, type Specimens } from '../specimens.js'
import { Tally } from '../tally.js'
import type { Yard } from '../yard.js'

const ODD = [
  null,
  -1,
  0.5,
  1e308,
  '',
  'x',
  '../x',
  '\u0000',
  [],
  {},
  true,
  [null],
  { en: 1 },
  'x'.repeat(1000),
]

export function attackRecords(yard: Yard, { run }: Specimens, seed: number, count: number): Tally {
  const tally = new Tally('records', 'mutations of manifests')
  const chance = chanceOf(seed, 'records')
  const folder = yard.work(run)
  restore(yard, run)
  const [manifest, record] = ['manifest.json', 'run.json'].map((name) => join(folder, name))
  const [whole, beside] = [manifest, record].map((path) => readFileSync(path, 'utf8'))
  const commands = [
    ['export', folder, '--md', '--out', yard.work('made.md')],
    ['compare', folder, folder],
    ['verify', folder],
    ['query', folder, 'select * from columns limit 3'],
    ['sensitivity', folder],
  ]
  for (let k = 0; k < count; k++) {
    tally.try()
    const { sha256: _, ...content } = JSON.parse(whole)
    const what = Array.from({ length: 1 + chance.below(2) }, () => change(content, chance)).join(', ')
    writeFileSync(manifest, sealed(content))
    // half of them lie in run.json as well
    if (chance.below(2) === 0 && content.run)
      writeFileSync(record, sealed({ layout: content.layout, run: content.run }))
    const args = commands[k % commands.length]
    judge(tally, `${what} | ${args[0]}`, yard.ask(args), () => 'ran')
    writeFileSync(manifest, whole)
    writeFileSync(record, beside)
  }
  restore(yard, run)
  return tally
}

/** Change one field somewhere below; returns which and how. */
function change(content: Record<string, unknown>, chance: Chance): string {
  let inner = content
  const path: string[] = []
  for (;;) {
    const keys = Object.keys(inner)
    if (keys.length === 0) return `${path.join('.')} is empty`
    const key = chance.pick(keys)
    path.push(key)
    const next = inner[key]
    if (typeof next === 'object' && next !== null && chance.below(6) > 0) {
      inner = next as Record<string, unknown>
      continue
    }
    if (chance.below(4) === 0) {
      delete inner[key]
      return `${path.join('.')} lost`
    }
    // a copy, since a second change may go into it
    inner[key] = structuredClone(chance.pick(ODD))
    return `${path.join('.')} ${JSON.stringify(inner[key])}`.slice(0, 120)
  }
}
