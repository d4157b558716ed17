/** Tables of services and their programmes in the principal projection, by place and year. */
import type { Summary } from '../../analysis/summary.js'
import { phrase } from '../words/bilingual.js'
import { titleWithUnit, unitWords } from '../words/titles.js'
import { QUALITY } from '../words/verdicts.js'
import {
  column,
  type DataCell,
  type DataTable,
  numberCell,
  shareCell,
  titled,
  wordsCell,
  yearCell,
} from './data-table.js'
import { mainProjection, placeName } from './headline.js'

/** Need, capacity and what is lacking of every service, by place and year. */
export function serviceTables(summary: Summary): DataTable[] {
  const found = mainProjection(summary)
  if (!found) return []
  return found.projection.services.map(({ service, title, unit, rows }, index) => ({
    id: `service-${service}`,
    title: phrase(`${title.en}: needed and there, principal projection`, `${title.zh}：需要与供给（主预测）`),
    subject: titleWithUnit(title, unit),
    columns: [
      column('Place', '地区', false),
      column('Year', '年份'),
      titled(titleWithUnit(phrase('Needed', '需要'), unit)),
      titled(titleWithUnit(phrase('There', '供给'), unit)),
      titled(titleWithUnit(phrase('Lacking', '缺口'), unit)),
      column('Lacking, share of the need', '缺口占需要的比例'),
    ],
    rows: rows.map(({ code, year: when, need, capacity, lacking, lackingShare }, place) => {
      const from = `projections.${found.at}.services.${index}.rows.${place}`
      return [
        wordsCell(placeName(summary, code)),
        yearCell(when, `${from}.year`),
        numberCell(need, unit, `${from}.need`),
        numberCell(capacity, unit, `${from}.capacity`),
        numberCell(lacking, unit, `${from}.lacking`),
        shareCell(lackingShare, `${from}.lackingShare`),
      ]
    }),
  }))
}

/** Places of every kind in the region as a whole, year by year. */
export function servicesInAll(summary: Summary): DataTable {
  const { projection, at } = mainProjection(summary)!
  const region = summary.map[0].code
  const counted = (en: string, zh: string) => column(`${en} (places)`, `${zh}（个）`)
  return {
    id: 'services-in-all',
    title: phrase(
      `${summary.region.en}: places needed and there by year, principal projection`,
      `${summary.region.zh}：逐年需要与供给的学位（主预测）`,
    ),
    columns: [
      column('Places', '学位', false),
      column('Year', '年份'),
      counted('Needed', '需要'),
      counted('There', '供给'),
      counted('Lacking', '缺口'),
    ],
    rows: projection.services.flatMap(({ title, unit, rows }, index) =>
      rows.flatMap(({ code, year: when, need, capacity, lacking }, place): DataCell[][] => {
        if (unit !== 'place' || code !== region) return []
        const from = `projections.${at}.services.${index}.rows.${place}`
        return [
          [
            wordsCell(title),
            yearCell(when, `${from}.year`),
            numberCell(need, unit, `${from}.need`),
            numberCell(capacity, unit, `${from}.capacity`),
            numberCell(lacking, unit, `${from}.lacking`),
          ],
        ]
      }),
    ),
  }
}

/** Programmes in the region by year: due in this scenario, started and opened since the base year. */
export function programmeTable(summary: Summary): DataTable | undefined {
  const found = mainProjection(summary)
  if (!found || found.projection.programmes.length === 0) return undefined
  const [base] = summary.years
  const underWay = found.projection.programmes.some((one) => one.underWay !== undefined)
  return {
    id: 'programmes',
    title: phrase('Programmes since the base year, principal projection', '基期以来的项目（主预测）'),
    columns: [
      column('Programme', '项目', false),
      column('Counted in', '计量单位', false),
      column('Year', '年份'),
      column('Starts due in this scenario', '本方案应开工'),
      column('Started', '开工'),
      column('Openings due in this scenario', '本方案应建成'),
      column('Opened', '建成'),
      ...(underWay ? [column(`Under way at the end of ${base}`, `${base}年末在建`)] : []),
      column('Starts rest on', '开工数依据', false),
    ],
    rows: found.projection.programmes.flatMap(({ title, unit, years, quality, ...more }, index) =>
      years.slice(1).map((one, place): DataCell[] => {
        const from = `projections.${found.at}.programmes.${index}.years.${place + 1}`
        const projects = (key: 'promisedStarts' | 'started' | 'promised' | 'opened') =>
          numberCell(one[key], unit, `${from}.${key}`)
        return [
          wordsCell(title),
          wordsCell(unitWords(unit)),
          yearCell(one.year, `${from}.year`),
          projects('promisedStarts'),
          projects('started'),
          projects('promised'),
          projects('opened'),
          ...(underWay
            ? [numberCell(more.underWay ?? 0, unit, `projections.${found.at}.programmes.${index}.underWay`)]
            : []),
          wordsCell(quality ? QUALITY[quality] : phrase('–', '–')),
        ]
      }),
    ),
  }
}
