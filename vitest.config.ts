import { defineConfig } from 'vitest/config'
import { optimiseLater } from './src/cli/optimise-later.js'
import { sourcesAsJavaScript } from './test/setup/sources-as-javascript.js'
import { standIn, standInPlugin } from './test/setup/stand-ins.js'

// the process that transforms and reports; those of the tests do the same in their set-up
optimiseLater()

/** Hostile input, damage and signals, beside what `npm run torture` tries: `npm run test:attack`, and not in `npm test`. */
const ATTACKS = ['test/commands/{damage,hostile-texts,signals}', 'test/scenario/linear-time'].map(
  (name) => `${name}.test.ts`,
)

/** Tests at a Redis, which start one, and workers: `npm run test:queue`, and not in `npm test`. */
const AT_REDIS = ['test/queue/{clusters,faults,forgeries,sweep}.test.ts']

/** Tests that start processes, threads, a browser or an office, and those that take a second or more: not in `test:quick`. */
const SLOW = [
  'test/analysis/{observed-futures,pareto,discovery/boxes,sensitivity/{given-data,screening,shares,sobol-indices}}',
  'test/bench/peers',
  'test/calibration/{alternatives,backtest,chinese,delivery,guangxi,recovery,within}',
  'test/cli/shells',
  'test/commands/{additions,calibrate,chinese,counties,diff,impossible,library,many-runs,needs,new-province,planner,query,reach,run,sensitivity,split,sweep,thread,update,words}',
  'test/dataset/{life-expectancy,mutations}',
  'test/explorer/{cautions,controls,explorer,hostile,link,moves,packed-plan,serve,splits,variant}',
  'test/fixtures/{cohorts,guangxi-counties,provenance}',
  'test/formula/{fuzz,random-trees}',
  'test/golden/guangxi',
  'test/import/command',
  'test/kernel/kernel',
  'test/library/{subpaths,wrong-runs}',
  'test/plan/{problems-in-data,problems-in-sizes}',
  'test/queue/serve-parts',
  'test/report/{exports,markup,report,settings}',
  'test/run/{fleet,group,random-scenario,ratio-without-denominator,run-plan,task-crew}',
  'test/scenario/{guangxi-counties,meaning,mutations,plain-yaml,plain-yaml-mutations,unreadable,variants}',
  'test/setup/sources-as-javascript',
  'test/store/{records,run-folder,verify}',
  'test/studies/{demography/tables,from-totals/command,from-totals/totals}',
  'test/vocabulary/shell',
].map((name) => `${name}.test.ts`)

const STAND_INS = [
  standIn('src/run/workers/worker-file.ts', 'test/setup/built-workers.ts'),
  standIn('src/math/gauss-newton.ts', 'test/setup/known-minima.ts', /test.math/),
]

export default defineConfig({
  plugins: [standInPlugin(STAND_INS), sourcesAsJavaScript(STAND_INS)],
  test: {
    globalSetup: ['test/setup/build.ts', 'test/setup/minima-folder.ts'],
    setupFiles: ['test/setup/optimise-later.ts', 'test/setup/processor-time.ts'],
    reporters: ['default', 'test/setup/slowest.ts'],
    // every file finds the modules that the one before it has loaded: nothing that src/ keeps between two calls changes an answer
    isolate: false,
    // for what would never end; how long a test takes says nothing on a busy machine
    testTimeout: 900_000,
    hookTimeout: 900_000,
    coverage: { include: ['src/**/*.ts'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...SLOW, ...ATTACKS, ...AT_REDIS],
          setupFiles: ['test/setup/in-process.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'slow', include: SLOW, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'attack', include: ATTACKS, sequence: { groupOrder: 2 } } },
      { extends: true, test: { name: 'queue', include: AT_REDIS, sequence: { groupOrder: 3 } } },
    ],
  },
})
