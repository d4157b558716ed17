import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { headerOf } from '../../src/run/make-header.js'
import { holderIn, takeLock } from '../../src/store/lock.js'
import { RunFolder } from '../../src/store/run-folder.js'
import { CitywardError } from '../../src/vocabulary/problems.js'
import { tinyPlan } from '../run/tiny-plan.js'

const base = mkdtempSync(join(tmpdir(), 'cityward-'))
afterAll(() => rmSync(base, { recursive: true }))

const host = hostname()
const newFolder = () => mkdtempSync(join(base, 'lock-'))

/** A folder with a lock of this content, renewed `age` seconds ago. */
function folderWith(content: object | string, age = 0): string {
  const folder = newFolder()
  const file = join(folder, 'lock')
  writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content)}\n`)
  const then = new Date(Date.now() - age * 1000)
  utimesSync(file, then, then)
  return folder
}

const textOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof CitywardError) return error.message
    throw error
  }
  throw new Error('no problem was found')
}

const refusing = (code: string) => () => {
  throw Object.assign(new Error(code), { code })
}

describe('a lock', () => {
  it.each<[string, object | string, number]>([
    ['a process that is gone', { pid: 2 ** 22 + 1, host, started: '1' }, 0],
    ['another process that has its number now', { pid: process.pid, host, started: '1' }, 0],
    ['a machine that has not renewed it for minutes', { pid: 1, host: 'elsewhere', started: '1' }, 300],
    ['a machine that renewed it in a day to come', { pid: 1, host: 'elsewhere', started: '1' }, -86_400],
    ['nobody, since it was cut', {}, 0],
    ['nobody, since it was cut within its text', `{"pid":${process.pid},"host":"${host}"`, 0],
    ['nobody, since it lacks its host', { pid: process.pid, started: '' }, 0],
    ['nobody, since it is empty', '', 60],
    ['nobody, since it is empty, of a day to come', '', -86_400],
    ['the group of processes 0', { pid: 0, host, started: '' }, 0],
    ['all processes, -1', { pid: -1, host, started: '' }, 0],
    ['a number beyond all processes', { pid: 2 ** 40, host, started: '' }, 0],
    ['the group 0 of another machine', { pid: 0, host: 'elsewhere', started: '' }, 0],
  ])('of %s is taken over', (_, content, age) => {
    const { pid, started } = content as { pid?: number; started?: string }
    // only Linux tells the start of a process
    if (process.platform !== 'linux' && pid === process.pid && started === '1') return
    const folder = folderWith(content, age)
    expect(holderIn(folder)).toBeUndefined()
    const release = takeLock(folder)
    expect(holderIn(folder)).toMatchObject({ pid: process.pid, host })
    expect(() => takeLock(folder)).toThrow(`a run that process ${process.pid} on ${host} is writing`)
    release()
    expect(readdirSync(folder)).toEqual([])
    takeLock(folder)()
  })

  it('of another machine that renews it is left', () => {
    const holder = { pid: 1, host: 'elsewhere', started: '1' }
    expect(() => takeLock(folderWith(holder, 30))).toThrow('a run that process 1 on elsewhere is writing')
    expect(() => takeLock(folderWith(holder, -30))).toThrow('a run that process 1 on elsewhere is writing')
    expect(holderIn(folderWith(holder, 30))).toEqual(holder)
  })

  it('that is empty and only just made is one that is being written', () => {
    expect(() => takeLock(folderWith(''))).toThrow('a run that another process is writing')
  })
})

describe('a lock that cannot be read', () => {
  it('is refused at once where it is a folder, by a run as well', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'lock'))
    const text = [
      `${folder}/lock`,
      '  Found a lock that is a folder; expected the lock of a run, or none.',
      `  If nobody is writing in ${folder}, take it away: \`rm -r ${folder}/lock\`.  [lock-unreadable]`,
    ].join('\n')
    expect(textOf(() => takeLock(folder))).toBe(text)
    expect(textOf(() => holderIn(folder))).toBe(text)
    expect(textOf(() => new RunFolder(folder, headerOf(tinyPlan(), {}), 20, 20))).toBe(text)
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it.each([
    ['a link to itself', 'lock'],
    ['a link to nothing', 'nothing'],
    ['a link to a file', 'file'],
  ])('is refused at once where it is %s', (_, to) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), '')
    symlinkSync(to, join(folder, 'lock'))
    for (const act of [takeLock, holderIn])
      expect(() => act(folder)).toThrow('a lock that is no plain file; expected the lock of a run, or none.')
  })

  // whoever is root may read every file: the refusal is put in the reader's place
  it.each([
    ['EACCES', 'no permission'],
    ['EPERM', 'no permission'],
    ['EIO', 'the error EIO'],
  ])('is refused at once where reading it ends with %s', (code, why) => {
    const folder = folderWith({ pid: process.pid, host, started: '1' })
    for (const act of [takeLock, holderIn])
      expect(() => act(folder, refusing(code))).toThrow(`Found a lock that cannot be read (${why}); expected`)
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('is named so that a shell takes it, also with an apostrophe', () => {
    const folder = join(newFolder(), "Ann's run")
    mkdirSync(join(folder, 'lock'), { recursive: true })
    expect(() => takeLock(folder)).toThrow(`\`rm -r '${folder.replace("'", "'\\''")}/lock'\``)
  })
})

describe('a lock that is given back while it is looked at', () => {
  it('belongs to nobody, though it was there a line before', () => {
    const folder = folderWith({ pid: process.pid, host, started: '' })
    const lock = join(folder, 'lock')
    const gone = (file: string) => {
      const text = readFileSync(file, 'utf8')
      rmSync(file)
      return text
    }
    // read, then given back: as it was when it was read
    expect(holderIn(folder, gone)).toMatchObject({ pid: process.pid })
    expect(existsSync(lock)).toBe(false)
    // given back between the look at it and the reading
    writeFileSync(lock, '')
    expect(holderIn(folder, (file) => gone(file) && readFileSync(file, 'utf8'))).toBeUndefined()
    expect(holderIn(folder)).toBeUndefined()
  })

  it('is tried again, and then taken', () => {
    const folder = folderWith('')
    let reads = 0
    const release = takeLock(folder, (file) => {
      reads += 1
      rmSync(file)
      return readFileSync(file, 'utf8')
    })
    expect(reads).toBe(1)
    expect(holderIn(folder)).toMatchObject({ pid: process.pid })
    release()
  })

  it('is tried again a bounded number of times', () => {
    const folder = folderWith('')
    let reads = 0
    const gone = () => {
      reads += 1
      return refusing('ENOENT')()
    }
    expect(() => takeLock(folder, gone)).toThrow('a run that another process is writing')
    expect(reads).toBe(20)
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('and taken by another belongs to that one: it is put back and named', () => {
    const dead = { pid: 2 ** 22 + 1, host, started: '1' }
    const folder = folderWith(dead)
    const lock = join(folder, 'lock')
    const other = `${JSON.stringify({ pid: 7, host: 'elsewhere', started: '1' })}\n`
    const taken = (file: string) => {
      const text = readFileSync(file, 'utf8')
      writeFileSync(`${lock}.other`, other)
      rmSync(file)
      linkSync(`${lock}.other`, file)
      rmSync(`${lock}.other`)
      return text
    }
    expect(() => takeLock(folder, taken)).toThrow('a run that process 7 on elsewhere is writing')
    expect(readFileSync(lock, 'utf8')).toBe(other)
    expect(readdirSync(folder)).toEqual(['lock'])
  })
})
