/** sections.csv: every section of a plan has commitments, or a reason; every word of every answer. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDataset } from '../../src/dataset/load.js'
import { shippedPlan } from '../plan/shipped.js'
import { answerTo, withCopy } from './tiny-folder.js'

const HEADER = 'section,because_en,because_zh\n'

/** The folder with these rows. */
const withSections = <T>(rows: string, use: (folder: string) => T) =>
  withCopy((folder) => {
    writeFileSync(join(folder, 'sections.csv'), HEADER + rows)
    return use(folder)
  })

describe('the sections of a plan document', () => {
  it('are read in their order, those with commitments without a reason', () => {
    const sections = withSections(
      '1,,\n2,,\n3,,\n4,Nothing is counted there.,无可计数内容。\n',
      (folder) => loadDataset(folder).sections,
    )
    expect(sections).toEqual([
      { section: '1', because: { en: '', zh: '' } },
      { section: '2', because: { en: '', zh: '' } },
      { section: '3', because: { en: '', zh: '' } },
      { section: '4', because: { en: 'Nothing is counted there.', zh: '无可计数内容。' } },
    ])
  })

  it('need a reason where no commitment stands for them', () => {
    expect(withSections('1,,\n2,,\n3,,\n4,,\n', answerTo)).toBe(
      `data/sections.csv:5:3  column because_en
  Found an empty cell; expected why "4" has no row in commitments.csv.  [cell-empty]`,
    )
  })

  it('leave out none that a commitment names', () => {
    expect(withSections('2,,\n3,,\n', answerTo)).toBe(
      `data/sections.csv
  Found no row for 1; expected one for each section.  [rows-missing]`,
    )
  })
})

// The plan is known to have 31 sections; the list of commitments has rows from 22 of them.
it('all 31 sections of the plan of Guangxi have commitments or a reason, in both languages', () => {
  const { plan, dataset } = shippedPlan('scenarios/guangxi-2023.yaml')
  const filled = new Set([...dataset.commitments.values()].map(({ section }) => section))
  expect([dataset.sections.length, filled.size, plan.sections.length]).toEqual([31, 22, 9])
  for (const { section, because } of plan.sections) {
    expect(filled.has(section)).toBe(false)
    expect(because.en.length).toBeGreaterThan(40)
    expect(because.zh).toMatch(/[\u4e00-\u9fff]{4}/)
  }
})
