/** Builds dist/ where the source is newer, so that one file of tests may be run at any time. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What build.mjs writes last, and then only where types are asked for. */
const LAST = 'dist/types/index.d.ts'

export default function build(): void {
  const built = changed(LAST)
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name))
  if (
    [...sources, 'build.mjs', 'package.json', 'tsconfig.build.json'].every((file) => touched(file) <= built)
  )
    return
  const { status } = spawnSync(process.execPath, ['build.mjs', '--types'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('node build.mjs failed')
}

/** When a file or folder was last changed; 0 where it is not there. */
function changed(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** The same of a file that is put back with the time it had, or gets another's name: the system knows when. */
function touched(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0
}
