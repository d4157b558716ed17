/** The tables of docs/validation.md, from the kept forecasts. */
import { SUBJECTS, type Subject } from '../../src/calibration/past/subjects.js'
import { BANDS, errorOf, isProvince, type Kept, METHODS, type Score, scoreOf } from './kept.js'
import { TESTS, type Test } from './rows.js'

const NAMES: Record<Subject, string> = {
  urban_share: 'urban share, points',
  people: 'residents, %',
  ages_6_14: 'ages 6-14, %',
  ages_60_plus: 'ages 60+, %',
  births: 'births, %',
  deaths: 'deaths of 60+, %',
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
const fixed = (value: number, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '')
const signed = (value: number) => (Number.isFinite(value) ? `${value > 0 ? '+' : ''}${value.toFixed(1)}` : '')
const percent = (share: number) => (100 * share).toFixed(0)

const scoreCells = ({ number, errors, bias, crps, held }: Score) => [
  String(number),
  ...METHODS.map((method) => fixed(errors[method])),
  signed(bias),
  fixed(crps),
  BANDS.map((band) => percent(held[band])).join(', '),
]
const SCORE_HEAD = [
  'number',
  'model',
  'growth difference',
  'straight line',
  'no change',
  'bias',
  'CRPS',
  'held by 50, 80, 95 %',
]

/** Places of all provinces, or the provinces themselves, by subject. */
export function pooledTable(kept: readonly Kept[], test: Test, of: 'places' | 'provinces'): string {
  const own = kept.filter((one) => one.test === test && isProvince(one) === (of === 'provinces'))
  return table(
    [`${of}`, ...SCORE_HEAD],
    SUBJECTS.map((subject) => [
      NAMES[subject],
      ...scoreCells(scoreOf(own.filter((one) => one.subject === subject))),
    ]),
  )
}

/** By province: mean errors of its places beside the best line for residents and urban share, and what bands of 80 % held. */
export function provinceTable(kept: readonly Kept[], test: Test): string {
  const own = kept.filter((one) => one.test === test)
  const codes = [...new Set(own.map(({ province }) => province))].sort()
  const rows = codes.map((code) => {
    const inside = own.filter((one) => one.province === code)
    const places = inside.filter((one) => !isProvince(one))
    const of = (subject: Subject) => scoreOf(places.filter((one) => one.subject === subject))
    const region = (subject: Subject) => inside.find((one) => isProvince(one) && one.subject === subject)!
    const [share, people] = [of('urban_share'), of('people')]
    return [
      `${code} ${region('people').name}`,
      String(share.number),
      `${fixed(people.errors.model)}; ${fixed(people.errors.straight_line)}`,
      `${fixed(share.errors.model)}; ${fixed(share.errors.straight_line)}`,
      ...(['births', 'ages_6_14', 'ages_60_plus', 'deaths'] as const).map((subject) =>
        fixed(of(subject).errors.model),
      ),
      `${signed(errorOf(region('people'), 'model'))}; ${signed(errorOf(region('urban_share'), 'model'))}`,
      SUBJECTS.map((subject) => percent(of(subject).held[80])).join(', '),
    ]
  })
  return table(
    [
      'province',
      'places',
      'residents; line',
      'urban share; line',
      'births',
      '6-14',
      '60+',
      'deaths',
      'province: residents; share',
      `80 % bands hold: ${SUBJECTS.map((subject) => NAMES[subject].split(',')[0]).join(', ')}`,
    ],
    rows,
  )
}

/** The places and provinces that a test missed most, relative to what is usual for the subject. */
export function worst(kept: readonly Kept[], test: Test, subject: Subject, number: number): string[] {
  return kept
    .filter((one) => one.test === test && one.subject === subject)
    .sort((a, b) => Math.abs(errorOf(b, 'model')) - Math.abs(errorOf(a, 'model')))
    .slice(0, number)
    .map(
      (one) =>
        `${one.province} ${one.name}${isProvince(one) ? ' (province)' : ''} ${signed(errorOf(one, 'model'))}`,
    )
}

/** Every table, as Markdown. */
export function allTables(kept: readonly Kept[]): string {
  return TESTS.flatMap((test) => [
    `## ${test}`,
    pooledTable(kept, test, 'places'),
    pooledTable(kept, test, 'provinces'),
    provinceTable(kept, test),
    ...SUBJECTS.map((subject) => `${subject}: ${worst(kept, test, subject, 5).join('; ')}`),
  ]).join('\n\n')
}
