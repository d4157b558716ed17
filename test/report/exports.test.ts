import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Summary } from '../../src/index.js'
import { cityward, TINY, temporary } from '../commands/cityward.js'

const folder = temporary()
const run = join(folder, 'run')
const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))
if (!OFFICE && process.env.CI) throw new Error('no LibreOffice; apt-get install libreoffice-calc')

beforeAll(() => {
  expect(cityward('run', TINY, '--out', run, '--quiet').code).toBe(0)
})

/** What the same run prints, whose page is there. */
const again = (...form: string[]) =>
  cityward('run', TINY, '--out', run, '--no-report', '--quiet', ...form).out

const written = (...args: string[]) => {
  const { code, out, err } = cityward('export', run, ...args)
  expect(err).toBe('')
  expect(code).toBe(0)
  return out.trim().split('\n')
}

describe('export', () => {
  it('--csv gives what run --csv prints', () => {
    const [file] = written('--csv')
    expect(file).toBe(join(run, 'report-en.csv'))
    expect(readFileSync(file, 'utf8')).toBe(again('--csv'))
  })

  it('--md gives the verdicts and then every table, in the language asked for', () => {
    const [file] = written('--md', '--lang', 'zh')
    const text = readFileSync(file, 'utf8')
    expect(text.startsWith(again('--markdown', '--lang', 'zh'))).toBe(true)
    for (const title of ['分类别常住人口（人，主预测）', '城镇人口及其变动来源', '不确定因素及其取值分布'])
      expect(text).toContain(title)
  })

  // by hand: of tables below each other on a sheet those of shortfalls have two columns more, their peak
  it('--xlsx puts tables of more and of fewer columns on one sheet', () => {
    const summary: Summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
    expect(new Set(summary.places.map(({ peak }) => peak !== undefined)).size).toBe(2)
    const [file] = written('--xlsx', '--out', join(folder, 'sheets.xlsx'))
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  it('--png draws the chart that is asked for, and says which there are', () => {
    const [file] = written('--png', '--chart', 'fan', '--out', join(folder, 'charts'))
    expect(file).toBe(join(folder, 'charts', 'fan-en.png'))
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
    const { code, err } = cityward('export', run, '--png', '--chart', 'fun')
    expect(code).toBe(2)
    expect(err).toContain('no chart "fun"')
    expect(err).toContain('Did you mean fan?')
  })

  it('takes no option of another form, and no more futures than there are', () => {
    const refused = (...args: string[]) => {
      const { code, err } = cityward('export', run, ...args)
      return [code, err]
    }
    expect(refused('--csv', '--samples', '5')).toEqual([
      2,
      'cityward export\n  Found --samples without --hubverse; expected --hubverse, of which it says something.  [options-conflict]\n',
    ])
    expect(refused('--md', '--chart', 'fan', '--lang', 'zh')[1]).toContain('有 --chart 而没有 --png')
    const [code, err] = refused('--hubverse', '--samples', '9999')
    expect([code, err]).toEqual([2, expect.stringContaining('Found --samples 9999 of a run of')])
    expect(err).toContain('[draws-few]')
    expect(existsSync(join(run, 'model-output'))).toBe(false)
  })

  it('writes forecasts, and what a hub has to ask for to take them', () => {
    const out = join(folder, 'hub')
    const { code, out: said } = cityward('export', run, '--hubverse', '--out', out)
    expect([code, said]).toEqual([0, expect.stringContaining(join(out, 'hub-config', 'tasks.json'))])
    const { rounds } = JSON.parse(readFileSync(join(out, 'hub-config', 'tasks.json'), 'utf8'))
    expect(rounds[0].model_tasks[0].task_ids.origin_year).toEqual({ required: [2020], optional: null })
  })

  it('forecasts nothing of levers that are drawn', () => {
    const drawn = join(folder, 'drawn')
    expect(
      cityward('sweep', TINY, '--levers', 'sampled', '--draws', '40', '--out', drawn, '--quiet').code,
    ).toBe(0)
    const { code, err } = cityward('export', drawn, '--hubverse')
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('Found levers that are drawn, which are no forecast'),
    ])
    expect(err).toContain('[forecasts-need-sample]')
    for (const lang of ['en', 'zh']) {
      const note = { en: 'are no odds of a plan', zh: '不是计划的达标概率' }[lang]
      expect(cityward('sensitivity', drawn, '--lang', lang).err).toContain(note)
    }
  })

  it('wants one form', () => {
    expect(cityward('export', run).err).toContain('[form-missing]')
    expect(cityward('export', run, '--md', '--csv').err).toContain('--csv and --md')
  })
})

const ABSENT = OFFICE ? '' : ' (skipped: no LibreOffice)'
describe.skipIf(!OFFICE)(`the workbook in LibreOffice${ABSENT}`, () => {
  /** Converts as a user who opens the file would see it; the name of the file that is written. */
  const converted = (file: string, form: string, name: string) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(OFFICE!, [profile, '--headless', '--convert-to', form, '--outdir', folder, file], {
      stdio: 'ignore',
    })
    return join(folder, name)
  }

  it('opens, with its numbers as numbers', () => {
    const [file] = written('--xlsx')
    const sheet = converted(
      file,
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2',
      'report-Targets 目标.csv',
    )
    const summary: Summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'))
    const { region } = summary.policies.at(-1)!.targets[0]
    const cells = readFileSync(sheet, 'utf8')
      .split('\n')[4]
      .split(',')
      .map((cell) => Number(cell.replaceAll('"', '')))
    for (const value of [region.base, region.spread.median, ...region.spread.range80])
      expect(
        cells.some((cell) => Math.abs(cell - value) < 1e-9),
        String(value),
      ).toBe(true)
  })

  it('prints every sheet on A4 across, one page wide', () => {
    const [file] = written('--xlsx')
    const pdf = readFileSync(converted(file, 'pdf', 'report.pdf'), 'latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
      [width, height].map(Number),
    )
    expect(boxes.length).toBeGreaterThan(8)
    for (const [width, height] of boxes) {
      expect(Math.abs(width - 842)).toBeLessThan(1)
      expect(Math.abs(height - 595)).toBeLessThan(1)
    }
  })
})
