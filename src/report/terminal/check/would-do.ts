/** What a scenario would do, below what was found of its files: people, targets, and programmes by year against what is due. */
import { reached } from '../../../analysis/attainment.js'
import { columnAt } from '../../../plan/outcome-columns.js'
import type { ProgrammeCourse, Projection } from '../../../results/projection.js'
import type { RunHeader } from '../../../results/run-header.js'
import { RURAL, STATUSES } from '../../../vocabulary/dimensions.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { inLanguage } from '../../words/bilingual.js'
import { amount, count, labelled, measured } from '../../words/numbers.js'
import { wrap } from '../../words/width.js'
import type { Page } from '../page.js'
import { type TextColumn, tableLines } from '../table.js'

/** Most years that are columns, and targets that are named. */
const MOST_YEARS = 4
const MOST_NAMED = 6

/** Of the last policy in the median future; nothing where that cannot be simulated. Ends with a line break. */
export function wouldDoText(header: RunHeader, page: Page): string {
  const { language, width, paint } = page
  const policy = header.policies.at(-1)
  const projection = header.projections.find((one) => one.policy === policy?.name)
  if (!policy || !projection) return ''
  const say = inLanguage(language)
  const heading = say(
    `What “${policy.title.en}” would do in one future, with every uncertainty at its median:`,
    `“${policy.title.zh}”在各不确定因素取中位数时的结果：`,
  )
  const lines = [
    ...wrap(heading, width).map((line) => paint('bold', line)),
    ...[
      peopleText(header, projection, page),
      ...(header.targets.length > 0 ? [targetsText(header, page)] : []),
    ].flatMap((text) => wrap(text, width)),
    ...programmeLines(header, projection, page),
  ]
  return `${lines.join('\n')}\n`
}

/** Residents, and how many of a hundred live in town. */
function peopleText({ places, years }: RunHeader, { people }: Projection, { language }: Page): string {
  const [region] = places
  const ends = [years[0], years.at(-1)!].map((year) => {
    const { byStatus = [] } = people.find((one) => one.code === region.code && one.year === year) ?? {}
    const all = byStatus.reduce((sum, one) => sum + one, 0)
    const urban = byStatus.length === STATUSES.length ? (100 * (all - byStatus[RURAL])) / all : undefined
    return { year, all, urban }
  })
  const one = ({ year, all, urban }: (typeof ends)[number]) => {
    const residents = measured(all, 'person', language)
    const share = urban === undefined ? '' : measured(urban, 'percent', language)
    if (language === 'zh') return `${year}年${residents}${share === '' ? '' : `，城镇占${share}`}`
    return `${residents} in ${year}${share === '' ? '' : `, ${share} in towns`}`
  }
  return inLanguage(language)(
    `Residents of ${region.name.en}: ${ends.map(one).join('; ')}.`,
    `${region.name.zh}常住人口：${ends.map(one).join('；')}。`,
  )
}

/** How many targets that future reaches, and which it misses. */
function targetsText({ targets, principal, ...columns }: RunHeader, { language }: Page): string {
  const values = principal.at(-1) ?? []
  const known = targets.filter(({ unmoved }) => !unmoved)
  const missed = known.filter(
    (target) => !reached(target, values[columnAt(columns, target.indicator, 0, target.year)]),
  )
  const say = inLanguage(language)
  const names = missed.slice(0, MOST_NAMED).map(({ title }) => title[language])
  const more = missed.length - names.length
  const which =
    missed.length === 0
      ? ''
      : say(
          ` It misses: ${names.join('; ')}${more > 0 ? ` and ${count(more)} more` : ''}.`,
          `未达到：${names.join('；')}${more > 0 ? `等${count(missed.length)}项` : ''}。`,
        )
  const still = targets.length - known.length
  const cannot = still === 0 ? '' : say(`; ${count(still)} cannot be assessed`, `，${count(still)}项无法评估`)
  return `${say(
    `Of ${howMany(targets.length, 'target')} it reaches ${count(known.length - missed.length)}${cannot}.`,
    `${count(targets.length)}项目标中达到${count(known.length - missed.length)}项${cannot}。`,
  )}${which}`
}

/** Opened by the end of a year, and what is due by then in the scenario. */
function programmeLines(
  { years }: RunHeader,
  { programmes }: Projection,
  { language, width }: Page,
): string[] {
  if (programmes.length === 0) return []
  const later = years.slice(1)
  const step = Math.ceil(later.length / MOST_YEARS)
  const shown = later.filter((_, at) => (later.length - 1 - at) % step === 0)
  const say = inLanguage(language)
  const columns: TextColumn[] = [
    { heading: say('Programme', '项目'), align: 'left', atLeast: 20 },
    ...shown.map((year): TextColumn => ({ heading: String(year), align: 'right' })),
  ]
  const cell = (programme: ProgrammeCourse, year: number) => {
    const found = programme.years.find((one) => one.year === year)
    if (!found) return '-'
    const [opened, due] = [found.opened, found.promised].map((value) =>
      amount(value, programme.unit, language),
    )
    return `${opened} / ${due}`
  }
  const rows = programmes.map((programme) => [
    labelled(programme.title, programme.unit, language),
    ...shown.map((year) => cell(programme, year)),
  ])
  const heading = say(
    'Opened of what is due in this scenario, by the end of the year:',
    '各年年底建成/本方案应建成：',
  )
  return ['', ...wrap(heading, width), ...tableLines(columns, rows, width)]
}
