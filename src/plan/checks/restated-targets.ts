/**
 * Placeholders that only restate a target: a number that the verdict is computed from is the target's own, so that any
 * other target would get the same odds.
 *
 * Looked for in all that a target's indicator reaches: starts of a programme that add up to the target, and the numbers
 * of a distribution. Starts whose delivery was learned from past commitments are a promise, and may.
 */
import type { Path, Programme, Target, Uncertainty } from '../../scenario/scenario.js'
import type { EvidenceKind } from '../../vocabulary/evidence.js'
import { formatNumber } from '../../vocabulary/numbers.js'
import type { Draft } from '../draft.js'
import { keysReached } from '../evidence.js'
import type { IndicatorPlan, TargetPlan } from '../plan.js'
import { projectsInRegion } from '../programmes/projects-by-city.js'

/** Numbers that stand in formulas for other reasons: none, one, halves and per cents. */
const COMMON = new Set([0, 0.5, 1, 2, 10, 100, 1000])

/** What is made of past commitments is no placeholder. */
const LEARNED: ReadonlySet<EvidenceKind> = new Set(['class', 'class_and_people'] as const)

export function checkRestated(
  draft: Draft,
  indicators: readonly IndicatorPlan[],
  targets: readonly TargetPlan[],
): void {
  for (const target of draft.scenario.targets) {
    const indicator = indicators.find(({ name }) => name === target.indicator)
    const evidence = targets.find(({ id }) => id === target.id)?.evidence
    if (!indicator || !evidence || LEARNED.has(evidence.restsOn) || target.because !== undefined) continue
    const ofPromise = evidence.classes.length > 0
    for (const { path, what } of restatedBy(draft, target, indicator, ofPromise))
      warn(draft, target, path, what)
  }
}

interface Restated {
  readonly path: Path
  readonly what: string
}

/** ofPromise: the starts are a promise whose delivery was learned from past ones. */
function restatedBy(
  draft: Draft,
  { threshold }: Target,
  { of, per, times }: IndicatorPlan,
  ofPromise: boolean,
): Restated[] {
  const same = (number: number) =>
    [threshold, threshold / times].some((asked) => Math.abs(number - asked) <= 1e-9 * Math.abs(asked))
  const isOwn = (number: number) => !COMMON.has(number) && same(number)
  const { services, uncertainties } = draft.scenario
  const reached = keysReached(draft, per < 0 ? [of] : [of, per])
  return reached.flatMap((key): Restated[] => {
    if (key.kind === 'programme') {
      const programmes = services.find(({ name }) => name === key.service)?.programmes ?? []
      const programme = programmes.find(({ name }) => name === key.programme)
      if (ofPromise || !programme || !same(total(draft, programme))) return []
      const path = ['services', key.service, 'programmes', key.programme, 'starts']
      return [{ path, what: `the starts of ${key.programme}, which add up to it` }]
    }
    if (key.kind !== 'uncertainty') return []
    const uncertainty = uncertainties.find(({ name }) => name === key.name)
    if (!uncertainty || !numbersOf(uncertainty).some(isOwn)) return []
    return [
      {
        path: ['uncertainties', key.name, 'distribution'],
        what: `the distribution of ${key.name}, which has it`,
      },
    ]
  })
}

/** Of the scenario's years; what is under way was promised before. */
const total = (draft: Draft, { starts }: Programme) =>
  starts.reduce((sum, one) => sum + ((one.year ?? 0) > draft.years[0] ? projectsInRegion(draft, one) : 0), 0)

function numbersOf({ distribution }: Uncertainty): number[] {
  const inner = 'of' in distribution ? Object.values(distribution.of) : []
  return [...Object.values(distribution), ...inner].filter((value) => typeof value === 'number')
}

function warn(draft: Draft, { id, threshold }: Target, path: Path, what: string): void {
  const { line } = draft.placeOf(path)
  draft.warn(['targets', id, 'threshold'], {
    code: 'target-restated',
    found: `${formatNumber(threshold)}, and ${what}${line === undefined ? '' : ` (line ${line})`}`,
    expected: 'a number that the target is not made of: so any other target would get the same odds',
    hint: 'Where it is a promise, give its delivery a `reference_class:`; where it is meant, say why in `because:` of the target.',
  })
}
