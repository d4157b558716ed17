import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepFile } from '../../src/store/kept-files.js'
import {
  EMBEDDED,
  packProvenance,
  piecesOf,
  provenanceIn,
  type RunProvenance,
  readProvenance,
  writeProvenance,
} from '../../src/store/provenance.js'
import { temporary } from '../commands/cityward.js'
import { packedText } from './packed-text.js'

const folder = temporary()
const provenance: RunProvenance = {
  scenario: 'scenarios/plan.yaml',
  files: { 'scenarios/plan.yaml': 'title: { en: A, zh: 甲 }', 'data/places.csv': 'code\n45\n' },
  draws: 10,
  seed: 0,
  policies: ['no_action'],
  ran: { trajectories: 10, seconds: 0.5, threads: 2, ended: '2026-01-01T00:00:00.000Z' },
}
const page = (name: string, one: RunProvenance) => {
  const file = join(folder, name)
  writeFileSync(file, `<script type="application/octet-stream" id="${EMBEDDED}">${packedText(one)}</script>`)
  return file
}

describe('a provenance', () => {
  it('is read as it was written, from a run folder and from a report', () => {
    writeProvenance(folder, provenance)
    expect(readProvenance(folder, 'cityward run plan.yaml')).toEqual(provenance)
    expect(provenanceIn(page('mailed.html', provenance))).toEqual(provenance)
  })

  it('is written file by file as JSON has it whole, whatever stands in a file', () => {
    const names = { 'a.yaml': 'x: "files": {}\n', 'data/"b".csv': '省,1\r\n' }
    for (const files of [names, { 'a.yaml': '' }]) {
      const own = { ...provenance, files }
      expect([...piecesOf(own)].join('')).toBe(`${JSON.stringify(own, undefined, 1)}\n`)
    }
  })

  it("is that of its run, where the report lies in a run folder: another run's page in its place is found", () => {
    const text = readFileSync(page('mailed.html', provenance), 'utf8')
    keepFile(folder, 'report.html', text)
    expect(provenanceIn(join(folder, 'report.html'))).toEqual(provenance)
    page('report.html', { ...provenance, seed: 1 })
    expect(() => provenanceIn(join(folder, 'report.html'))).toThrow(
      `${join(folder, 'report.html')}\n  Found other bytes than were written; expected the file as it was written.\n  \`cityward report ${folder}\` writes it anew.`,
    )
  })

  it('is refused where a file would leave the folder it is laid out in', () => {
    for (const name of ['../outside.csv', '/etc/outside', 'data/../../outside', 'c:outside', 'data\\outside'])
      expect(
        () => provenanceIn(page('bad.html', { ...provenance, files: { ...provenance.files, [name]: 'x' } })),
        name,
      ).toThrow(/which leaves its folder/)
  })

  it('comes back as it was packed', async () => {
    const file = join(folder, 'packed.html')
    writeFileSync(file, `<script id="${EMBEDDED}">${await packProvenance(provenance)}</script>`)
    expect(provenanceIn(file)).toEqual(provenance)
  })

  it('is refused where it is cut short or of another form', () => {
    const cut = join(folder, 'cut.html')
    writeFileSync(cut, `<script id="${EMBEDDED}">${packedText(provenance).slice(0, 40)}</script>`)
    expect(() => provenanceIn(cut)).toThrow(/cannot be unpacked/)
    expect(() => provenanceIn(page('odd.html', { ...provenance, scenario: 'elsewhere.yaml' }))).toThrow(
      /cannot be read/,
    )
    expect(() => provenanceIn(join(folder, 'nowhere.html'))).toThrow(/no file of this name/)
  })
})
