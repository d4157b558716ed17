/** Ctrl-C and SIGTERM end every command in whatever phase, nothing finished is lost, and nobody sees a trace. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { alone, cityward, start, TINY, temporary, until } from './cityward.js'

const folder = temporary()
const finished = join(folder, 'finished')
const GUANGXI = 'scenarios/guangxi-2023.yaml'

beforeAll(() => {
  expect(cityward('run', TINY, '--draws', '100', '--out', finished, '--quiet').code).toBe(0)
})

/** How a process ends, and what it says beside its answer. */
async function endOf(child: ReturnType<typeof start>) {
  let err = ''
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  child.stdout?.resume()
  const [code, signal] = await once(child, 'exit')
  return { code, signal, err }
}

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, code) => {
  // what Ctrl-C leaves is held to its bytes in run.test.ts
  it.runIf(signal === 'SIGTERM')(
    'keeps the parts of a run, says so, and the run goes on from there',
    async () => {
      const run = join(folder, `half-${signal}`)
      const child = start('run', TINY, '--draws', '12000', '--threads', '1', '--out', run)
      const ended = endOf(child)
      const journal = join(run, 'parts.jsonl')
      await until(() => existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 3, child)
      child.kill(signal)
      const { err, ...end } = await ended
      expect(end).toEqual({ code, signal: null })
      expect(err).toContain(
        `Stopped. What was finished is kept in ${run}; the same command goes on from there.`,
      )
      const kept = readFileSync(journal, 'utf8').trim().split('\n').length
      expect(kept).toBeGreaterThan(2)
      const { out } = alone('resume', run, '--json')
      expect(JSON.parse(out)).toMatchObject({ draws: 12000, damaged: [] })
      expect(JSON.parse(out).ran).toBeLessThan(JSON.parse(out).trajectories)
    },
  )

  it.runIf(signal === 'SIGTERM')(
    'after the summary leaves a whole run that a report can be made of',
    async () => {
      const run = join(folder, `whole-${signal}`)
      const child = start('run', GUANGXI, '--draws', '500', '--out', run)
      const ended = endOf(child)
      await until(() => existsSync(join(run, 'provenance.json')), child)
      child.kill(signal)
      const end = await ended
      // asked to end while it simulates, or ended by the system while it sums up
      expect(end.signal === signal || end.code === code).toBe(true)
      expect(end.err).not.toContain('    at ')
      expect(existsSync(join(run, 'reach.json'))).toBe(false)
      expect(cityward('verify', run).code).toBe(0)
      expect(cityward('report', run).code).toBe(0)
    },
  )

  // each takes far longer than this test waits for it
  const long = [
    ['run', GUANGXI, '--draws', '10000000', '--out', join(folder, `long-${signal}`)],
    ['calibrate', GUANGXI, '--alternatives', '--draws', '1000000'],
    ['backtest', 'fixtures/guangxi', '--draws', '1000000'],
    ['diff', GUANGXI, 'scenarios/variants/beds-doubled.yaml', '--draws', '1000000'],
    ['reach', GUANGXI, '--budget', '1000000000', '--draws', '1000'],
    ['query', finished, 'select count(*) from range(10000000000000) a'],
  ]
  // both signals go the same way
  it.each(signal === 'SIGINT' ? long : long.slice(0, 1))('ends cityward %s', async (...args) => {
    const child = start(...args)
    const ended = endOf(child)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(child.exitCode).toBe(null)
    child.kill(signal)
    const end = await ended
    expect(end.signal === signal || end.code === code).toBe(true)
    expect(end.err).not.toContain('    at ')
  })
})

describe('an output that nobody takes', () => {
  it('has exit code 141, and the run is kept with its report', async () => {
    const run = join(folder, 'unread')
    const child = start('run', TINY, '--draws', '100', '--out', run)
    child.stdout!.destroy()
    const [code] = await once(child, 'exit')
    expect(code).toBe(141)
    expect(existsSync(join(run, 'report.html'))).toBe(true)
  })

  it('ends a query that would print for long', async () => {
    const child = start('query', finished, 'select * from range(100000000) a', '--csv')
    child.stdout!.destroy()
    const [code] = await once(child, 'exit')
    expect(code).toBe(141)
  })

  it.skipIf(!existsSync('/dev/full'))('because the disk is full has exit code 2, and the run is kept', () => {
    const run = join(folder, 'full')
    const command = `${process.execPath} dist/cli.js run ${TINY} --draws 100 --out ${run} --quiet > /dev/full`
    const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
    expect(stderr).toBe(
      'standard output\n  Found a full disk; expected a place that can be written to.  [disk-refused]\n',
    )
    expect(status).toBe(2)
    expect(existsSync(join(run, 'report.html'))).toBe(true)
  })
})

describe('a machine that gives too little', () => {
  const within = (shell: string, ...args: string[]) =>
    spawnSync('sh', ['-c', `${shell}; exec "$@"`, 'sh', process.execPath, 'dist/cli.js', ...args], {
      encoding: 'utf8',
    })

  it('of open files is told without a trace', () => {
    // with fewer than 35 Node cannot read the entry itself
    const { status, stderr } = within('ulimit -n 40', 'report', finished)
    expect(stderr).toContain('Found too many files open at once; expected a system that allows it (open).')
    expect(stderr).toContain('Allow more: `ulimit -n 1024`, or fewer --threads.  [system-refused]')
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(2)
  })

  it('as a folder for temporary files is told by its name', () => {
    const missing = join(folder, 'missing')
    const { status, stderr } = within(`export TMPDIR=${missing}`, 'report', finished)
    expect(stderr).toBe(
      `${missing}\n  Found no such folder; expected a file that can be written.  [disk-refused]\n`,
    )
    expect(status).toBe(2)
  })
})

const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0

it.skipIf(!canMount)('a full folder for temporary files is told by its name, without a trace', (context) => {
  const small = join(folder, 'small')
  mkdirSync(small)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', small]).status !== 0) context.skip()
  try {
    writeFileSync(join(small, 'all'), 'x'.repeat(4096))
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'report', finished], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: small },
    })
    expect(stderr).toMatch(
      /small\/cityward-\w+\n {2}Found a full disk; expected a file that can be written\./,
    )
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(2)
  } finally {
    spawnSync('umount', [small])
  }
})

describe('a size that nobody means', () => {
  it('is said before the data are read', () => {
    const data = join(folder, 'many')
    mkdirSync(data)
    writeFileSync(join(data, 'places.csv'), 'code\n'.repeat(10002))
    writeFileSync(join(data, 'data.yaml'), 'age_width: 1\nstatuses: true\n')
    const file = join(folder, 'many.yaml')
    writeFileSync(file, readFileSync(TINY, 'utf8').replace('../tiny', 'many').replace('to: 2023', 'to: 2060'))
    const { code, err } = cityward('check', file)
    expect(code).toBe(2)
    // by hand: 10,000 x 808 x 41 x 8 bytes, and 2 x 10,000^2 shares in 8 bytes and, twice, 24; 10,000^2 x 808 x 40 x 2 moves at 2e8 a second
    expect(err).toContain(
      'Found 10,000 places x 808 groups of people x 40 steps x 2 policies: needs 14 GB of memory for the moves ' +
        'between places and one future of a policy, and about 9 hours before the first draw; expected at most 4 GB and 60 seconds.',
    )
    expect(err).toContain('--yes does it all the same.  [scenario-too-large]')
    // then it is the data that are wrong
    expect(cityward('check', file, '--yes').err).toContain('[file-missing]')
  })

  it.each([
    ['--draws', '9007199254740991', '[draws-too-many]'],
    ['--threads', '1000000', 'Found 1000000; expected a whole number from 1 to 1,024.'],
  ])('%s %s is refused', (option, number, answer) => {
    const { code, err } = cityward('run', TINY, option, number, '--out', join(folder, 'never'))
    expect(code).toBe(2)
    expect(err).toContain(answer)
    expect(existsSync(join(folder, 'never'))).toBe(false)
  })
})
