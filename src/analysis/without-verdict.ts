/** What a summary says of what has no verdict: commitments with what is known of them, empty sections, cities that are alike. */
import type { RunHeader } from '../results/run-header.js'
import type { Series, Summary, UnassessedCommitment } from './summary.js'

export function withoutVerdict(
  header: RunHeader,
  series: readonly Series[],
): Pick<Summary, 'unassessed' | 'sections' | 'alike'> {
  const { unassessed, indicators, sections = [] } = header
  return {
    unassessed: unassessed.map((one) => withKnown(header, series, one)),
    sections,
    alike: indicators.filter(({ alike }) => alike).map(({ name, title }) => ({ indicator: name, title })),
  }
}

/** A commitment with what its indicators come to under the last policy. */
function withKnown(
  { policies }: RunHeader,
  series: readonly Series[],
  { shows = [], ...commitment }: RunHeader['unassessed'][number],
): UnassessedCommitment {
  const policy = policies.at(-1)?.name
  const known = shows.flatMap((indicator) => {
    const found = series.find((one) => one.policy === policy && one.indicator === indicator)
    const [first, last] = [found?.years[0], found?.years.at(-1)]
    if (!found || !first || !last) return []
    const { title, unit } = found
    const base = { baseYear: first.year, base: first.principal }
    return [{ indicator, title, unit, ...base, year: last.year, spread: last.spread }]
  })
  return { ...commitment, known }
}
