/** A setting as a scenario file that extends the plan's: `cityward run` reads it and gives the same odds. */
import type { ExplorerFacts } from '../facts.js'
import { EXPLORED_POLICY, explored } from '../words/control-words.js'
import { partsUnder, type Setting, valueHeld } from './setting.js'

/** The name of the policy that a variant adds; another where the scenario has it already. */
export function policyNameIn({ policies }: ExplorerFacts): string {
  const names = new Set(policies.map(({ name }) => name))
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'explored' : `explored_${number}`
    if (!names.has(name)) return name
  }
}

/** JSON text is YAML as well, with every character that YAML would take for its own kept apart. */
const quoted = (text: string) => JSON.stringify(text)

export function variantYaml(facts: ExplorerFacts, setting: Setting): string {
  const { title, file, seed, version, fingerprint, levers } = facts
  const set = levers.map(({ name }, lever) => `${name}: ${setting.levers[lever]}`).join(', ')
  const lines = [
    `# Made with the explorer of cityward ${version} from the plan ${fingerprint.slice(0, 12)}.`,
    '# Put it beside the scenario file that it extends; then: cityward run THIS-FILE',
    `extends: ${quoted(file)}`,
    `title: { en: ${quoted(explored(title).en)}, zh: ${quoted(explored(title).zh)} }`,
    `run: { seed: ${seed} }`,
    'policies:',
    `  ${policyNameIn(facts)}:`,
    `    title: { en: ${quoted(EXPLORED_POLICY.en)}, zh: ${quoted(EXPLORED_POLICY.zh)} }`,
    `    set: { ${set} }`,
    ...heldLines(facts, setting),
    ...splitLines(facts, setting),
    ...aimLines(facts, setting),
  ]
  return `${lines.join('\n')}\n`
}

function heldLines({ uncertainties }: ExplorerFacts, { held }: Setting): string[] {
  const lines = uncertainties.flatMap((one) => {
    const own = held[one.name]
    if (!own) return []
    return [
      `  ${one.name}:`,
      ...('percent' in own ? [`    # held where ${own.percent} % of its futures lie below`] : []),
      `    distribution: { kind: fixed, value: ${valueHeld(one, own)} }`,
    ]
  })
  return lines.length > 0 ? ['uncertainties:', ...lines] : []
}

/** Weights by city in place of what the scenario shares out by. */
function splitLines({ splits, places }: ExplorerFacts, setting: Setting): string[] {
  const lines = splits.flatMap((one) => {
    const own = setting.splits[one.service]
    if (!own) return []
    const parts = partsUnder(one, own)
    const weights = places
      .slice(1)
      .flatMap(({ code }, city) => (parts[city] > 0 ? [`${quoted(code)}: ${parts[city]}`] : []))
    return [
      `  ${one.service}:`,
      '    programmes:',
      ...one.programmes.flatMap(({ name, byKey }) => [
        `      ${name}:`,
        ...(byKey ? ['        share_by: null'] : []),
        `        by_city: { ${weights.join(', ')} }`,
      ]),
    ]
  })
  return lines.length > 0 ? ['services:', ...lines] : []
}

function aimLines({ targets }: ExplorerFacts, { aims }: Setting): string[] {
  const lines = targets.flatMap(({ id }) => {
    const aim = aims[id]
    return aim ? [`  - { id: ${quoted(id)}, threshold: ${aim.threshold}, year: ${aim.year} }`] : []
  })
  return lines.length > 0 ? ['targets:', ...lines] : []
}
