/** Two runs by city and service: who gains and who loses, and the places where something differs. */
import type { Comparison } from '../../../analysis/compare.js'
import type { PlaceGap, ServiceChange } from '../../../analysis/comparison/compare-places.js'
import type { Language } from '../../../vocabulary/language.js'
import { inLanguage } from '../../words/bilingual.js'
import { AFTER_AGAINST_BEFORE, isChanged, whoGains } from '../../words/first-page/beside.js'
import { HEADINGS } from '../../words/headings.js'
import { amount, count, labelled, signed } from '../../words/numbers.js'
import { wrap } from '../../words/width.js'
import { type TextColumn, tableLines } from '../table.js'

interface Room {
  readonly language: Language
  readonly width: number
}

/** A block for each service in which something differs, and one line on the others; each begins with an empty line. */
export function byCityLines({ services }: Comparison, { language, width }: Room): string[] {
  const differing = services.filter(({ places }) => places.some(isChanged))
  const alike = services.filter((service) => !differing.includes(service))
  const say = inLanguage(language)
  const titles = alike.map(({ title }) => title[language])
  const rest = say(`Nothing differs anywhere: ${titles.join(', ')}.`, `各地均无变化：${titles.join('、')}。`)
  return [
    ...differing.flatMap((service) => ['', ...serviceLines(service, { language, width })]),
    ...(alike.length > 0 ? ['', ...wrap(rest, width)] : []),
  ]
}

function serviceLines(service: ServiceChange, { language, width }: Room): string[] {
  const { title, unit, year, places } = service
  const say = inLanguage(language)
  const changed = places.filter(isChanged)
  const heading = (key: 'before' | 'after', what: string): TextColumn => ({
    heading: say(`${HEADINGS[key].en}: ${what}`, `${HEADINGS[key].zh}${what}`),
    align: 'right',
  })
  const worst = say('to add at worst', '最缺年份需新增')
  const lacking = say('lacking', '缺口')
  const columns: TextColumn[] = [
    { heading: say('Place', '地区'), align: 'left' },
    heading('before', lacking),
    heading('after', lacking),
    { heading: HEADINGS.change[language], align: 'right' },
    heading('before', worst),
    heading('after', worst),
  ]
  const atWorst = ({ toAdd, year: when }: PlaceGap) =>
    toAdd === null || when === null || toAdd < 0.5 ? '-' : `${amount(toAdd, unit, language)} (${when})`
  const rows = [...changed]
    .sort((a, b) => a.change - b.change)
    .map(({ name, before, after, change }) => [
      name[language],
      amount(before.lacking, unit, language),
      amount(after.lacking, unit, language),
      signed(change, unit, language),
      atWorst(before),
      atWorst(after),
    ])
  const gains = whoGains(service, AFTER_AGAINST_BEFORE)
  const same = places.length - changed.length
  const others = say(`Nothing differs in ${count(same)} more.`, `其余${count(same)}个地区没有变化。`)
  const named = labelled(title, unit, language)
  return [
    say(`${named}: lacking in ${year}, median`, `${named}：${year}年缺口中位数`),
    ...tableLines(columns, rows, width),
    ...(gains ? wrap(gains[language], width) : []),
    ...(same > 0 ? [others] : []),
  ]
}
