/** The design of a run: groups become lists of uncertainties here, and what makes it impossible is reported. */
import type { Design } from '../sampling/design.js'
import type { UncertaintyDraws } from '../sampling/distribution.js'
import { withCities } from '../sampling/factors.js'
import { resolveDesign } from '../sampling/resolve-design.js'
import type { Draft } from './draft.js'

/** Random draws where there are problems, which go to the draft. */
export function planDesign(draft: Draft): Design {
  const { run, correlations, leftOut } = draft.scenario
  const all = draft.scenario.uncertainties
  const [uncertainties, ofCities] = [all.filter(({ each }) => !each), all.filter(({ each }) => each)]
  const { design: kind, designOptions: options, seed, draws } = run
  const resolved = resolveDesign({ kind, options, uncertainties, correlations, seed, draws })
  if (resolved.ok) return withFactors(resolved.design, ofCities)
  for (const { option, ...finding } of resolved.findings) {
    // a name that seems unknown may be one of those left out
    if (leftOut.length > 0 && finding.code.endsWith('-unknown')) continue
    draft.report(option ? ['run', 'design_options', option] : ['run', 'design'], finding)
  }
  return 'random'
}

/** Only Saltelli's design can move all cities as one factor: a move of Morris' has a size. */
function withFactors(design: Design, ofCities: readonly UncertaintyDraws[]): Design {
  if (typeof design !== 'object' || design.kind !== 'saltelli') return design
  return { ...design, factors: withCities(design.factors, ofCities) }
}
