/** `cityward verify`: a run folder held against its hashes. */
import { join } from 'node:path'
import type { UpdatedRun } from '../store/update-identity.js'
import { updateIn } from '../store/updated-run.js'
import { type Finding, type Verification, verifyRun } from '../store/verify.js'
import { verifyUpdated } from '../store/verify-updated.js'
import { runCommand } from '../studies/run-provenance.js'
import { howMany } from '../vocabulary/numbers.js'
import { fail } from '../vocabulary/problems.js'
import { shellWord } from '../vocabulary/shell.js'
import { NOT_WHOLE } from './end-of-run.js'
import { said } from './screen.js'
import { print, printJson } from './terminal.js'

/** Findings that are named one by one. */
const NAMED = 20

/** Prints what is missing or damaged. Returns the exit code: 0 where the run is finished and whole, else 3. */
export function verify(folder: string, { json }: { readonly json?: boolean }): number {
  const updated = updateIn(folder)
  if (updated) return verifyUpdate(folder, updated, json)
  const verified = verifyRun(folder)
  const { run, findings, finished } = verified
  refuseNoRun(verified)
  const whole = isWhole(verified)
  if (json) {
    const { parts, holder } = verified
    const shard = run?.shard
    printJson({ folder, whole, finished, shard, parts, findings, holder })
  } else print(`${verifiedText(verified, whole)}\n`)
  return whole ? 0 : NOT_WHOLE
}

/** The same of an updated run, which is whole where its own files are, and the run that it is of. */
function verifyUpdate(folder: string, record: UpdatedRun, json: boolean | undefined): number {
  const { findings, base, isSame } = verifyUpdated(folder, record)
  refuseNoRun(base)
  const whole = isSame && base.finished && base.findings.length === 0 && findings.length === 0
  if (json) printJson({ folder, whole, findings, isSame, of: base })
  else {
    const lines = findings.map(({ file, is }) => `${said(is).padEnd(WIDEST)} ${join(folder, file)}`)
    const own = whole
      ? `${folder} is whole: an updated run of ${howMany(record.draws.length, 'draw')}, every file as it was written.`
      : `${folder} is an updated run that is not whole.`
    const again = [
      ...(isSame ? [] : [`In ${base.folder} lies another run by now than the one that was updated.`]),
      ...(isSame && findings.length === 0
        ? []
        : [`\`cityward update\` with the same observations writes it anew.`]),
    ]
    print(
      `${[...lines, [own, ...again].map(said).join(' '), verifiedText(base, isWhole(base))].join('\n')}\n`,
    )
  }
  return whole ? 0 : NOT_WHOLE
}

const isWhole = ({ finished, findings }: Verification) => finished && findings.length === 0

function refuseNoRun({ folder, run, findings }: Verification): void {
  if (run || !findings.every(({ is }) => is === 'missing')) return
  fail({
    code: 'run-missing',
    where: { file: folder },
    found: 'no run.json and no manifest.json',
    expected: 'the folder of a run',
  })
}

function verifiedText(verified: Verification, whole: boolean): string {
  const { folder, run, finished, parts, findings } = verified
  const shard = run?.shard ? said(`Shard ${run.shard.index} of ${run.shard.count}: `) : ''
  if (whole) return shard + said(`${folder} is whole: ${parts.all} parts, every file as it was written.`)
  const lines = findings
    // an unfinished run has no manifest yet; the last line tells that
    .filter(({ file, is }) => finished || file !== 'manifest.json' || is !== 'missing')
    .map(({ file, is }) => `${said(is).padEnd(WIDEST)} ${file}`)
  const more = lines.length > NAMED ? [said(`and ${lines.length - NAMED} more`)] : []
  const state = finished ? 'was finished, but is no longer whole' : 'is not finished'
  const sentences = [
    `${folder} ${state}: ${parts.whole} of ${parts.all} parts are whole.`,
    ...nextSteps(verified),
  ]
  return [...lines.slice(0, NAMED), ...more, shard + sentences.map(said).join(' ')].join('\n')
}

/** Columns of the longest word for a finding. */
const WIDEST = 'unreadable'.length

/** What mends what was found; nothing that is whole is made anew by any of it. */
function nextSteps({ folder, run, draws, findings, holder }: Verification): string[] {
  if (holder) return [`Process ${holder.pid} on ${holder.host} is writing it.`]
  const word = shellWord(folder)
  if (!run)
    return ['Neither run.json nor manifest.json can be used: run the scenario again into another folder.']
  const unreadable = findings.filter(({ is }) => is === 'unreadable').map(({ file }) => file)
  const foreign = findings.filter((one) => one.is === 'foreign' && RECORDS.includes(one.file))
  const away = [...unreadable, ...foreign.map(({ file }) => file)]
  const first = away.length > 0 ? [`Take away or make readable: ${away.join(', ')}.`] : []
  const cures = new Set(findings.map(({ file }) => cureFor(file)))
  const commands =
    cures.has(undefined) || cures.size === 0 ? [`\`cityward resume ${word}\` makes what is missing.`] : []
  const again = runCommand(folder, run, draws ?? run.draws) ?? 'cityward run'
  if (cures.has('run')) return [...first, ...commands, `\`${again}\` writes ${KEPT} anew.`]
  for (const cure of ['reach', 'report'] as const)
    if (cures.has(cure)) commands.push(`\`cityward ${cure} ${word}\` writes it anew.`)
  return [...first, ...commands]
}

/** Records of which one may be another run's. */
const RECORDS: readonly Finding['file'][] = ['run.json', 'manifest.json']
/** What `cityward run` keeps beside the outcomes. */
const KEPT = 'provenance, report, what the plan adds, how a quota could be split and what would be enough'

/** The command that writes a file anew, where that is not `resume`. */
function cureFor(file: string): 'run' | 'reach' | 'report' | undefined {
  if (['provenance.json', 'files.json', 'added.json', 'split.json'].includes(file)) return 'run'
  if (file === 'reach.json') return 'reach'
  return file === 'report.html' ? 'report' : undefined
}
