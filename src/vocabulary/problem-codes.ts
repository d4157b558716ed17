/**
 * Every code of a problem, by where it comes from. docs/problem-codes.md says what each means.
 *
 * A code names the thing and then what is wrong with it: `city-unknown`, `file-unreadable`. Where what was found has
 * no name of its own it says only what is wrong: `too-large`, `not-a-number`.
 */
export const PROBLEM_CODES = {
  /** Any file or folder that is named to cityward. */
  files: [
    'file-missing', 'file-unreadable', 'file-empty', 'file-too-large', 'file-not-text', 'file-is-folder', 'file-is-device',
    'file-unknown', 'folder-missing', 'yaml-broken', 'csv-broken', 'system-refused', 'memory-exceeded',
  ],
  /** Tables of statistical offices, and the mappings that `import` makes of them. */
  import: [
    'format-unknown', 'format-beyond', 'workbook-broken', 'json-stat-broken', 'px-broken', 'nothing-to-import', 'sheet-unknown',
    'sheets-several', 'heading-unclear', 'cell-unclear', 'decimal-unclear', 'unit-missing', 'year-missing', 'years-several',
    'place-unmatched', 'place-ambiguous', 'places-nested', 'ages-incomplete', 'figures-differ', 'row-already-there',
    'mapping-wrong', 'mapping-of-another-table', 'mapping-already-there', 'source-changed',
  ],
  /** Tables and data.yaml of a data folder. */
  data: [
    'column-missing', 'column-twice', 'column-unknown', 'columns-too-many', 'cells-wrong-number', 'cell-empty', 'rows-missing',
    'row-twice', 'age-unknown', 'open-age-missing', 'region-missing', 'place-unknown', 'place-not-on-earth',
    'place-not-on-grid', 'places-same', 'status-unknown', 'sex-unknown', 'kind-unknown', 'measure-unknown', 'measures-mixed',
    'quality-unknown', 'source-unknown', 'unit-unknown', 'unit-wrong', 'people-negative', 'share-out-of-range',
    'rate-out-of-range', 'hours-out-of-range', 'rows-not-one', 'open-shares-differ', 'life-impossible', 'fertility-impossible',
    'births-at-age', 'series-not-read', 'sums-do-not-agree', 'controls-contradict',
    'deadline-wrong', 'met-against-ratio', 'year-wrong', 'line-unknown',
  ],
  /** The text of a scenario file and of those that it extends. */
  text: [
    'documents-several', 'aliases-too-many', 'alias-unknown', 'alias-circle', 'tag-unknown', 'field-twice', 'not-a-map', 'base-unreadable',
    'extends-circle', 'extends-too-deep', 'outside-pack', 'nothing-to-remove', 'formula-cut',
  ],
  /** Fields of a scenario file, one by one. */
  fields: [
    'field-unknown', 'field-missing', 'title-missing', 'name-wrong', 'type-wrong', 'form-wrong', 'value-wrong', 'not-one-of',
    'too-small', 'too-large', 'too-short', 'too-long',
  ],
  /** What the fields of a scenario say of each other. */
  scenario: [
    'years-backwards', 'year-outside', 'name-reserved', 'name-twice', 'shared-twice', 'lever-unknown', 'setting-outside-range',
    'range-backwards', 'no-action-missing', 'indicator-unknown', 'target-twice', 'target-places-twice', 'tolerance-unused', 'assessed-twice',
    'rate-above-one', 'below-nought', 'grades-differ', 'entrants-not-once',
  ],
  /** Uncertainties, their distributions and correlations. */
  uncertainties: [
    'distribution-unknown', 'distribution-wrong', 'draws-unreadable', 'draws-outside-range', 'range-without-odds', 'uncertainty-unknown',
    'correlation-itself', 'correlation-twice', 'correlation-joint', 'correlation-contradiction', 'joint-truncated',
    'drawn-by-city', 'persistence-of-nothing',
  ],
  /** What only the sampler's own functions say; the schema of a scenario file is before them. */
  sampler: ['correlation-unknown', 'correlation-range', 'joint-lengths'],
  designs: [
    'design-unknown', 'design-option-wrong', 'option-of-another-design', 'design-too-large', 'group-overlap', 'levels-not-prime',
    'levels-odd', 'levels-not-two', 'candidates-few', 'points-few', 'table-missing', 'rows-without-order', 'nothing-varied',
    'sobol-dimensions',
  ],
  formulas: [
    'formula-empty', 'formula-broken', 'formula-not-allowed', 'formula-too-long', 'formula-too-deep', 'character-not-allowed',
    'number-broken', 'number-too-large', 'multiplication-missing', 'comparison-chain', 'not-without-brackets', 'name-unknown',
    'function-unknown', 'argument-unknown', 'argument-not-plain', 'arguments-wrong', 'time-in-time', 'year-not-plain', 'year-ahead',
    'one-number', 'units-differ', 'unit-not-pure', 'unit-not-expected',
  ],
  /** A scenario together with its data folder. */
  plan: [
    'base-year-unknown', 'away-unknown', 'year-not-in-plan', 'city-unknown', 'city-ambiguous', 'city-twice', 'cities-missing', 'value-missing',
    'not-a-number', 'one-number-for-cities', 'indicator-without-cities', 'divided-by-nought', 'shares-of-nothing', 'level-without-effect',
    'lead-shares-not-one', 'under-way-without-lead', 'under-way-twice',
    'grades-want-years', 'entry-age-unknown', 'indicators-in-circle', 'promise-not-of-region', 'promise-not-of-people', 'schedule-unknown', 'group-unknown', 'nests-overlap', 'nests-leave-out', 'access-too-long', 'date-by-city', 'reference-class-unknown', 'commitment-unknown',
    'commitment-not-accounted-for', 'plan-too-large', 'control-unknown', 'control-without-years', 'control-of-women', 'controls-unmet',
  ],
  /** What looks like a slip and may be meant: warnings. */
  warnings: [
    'target-not-as-promised', 'unit-of-another-thing', 'times-of-another-unit', 'threshold-of-another-size', 'more-than-a-whole',
    'fertility-unusual', 'fertility-of-shares', 'sex-ratio-unusual', 'years-differ', 'year-later', 'sum-of-cities',
    'starts-replaced', 'starts-after-end', 'migration-unused', 'migration-not-given', 'leavers-missing', 'numbers-invented',
    'denominator-zero', 'revision-of-another-size', 'tolerance-of-another-size', 'level-unusual', 'target-restated', 'control-far',
  ],
  /** Why a future gave no numbers; beside these `not-a-number` and `people-negative`. */
  futures: [
    'rate-impossible', 'service-impossible', 'balance-open', 'control-unmet', 'endless', 'out-of-memory', 'worker-lost', 'program-fault',
    'every-future-failed',
  ],
  calibration: [
    'censuses-few', 'censuses-uneven', 'statuses-missing', 'scenario-missing', 'hold-wrong', 'urban-count-wrong', 'cities-few',
    'schedule-by-place', 'fitted-within',
  ],
  /** Run folders, their parts and what is kept of them. */
  runs: [
    'run-missing', 'run-unfinished', 'run-mixed', 'run-of-another-layout', 'run-file-unreadable', 'kept-file-damaged', 'run-in-use', 'lock-unreadable', 'run-only-a-shard', 'run-without-scenario', 'scenario-changed',
    'data-changed', 'engine-changed', 'folder-of-another-run', 'folder-not-empty', 'manifest-damaged', 'part-damaged', 'run-updated', 'update-damaged', 'update-of-another-run', 'part-of-another-run',
    'parts-missing', 'shard-wrong', 'shard-missing', 'shard-twice', 'shard-of-another-run', 'shards-incomplete',
    'provenance-missing', 'provenance-damaged', 'report-missing', 'reach-damaged', 'table-unreadable', 'disk-refused',
    'duckdb-missing', 'query-refused', 'query-too-long', 'font-missing', 'draws-too-many', 'run-too-large', 'scenario-too-large',
  ],
  /** Runs whose parts are made by the workers of a queue. */
  queue: [
    'queue-address-wrong', 'queue-unreachable', 'queue-refused', 'queue-plan-refused', 'plan-too-large-to-send',
    'queue-part-failed', 'worker-of-another-version', 'sweep-cancelled', 'sweep-unknown',
  ],
  /** What is asked for on the command line. */
  questions: [
    'policy-unknown', 'service-unknown', 'target-unknown', 'year-unknown', 'chart-unknown', 'starts-not-shared', 'options-conflict', 'form-missing', 'argument-wrong',
    'outcome-not-kept', 'condition-wrong', 'levers-missing', 'targets-missing', 'target-not-measured', 'method-needs-design',
    'method-needs-sample', 'method-needs-target', 'boxes-need-sample', 'needs-need-sample', 'forecasts-need-sample', 'explorer-needs-sample', 'explorer-not-built', 'observation-error-wrong', 'draws-few', 'file-already-there', 'province-unknown', 'level-unfit', 'province-not-met', 'totals-contradict', 'totals-beyond-pattern', 'pattern-unfit',
  ],
} as const // biome-ignore format: closed lists read best as paragraphs

export type ProblemCode = (typeof PROBLEM_CODES)[keyof typeof PROBLEM_CODES][number]
