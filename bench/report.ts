/** Results on the terminal: ratios first, and beside every timing what noise alone does. */
import { pad } from '../src/report/words/width.js'
import type { Compared } from './compare.js'
import type { Figure, Results } from './results.js'

/** Three digits that matter. */
function number(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}

function range(low: number, high: number): string {
  return `${number(low)} - ${number(high)}`
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column], column === 0 ? 'right' : 'left'))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function rowOf({ name, unit, median, low, high, nullControl }: Figure): string[] {
  const same = nullControl ? range(nullControl.low, nullControl.high) : '-'
  return [name, number(median), unit, range(low, high), same]
}

const HEADS = ['', 'median', 'unit', 'range', 'same against itself']

export function reportText(results: Results): string {
  const { machine, commit, clean, checksums, skipped, figures } = results
  const parts = [...new Set(figures.map(({ part }) => part))]
  const sections = parts.map((part) => {
    const own = figures.filter((figure) => figure.part === part)
    const isRatio = ({ unit }: Figure) => unit === 'ratio'
    const ordered = [...own.filter(isRatio), ...own.filter((figure) => !isRatio(figure))]
    return `${part}\n${table([HEADS, ...ordered.map(rowOf)])}`
  })
  const agreed = [...new Set(checksums.map(({ work }) => work))].map((work) => {
    const own = checksums.filter((one) => one.work === work)
    return `Checksum of ${work}, the same for all ${own.length}: ${own[0].checksum}`
  })
  const left = skipped.map(({ part, what, because }) => `Skipped in ${part}: ${what}; ${because}.`)
  const head = `${machine.processor}, ${machine.cores} cores, ${machine.system}; load ${machine.load.map(number).join(' to ')}; commit ${commit.slice(0, 8)}${clean ? '' : ' with changes'}`
  return `${[head, ...sections, [...agreed, ...left].join('\n')].filter((text) => text !== '').join('\n\n')}\n`
}

export function comparisonText({ changes, missing, otherNumbers, worse }: Compared): string {
  const rows = changes.map(({ part, name, unit, before, now, ratio, allowed, verdict }) => [
    `${part}: ${name}`,
    number(before),
    number(now),
    unit,
    number(ratio),
    `+/- ${Math.round(allowed * 100)} %`,
    verdict,
  ])
  const heads = ['', 'before', 'now', 'unit', 'now / before', 'allowed', 'verdict']
  const notes = [
    ...missing,
    ...otherNumbers.map((work) => `The checksum of ${work} is another: the work or the model has changed.`),
    worse ? 'Something is worse.' : 'Nothing is worse.',
  ]
  return `${table([heads, ...rows])}\n\n${notes.join('\n')}\n`
}
