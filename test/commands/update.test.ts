/** `cityward update`: observations are invented figures for two tiny cities. */
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Summary } from '../../src/analysis/summary.js'
import { openRun } from '../../src/library/store.js'
import { cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const folder = temporary()
const at = (name: string) => join(folder, name)
const run = at('run')
expect(cityward('run', TINY, ...NUMBERS_ONLY, '--draws', '4000', '--out', run, '--quiet').code).toBe(0)
const summaryIn = (name: string): Summary => JSON.parse(readFileSync(join(name, 'summary.json'), 'utf8'))
const before = summaryIn(run)
const HEAD = 'indicator,place,year,value,error,unit,source'
const observing = (name: string, ...rows: string[]) => {
  writeFileSync(at(name), `${[HEAD, ...rows].join('\n')}\n`)
  return at(name)
}
const update = (file: string, ...more: string[]) => cityward('update', run, '--observed', file, ...more)
const shareOf = (summary: Summary) => summary.policies[1].targets.find(({ id }) => id === 'urban-share')!

describe('a run that is updated by its own medians', () => {
  const series = before.series.find(
    ({ indicator, policy }) => indicator === 'urban_share' && policy === before.policies[1].name,
  )!
  const [year] = series.years.filter((one) => one.year === 2022)
  const file = observing('own.csv', `urban_share,,2022,${year.spread.median},0.1,percent,invented`)
  const answer = update(file, '--json', '--quiet')
  const after = summaryIn(`${run}-updated`)

  it('keeps its medians and narrows', () => {
    expect([answer.code, answer.err]).toEqual([0, ''])
    const [then, now] = [before, after].map((summary) => shareOf(summary).region.spread)
    const width = ({ range80: [low, high] }: typeof then) => high - low
    expect(Math.abs(now.median - then.median)).toBeLessThan(0.05 * width(then))
    expect(width(now)).toBeLessThan(0.9 * width(then))
  })

  it('is set beside the run without a word on chance, since both are of the same futures', () => {
    const { comparison } = JSON.parse(answer.out)
    const { targets } = comparison.policies[1]
    expect(targets.map(({ overlap }: { overlap: unknown }) => overlap)).toEqual([null, null, null])
    expect(cityward('compare', run, `${run}-updated`).out).not.toContain('within chance')
  })

  it('has odds as narrow as its effective draws allow', () => {
    const { effectiveDraws } = after.update!
    const { share, low, high, draws } = shareOf(after).region.odds
    expect(draws).toBe(4000)
    expect(effectiveDraws).toBeLessThan(4000)
    expect(effectiveDraws).toBeGreaterThan(200)
    // Wilson's interval of a share near a half: 1.96 sqrt(p (1 - p) / n) to either side
    expect((high - low) / 2).toBeCloseTo(1.96 * Math.sqrt((share * (1 - share)) / effectiveDraws), 2)
  })

  it('says by what it was updated, in the first finding', () => {
    expect(after.findings[0].en).toMatch(
      /^Updated by 1 observation \(invented\): 4,000 futures taken by their weight from 4,000 /,
    )
    expect(after.findings[0].zh).toContain('主预测未更新')
  })

  it('is read by all that reads runs, and by nothing that would read its base in its place', () => {
    const updated = `${run}-updated`
    expect(cityward('compare', run, updated).code).toBe(0)
    expect(cityward('export', updated, '--csv', '--out', at('verdicts.csv')).code).toBe(0)
    expect(cityward('report', updated).code).toBe(0)
    for (const command of [
      ['query', updated, 'select 1'],
      ['resume', updated],
      ['reach', updated],
    ]) {
      const { code, err } = cityward(...command)
      expect(code).toBe(2)
      expect(err).toBe(
        `${updated}\n  Found a run that was updated by observations; expected the run itself, for \`cityward ${command[0]}\`.\n  Its outcomes lie in ${run}.  [run-updated]\n`,
      )
    }
    expect(cityward('verify', updated)).toMatchObject({
      code: 0,
      out: `${updated} is whole: an updated run of 4,000 draws, every file as it was written.\n${run} is whole: 8 parts, every file as it was written.\n`,
    })
    const again = cityward('update', updated, '--observed', file)
    expect(again.err).toContain(
      'expected the run itself, with the old observations and the new in one file.  [run-updated]',
    )
  })

  it('says on page one of its report that it was updated, and what repeats it', () => {
    const page = readFileSync(join(`${run}-updated`, 'report.html'), 'utf8')
    const answer = page.slice(page.indexOf('id="answer"'), page.indexOf('class="verdict"'))
    for (const words of ['Updated by 1 observation (invented): 4,000 futures', '已按1项观测更新（invented）'])
      expect(answer).toContain(words)
    expect(page).toContain(
      'repeats the run as it was before the update, on any machine; `cityward update` of it, with the same observations, gives these numbers.',
    )
    expect(page).toContain('可在任何电脑上重复更新前的运行；再以相同观测运行 cityward update，即得本页数字。')
  })

  it('is the same to the byte when it is done again', () => {
    const first = readFileSync(join(`${run}-updated`, 'update.json'), 'utf8')
    expect(update(file, '--quiet').code).toBe(0)
    expect(readFileSync(join(`${run}-updated`, 'update.json'), 'utf8')).toBe(first)
  })
})

it('weighs futures, draw by draw, by how near they come: the mean of what was observed moves to it', async () => {
  const { header, reader } = openRun(run)
  const [values] = await reader.read(1, ['urban_share@T@2022'])
  const high = [...values].sort((a, b) => a - b)[3000]
  const file = observing('high.csv', `urban_share,T,2022,${high},0.05,percent,invented`)
  expect(update(file, '--out', at('high'), '--quiet').code).toBe(0)
  const updated = openRun(at('high'))
  expect(updated.header.design).toBe('random')
  const [taken] = await updated.reader.read(1, ['urban_share@T@2022'])
  expect(taken.reduce((sum, one) => sum + one, 0) / taken.length).toBeCloseTo(high, 1)
  // each is one of the run's futures, with all its other numbers
  const [all] = await reader.read(1, [header.outcomes[0].name])
  const [own] = await updated.reader.read(1, [header.outcomes[0].name])
  expect([...own].every((value) => all.includes(value))).toBe(true)
})

describe('observations that no future comes near', () => {
  const far = observing('far.csv', 'urban_share,,2022,99,0.1,percent,invented')

  it('give no odds and say on which side all futures are', () => {
    const { code, out } = update(far, '--out', at('far'))
    expect(code).toBe(3)
    expect(out.replaceAll('\n', ' ')).toContain(
      'No odds: no future comes near what was observed. Urban share 2022: all 4,000 futures are below it.',
    )
    const json = update(far, '--out', at('far'), '--json')
    expect(JSON.parse(json.out)).toMatchObject({
      enough: false,
      draws: 4000,
      observations: [{ below: 1, near: 0 }],
    })
  })
})

describe('a file of observations', () => {
  it.each([
    [
      'urban_shar,,2022,45,0.1,percent,x',
      '"urban_shar"; expected an indicator of the run.\n  Did you mean urban_share?  [indicator-unknown]',
    ],
    [
      'urban_share,Nowhere,2022,45,0.1,percent,x',
      '"Nowhere"; expected a city of the run, or an empty cell for the region.  [place-unknown]',
    ],
    [
      'urban_share,,2050,45,0.1,percent,x',
      'Found 2050; expected one of 2020, 2021, 2022, 2023, which the run keeps.  [outcome-not-kept]',
    ],
    [
      'urban_share,,2022,45,0,percent,x',
      'Found 0; expected a standard error above 0, in the unit of the number: half the width of a 95 % interval is two of it.  [observation-error-wrong]',
    ],
    [
      'urban_share,,2022,0.45,0.001,share,x',
      'Found "share"; expected "percent", which urban_share is in.  [unit-wrong]',
    ],
    [
      'urban_share,,2022,45,0.1,percent,',
      'Found an empty cell; expected who counted it and where it is published.  [cell-empty]',
    ],
  ])('is refused with the place of its slip: %s', (row, said) => {
    const { code, err } = update(observing('slip.csv', row), '--out', at('never'))
    expect(code).toBe(2)
    expect(err).toContain(`${at('slip.csv')}:2:`)
    expect(err).toContain(said)
  })

  it('may give one number once', () => {
    const file = observing(
      'twice.csv',
      'urban_share,,2022,45,0.1,percent,x',
      'urban_share,T,2022,45.1,0.1,percent,y',
    )
    const { code, err } = update(file, '--out', at('never'))
    expect(code).toBe(2)
    expect(err).toContain(
      `${file}:3\n  Found urban_share of T in 2022 a second time (line 2); expected one row for each number.`,
    )
  })

  it('has to be there, and have rows', () => {
    expect(update(at('nothing.csv')).err).toContain(
      'Found no such file; expected a CSV file with the columns indicator, place,',
    )
    expect(update(observing('empty.csv')).err).toContain('Found no row of numbers;')
    expect(update(folder).err).toContain(
      'Found a folder; expected a CSV file with the columns indicator, place,',
    )
  })
})

it('asks a sweep for what it was made from before anything is written', () => {
  expect(cityward('sweep', TINY, '--draws', '400', '--out', at('swept'), '--quiet').code).toBe(0)
  const file = observing('swept.csv', 'urban_share,,2022,41,1,percent,x')
  const { code, err } = cityward('update', at('swept'), '--observed', file)
  expect([code, err.includes('[provenance-missing]')]).toEqual([2, true])
  expect(existsSync(at('swept-updated'))).toBe(false)
})

it('never writes over what is no update', () => {
  mkdirSync(at('taken'))
  writeFileSync(join(at('taken'), 'note.txt'), 'mine')
  const file = observing('any.csv', 'urban_share,,2022,41,1,percent,x')
  const { code, err } = update(file, '--out', at('taken'))
  expect(code).toBe(2)
  expect(err).toContain(
    'Found a folder with other files; expected a new folder, or that of an earlier update.\n  Choose another --out.  [folder-not-empty]',
  )
})

it('is verified with the run that it is of: each damaged file is named, with what writes it anew', () => {
  const [folder, base] = [at('checked/run-updated'), at('checked/run')]
  mkdirSync(at('checked'))
  cpSync(run, base, { recursive: true })
  cpSync(`${run}-updated`, folder, { recursive: true })
  appendFileSync(join(folder, 'summary.json'), ' ')
  rmSync(join(folder, 'provenance.json'))
  rmSync(join(base, 'summary.json'))
  const { code, out } = cityward('verify', folder)
  expect(code).toBe(3)
  expect(out.split('\n').slice(0, 4)).toEqual([
    `damaged    ${join(folder, 'summary.json')}`,
    `missing    ${join(folder, 'provenance.json')}`,
    `${folder} is an updated run that is not whole. \`cityward update\` with the same observations writes it anew.`,
    'missing    summary.json',
  ])
  expect(out).toContain(`\`cityward resume ${base}\` makes what is missing.`)
  const { whole, findings, of } = JSON.parse(cityward('verify', folder, '--json').out)
  expect([whole, findings.length, of.findings.length]).toEqual([false, 2, 1])
})

it('finds an update that was changed, and a base that is another run by now', () => {
  const file = observing('base.csv', 'urban_share,,2022,41,1,percent,x')
  expect(update(file, '--out', at('based'), '--quiet').code).toBe(0)
  const text = readFileSync(join(at('based'), 'update.json'), 'utf8')
  writeFileSync(join(at('based'), 'update.json'), text.replace('"khat"', '"k"'))
  const damaged = cityward('compare', run, at('based'))
  expect(damaged.code).toBe(3)
  expect(damaged.err).toContain('Found an update that is not as it was written;')
  // another sealed file of the folder is whole, and no update
  writeFileSync(join(at('based'), 'update.json'), readFileSync(join(at('based'), 'files.json')))
  const swapped = cityward('report', at('based'))
  expect([swapped.code, swapped.err.includes('[update-damaged]')]).toEqual([3, true])
  const moved = at('elsewhere/based')
  mkdirSync(moved, { recursive: true })
  expect(
    cityward(
      'run',
      TINY,
      '--seed',
      '99',
      '--draws',
      '40',
      ...NUMBERS_ONLY,
      '--quiet',
      '--out',
      at('elsewhere/run'),
    ).code,
  ).toBe(0)
  writeFileSync(join(moved, 'update.json'), text)
  expect(cityward('compare', run, moved).err).toContain(
    'expected the run that was updated.\n  Update the run that is there now.  [update-of-another-run]',
  )
})
