/** Tests that load src/ by what is kept of it load what is there now. */
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporary } from '../commands/cityward.js'
import { makeAll } from './sources-as-javascript.js'

function newFolder(): string {
  const root = temporary()
  mkdirSync(join(root, 'src'))
  return root
}

/** What each of its sources, as it is kept, exports. */
async function textsOf(root: string) {
  return [...(await makeAll(root, [])).values()].map(
    (kept) => readFileSync(kept, 'utf8').match(/is = "(.*)"/)?.[1],
  )
}

it('makes anew what has another text, whatever its time', async () => {
  const root = newFolder()
  const [one, other] = ['one', 'other'].map((name) => join(root, 'src', `${name}.ts`))
  const time = new Date('2021-11-08')
  const write = (file: string, text: string) => {
    writeFileSync(file, `export const is: string = '${text}'\n`)
    utimesSync(file, time, time)
  }
  write(one, 'first')
  write(other, 'other')
  expect(await textsOf(root)).toEqual(['first', 'other'])
  write(one, 'again')
  expect(await textsOf(root)).toEqual(['again', 'other'])

  renameSync(other, one)
  expect(await textsOf(root)).toEqual(['other'])
})

it('tells of a source that it cannot read, and makes it once it is mended', async () => {
  const root = newFolder()
  const file = join(root, 'src', 'one.ts')
  writeFileSync(file, "export const is = 'open")
  await expect(makeAll(root, [])).rejects.toThrow('one.ts:1')
  writeFileSync(file, "export const is = 'shut'")
  expect(await textsOf(root)).toEqual(['shut'])
})
