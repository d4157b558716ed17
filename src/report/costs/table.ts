/** Costs under the main policy: by year, by city, and of a point of odds. */
import type { CostSummary, Summary } from '../../analysis/summary.js'
import { type DataTable, numberCell, rangeCell, titled, wordsCell, yearCell } from '../tables/data-table.js'
import { mainPolicy } from '../tables/headline.js'
import { phrase } from '../words/bilingual.js'
import { COST_HEADINGS, COSTS_TITLE, costSubject } from './words.js'

/** Costs of the main policy with their places in the summary. */
export function mainCosts(summary: Summary): { readonly cost: CostSummary; readonly at: number }[] {
  const { policy } = mainPolicy(summary)
  return (summary.costs ?? []).flatMap((cost, at) => (cost.policy === policy.name ? [{ cost, at }] : []))
}

/** Tables of one kind have the same columns: one of each currency and price year. */
const COST_TABLES = {
  years: (_: Summary, cost: CostSummary, from: string) => yearsTable(cost, from),
  cities: citiesTable,
  points: (_: Summary, cost: CostSummary, from: string) => pointsTable(cost, from),
} as const

type CostTableKind = keyof typeof COST_TABLES

/** Empty where no programme has a cost, or nothing of that kind is known. */
export function costTables(summary: Summary, kind: CostTableKind): DataTable[] {
  const tables = mainCosts(summary).map(({ cost, at }) => ({
    ...COST_TABLES[kind](summary, cost, `costs.${at}`),
    subject: costSubject(cost),
  }))
  return tables.filter(({ rows }) => rows.length > 0)
}

function yearsTable({ currency, prices, years }: CostSummary, from: string): DataTable {
  const { year, inYear, inYearRange, soFar, soFarRange } = COST_HEADINGS
  return {
    id: `cost-years-${from.replaceAll('.', '-')}`,
    title: phrase(
      `${COSTS_TITLE.en}, year by year (${currency}, prices of ${prices})`,
      `逐年费用（${currency}，${prices}年价格）`,
    ),
    columns: [year, inYear, inYearRange, soFar, soFarRange].map((head) => titled(head)),
    rows: years.slice(1).map((one, index) => {
      const place = `${from}.years.${index + 1}`
      return [
        yearCell(one.year, `${place}.year`),
        numberCell(one.inYear.median, currency, `${place}.inYear.median`),
        rangeCell(one.inYear.range80, currency, `${place}.inYear.range80`),
        numberCell(one.soFar.median, currency, `${place}.soFar.median`),
        rangeCell(one.soFar.range80, currency, `${place}.soFar.range80`),
      ]
    }),
  }
}

function citiesTable({ years }: Summary, { currency, prices, cities }: CostSummary, from: string): DataTable {
  const { city, soFar, soFarRange } = COST_HEADINGS
  const last = years.at(-1)!
  return {
    id: `cost-cities-${from.replaceAll('.', '-')}`,
    title: phrase(
      `${COSTS_TITLE.en} by area until ${last} (${currency}, prices of ${prices})`,
      `截至${last}年分地区费用（${currency}，${prices}年价格）`,
    ),
    columns: [titled(city, false), titled(soFar), titled(soFarRange)],
    rows: cities.map((one, index) => {
      const place = `${from}.cities.${index}.soFar`
      return [
        wordsCell(one.name),
        numberCell(one.soFar.median, currency, `${place}.median`),
        rangeCell(one.soFar.range80, currency, `${place}.range80`),
      ]
    }),
  }
}

function pointsTable({ currency, prices, perPoint }: CostSummary, from: string): DataTable {
  const { target, points, added, perPoint: price } = COST_HEADINGS
  return {
    id: `cost-points-${from.replaceAll('.', '-')}`,
    title: phrase(
      `What a point of odds costs (${currency}, prices of ${prices})`,
      `每增加一个百分点达标概率的费用（${currency}，${prices}年价格）`,
    ),
    columns: [titled(target, false), titled(points), titled(added), titled(price)],
    rows: perPoint.map((one, index) => {
      const place = `${from}.perPoint.${index}`
      return [
        wordsCell(one.title),
        numberCell(one.points, 'percent', `${place}.points`),
        numberCell(one.cost, currency, `${place}.cost`),
        numberCell(one.perPoint, currency, `${place}.perPoint`),
      ]
    }),
  }
}
