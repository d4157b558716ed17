import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../src/vocabulary/version.js'
import { cityward, citywardIn, kill, NUMBERS_ONLY, start, TINY, temporary, until } from './cityward.js'

const folder = temporary()
const at = (name: string) => join(folder, name)
const DRAWS = ['--draws', '2500']
/** On one thread where nothing else is asked: each takes a while to start. */
const sweep = (out: string, ...more: string[]) =>
  cityward('sweep', TINY, ...DRAWS, '--out', at(out), '--threads', '1', ...more)

/** Every file of a folder, by name, to the byte. */
const allBytes = (name: string) => {
  // what readers remember of this copy of the files is no part of the run
  const files = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && one.name !== 'checked.json',
  )
  return Object.fromEntries(
    files.map((file) => [file.name, readFileSync(join(file.parentPath, file.name)).toString('base64')]),
  )
}

const whole = sweep('whole')

describe('sweep', () => {
  it('takes N of the literature, and says what it comes to before it begins', () => {
    const size = (...args: string[]) =>
      cityward('sweep', TINY, '--design', ...args, '--out', at(args.join('-')))
    // two uncertainties joined by a correlation are one factor: A, AB, B
    expect(size('saltelli', '--points', '16').err).toMatch(
      /^N = 16 base points, 3 rows each: 48 draws, 96 runs of the model under 2 policies\.\n/,
    )
    expect(size('saltelli', '--points', '24').err).toContain(
      'N = 24, 6 points for each of 4 scrambles, is no power of two: means over the 24 rows beyond the last power of two and those up to it are often less exact than over these alone. Nearest: N = 16 (48 rows) and N = 32 (96 rows).',
    )
    expect(size('morris', '--points', '10').err).toContain('N = 10 trajectories, 2 rows each: 20 draws')
    expect(size('saltelli', '--points', '18').err).toBe(
      '--points\n  Found 18 with the design saltelli; expected a multiple of its 4 scrambles.  [option-of-another-design]\n',
    )
    expect(size('one_at_a_time', '--points', '8').err).toContain(
      'Found 8 with the design one_at_a_time; expected a design that has any size, such as saltelli, morris or sobol.',
    )
    expect(size('saltelli', '--points', '16', '--draws', '9').err).toContain('Found --draws and --points')
  })
  it('says what it has done, prints no verdict, and leaves what a run leaves', () => {
    expect(whole).toMatchObject({ code: 0, err: '' })
    expect(whole.out).toMatch(/^5,000 trajectories in \d+\.\d s\. Run folder: /)
    expect(cityward('run', ...NUMBERS_ONLY, TINY, ...DRAWS, '--out', at('run'), '--quiet').code).toBe(0)
    // a run writes a report and what it was made from as well
    expect(allBytes('run')).toMatchObject(allBytes('whole'))
  })

  it('gives the same bytes for 1, 2 and 4 threads and any batches', () => {
    const counts: [string, string][] = [
      ['1', '500'],
      ['2', '7'],
      ['4', '33'],
    ]
    for (const [threads, batch] of counts) {
      expect(sweep(`threads-${threads}`, '--threads', threads, '--batch', batch).code).toBe(0)
      expect(allBytes(`threads-${threads}`)).toEqual(allBytes('whole'))
    }
  })

  it('takes the design that is named, and says which there are', () => {
    const sobol = sweep('sobol', '--design', 'sobol', '--json')
    expect(JSON.parse(sobol.out)).toMatchObject({
      draws: 2500,
      trajectories: 5000,
      ran: 5000,
      failed: 0,
      lost: 0,
    })
    expect(JSON.parse(readFileSync(join(at('sobol'), 'run.json'), 'utf8')).run.design).toBe('sobol')
    expect(sweep('none', '--design', 'soboll')).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^--design\n {2}Found the design "soboll"; expected one of random, .*, or a CSV or Parquet file\.\n {2}Did you mean sobol\? {2}\[design-unknown\]\n$/,
      ),
    })
  })
})

describe('shards', () => {
  const names = ['a', 'b', 'c']
  names.forEach((name, index) => {
    sweep(name, '--shard', `${index + 1}/3`, '--quiet')
  })

  it('merged in any order are the run of one machine, byte for byte', () => {
    const merged = cityward('merge', at('merged'), at('c'), at('a'), at('b'))
    expect(merged).toMatchObject({
      code: 0,
      out: `3 shards with 2,500 draws are merged. Run folder: ${at('merged')}\n`,
    })
    expect(allBytes('merged')).toEqual(allBytes('whole'))
    expect(cityward('verify', at('merged')).code).toBe(0)
  })

  it.each<[string, Record<string, string>]>([
    [
      'auto',
      {
        SLURM_ARRAY_TASK_ID: '12',
        SLURM_ARRAY_TASK_MIN: '10',
        SLURM_ARRAY_TASK_MAX: '14',
        SLURM_ARRAY_TASK_COUNT: '3',
      },
    ],
    ['auto/3', { JOB_COMPLETION_INDEX: '1' }],
    ['auto/3', { SLURM_ARRAY_TASK_ID: '1' }],
  ])('are told by a job array (%s, %j)', (shard, environment) => {
    const out = at(`array-${Object.values(environment).join('-')}-${Object.keys(environment)[0]}`)
    const { code } = citywardIn(
      environment,
      ...['sweep', TINY, ...DRAWS, '--shard', shard, '--out', out, '--quiet'],
    )
    expect(code).toBe(0)
    expect(allBytes(out.slice(folder.length + 1))).toEqual(allBytes('b'))
  })

  it.each([
    ['0/3', '0/3'],
    ['4/3', '4/3'],
    ['one', 'one'],
    ['auto', 'auto outside a job array'],
  ])('are refused where %s is none', (shard, found) => {
    expect(sweep('none', '--shard', shard)).toMatchObject({
      code: 2,
      err: `--shard\n  Found ${found}; expected a share such as 3/8, or auto in a job array.  [shard-wrong]\n`,
    })
  })

  it('are refused where one is missing, twice there, of another run, or no shard', () => {
    const merge = (...shards: string[]) => cityward('merge', at('never'), ...shards.map(at)).err
    expect(merge('a', 'c')).toBe(
      `${at('a')}\n  Found no shard 2 of 3; expected each of 3 shards once.  [shards-incomplete]\n`,
    )
    expect(merge('a', 'b', 'c', 'b')).toContain('Found shard 2 twice')
    sweep('seeded', '--shard', '2/3', '--seed', '8', '--quiet')
    expect(merge('a', 'seeded', 'c')).toBe(
      `${at('seeded')}\n  Found seed 8 and not 7; expected a shard of the run that ${at('a')} is of.  [shard-of-another-run]\n`,
    )
    expect(merge('a', 'whole')).toContain('Found a whole run; expected a finished shard.  [shard-missing]')
    expect(cityward('merge', at('a'), ...names.map(at)).err).toContain('[folder-not-empty]')
    expect(existsSync(at('never'))).toBe(false)
  })

  it('end a merge with 3 where a piece is missing or damaged, with 2 where the arguments are wrong', () => {
    const merge = (out: string, ...shards: string[]) => cityward('merge', at(out), ...shards.map(at))
    expect(merge('never', 'a', 'c').code).toBe(3)
    expect(merge('never', 'a', 'b', 'c', 'b').code).toBe(2)
    expect(merge('never', 'a', 'whole').code).toBe(2)
    expect(merge('never', 'a', 'nowhere').code).toBe(2)
    cpSync(at('b'), at('b-damaged'), { recursive: true })
    const [part] = readdirSync(at('b-damaged/outcomes')).map((name) => join(at('b-damaged/outcomes'), name))
    truncateSync(part, 100)
    const damaged = merge('of-damaged', 'a', 'b-damaged', 'c')
    expect([damaged.code, damaged.err]).toEqual([
      3,
      `${part}\n  Found a part that is gone or changed; expected ${/00001/.test(part) ? '1000' : '500'} draws, as they were written.\n  \`cityward resume ${at('b-damaged')}\` makes it anew and keeps the parts that are whole.  [part-damaged]\n`,
    ])
    rmSync(part)
    expect(merge('of-lacking', 'a', 'b-damaged', 'c').code).toBe(3)
    rmSync(join(at('b-damaged'), 'manifest.json'))
    expect(merge('of-unfinished', 'a', 'b-damaged', 'c')).toMatchObject({
      code: 3,
      err: `${at('b-damaged')}\n  Found a run that is not finished; expected a finished run.\n  \`cityward resume ${at('b-damaged')}\` finishes it.  [run-unfinished]\n`,
    })
  })

  it('are no run to be read', () => {
    expect(cityward('compare', at('whole'), at('a')).err).toContain(
      'Found shard 1 of 3 of a run; expected a whole run.\n  Put the shards together with `cityward merge`.  [run-only-a-shard]',
    )
  })
})

describe('a report or an export', () => {
  const commands = [
    ['report', []],
    ['export', ['--md']],
    ['reach', ['--draws', '60', '--budget', '0']],
  ] as const
  const said = new Set<string>()

  it.each(commands)(
    '(%s) of a sweep names the command that makes it one, which runs nothing anew',
    (command, more) => {
      cpSync(at('whole'), at('reported'), { recursive: true })
      const { code, err } = cityward(command, at('reported'), ...more)
      expect(code).toBe(2)
      expect(err).toBe(
        `${at('reported')}\n  Found no provenance.json, as a sweep leaves it; expected the files that a run was made from, which \`cityward run\` keeps.\n` +
          `  \`cityward run ${TINY} --draws 2500 --out ${at('reported')}\` adds it and the report, and runs nothing anew.  [provenance-missing]\n`,
      )
      said.add(/`cityward ([^`]+)` adds/.exec(err)![1])
      rmSync(at('reported'), { recursive: true })
    },
  )

  it('is made once that command has run, whichever it is', () => {
    cpSync(at('whole'), at('reported'), { recursive: true })
    const [words, ...others] = said
    expect(others).toEqual([])
    // the report and reach search by themselves, below
    const run = cityward(...words.split(' '), '--no-reach')
    expect(run.code).toBe(0)
    expect(run.err).toContain('Nothing had to be run: all 5,000 trajectories were there')
    for (const [command, more] of commands)
      expect([command, cityward(command, at('reported'), ...more).code]).toEqual([command, 0])
  })

  it.each(commands)('(%s) of a run that is not finished says so, and 3', (command, more) => {
    cpSync(at('whole'), at('unfinished'), { recursive: true })
    rmSync(join(at('unfinished'), 'manifest.json'))
    const { code, err } = cityward(command, at('unfinished'), ...more)
    expect(code).toBe(3)
    expect(err).toBe(
      `${at('unfinished')}\n  Found a run that is not finished; expected a finished run.\n  \`cityward resume ${at('unfinished')}\` finishes it.  [run-unfinished]\n`,
    )
  })
})

describe('a file that is cut', () => {
  cpSync(at('whole'), at('cut'), { recursive: true })
  // every byte of every kind of file is tried in test/store/verify.test.ts
  const files = ['run.json', 'manifest.json', 'outcomes/part-build-00002.parquet']

  it.each(files)('is found by verify and made anew by resume: %s', (file) => {
    const path = join(at('cut'), file)
    truncateSync(path, Math.floor(statSync(path).size / 3))
    const { code, out } = cityward('verify', at('cut'))
    expect(code).toBe(3)
    expect(out).toContain(`damaged    ${file}\n`)
    expect(cityward('resume', at('cut')).code).toBe(0)
    expect(allBytes('cut')).toEqual(allBytes('whole'))
  })

  it('or gone is missing', () => {
    rmSync(join(at('cut'), 'outcomes', 'part-build-00001.parquet'))
    const { code, out } = cityward('verify', at('cut'), '--json')
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      whole: false,
      finished: true,
      parts: { whole: 5, all: 6 },
      findings: [{ file: 'outcomes/part-build-00001.parquet', is: 'missing' }],
    })
    const mended = cityward('resume', at('cut'))
    expect(mended.out).toContain('1,000 trajectories')
    expect(mended.err).toBe('Made anew, since gone or changed: outcomes/part-build-00001.parquet.\n')
    expect(allBytes('cut')).toEqual(allBytes('whole'))
  })
})

describe('resume', () => {
  const cases = at('project/cases')
  mkdirSync(cases, { recursive: true })
  cpSync('fixtures/tiny', at('project/tiny'), { recursive: true })
  const scenario = join(cases, 'tiny.yaml')
  const text = readFileSync(TINY, 'utf8')
  const run = at('project/run')
  writeFileSync(scenario, text)
  cityward('sweep', scenario, '--draws', '500', '--out', run)

  it.each<[string, () => void, RegExp]>([
    [
      'a value of the scenario',
      () => writeFileSync(scenario, text.replace('default: 1\n', 'default: 1.25\n')),
      /tiny\.yaml:25:14 {2}levers\.schools\.default\n {2}Found 1\.25; expected 1, as when the run began\./,
    ],
    [
      'a formula',
      () => writeFileSync(scenario, text.replace('rural_exit: 2 * pace', 'rural_exit: 3 * pace')),
      /population\.levels\.rural_exit\n {2}Found 3 \* pace; expected 2 \* pace, as when the run began\./,
    ],
    [
      'the seed',
      () => writeFileSync(scenario, text.replace('seed: 7', 'seed: 8')),
      /tiny\.yaml:5:26 {2}run\.seed\n {2}Found 8; expected 7, as when the run began\./,
    ],
    [
      'the design',
      () => writeFileSync(scenario, text.replace('seed: 7', 'seed: 7, design: sobol')),
      /run\.design\n {2}Found sobol; expected random, as when the run began\./,
    ],
    [
      'a data file',
      () =>
        writeFileSync(
          join(at('project/tiny'), 'values.csv'),
          `${readFileSync('fixtures/tiny/values.csv', 'utf8')}\n`,
        ),
      /tiny\/values\.csv\n {2}Found contents [0-9a-f]{12}; expected contents [0-9a-f]{12}, as when the run began\..*\n.*\[data-changed\]/,
    ],
    [
      'the version of cityward',
      () => {
        const { sha256: _, ...kept } = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'))
        kept.run.version = '0.0.9'
        kept.run.draws = 1500
        writeFileSync(join(run, 'run.json'), sealedText(kept))
      },
      new RegExp(
        `run\\n {2}Found cityward ${VERSION}; expected cityward 0\\.0\\.9, as when the run began\\..*\\n.*\\[engine-changed\\]`,
      ),
    ],
  ])('refuses where %s has changed, and names it', (_, change, said) => {
    change()
    const { code, err } = cityward('resume', run)
    expect(code).toBe(2)
    expect(err).toMatch(said)
    writeFileSync(scenario, text)
    cpSync('fixtures/tiny', at('project/tiny'), { recursive: true })
  })

  it('goes on from the folder alone where the scenario is gone', () => {
    const lone = at('project/lone')
    cityward('sweep', scenario, '--draws', '500', '--seed', '11', '--out', lone)
    rmSync(scenario)
    rmSync(join(lone, 'outcomes'), { recursive: true })
    const { code, out } = cityward('resume', lone, '--json')
    expect([code, JSON.parse(out).ran]).toEqual([0, 1000])
    writeFileSync(scenario, text)
    cityward('sweep', scenario, '--draws', '500', '--seed', '11', '--out', at('project/other'))
    expect(allBytes('project/lone')).toEqual(allBytes('project/other'))
  })

  it('says where there is no run', () => {
    expect(cityward('resume', folder).err).toContain('[run-missing]')
    expect(cityward('verify', at('nowhere')).err).toContain('[run-missing]')
  })
})

/** As store/manifest.ts seals its files. */
function sealedText(content: object): string {
  const { createHash } = process.getBuiltinModule('node:crypto')
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return `${JSON.stringify({ ...content, sha256 }, undefined, 1)}\n`
}

describe('one folder', () => {
  it('is written by one of two processes at a time, and is whole in the end', async () => {
    const out = [...DRAWS, '--threads', '1', '--out', at('shared')]
    const first = start('sweep', TINY, ...out)
    await until(() => existsSync(at('shared/run.json')), first)
    // so that it is there for as long as the others ask
    first.kill('SIGSTOP')
    const second = cityward('sweep', TINY, ...out)
    expect(second.code).toBe(2)
    expect(second.err).toMatch(
      /Found a run that process \d+ on \S+ is writing; expected a folder for this run alone\./,
    )
    expect(second.err).toContain('[run-in-use]')
    expect(cityward('verify', at('shared')).out).toMatch(/is not finished: .* is writing it\.$/m)
    await kill(first)
    expect(cityward('resume', at('shared'), '--quiet').code).toBe(0)
    expect(cityward('verify', at('shared')).code).toBe(0)
    expect(existsSync(join(at('shared'), 'lock'))).toBe(false)
  })
})

describe('a folder for the parts of workers', () => {
  it('is refused where no queue sends parts through it', () => {
    for (const command of ['run', 'sweep', 'resume']) {
      const { code, err } = cityward(
        command,
        command === 'resume' ? at('whole') : TINY,
        '--store',
        at('parts'),
      )
      expect([command, code]).toEqual([command, 2])
      expect(err).toContain('Found --store without --queue; expected a --queue')
    }
    expect(existsSync(at('parts'))).toBe(false)
  })
})

describe('a disk', () => {
  const limited = (kilobytes: number, ...args: string[]) =>
    spawnSync(
      'bash',
      ['-c', `ulimit -f ${kilobytes}; exec "$0" dist/cli.js "$@"`, process.execPath, ...args],
      {
        encoding: 'utf8',
      },
    )

  it.skipIf(process.platform === 'win32')(
    'that takes no more is said, and what was whole is gone on with',
    () => {
      // a part takes some 100 KB
      const { status, stderr } = limited(20, 'sweep', TINY, ...DRAWS, '--out', at('full'))
      expect(status).toBe(2)
      expect(stderr).toMatch(
        /part-\w+-0000\d\.parquet\n {2}Found a file larger than may be written; expected a file that can be written\.\n {2}What was finished is kept: make room, then `cityward resume` the folder\. {2}\[disk-refused\]/,
      )
      expect(readdirSync(join(at('full'), 'outcomes'))).toEqual([])
      expect(cityward('resume', at('full'), '--quiet').code).toBe(0)
      expect(allBytes('full')).toEqual(allBytes('whole'))
    },
  )
})
