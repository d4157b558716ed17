/** The year of a peak, and forecasts in the form of the hubverse, by hand. */
import { expect, it } from 'vitest'
import { HUB_COLUMNS, hubRows } from '../../src/analysis/forecasts/hub-rows.js'
import { hubTasks } from '../../src/analysis/forecasts/hub-tasks.js'
import { peakYears } from '../../src/analysis/forecasts/peak-years.js'
import type { RunHeader } from '../../src/results/run-header.js'

it('counts the year in which each future is highest; the first of equal ones, and none without a number', () => {
  const values = [
    [1, 5, 3, Number.NaN],
    [2, 5, 2, 1],
    [4, 1, 3, 2],
  ]
  const { draws, years } = peakYears([2021, 2022, 2023], values)
  expect(draws).toBe(3)
  expect(years.map(({ year, hits }) => [year, hits])).toEqual([
    [2021, 2],
    [2022, 0],
    [2023, 1],
  ])
  // Wilson's interval of 2 of 3: (2/3 + z²/6 ± z sqrt(2/27 + z²/36)) / (1 + z²/3)
  expect(years[0].low).toBeCloseTo(0.2077, 4)
  expect(years[0].high).toBeCloseTo(0.9385, 4)
  expect(peakYears([2021, 2022, 2023], values, 'lowest').years.map(({ hits }) => hits)).toEqual([1, 1, 1])
})

it('writes what the hubverse has: quantiles that rise, odds of a threshold, a peak whose odds add up to one', async () => {
  const outcomes = [2020, 2021, 2022].map((year, at) => ({
    name: `beds@X@${year}`,
    indicator: 'beds',
    place: 0,
    year: at,
  }))
  const header = {
    years: [2020, 2021, 2022],
    policies: [{ name: 'plan' }],
    places: [{ code: 'X' }],
    indicators: [{ name: 'beds', unit: 'bed', title: { en: 'Beds', zh: '床位' } }],
    targets: [{ indicator: 'beds', year: 2022, threshold: 120, tolerance: 20 }],
    outcomes,
  } as unknown as RunHeader
  // 0 .. 100 in 2021; twice as much in 2022, where one future failed
  const columns = [0, 1, 2].map((by) =>
    Float64Array.from({ length: 101 }, (_, draw) => (by === 2 && draw === 100 ? Number.NaN : by * draw)),
  )
  const reader = {
    draws: 101,
    read: async (_: number, [name]: readonly string[]) => [columns[Number(name.slice(-1))]],
  }
  const rows = await hubRows(header, reader, { samples: 2 })
  expect(HUB_COLUMNS).toEqual([
    'origin_year',
    'scenario_id',
    'location',
    'target',
    'target_year',
    'output_type',
    'output_type_id',
    'value',
  ])
  const of = (target: string, year: number | null, type: string) =>
    rows.flatMap((row) => (row[3] === target && row[4] === year && row[5] === type ? [row.slice(6)] : []))
  expect(rows.every((row) => row[0] === 2020 && row[1] === 'plan' && row[2] === 'X')).toBe(true)
  expect(of('beds', 2020, 'quantile')).toEqual([])
  const quantiles = of('beds', 2021, 'quantile')
  expect(quantiles).toHaveLength(23)
  for (const [level, value] of quantiles) expect(value).toBeCloseTo(100 * Number(level), 9)
  expect(of('beds', 2021, 'median')).toEqual([[null, 50]])
  expect(of('beds', 2022, 'mean')).toEqual([[null, 99]])
  expect(of('beds', 2022, 'sample')).toEqual([
    [1, 0],
    [2, 2],
  ])
  // 0 .. 198: 51 of 100 are 100 or less, 61 are 120 or less
  expect(of('beds', 2022, 'cdf')).toEqual([
    [100, 0.51],
    [120, 0.61],
  ])
  // all are highest in the last year, but the one that is 0 in both
  expect(of('beds peak year', null, 'pmf')).toEqual([
    ['2021', 0.01],
    ['2022', 0.99],
  ])
  const [{ model_tasks: tasks }] = hubTasks(header, rows).rounds
  expect(tasks.map(({ task_ids }) => task_ids.target.required)).toEqual([['beds'], ['beds peak year']])
  const [beds, peak] = tasks
  expect(beds).toMatchObject({
    task_ids: { origin_year: { required: [2020] }, target_year: { required: null, optional: [2021, 2022] } },
    output_type: { cdf: { output_type_id: { required: [100, 120] } }, sample: { output_type_id_params: { max_samples_per_task: 2 } } },
    target_metadata: [{ target_id: 'target_1', target_keys: { target: 'beds' }, target_type: 'continuous' }],
  }) // biome-ignore format: a tree
  // a peak has no year of its own
  expect(peak.task_ids.target_year).toEqual({ required: null, optional: null })
  expect(Object.keys(peak.output_type)).toEqual(['pmf'])
  // every row is one that its task takes
  for (const row of rows) {
    const { output_type: types } = tasks.find(({ task_ids }) => task_ids.target.required[0] === row[3])!
    const asked = types[row[5] as keyof typeof types] as { output_type_id?: { required: unknown[] | null } }
    expect(asked.output_type_id?.required ?? [row[6]]).toContain(row[6])
  }
})
