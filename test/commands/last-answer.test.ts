/** Errors of every kind as they end a command: one answer, its exit code, and never a trace. */
import { afterEach, expect, it } from 'vitest'
import { lastAnswer } from '../../src/commands/last-answer.js'
import { OutputLost } from '../../src/commands/terminal.js'
import { CitywardError, NotWholeError } from '../../src/vocabulary/problems.js'
import { VERSION } from '../../src/vocabulary/version.js'

const write = process.stderr.write
afterEach(() => {
  process.stderr.write = write
  delete process.env.CITYWARD_TRACE
})

function answerTo(error: unknown) {
  let said = ''
  process.stderr.write = ((text: string) => {
    said += text
    return true
  }) as typeof write
  const code = lastAnswer(error)
  process.stderr.write = write
  return { code, said }
}
const thrownBy = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
const PROBLEM = {
  code: 'file-missing',
  where: { file: 'a\u001b[31m.yaml' },
  found: 'no',
  expected: 'one',
} as const

it('tells a mistake and a missing piece by their codes', () => {
  const said = 'a?[31m.yaml\n  Found no; expected one.  [file-missing]\n'
  expect(answerTo(new CitywardError([PROBLEM]))).toEqual({ code: 2, said })
  expect(answerTo(new NotWholeError([PROBLEM]))).toEqual({ code: 3, said })
  const many = answerTo(new CitywardError(Array.from({ length: 1001 }, () => PROBLEM)))
  expect(many.said.split('[file-missing]').length - 1).toBe(1000)
  expect(many.said).toContain('More may appear once this is mended')
})

it('tells what the system refused', () => {
  const error = Object.assign(new Error('EMFILE: too many open files'), {
    ...{ code: 'EMFILE', errno: -24, syscall: 'open', path: '/some/file' },
  })
  expect(answerTo(error)).toEqual({
    code: 2,
    said:
      '/some/file\n  Found too many files open at once; expected a system that allows it (open).\n' +
      '  Allow more: `ulimit -n 1024`, or fewer --threads.  [system-refused]\n',
  })
})

it('tells a text that is longer than any can be', () => {
  const error = thrownBy(() => 'x'.repeat(2 ** 29).padEnd(2 ** 30))
  expect(answerTo(error)).toEqual({
    code: 2,
    said:
      'this machine\n  Found more than can be held in one piece (Invalid string length); expected fewer places, ' +
      'years, policies or draws.  [memory-exceeded]\n',
  })
})

it('tells a fault of our own in words, and where in the code only when asked', () => {
  const error = thrownBy(() => (undefined as unknown as { a: string }).a)
  const said =
    "cityward failed by a fault of its own (TypeError: Cannot read properties of undefined (reading 'a')).\n" +
    `Please report it with the command and its files; this is cityward ${VERSION} on Node ${process.version}, ` +
    `${process.platform}. With CITYWARD_TRACE=1 it also shows where in the code.\n`
  expect(answerTo(error)).toEqual({ code: 1, said })
  process.env.CITYWARD_TRACE = '1'
  expect(answerTo(error).said).toMatch(/^cityward failed[\s\S]*\n {4}at /)
})

it('says nothing of an output that nobody takes, whose exit code is the terminal’s', () => {
  expect(answerTo(new OutputLost())).toEqual({ code: 0, said: '' })
})
