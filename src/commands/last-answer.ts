/** What is said of an error that ended a command, and its exit code. Whatever it is, there is no trace on the screen. */
import { CitywardError, MORE_MAY_APPEAR, NotWholeError, type Problem } from '../vocabulary/problems.js'
import { VERSION } from '../vocabulary/version.js'
import { problemText, said } from './screen.js'
import { OutputLost, printAside } from './terminal.js'

const OWN_FAULT = 1
const MISTAKE = 2
const NOT_WHOLE = 3

/** Print what went wrong in the user's words. Returns the exit code. */
export function lastAnswer(error: unknown): number {
  // the exit code of a lost output is the terminal's
  if (error instanceof OutputLost) return 0
  if (error instanceof CitywardError) {
    printAside(`${error.problems.map(problemText).join('\n\n')}\n`)
    if (error.more) printAside(`\n${said(MORE_MAY_APPEAR)}\n`)
    return error instanceof NotWholeError ? NOT_WHOLE : MISTAKE
  }
  const problem = systemProblem(error) ?? memoryProblem(error)
  if (problem) printAside(`${problemText(problem)}\n`)
  else printAside(ownFault(error))
  if (process.env.CITYWARD_TRACE) printAside(`${(error as Error | undefined)?.stack}\n`)
  return problem ? MISTAKE : OWN_FAULT
}

const REASONS: ReadonlyMap<string, readonly [found: string, hint?: string]> = new Map([
  ['EMFILE', ['too many files open at once', 'Allow more: `ulimit -n 1024`, or fewer --threads.']],
  ['ENFILE', ['too many files open on this machine']],
  ['EAGAIN', ['no room for another thread or process', 'Ask for fewer --threads.']],
  ['EADDRINUSE', ['a port that another program has', 'Leave out --port, or ask for another.']],
  ['ENOSPC', ['a full disk', 'Make room; temporary files go to the folder that TMPDIR names.']],
  ['EACCES', ['no permission']],
  ['EPERM', ['no permission']],
  ['ENOENT', ['no such file or folder']],
  ['EISDIR', ['a folder where a file should be']],
  ['ENOTDIR', ['a file where a folder should be']],
])

/** An operation that the system refused, wherever in a command that was. */
function systemProblem(error: unknown): Problem | undefined {
  const { code, errno, syscall, path } = (error ?? {}) as NodeJS.ErrnoException
  if (code === undefined || (errno === undefined && syscall === undefined)) return undefined
  const [found, hint] = REASONS.get(code) ?? [`the error ${code}`]
  const where = { file: path ?? 'this machine' }
  return {
    code: 'system-refused',
    where,
    found,
    expected: `a system that allows it (${syscall ?? code})`,
    hint,
  }
}

/** Text or memory beyond what the engine can hold in one piece. */
const TOO_LARGE =
  /Invalid string length|Array buffer allocation failed|Invalid (?:typed )?array (?:buffer )?length/i

function memoryProblem(error: unknown): Problem | undefined {
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException
  const isText = code === 'ERR_STRING_TOO_LONG'
  if (!isText && code !== 'ERR_WORKER_OUT_OF_MEMORY' && !TOO_LARGE.test(String(message))) return undefined
  return {
    code: 'memory-exceeded',
    where: { file: 'this machine' },
    found: `more than can be held in one piece (${message})`,
    expected: 'fewer places, years, policies or draws',
  }
}

function ownFault(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const [line] = what.split('\n')
  const failed = `cityward failed by a fault of its own (${line.slice(0, 300)}).`
  const system = `${VERSION} on Node ${process.version}, ${process.platform}`
  const report = `Please report it with the command and its files; this is cityward ${system}. With CITYWARD_TRACE=1 it also shows where in the code.`
  return `${said(failed)}\n${said(report)}\n`
}
