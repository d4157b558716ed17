/** `cityward verify`: a run folder held against its hashes. */
import { type Verification, verifyRun } from '../store/verify.js'
import { fail } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { NOT_WHOLE } from './end-of-run.js'
import { print, printJson } from './terminal.js'

/** Findings that are named one by one. */
const NAMED = 20

/** Prints what is missing or damaged. Returns the exit code: 0 where the run is finished and whole, else 3. */
export function verify(folder: string, { json }: { readonly json?: boolean }): number {
  const verified = verifyRun(folder)
  const { run, findings, finished } = verified
  if (!run && !findings.some(({ is }) => is === 'damaged')) {
    fail({
      code: 'run-missing',
      where: { file: folder },
      found: 'no run.json and no manifest.json',
      expected: 'the folder of a run',
    })
  }
  const whole = finished && findings.length === 0
  if (json) {
    const { parts, holder } = verified
    const shard = run?.shard
    printJson({ folder, whole, finished, shard, parts, findings, holder })
  } else print(`${verifiedText(verified, whole)}\n`)
  return whole ? 0 : NOT_WHOLE
}

function verifiedText(
  { folder, run, finished, parts, findings, holder }: Verification,
  whole: boolean,
): string {
  const shard = run?.shard ? `Shard ${run.shard.index} of ${run.shard.count}: ` : ''
  if (whole) return `${shard}${folder} is whole: ${parts.all} parts, every file as it was written.`
  const lines = findings
    // an unfinished run has no manifest yet; the last line tells that
    .filter(({ file, is }) => finished || file !== 'manifest.json' || is === 'damaged')
    .map(({ file, is }) => `${is.padEnd(8)} ${file}`)
  const more = lines.length > NAMED ? [`and ${lines.length - NAMED} more`] : []
  const state = finished ? 'was finished, but is no longer whole' : 'is not finished'
  const next = holder
    ? `Process ${holder.pid} on ${holder.host} is writing it.`
    : `\`cityward resume ${shellWord(folder)}\` makes what is missing.`
  return [
    ...lines.slice(0, NAMED),
    ...more,
    `${shard}${folder} ${state}: ${parts.whole} of ${parts.all} parts are whole. ${next}`,
  ].join('\n')
}
