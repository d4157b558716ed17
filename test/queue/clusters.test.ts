/** The ready files of docs/clusters, as they are handed to a one-node Slurm and to GNU parallel: the bytes of one machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { alone, kill, TINY, temporary } from '../commands/cityward.js'
import { describeWithRedis, describeWithTools, freePort, RedisYard, runBytes } from './yard.js'

const FILES = resolve('docs/clusters')
const SCENARIO = resolve(TINY)
const folder = temporary()
const at = (name: string) => join(folder, name)

/** What a shell finds: this build by its name, and the Slurm of these tests. */
const env = {
  ...process.env,
  LC_ALL: 'C',
  PATH: `${at('bin')}:${process.env.PATH}`,
  SLURM_CONF: at('slurm.conf'),
}
const shell = (command: string) => spawnSync('sh', ['-c', command], { encoding: 'utf8', env, cwd: folder })

beforeAll(() => {
  mkdirSync(at('bin'))
  writeFileSync(
    at('bin/cityward'),
    `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`,
  )
  chmodSync(at('bin/cityward'), 0o755)
  expect(alone('sweep', TINY, '--draws', '8000', '--out', at('one'), '--quiet').code).toBe(0)
})

describeWithTools('GNU parallel', ['parallel'], () => {
  it('makes shards side by side and puts them together', () => {
    const { status, stderr } = shell(`sh ${FILES}/parallel.sh ${SCENARIO} 3 ${at('parallel')} --draws 8000`)
    expect({ status, stderr }).toMatchObject({ status: 0 })
    expect(readdirSync(at('parallel')).sort()).toEqual(['shard-1', 'shard-2', 'shard-3', 'whole'])
    expect(runBytes(at('parallel/whole'))).toMatchObject(outcomesOf('one'))
  })
})

describeWithTools('Slurm', ['slurmctld', 'slurmd', 'munged'], () => {
  const daemons: ChildProcess[] = []
  afterAll(async () => {
    for (const daemon of daemons) await kill(daemon)
  })
  beforeAll(async () => {
    const [controller, node] = [await freePort(), await freePort()]
    writeFileSync(at('slurm.conf'), slurmSettings(controller, node))
    writeFileSync(at('munge.key'), Buffer.alloc(1024, 'a key of these tests alone'), { mode: 0o400 })
    for (const name of ['state', 'spool']) mkdirSync(at(name))
    const files = ['key-file', 'socket', 'pid-file', 'log-file', 'seed-file'].map(
      (name) => `--${name}=${at(`munge.${name.replace('-file', '')}`)}`,
    )
    daemons.push(spawn('munged', ['--foreground', '--force', ...files], { stdio: 'ignore' }))
    await untilTrue(() => shell(`munge -n --socket=${at('munge.socket')}`).status === 0)
    daemons.push(spawn('slurmctld', ['-D', '-f', at('slurm.conf')], { stdio: 'ignore', env }))
    daemons.push(spawn('slurmd', ['-D', '-f', at('slurm.conf')], { stdio: 'ignore', env }))
    await untilTrue(() => /\bidle\b/.test(shell('sinfo').stdout))
  })
  const done = () => untilTrue(() => shell('squeue -h').stdout === '')

  it('makes shards as a job array, and again the one that is submitted again', async () => {
    expect(shell(`sbatch --array=0-2 ${FILES}/slurm.sh ${SCENARIO} ${at('array')} --draws 8000`).status).toBe(
      0,
    )
    await done()
    expect(shell(`cityward merge ${at('array/whole')} ${at('array')}/shard-*`).status).toBe(0)
    expect(runBytes(at('array/whole'))).toMatchObject(outcomesOf('one'))

    rmSync(at('array/whole'), { recursive: true })
    rmSync(at('array/shard-1/manifest.json'))
    const [part] = readdirSync(at('array/shard-1/outcomes'))
    rmSync(join(at('array/shard-1/outcomes'), part))
    expect(
      shell(`COUNT=3 sbatch --array=1 ${FILES}/slurm.sh ${SCENARIO} ${at('array')} --draws 8000`).status,
    ).toBe(0)
    await done()
    expect(shell(`cityward merge ${at('array/whole')} ${at('array')}/shard-*`).status).toBe(0)
    expect(runBytes(at('array/whole'))).toMatchObject(outcomesOf('one'))
  })

  describeWithRedis('with a queue', async () => {
    const yard = await RedisYard.at(at('redis'))
    beforeAll(() => yard.startRedis())

    it('has workers as a job array, which end when nothing is left to do', async () => {
      const { address } = yard
      expect(shell(`IDLE=3 sbatch --array=0-1 ${FILES}/slurm-workers.sh ${address}`).status).toBe(0)
      const { code } = alone(
        'sweep',
        TINY,
        '--draws',
        '8000',
        '--out',
        at('queued'),
        '--queue',
        address,
        '--quiet',
      )
      expect(code).toBe(0)
      expect(runBytes(at('queued'))).toEqual(runBytes(at('one')))
      await done()
    })
  })
})

describe('a file for a cluster that is not here', () => {
  it.each(['kubernetes.yaml', 'compose.yaml'])(
    '%s is YAML, and its commands are such as there are',
    (name) => {
      const [document] = parseAllDocuments(readFileSync(join(FILES, name), 'utf8'))
      expect(document.errors).toEqual([])
      const help = ['sweep', 'work'].map((command) => alone(command, '--help').out).join('\n')
      for (const [option] of JSON.stringify(document.toJS()).matchAll(
        /(?<=[" ])--(?!appendonly|save|maxmemory)[a-z-]+/g,
      ))
        expect(help).toContain(option)
    },
  )
})

/** The outcomes and summary of a run, whose run.json and manifest name files by the way from its folder. */
function outcomesOf(name: string): Record<string, string> {
  const files = Object.entries(runBytes(at(name)))
  return Object.fromEntries(files.filter(([file]) => file.endsWith('.parquet') || file === 'summary.json'))
}

async function untilTrue(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 600) throw new Error('it takes too long')
    await setTimeout(200)
  }
}

/** One node, this machine, on ports and in folders of its own. */
function slurmSettings(controller: number, node: number): string {
  const [host] = hostname().split('.')
  const { username } = userInfo()
  return [
    'ClusterName=here',
    `SlurmctldHost=${host}(127.0.0.1)`,
    'AuthType=auth/munge',
    `AuthInfo=socket=${at('munge.socket')}`,
    'CredType=cred/munge',
    `SlurmUser=${username}`,
    `SlurmdUser=${username}`,
    `StateSaveLocation=${at('state')}`,
    `SlurmdSpoolDir=${at('spool')}`,
    `SlurmctldPidFile=${at('slurmctld.pid')}`,
    `SlurmdPidFile=${at('slurmd.pid')}`,
    `SlurmctldPort=${controller}`,
    `SlurmdPort=${node}`,
    'ProctrackType=proctrack/pgid',
    'TaskPlugin=task/none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_Core',
    'SchedulerParameters=sched_interval=1',
    'ReturnToService=2',
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN`,
    `PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n')
}
