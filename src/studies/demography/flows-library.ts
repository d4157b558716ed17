/** A destination model from observed flows, for programs: what cannot be meant is refused. */
import { type FlowGroup, fitFlowModel, sharePutRight } from '../../math/demography/flow-model.js'
import type { Matrix } from '../../math/state-transition.js'
import { refuseArgument, requireOneOf } from '../../vocabulary/wrong-argument.js'
import { requireNumbers } from './library.js'

export interface FlowModel {
  /** By covariate: what its unit adds to the log of a flow, and the standard error of a Poisson regression. */
  readonly coefficients: Readonly<Record<string, { readonly estimate: number; readonly error: number }>>
  /** People who move [from][to] by the model; 0 on the diagonal. */
  readonly fitted: number[][]
  /** Share of the movers who are where the model has them. */
  readonly putRight: number
  readonly deviance: number
  /** Of the model without covariates. */
  readonly nullDeviance: number
  /** 1 less the first over the second. */
  readonly explained: number
}

/**
 * Poisson regression of people who moved, [from][to] without the diagonal, on what pairs of places are like.
 *
 * covariates  by name, [from][to]: logs of people and of distance, 1 where they touch, and so on
 * origins     apart (if left out): a term of its own for each origin, so that only where people go is explained;
 *             together: one term for all
 */
export function fitFlows(
  flows: Matrix,
  covariates: Readonly<Record<string, Matrix>>,
  { origins = 'apart' }: { readonly origins?: 'apart' | 'together' } = {},
): FlowModel {
  const called = 'fitFlows'
  requireOneOf(called, 'origins', origins, ['apart', 'together'])
  const names = Object.keys(covariates)
  if (flows.length < 3) refuseArgument(called, 'flows', `${flows.length} places`, 'three places or more')
  if (names.length === 0) refuseArgument(called, 'covariates', 'none', 'one or more')
  requirePairs(called, 'flows', flows, flows.length, 0)
  for (const name of names)
    requirePairs(called, `covariates.${name}`, covariates[name], flows.length, Number.NEGATIVE_INFINITY)
  const places = flows.map((_, place) => place)
  const pairs = places.map((from) => places.filter((to) => to !== from).map((to) => [from, to] as const))
  const cells = origins === 'apart' ? pairs : [pairs.flat()]
  const groups = cells.map(
    (group): FlowGroup => ({
      flows: group.map(([from, to]) => flows[from][to]),
      like: group.map(([from, to]) => names.map((name) => covariates[name][from][to])),
    }),
  )
  if (!groups.some((group) => group.flows.some((persons) => persons > 0)))
    refuseArgument(called, 'flows', 'nobody who moves', 'people who moved')
  const fit = fitFlowModel(groups, names.length)
  if (!fit) {
    const hint = origins === 'apart' ? ' within the rows of an origin' : ''
    return refuseArgument(
      called,
      'covariates',
      names.join(', '),
      `covariates that differ from each other${hint}`,
    )
  }
  const fitted = flows.map((row) => row.map(() => 0))
  cells.forEach((group, at) => {
    group.forEach(([from, to], pair) => {
      fitted[from][to] = fit.fitted[at][pair]
    })
  })
  const { estimates, errors, deviance, nullDeviance } = fit
  return {
    coefficients: Object.fromEntries(
      names.map((name, k) => [name, { estimate: estimates[k], error: errors[k] }]),
    ),
    fitted,
    putRight: sharePutRight(groups, fit.fitted),
    deviance,
    nullDeviance,
    explained: 1 - deviance / nullDeviance,
  }
}

/** As many rows and columns as places; numbers beside the diagonal, on which anything may stand. */
function requirePairs(called: string, argument: string, table: Matrix, places: number, least: number): void {
  if (!Array.isArray(table) || table.length !== places)
    refuseArgument(called, argument, `${table?.length ?? 'no'} rows`, `${places} rows, one a place`)
  for (const [from, row] of table.entries()) {
    if (row.length !== places)
      refuseArgument(called, `${argument}.${from}`, `${row.length} numbers`, `${places}, one a place`)
    const beside = [...row].filter((_: number, to: number) => to !== from)
    requireNumbers(called, `${argument}.${from}`, beside, least, Number.POSITIVE_INFINITY)
  }
}
