/** Inputs of a formula that rest on no other: values of the data folder, uncertainties, levers. */
import type { Provenance } from '../dataset/dataset.js'
import { qualityOfRange } from '../plan/quality.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Explanation, ExplanationRequest } from './explanation.js'
import { node } from './node.js'

/** A value of the data folder, an uncertainty or a lever; undefined for any other slot. */
export function explainInput(
  asked: ExplanationRequest,
  slot: number,
  depth: number,
): Explanation | undefined {
  const { plan, scenario, dataset, city } = asked
  const key = plan.keys[slot]
  if (key.kind === 'data') {
    const { unitText, cities, provenance } = dataset.values.get(key.name)!
    const own = cities && city >= 0 ? provenance.slice(city, city + 1) : provenance
    return { ...node(asked, slot, unitText), ...provenanceNote(own) }
  }
  if (key.kind === 'uncertainty') {
    const uncertainty = scenario.uncertainties.find(({ name }) => name === key.name)!
    const { because, source, title, unit } = uncertainty
    const shape = chanceText(uncertainty)
    const note = {
      en: `${title.en}: uncertainty, ${shape}. ${because.en}`,
      zh: `${title.zh}：不确定因素，${shape}。${because.zh}`,
    }
    const sources = source.split(';')
    const found = { ...node(asked, slot, unit), note, quality: qualityOfRange(sources), sources }
    const rows = commitmentsBehind(asked, uncertainty.reference_class)
    return depth > 0 ? { ...found, parts: rows } : { ...found, folded: rows.length }
  }
  if (key.kind !== 'lever') return undefined
  const lever = scenario.levers.find(({ name }) => name === key.name)!
  const [low, high] = lever.range
  const policyTitle = plan.policies[asked.policy].title
  const note = {
    en: `${lever.title.en}: lever, from ${low} to ${high}, ${lever.default} by default; as the policy "${policyTitle.en}" sets it`,
    zh: `${lever.title.zh}：可调措施，范围${low}至${high}，默认${lever.default}；取政策“${policyTitle.zh}”的设定`,
  }
  return { ...node(asked, slot, lever.unit), note }
}

/** The past commitments that an uncertainty was learned from, each as a part. */
function commitmentsBehind({ dataset }: ExplanationRequest, named: string | undefined): Explanation[] {
  const found = named === undefined ? undefined : dataset.delivery.get(named)
  if (!found) return []
  const rows = new Set(found.rows)
  return dataset.pastCommitments
    .filter(({ id }) => rows.has(id))
    .map(({ id, indicator, territory, deadline, ratio, slipMonths, provenance }) => {
      const text = `${indicator}, ${territory}, ${deadline}${provenance.note === '' ? '' : `; ${provenance.note}`}`
      return {
        what: id,
        value: ratio ?? slipMonths ?? null,
        unit: found.provenance.unit,
        note: { en: text, zh: text },
        quality: provenance.quality,
        sources: provenance.source.split(';'),
        parts: [],
        folded: 0,
      }
    })
}

/** What the rows behind a value say of it. */
export function provenanceNote(
  provenance: readonly Provenance[],
): Pick<Explanation, 'note' | 'quality' | 'sources'> {
  const [first] = provenance
  const sources = [...new Set(provenance.flatMap(({ source }) => source.split(';')))]
  return { note: { en: first?.note ?? '', zh: first?.note ?? '' }, quality: first?.quality, sources }
}

/** The shape, and what has a draw of its own: `normal, mean 0, sd 1, each city_and_year, persistence 0.9`. */
function chanceText({ distribution, each, persistence }: Scenario['uncertainties'][number]): string {
  const own = each ? `, each ${each}` : ''
  const left = persistence === undefined ? '' : `, persistence ${persistence}`
  return `${shapeText(distribution)}${own}${left}`
}

/** `triangular, low 0.5, mode 0.8, high 1.1`; a distribution of another goes into it. */
function shapeText(distribution: Scenario['uncertainties'][number]['distribution']): string {
  const { kind, ...rest } = distribution
  const inner = 'of' in distribution ? `${shapeText(distribution.of)}, ` : ''
  const numbers = Object.entries(rest).filter(([, number]) => typeof number === 'number')
  return `${inner}${[kind, ...numbers.map(([name, number]) => `${name} ${number}`)].join(', ')}`
}
