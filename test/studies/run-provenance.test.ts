import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { headerOf } from '../../src/run/make-header.js'
import { openRun } from '../../src/store/open-run.js'
import { RunFolder } from '../../src/store/run-folder.js'
import { provenanceOf } from '../../src/studies/run-provenance.js'
import { tinyPlan } from '../run/tiny-plan.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))

it('names the command that makes a run of a sweep so that a shell takes it, also with an apostrophe', async () => {
  const folder = join(base, "Ann's run")
  mkdirSync(folder)
  const store = new RunFolder(folder, headerOf(tinyPlan(), {}), 20, 20, {
    overrides: { seed: 7, design: 'table:rows of Ann.csv' },
  })
  const { header, manifest, reader } = store.opened(20)
  await store.close()
  const from = { scenario: "../Ann's.yaml", data: '../data' }
  const run = { folder, header, reader, manifest: { ...manifest, run: { ...manifest.run, from } } }
  const quoted = (path: string) => `'${path.replaceAll("'", "'\\''")}'`
  const written = quoted(folder)
  expect(() => provenanceOf(run)).toThrow(
    `Ann'\\''s.yaml' --draws 20 --seed 7 --design 'table:rows of Ann.csv' --out ${written}\` adds it`,
  )
  expect(() => openRun(folder)).toThrow(`\`cityward resume ${written}\` finishes it.`)
})
