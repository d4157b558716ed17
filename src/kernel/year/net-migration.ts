/**
 * Net migrants given from outside the model: src/model/net-migration.ts, draw by draw, since each draw decides for
 * itself whether a cell has as many people as are to leave. `at` and `lane` are bytes within a table and a row.
 */
import {
  ages, flow_net_migration, flow_shortfall, flow_urban_in, flow_urban_out, hasNetMigration, moreNetMigrants,
  moreNetMigrantsMakeup, netMigrants, netMigration, netMigrationGiven, netMigrationIsRate, people, row, statuses,
} from './addresses' // biome-ignore format: a list reads best as a paragraph

/** Compute the net migrants of a step from the people at its start. */
export function countNetMigrantsPair(): void {
  if (hasNetMigration === 0) return
  for (let at: usize = 0, cell: usize = 0; at < ages * row * 2; at += row, cell += 8) {
    const makeup = load<f64>(moreNetMigrantsMakeup + cell)
    for (let lane: usize = 0; lane < row; lane += 8) {
      const schedule = load<f64>(netMigrationGiven + (((at + lane) >> 4) << 3))
      const given = schedule * load<f64>(netMigration + lane)
      const more = makeup * load<f64>(moreNetMigrants + lane)
      const all = (netMigrationIsRate !== 0 ? given * cellOf(at + lane) : given) + more
      store<f64>(netMigrants + at + lane, all)
    }
  }
}

/** Add a part of the step's net migrants to the cohorts of some ages, the first to the last. */
export function addNetMigrationPair(part: f64, first: usize, last: usize): void {
  if (hasNetMigration === 0) return
  for (let sex: usize = 0; sex < 2; sex++) {
    for (let age = first; age <= last; age++) {
      const at = (sex * ages + age) * row
      for (let lane: usize = 0; lane < row; lane += 8) {
        const wanted = load<f64>(netMigrants + at + lane) * part
        if (wanted !== 0) addToCell(at + lane, lane, wanted)
      }
    }
  }
}

/** No more can leave than there are; what is asked for beyond is a shortfall. */
function addToCell(place: usize, lane: usize, wanted: f64): void {
  const cell = cellOf(place)
  const given = wanted < -cell ? -cell : wanted
  addTo(flow_shortfall + lane, given - wanted)
  addTo(flow_net_migration + lane, given)
  const stride = ages * row * 2
  for (let status: usize = 0; status < statuses; status++) {
    const at = people + status * stride + place
    const share = cell > 0 ? load<f64>(at) / cell : status === 0 ? 1.0 : 0.0
    const left = load<f64>(at) + given * share
    store<f64>(at, left < 0 ? 0.0 : left)
    if (status === 0) continue
    const flow = given > 0 ? flow_urban_in : flow_urban_out
    addTo(flow + lane, given > 0 ? given * share : -given * share)
  }
}

function addTo(at: usize, by: f64): void {
  store<f64>(at, load<f64>(at) + by)
}

/** People of all statuses in a cell of [sex, age, city, draw]. */
function cellOf(place: usize): f64 {
  const stride = ages * row * 2
  let cell: f64 = 0
  for (let status: usize = 0; status < statuses; status++) cell += load<f64>(people + status * stride + place)
  return cell
}
