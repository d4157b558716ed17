import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareSummaries, loadPlan, type Summary, simulate, summarise } from '../../src/index.js'
import { openRun } from '../../src/library/store.js'
import { bytesOf, cityward, NUMBERS_ONLY, start, TINY, temporary, until } from './cityward.js'

const folder = temporary()
const reported = (out: string, ...more: string[]) =>
  cityward('run', TINY, '--out', join(folder, out), ...more)
/** Without the page and the search for what is enough, which take longer than so small a run. */
const run = (out: string, ...more: string[]) => reported(out, ...NUMBERS_ONLY, ...more)

describe('run', () => {
  const first = run('first', '--json')

  it('prints the summary that the library gives', async () => {
    expect(first.code).toBe(0)
    const { plan, dataset, scenario } = loadPlan(TINY)
    const options = { folder: join(folder, 'library'), draws: 200, scenario, overrides: {} }
    const { summary } = await simulate(plan, dataset, options)
    expect(JSON.parse(first.out)).toEqual(JSON.parse(JSON.stringify(summary)))
    expect(bytesOf(join(folder, 'library'))).toEqual(bytesOf(join(folder, 'first')))
  })

  it('keeps the same summary in its folder, and outcomes that give it again', async () => {
    const kept: Summary = JSON.parse(readFileSync(join(folder, 'first', 'summary.json'), 'utf8'))
    expect(kept).toEqual(JSON.parse(first.out))
    const { header, reader } = openRun(join(folder, 'first'))
    expect(JSON.parse(JSON.stringify(await summarise(header, reader)))).toEqual(kept)
  })

  it('writes no page where none is asked for, and no line of one', () => {
    expect(first.err).toMatch(/^\n400 trajectories in \d+\.\d s\. Run folder: .*\n$/)
    expect(existsSync(join(folder, 'first', 'report.html'))).toBe(false)
    // so little is done by the thread that asks
    const { ran } = JSON.parse(readFileSync(join(folder, 'first', 'provenance.json'), 'utf8'))
    expect(ran).toMatchObject({ trajectories: 400, threads: 1 })
  })

  it('says how much was run, and that a run again had nothing to do', () => {
    const again = reported('first', '--json')
    expect(again).toMatchObject({ code: 0, out: first.out })
    expect(again.err).toBe(
      `\nNothing had to be run: all 400 trajectories were there from an earlier run. Run folder: ${join(folder, 'first')}\n` +
        `Report: ${join(folder, 'first', 'report.html')}\n`,
    )
  })

  it('says so in Chinese where Chinese is asked for', () => {
    const { err } = reported('first', '--lang', 'zh')
    expect(err).toContain(
      `\n无须重新模拟：全部400条轨迹此前已有。运行文件夹：${join(folder, 'first')}\n报告：`,
    )
  })

  it('is silent beside its answer where that is asked for', () => {
    expect(run('first', '--csv', '--quiet').err).toBe('')
  })

  it('gives the same for any threads and batches', () => {
    expect(run('threads', '--json', '--threads', '1', '--batch', '3').out).toBe(first.out)
    expect(bytesOf(join(folder, 'threads'))).toEqual(bytesOf(join(folder, 'first')))
  })

  it('gives other futures for another seed, and fewer policies where asked', () => {
    const other: Summary = JSON.parse(run('seed', '--json', '--seed', '8', '--policy', 'no_action').out)
    expect(other.seed).toBe(8)
    expect(other.policies.map(({ name }) => name)).toEqual(['no_action'])
    const before: Summary = JSON.parse(first.out)
    expect(other.policies[0].targets[0].region.spread).not.toEqual(
      before.policies[0].targets[0].region.spread,
    )
  })

  it('prints a page, CSV and Markdown that name every target', () => {
    for (const form of [[], ['--csv'], ['--markdown']]) {
      const { code, out } = run('first', ...form)
      expect(code).toBe(0)
      for (const title of ['Urban share', 'School places added', 'Hours between the two cities'])
        expect(out).toContain(title)
    }
    expect(run('first', '--lang', 'zh').out).toContain('两城通达时间（小时）')
  })

  it('adds draws to a run of fewer', () => {
    run('grown', '--draws', '1000', '--quiet')
    const more = run('grown', '--draws', '2000', '--json')
    expect(more.err).toMatch(/^\n2,000 trajectories in \d+\.\d s; 2,000 were there from an earlier run\. /)
    expect(more.out).toBe(run('at-once', '--draws', '2000', '--json').out)
    expect(bytesOf(join(folder, 'grown'))).toEqual(bytesOf(join(folder, 'at-once')))
  })
})

describe('run --until', () => {
  const wide = (out: string) => run(out, '--draws', '5000', '--until', '4%', '--json')
  const stopped = wide('until')
  const narrow = ['--draws', '5000', '--until', '0.15%', '--json']
  const atOnce = run('narrow', ...narrow)

  it('stops once the odds are known narrowly enough, and not sooner', () => {
    const { draws, policies }: Summary = JSON.parse(stopped.out)
    expect(draws).toBeGreaterThan(0)
    expect(draws).toBeLessThan(5000)
    expect(draws % 500).toBe(0)
    const odds = policies.flatMap(({ targets }) => targets.map(({ region }) => region.odds))
    expect(Math.max(...odds.map(({ low, high }) => (high - low) / 2))).toBeLessThanOrEqual(0.04)
  })

  it('has nothing to run a second time', () => {
    const again = wide('until')
    expect(again.out).toBe(stopped.out)
    expect(again.err).toContain('Nothing had to be run')
  })

  it('runs on where the answer is to be narrower', () => {
    const narrower: Summary = JSON.parse(run('until', ...narrow).out)
    const fresh: Summary = JSON.parse(atOnce.out)
    expect(narrower).toEqual(fresh)
    expect(narrower.draws).toBeGreaterThan(JSON.parse(stopped.out).draws)
  })

  it('asks after whole parts only, whatever an earlier run ended with', () => {
    run('uneven', '--draws', '1500', '--quiet')
    expect(run('uneven', ...narrow).out).toBe(atOnce.out)
  })
})

describe('a run that is stopped with Ctrl-C', () => {
  it('says how to go on, answers 130, and the same command ends with the same bytes', async () => {
    const args = ['run', TINY, '--draws', '4000', '--threads', '1', ...NUMBERS_ONLY]
    const stopped = join(folder, 'stopped')
    const child = start(...args, '--out', stopped)
    let err = ''
    child.stderr!.on('data', (text) => {
      err += text
    })
    const parts = () =>
      existsSync(join(stopped, 'outcomes')) ? readdirSync(join(stopped, 'outcomes')).length : 0
    await until(() => parts() >= 2, child)
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(130)
    expect(err).toContain(
      `Stopped. What was finished is kept in ${stopped}; the same command goes on from there.`,
    )
    expect(existsSync(join(stopped, 'manifest.json'))).toBe(false)

    const rest = cityward(...args, '--out', stopped, '--json')
    expect(rest.code).toBe(0)
    expect(rest.err).toContain('were there from an earlier run')
    expect(rest.out).toBe(cityward(...args, '--out', join(folder, 'whole'), '--json').out)
    expect(bytesOf(stopped)).toEqual(bytesOf(join(folder, 'whole')))
  })
})

describe('where the output goes', () => {
  it.skipIf(!existsSync('/dev/full'))('may have no room, which is said without a stack', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'schema'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(full)
    expect(status).toBe(2)
    expect(stderr).toBe(
      'standard output\n  Found a full disk; expected a place that can be written to.  [disk-refused]\n',
    )
  })

  it('is refused with its place where a run cannot be kept', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { code, err } = run(join('a-file', 'run'))
    expect(code).toBe(2)
    expect(err).toBe(
      `${join(file, 'run')}\n  Found a file where a folder should be; expected a file that can be written.  [disk-refused]\n`,
    )
  })

  it('is refused where another run lies', () => {
    const { code, err } = run('first', '--seed', '9')
    expect(code).toBe(2)
    expect(err).toContain('Choose another --out, or remove the folder.  [folder-of-another-run]')
  })
})

describe('compare', () => {
  it('puts two runs side by side, as the library does', async () => {
    const [one, other] = ['first', 'grown'].map((name) => join(folder, name))
    const { code, out } = cityward('compare', one, other)
    expect(code).toBe(0)
    expect(out).toContain('Before: Two tiny cities (')
    expect(out).toContain('Both runs are of the same plan; only the number of draws can differ.')
    const summaries = [one, other].map((name) => JSON.parse(readFileSync(join(name, 'summary.json'), 'utf8')))
    const json = JSON.parse(cityward('compare', one, other, '--json').out)
    expect(json).toEqual(JSON.parse(JSON.stringify(compareSummaries(summaries[0], summaries[1]))))
  })

  it('says where there is no run', () => {
    const { code, err } = cityward('compare', join(folder, 'first'), join(folder, 'nowhere'))
    expect(code).toBe(2)
    expect(err).toContain(`${join(folder, 'nowhere')}\n  Found no run.json and no manifest.json`)
  })
})

describe('new', () => {
  it('writes a folder that checks and runs as it stands, and never writes over one', () => {
    const project = join(folder, 'my-plan')
    const made = cityward('new', project)
    expect(made.code).toBe(0)
    expect(made.out).toContain(`cityward check ${join(project, 'scenario.yaml')}`)
    const checked = cityward('check', join(project, 'scenario.yaml'))
    expect(checked.code).toBe(0)
    // the one thing to say of the template: its numbers are examples
    expect(checked.err.match(/\[.*\]/g)).toEqual(['[numbers-invented, a warning]'])
    const lived = cityward(
      'run',
      join(project, 'scenario.yaml'),
      '--draws',
      '50',
      '--out',
      join(project, 'run'),
      '--no-reach',
    )
    expect(lived.code).toBe(0)
    expect(lived.out).toContain('50 draws a policy')
    // whoever is sent the page has not seen the screen: it warns as that did, and the same when written again
    const page = () => readFileSync(join(project, 'run', 'report.html'), 'utf8')
    const first = page()
    expect(first).toContain('[numbers-invented, a warning]')
    expect(first).toContain('[numbers-invented，警告]')
    expect(first).toContain('has 1 warning: ')
    expect(cityward('report', join(project, 'run')).code).toBe(0)
    const section = (html: string) => html.match(/<section id="warnings">.*?<\/section>/s)?.[0]
    expect(section(page())).toBe(section(first))
    // and so do the files that are sent in its place
    const text = join(project, 'run.md')
    expect(cityward('export', join(project, 'run'), '--md', '--lang', 'zh', '--out', text).code).toBe(0)
    expect(readFileSync(text, 'utf8')).toMatch(
      /## 对方案和数据的检查有1条警告.*\n\n\| 警告 \|\n.*\n\| .*numbers-invented，警告/,
    )
    const again = cityward('new', project)
    expect(again.code).toBe(2)
    expect(again.err).toContain('Nothing was written.  [file-already-there]')
  })
})
