/** Inputs of a formula that rest on no other: values of the data folder, uncertainties, levers. */
import type { Provenance } from '../dataset/dataset.js'
import { qualityOfRange } from '../plan/quality.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Explanation, ExplanationRequest } from './explanation.js'
import { node } from './node.js'

/** A value of the data folder, an uncertainty or a lever; undefined for any other slot. */
export function explainInput(asked: ExplanationRequest, slot: number): Explanation | undefined {
  const { plan, scenario, dataset, city } = asked
  const key = plan.keys[slot]
  if (key.kind === 'data') {
    const { unitText, cities, provenance } = dataset.values.get(key.name)!
    const own = cities && city >= 0 ? provenance.slice(city, city + 1) : provenance
    return { ...node(asked, slot, unitText), ...provenanceNote(own) }
  }
  if (key.kind === 'uncertainty') {
    const { distribution, because, source, title, unit } = scenario.uncertainties.find(
      ({ name }) => name === key.name,
    )!
    const shape = shapeText(distribution)
    const note = {
      en: `${title.en}: uncertainty, ${shape}. ${because.en}`,
      zh: `${title.zh}：不确定因素，${shape}。${because.zh}`,
    }
    const sources = source.split(';')
    return { ...node(asked, slot, unit), note, quality: qualityOfRange(sources), sources }
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

/** What the rows behind a value say of it. */
export function provenanceNote(
  provenance: readonly Provenance[],
): Pick<Explanation, 'note' | 'quality' | 'sources'> {
  const [first] = provenance
  const sources = [...new Set(provenance.flatMap(({ source }) => source.split(';')))]
  return { note: { en: first?.note ?? '', zh: first?.note ?? '' }, quality: first?.quality, sources }
}

/** `triangular, low 0.5, mode 0.8, high 1.1`; a distribution of another goes into it. */
function shapeText(distribution: Scenario['uncertainties'][number]['distribution']): string {
  const { kind, ...rest } = distribution
  const inner = 'of' in distribution ? `${shapeText(distribution.of)}, ` : ''
  const numbers = Object.entries(rest).filter(([, number]) => typeof number === 'number')
  return `${inner}${[kind, ...numbers.map(([name, number]) => `${name} ${number}`)].join(', ')}`
}
