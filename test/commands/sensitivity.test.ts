import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { cityward, NUMBERS_ONLY, TINY, temporary } from './cityward.js'

const folder = temporary()
const run = (name: string, ...args: string[]) => {
  const out = join(folder, name)
  const answer = cityward('run', ...NUMBERS_ONLY, TINY, '--quiet', '--out', out, ...args)
  expect([answer.code, answer.err]).toEqual([0, ''])
  return out
}
const random = run('random', '--draws', '400')

/** The same with a target that half of the futures reach. */
function runOfHalves(): string {
  const { policies } = JSON.parse(readFileSync(join(random, 'summary.json'), 'utf8'))
  const { region } = policies.at(-1).targets.find(({ id }: { id: string }) => id === 'school-places')
  const file = join(folder, 'halves.yaml')
  const target = `{ id: school-places, threshold: ${region.spread.median}, because: Half of the futures }`
  writeFileSync(file, `extends: ${resolve(TINY)}\ntargets: [${target}]\n`)
  const out = join(folder, 'halves')
  expect(cityward('run', ...NUMBERS_ONLY, file, '--draws', '400', '--quiet', '--out', out).err).toBe('')
  return out
}
const halves = runOfHalves()

describe('cityward sensitivity', () => {
  it('says what every target hangs on, and whether there were enough draws', () => {
    const { code, out } = cityward('sensitivity', random)
    expect(code).toBe(0)
    expect(out).toMatch(/^What the targets hang on: .*400 draws/)
    expect(out).toMatch(/^School places added +\S.* (enough|not enough)$/m)
  })
  it('gives one target in a table with bars, in both languages', () => {
    const { out } = cityward('sensitivity', random, '--target', 'school-places')
    expect(out).toMatch(/^What "School places added" hangs on: .*, 2023, /)
    expect(out).toMatch(/ \d+ % +\d+-\d+ +####/)
    expect(out).toMatch(/^(Enough|Not enough) draws: /m)
    expect(cityward('sensitivity', random, '--target', 'school-places', '--lang', 'zh').out).toMatch(
      /^抽样(充足|不足)：/m,
    )
  })
  it('gives every input and measure as CSV, and the same numbers as JSON', () => {
    const { out } = cityward('sensitivity', random, '--target', 'school-places', '--csv')
    const [heading, ...rows] = out.trimEnd().split('\n')
    expect(heading).toBe(
      'policy,indicator,place,year,method,input,title_en,title_zh,measure,value,low95,high95,floor,draws,without_value,enough',
    )
    const [{ result }] = JSON.parse(
      cityward('sensitivity', random, '--target', 'school-places', '--json').out,
    )
    const measures = result.indices.flatMap(({ measures: own }: { measures: object }) => Object.keys(own))
    expect(rows.length).toBe(measures.length)
    expect(rows[0]).toContain(String(result.indices[0].measures.share.value))
  })
  it('says what odds would be at other widths, and refuses an indicator', () => {
    const { code, out } = cityward('sensitivity', halves, '--target', 'school-places', '--widths')
    expect(code).toBe(0)
    expect(out).toMatch(/^School places added, .+, 2023: reached in 50 % of 400 futures, by how wide/)
    expect(out).toMatch(/^as the scenario says +50 % +50 % /m)
    const { effects } = JSON.parse(
      cityward('sensitivity', halves, '--target', 'school-places', '--widths', '--json').out,
    )
    expect(effects).toHaveLength(2)
    expect(cityward('sensitivity', halves, '--indicator', 'urban_share', '--widths').err).toContain(
      'Found --widths without a target; expected a --target.  [method-needs-target]',
    )
    // nothing that was asked for is left out without a word
    for (const [option, value] of [
      ['--picture', 'odds.svg'],
      ['--method', 'pawn'],
      ['--by', 'place'],
      ['--level', '90%'],
      ['--chart', 'bars'],
    ])
      expect(cityward('sensitivity', halves, '--widths', option, value).err).toContain(
        `expected one of --widths and ${option}.`,
      )
    expect(cityward('sensitivity', halves, '--widths', '--csv').err).toContain('[options-conflict]')
  })
  it('refuses a chart that no file is to hold', () => {
    const asked = ['sensitivity', random, '--target', 'school-places', '--chart', 'bars']
    expect(cityward(...asked).err).toContain(
      'Found --chart without --picture; expected a --picture, which it is to be.  [options-conflict]',
    )
    expect(cityward(...asked, '--picture', join(folder, 'all.html')).err).toContain(
      'Found --chart and a page of every picture; expected a name that ends in .svg or .png.  [options-conflict]',
    )
  })
  it('draws what it says, by the ending of the file, with intervals of the confidence asked for', () => {
    const at = (name: string) => join(folder, name)
    const asked = ['sensitivity', random, '--target', 'school-places', '--level', '80%']
    const { code, out, err } = cityward(...asked, '--picture', at('bars.svg'))
    expect([code, err]).toEqual([0, `Picture: ${at('bars.svg')}.\n`])
    expect(out).toMatch(/ 80 % /)
    expect(readFileSync(at('bars.svg'), 'utf8')).toContain('80 % intervals')
    expect(cityward(...asked, '--csv').out).toContain(',low80,high80,')
    const page = ['--picture', at('boxes.html'), '--lang', 'zh']
    expect(cityward('discover', halves, '--target', 'school-places', ...page).code).toBe(0)
    expect(readFileSync(at('boxes.html'), 'utf8')).toMatch(/<figure id="box"[\s\S]*<figure id="trade-off"/)
    expect(cityward(...asked, '--picture', 'bars.pdf').err).toBe(
      '--picture\n  Found "bars.pdf"; expected a name that ends in .svg, .png or .html.  [form-missing]\n',
    )
    expect(cityward('sensitivity', random, '--picture', at('all.svg')).err).toContain(
      'Found --picture of several outcomes; expected one of them: --target or --indicator, without --by.',
    )
    const tree = ['--target', 'school-places', '--method', 'cart', '--picture', at('tree.svg')]
    expect(cityward('discover', halves, ...tree).code).toBe(0)
    expect(readFileSync(at('tree.svg'), 'utf8')).toMatch(/all futures: \d+ % of \d+/)
    expect(cityward(...asked.slice(0, 4), '--level', '100%').err).toContain(
      'Found 100%; expected a share in per cent below 100%, such as 95%.',
    )
  })
  it('looks at the draws of a condition alone, and says how many they are', () => {
    const asked = ['--target', 'school-places', '--given', 'pace=..1']
    const { code, out, err } = cityward('sensitivity', random, ...asked)
    expect(code).toBe(0)
    const [, kept] = /^Given pace=\.\.1: (\d+) of 400 draws\.\n$/.exec(err)!
    // half of a triangular distribution about 1
    expect(Math.abs(Number(kept) - 200)).toBeLessThan(40)
    expect(out).toContain(`${kept} draws; several methods`)
    expect(cityward('discover', halves, ...asked).err).toMatch(/^Given pace=\.\.1: \d+ of 400 draws\.$/m)
  })
  it('gives a row for every year, and for every place', () => {
    const year = cityward('sensitivity', random, '--indicator', 'places_added', '--by', 'year').out
    for (const one of ['2021', '2022', '2023']) expect(year).toMatch(new RegExp(`^${one} `, 'm'))
    const place = cityward('sensitivity', random, '--indicator', 'urban_share', '--by', 'place').out
    for (const one of ['Alpha', 'Beta']) expect(place).toMatch(new RegExp(`^${one} `, 'm'))
  })
  it('tells draws that reach a target from those that miss it', () => {
    const { out } = cityward('sensitivity', halves, '--target', 'school-places', '--method', 'regional')
    expect(out).toContain('regional sensitivity')
    expect(out).toMatch(/Distance: between its values where the target is reached/)
  })
  it.each([
    ['saltelli,second_order', "Sobol' indices", 'In all'],
    ['morris', 'elementary effects', 'mu*'],
    ['efast,points=65', 'extended FAST', 'In all'],
    ['one_at_a_time', 'effects of levels', 'Swing'],
    ['fractional_factorial', 'effects of levels', 'Swing'],
  ])('reads a run with --design %s by its own method', (design, method, measure) => {
    const made = run(design.replace(/\W/g, '-'), '--design', design, '--draws', '64')
    const { code, out } = cityward('sensitivity', made, '--target', 'school-places')
    expect(code).toBe(0)
    expect(out).toContain(method)
    expect(out).toContain(measure)
  })
  it.each([
    [['--method', 'sobol'], '--design saltelli.  [method-needs-design]'],
    [['--method', 'levels'], '--design one_at_a_time.  [method-needs-design]'],
    [['--method', 'regional', '--indicator', 'hours'], 'needs-target'],
    [['--target', 'school-placs'], 'Did you mean school-places?'],
    [
      ['--target', 'school-places', '--indicator', 'hours'],
      'A target stands for its indicator and year.  [options-conflict]',
    ],
    [['--target', 'school-places', '--year', '1999'], 'year-unknown'],
    [['--target', 'school-places', '--place', 'Alpah'], 'Did you mean Alpha?'],
  ])('answers %j with what there is', (args, said) => {
    const { code, out, err } = cityward('sensitivity', random, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })
  it('refuses methods for a sample on draws that are none', () => {
    const made = run('levels', '--design', 'one_at_a_time')
    expect(cityward('sensitivity', made, '--method', 'delta').err).toContain('[method-needs-sample]')
    expect(cityward('discover', made, '--target', 'school-places').err).toContain('[boxes-need-sample]')
  })
})

describe('cityward discover', () => {
  it('says in words when a target is missed, and how firm that is', () => {
    const { code, out } = cityward('discover', halves, '--target', 'school-places', '--fails')
    expect(code).toBe(0)
    expect(out).toMatch(/^When "School places added" of at least .* places is missed: /)
    expect(out).toContain('200 of 400 futures miss it (50 %).')
    expect(out).toMatch(/It is missed mainly when\n {2}1\. .*Projects on time.* is below/)
    expect(out).toContain('How firm the first box is')
    expect(cityward('discover', halves, '--target', 'school-places', '--lang', 'zh').out).toContain(
      '主要在以下情形下达标',
    )
  })
  it('says what was asked for as a sentence does', () => {
    const heading = (...more: string[]) =>
      cityward('discover', random, '--target', 'urban-share', ...more).out.split('\n')[0]
    expect(heading()).toMatch(
      /^When "Urban share" of about 40 % \(39 % or more\) is reached: .*, 2023, Build$/,
    )
    expect(heading('--lang', 'zh')).toMatch(
      /^“城镇化率”约40%（即39%及以上）在什么情形下达标：.*，2023年，建设$/,
    )
  })
  it('says that there is nothing to say where all futures are of one kind', () => {
    const { out } = cityward('discover', random, '--target', 'school-places')
    expect(out).toContain('No box was looked for: there are fewer than 20 futures of one kind.')
  })
  it.each(['prim', 'cart'])('gives boxes by %s as CSV and JSON', (method) => {
    const asked = ['discover', halves, '--target', 'school-places', '--method', method]
    expect(cityward(...asked, '--csv').out).toMatch(
      /^box,input,above,below,quasi_p,coverage,density,mass,draws,hits,without\n/,
    )
    expect(JSON.parse(cityward(...asked, '--json').out)).toMatchObject({ draws: 400, fails: false })
  })
  it('asks for a target or an indicator', () => {
    expect(cityward('discover', random).err).toContain(
      'Found neither a target nor an indicator; expected a --target, or an --indicator.',
    )
    expect(cityward('discover', random, '--indicator', 'urban_share', '--fails').err).toContain(
      'Found --indicator and --fails; expected one of --indicator and --fails.',
    )
  })
  it('says where an indicator is high, where it is low, and how firm that is', () => {
    const asked = ['discover', random, '--indicator', 'urban_share', '--year', '2023']
    const { code, out } = cityward(...asked)
    expect(code).toBe(0)
    expect(out).toMatch(/^When "Urban share" is high: /)
    expect(out).toMatch(/Mean of 400 futures: \d/)
    expect(out).toMatch(/In the other halves, which they had not seen, their mean is \d/)
    const side = (...more: string[]) => JSON.parse(cityward(...asked, ...more, '--json').out)
    const [high, low] = [side(), side('--lowest')]
    expect(high.found.box.mean).toBeGreaterThan(high.found.mean)
    expect(low.found.box.mean).toBeLessThan(low.found.mean)
    expect(cityward(...asked, '--csv').out).toMatch(
      /^input,above,below,without,mean,mean_of_all,mass,draws\n/,
    )
  })
})

describe("a user's own table", () => {
  const { uncertainties } = JSON.parse(
    cityward('sensitivity', random, '--target', 'school-places', '--json').out,
  )[0].result.indices.reduce(
    (all: { uncertainties: string[] }, { name }: { name: string }) => ({
      uncertainties: [...all.uncertainties, name],
    }),
    { uncertainties: [] },
  ) as { uncertainties: string[] }
  const [name] = uncertainties

  it('is lived row by row, as CSV and as Parquet alike', () => {
    const [csv, parquet] = ['mine.csv', 'mine.parquet'].map((file) => join(folder, file))
    writeFileSync(csv, `${name}\n0.7\n0.8\n0.9\n`)
    const data = [{ name, data: [0.7, 0.8, 0.9], type: 'DOUBLE' as const }]
    writeFileSync(parquet, new Uint8Array(parquetWriteBuffer({ columnData: data })))
    const odds = [csv, parquet].map((file, k) => {
      const out = join(folder, `table-${k}`)
      const { code, err } = cityward(
        'run',
        ...NUMBERS_ONLY,
        TINY,
        '--design',
        file,
        '--out',
        out,
        '--json',
        '--quiet',
      )
      expect([code, err]).toEqual([0, ''])
      return JSON.parse(
        cityward('run', ...NUMBERS_ONLY, TINY, '--design', file, '--out', out, '--json', '--quiet').out,
      )
    })
    expect(odds[0].draws).toBe(3)
    expect(odds[1].policies).toEqual(odds[0].policies)
  })
  it('without a column that is an uncertainty is refused', () => {
    const file = join(folder, 'other.csv')
    writeFileSync(file, 'nothing\n1\n')
    const { code, err } = cityward(
      'run',
      ...NUMBERS_ONLY,
      TINY,
      '--design',
      file,
      '--out',
      join(folder, 'no'),
    )
    expect(code).toBe(2)
    expect(err).toContain('[table-missing]')
  })
})
