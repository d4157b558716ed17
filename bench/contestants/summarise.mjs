/**
 * Milliseconds of the processor that the summary of a finished run takes, by the build in a folder.
 *
 * Arguments: the folder of a built checkout, a run folder that it has written.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , folder, run] = process.argv
// the first releases had all in one entry
const files = ['index', 'store'].map((name) => join(folder, 'dist', `${name}.js`)).filter(existsSync)
const parts = await Promise.all(files.map((file) => import(pathToFileURL(file).href)))
const { openRun, summarise } = Object.assign({}, ...parts)

const { header, reader } = await openRun(run)
const before = process.cpuUsage()
await summarise(header, reader)
const { user, system } = process.cpuUsage(before)
process.stdout.write(`${(user + system) / 1000}\n`)
