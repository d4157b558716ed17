/** Who lives the work: the model, the kernel, and peers in C and numpy where the machine has what they need. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstLine, pythonWith } from './machine.js'
import type { WorkSize } from './work/layout.js'

export interface Contestant {
  readonly name: string
  readonly command: string
  /** The work file is added at the end. */
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface Absent {
  readonly name: string
  readonly because: string
}

const HERE = fileURLToPath(new URL('.', import.meta.url))

export const REFERENCE: Contestant = inTypeScript('reference')
export const KERNEL: Contestant = inTypeScript('kernel')

function inTypeScript(name: string): Contestant {
  return {
    name,
    command: process.execPath,
    args: ['--import', 'tsx', join(HERE, 'contestants', `${name}.ts`)],
  }
}

/** No fused multiply-add: it rounds once where the model rounds twice. */
const FLAGS = ['-O3', '-march=native', '-ffp-contract=off', '-std=gnu11']

/** Peers in C, compiled into a folder for works of this size. */
export function peersInC(folder: string, { cities, ages }: WorkSize): (Contestant | Absent)[] {
  const sizes = [`-DCITIES=${cities}`, `-DAGES=${ages}`]
  const peers = [
    compile('plain C', folder, 'year.c', []),
    compile('tuned C (AVX, 4 draws)', folder, 'year-avx.c', [...sizes, '-DLANES=4']),
  ]
  return hasWideVectors()
    ? [...peers, compile('tuned C (AVX-512, 8 draws)', folder, 'year-avx.c', [...sizes, '-DLANES=8'])]
    : peers
}

function compile(name: string, folder: string, source: string, options: string[]): Contestant | Absent {
  if (!firstLine('gcc', '--version')) return { name, because: 'there is no gcc' }
  const program = join(folder, [source, ...options].join('').replaceAll(/[^\w-]/g, '_'))
  const { status, stderr } = spawnSync(
    'gcc',
    [...FLAGS, ...options, join(HERE, 'peers', source), '-o', program],
    { encoding: 'utf8' },
  )
  return status === 0 ? { name, command: program, args: [] } : { name, because: `gcc says: ${stderr.trim()}` }
}

function hasWideVectors(): boolean {
  try {
    return /\bavx512f\b/.test(readFileSync('/proc/cpuinfo', 'utf8'))
  } catch {
    return false
  }
}

/**
 * Without these, glibc gives every large array back to the system and asks for it anew, and numpy waits for pages: it is
 * to be measured at its best.
 */
const KEEP_MEMORY = {
  MALLOC_MMAP_THRESHOLD_: '1000000000',
  MALLOC_TRIM_THRESHOLD_: '4000000000',
  MALLOC_TOP_PAD_: '100000000',
}

/** Of the processor's time one thread is asked; a library's threads that wait for each other would be counted too. */
const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', TBB_NUM_THREADS: '1' }

export function peerInNumpy(): Contestant | Absent {
  const name = 'numpy'
  return peersInPython('year.py', { [name]: { needs: 'numpy', args: [] } })[0]
}

/** Peers of one Python program, each by a Python of this machine that has the module it needs. */
export function peersInPython(
  program: string,
  peers: Readonly<Record<string, { readonly needs: string; readonly args: readonly string[] }>>,
): (Contestant | Absent)[] {
  return Object.entries(peers).map(([name, { needs, args }]) => {
    const found = pythonWith(needs)
    return found
      ? {
          name,
          command: found.command,
          args: [join(HERE, 'peers', program), ...args],
          env: { ...KEEP_MEMORY, ...ONE_THREAD },
        }
      : { name, because: `there is no python3 with ${needs}` }
  })
}
