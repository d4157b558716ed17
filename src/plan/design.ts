/** The design of a run: groups become lists of uncertainties here, and what makes it impossible is reported. */
import type { Design } from '../sampling/design.js'
import { resolveDesign } from '../sampling/resolve-design.js'
import type { Draft } from './draft.js'

/** Random draws where there are problems, which go to the draft. */
export function planDesign(draft: Draft): Design {
  const { run, correlations, leftOut } = draft.scenario
  const uncertainties = draft.scenario.uncertainties.filter(({ each }) => !each)
  const { design: kind, designOptions: options, seed, draws } = run
  const resolved = resolveDesign({ kind, options, uncertainties, correlations, seed, draws })
  if (resolved.ok) return resolved.design
  for (const { option, ...finding } of resolved.findings) {
    // a name that seems unknown may be one of those left out
    if (leftOut.length > 0 && finding.code.endsWith('-unknown')) continue
    draft.report(option ? ['run', 'design_options', option] : ['run', 'design'], finding)
  }
  return 'random'
}
