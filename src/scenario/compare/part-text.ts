/** A value of a scenario on one line, much as the file has it. */

import type { LeadTime } from '../../math/lead-times.js'
import type { Distribution } from '../../sampling/distribution.js'
import { isPlain } from '../read/plain.js'
import type { Formula, ProjectsOfYear, SchoolEntry, Value } from '../scenario.js'

/** `2 * pace`, `2021: 0, 2023: 0.02`, `triangular: low 0.5, mode 1, high 1.5`, `1,000 observations from 0.81 to 1.2`. */
export function partText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(itemText).join(', ')
  if (!isPlain(value)) return String(value)
  if ('path' in value && 'text' in value) return formulaText(value as unknown as Formula)
  if ('path' in value || value['kind'] === 'formula') return valueText(value as Value)
  if (value['kind'] === 'entry') return entryText(value as unknown as SchoolEntry)
  if ('kind' in value) return distributionText(value as Distribution)
  if ('en' in value && 'zh' in value) return `${value['en']} / ${value['zh']}`
  if ('currency' in value)
    return `${partText(value['each'])} ${value['currency']}, prices of ${value['prices']}`
  if (Array.isArray(value['months'])) return monthsText(value['months'])
  return pairs(value)
}

function formulaText({ text }: Formula): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function valueText(value: Value): string {
  if (value.kind === 'formula') return formulaText(value.formula)
  if (value.kind === 'total')
    return `total: ${formulaText(value.total)}, share_by: ${formulaText(value.shareBy)}`
  if (value.kind === 'by_year') {
    const points = value.points.map(({ year, formula }) => `${year}: ${formulaText(formula)}`)
    return [...points, ...(value.between === 'hold' ? ['between: hold'] : [])].join(', ')
  }
  const others = value.others ? [`others: ${formulaText(value.others)}`] : []
  return [...value.cities.map(({ name, formula }) => `${name}: ${formulaText(formula)}`), ...others].join(
    ', ',
  )
}

function distributionText(distribution: Distribution): string {
  if (distribution.kind === 'fixed') return `fixed: ${distribution.value}`
  if (distribution.kind === 'truncated') {
    const { low, high, of } = distribution
    return `${distributionText(of)}, truncated to ${low} .. ${high}`
  }
  if (distribution.kind === 'empirical') {
    const { values, ofCities } = distribution
    const count = ofCities ? Object.values(ofCities.columns).flat().length : values.length
    const [low, high] = values.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [values[0], values[0]])
    return `${count.toLocaleString('en')} observations from ${short(low)} to ${short(high)}`
  }
  if (distribution.kind === 'quantiles') {
    const { values } = distribution
    return `quantiles from ${short(values[0])} to ${short(values.at(-1)!)}`
  }
  const { kind, ...numbers } = distribution
  return `${kind}: ${pairs(numbers, ' ')}`
}

/** An entry of a list: the value of a grade, starts of a year, the weight of a city, a correlation. */
function itemText(item: unknown): string {
  if (!isPlain(item)) return String(item)
  if (item['kind'] === 'formula' || ('kind' in item && 'path' in item)) return valueText(item as Value)
  if ('between' in item) return `${(item['between'] as string[]).join(' and ')} ${item['rank']}`
  if ('starts' in item || 'cities' in item) return projectsText(item as unknown as ProjectsOfYear)
  if ('weight' in item) return `${item['name']}: ${item['weight']}`
  return pairs(item)
}

/** `entry: age 6, by_cutoff 0.6658, enrolled 0.99`. */
function entryText({ age, byCutoff, enrolled }: SchoolEntry): string {
  return `entry: age ${age}, by_cutoff ${short(byCutoff)}, enrolled ${valueText(enrolled)}`
}

/** `2021: 40`, `2021: Alpha 3, others 1`. */
function projectsText({ year, starts, cities, others = 0 }: ProjectsOfYear): string {
  const named = cities?.map(({ name, projects }) => `${name} ${projects}`)
  const projects = named ? [...named, ...(others > 0 ? [`others ${others}`] : [])].join(', ') : String(starts)
  return year === undefined ? projects : `${year}: ${projects}`
}

/** `18 months`, `12 months 0.5, 24 months 0.5`. */
function monthsText(leads: readonly LeadTime[]): string {
  if (leads.length === 1) return `${leads[0].months} months`
  return leads.map(({ months, share }) => `${months} months ${share}`).join(', ')
}

function pairs(map: object, mark = ': '): string {
  const shown = Object.entries(map).map(
    ([key, value]) =>
      `${key}${mark}${Array.isArray(value) ? value.join(' ') : isPlain(value) ? partText(value) : value}`,
  )
  return shown.length === 0 ? 'none' : shown.join(', ')
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)))
}
