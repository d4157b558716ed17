/**
 * What a hub has to ask for, so that the forecasts of a run are what it asks for: its tasks.json, a model task a target.
 *
 * Source: hubverse-org/schemas, tasks-schema.json v6.0.0. The dates of submission are a place for the hub's own: the base
 * year's first day to the last year's last.
 */
import type { RunHeader } from '../../results/run-header.js'
import type { HUB_COLUMNS, HubRow } from './hub-rows.js'

const SCHEMA = 'https://raw.githubusercontent.com/hubverse-org/schemas/main/v6.0.0/tasks-schema.json'

/** Places of columns in a row of HUB_COLUMNS. */
const AT: Readonly<Record<(typeof HUB_COLUMNS)[number], number>> = {
  origin_year: 0,
  scenario_id: 1,
  location: 2,
  target: 3,
  target_year: 4,
  output_type: 5,
  output_type_id: 6,
  value: 7,
}

type Facts = Pick<RunHeader, 'years' | 'indicators'>

/** tasks.json of a hub that takes these rows. */
export function hubTasks({ years, indicators }: Facts, rows: readonly HubRow[]) {
  const targets = distinct(rows, AT.target).map(String)
  return {
    schema_version: SCHEMA,
    rounds: [
      {
        round_id_from_variable: true,
        round_id: 'origin_year',
        model_tasks: targets.map((target, at) => {
          const own = rows.filter((row) => row[AT.target] === target)
          return {
            task_ids: taskIds(own),
            output_type: outputTypes(own),
            target_metadata: [{ target_id: `target_${at + 1}`, ...metadataOf(target, indicators) }],
          }
        }),
        submissions_due: { start: `${years[0]}-01-01`, end: `${years.at(-1)}-12-31` },
      },
    ],
  }
}

const distinct = (rows: readonly HubRow[], at: number) => [...new Set(rows.map((row) => row[at]))]

/** Values of each task id; a peak has no year of its own. */
function taskIds(rows: readonly HubRow[]) {
  const of = (name: keyof typeof AT) => distinct(rows, AT[name]).filter((value) => value !== null)
  const years = of('target_year')
  return {
    origin_year: { required: of('origin_year'), optional: null },
    scenario_id: { required: null, optional: of('scenario_id') },
    location: { required: null, optional: of('location') },
    target: { required: of('target'), optional: null },
    target_year: { required: null, optional: years.length === 0 ? null : years },
  }
}

function outputTypes(rows: readonly HubRow[]) {
  const idsOf = (type: string) => [
    ...new Set(rows.flatMap((row) => (row[AT.output_type] === type ? [row[AT.output_type_id]] : []))),
  ]
  const number = { type: 'double' }
  const odds = { type: 'double', minimum: 0, maximum: 1 }
  const ids = (required: unknown) => ({ output_type_id: { required }, is_required: false })
  const [quantile, median, mean, cdf, pmf, sample] = [
    'quantile',
    'median',
    'mean',
    'cdf',
    'pmf',
    'sample',
  ].map(idsOf)
  return {
    ...(mean.length > 0 && { mean: { ...ids(null), value: number } }),
    ...(median.length > 0 && { median: { ...ids(null), value: number } }),
    ...(quantile.length > 0 && { quantile: { ...ids(quantile), value: number } }),
    ...(cdf.length > 0 && { cdf: { ...ids(cdf.map(Number).sort((a, b) => a - b)), value: odds } }),
    ...(pmf.length > 0 && { pmf: { ...ids(pmf), value: odds } }),
    ...(sample.length > 0 && {
      sample: {
        output_type_id_params: {
          type: 'integer',
          min_samples_per_task: 1,
          max_samples_per_task: sample.length,
          // a future has its number in every policy, place and year
          compound_taskid_set: ['origin_year', 'target'],
        },
        is_required: false,
        value: number,
      },
    }),
  }
}

const PEAK = / peak year$/
/** Letters of a name that the schema takes. */
const LONGEST = 100

function metadataOf(target: string, indicators: Facts['indicators']) {
  const name = target.replace(PEAK, '')
  const { title, unit } = indicators.find((one) => one.name === name)!
  const isPeak = PEAK.test(target)
  const said = isPeak ? `Year in which it is highest: ${title.en}` : title.en
  return {
    target_name: said.length > LONGEST ? `${said.slice(0, LONGEST - 3)}...` : said,
    target_units: isPeak ? 'year' : unit,
    target_keys: { target },
    target_type: isPeak ? 'ordinal' : 'continuous',
    is_step_ahead: false,
  }
}
