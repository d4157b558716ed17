/**
 * The library: everything the command line does, as functions.
 *
 * ```ts
 * import { loadPlan, runScenario } from 'cityward'
 * const { summary, folder } = await runScenario('scenarios/guangxi-2023.yaml', { draws: 1000 })
 * ```
 */
