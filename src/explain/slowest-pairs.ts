/** The pairs of a group of cities that are as slow as its slowest: their legs, with the source of each time. */
import type { TravelLeg } from '../dataset/dataset.js'
import type { Explanation, ExplanationRequest } from './explanation.js'
import { provenanceNote } from './inputs.js'
import { node } from './node.js'

/** What sums of hours in another order may differ by. */
const ROUNDING = 1e-9

export function slowestPairs(asked: ExplanationRequest, slot: number): Explanation[] {
  const { plan } = asked
  const group = plan.slowest.find((one) => one.slot === slot)
  const whole = node(asked, slot, 'hour')
  return (group?.pairs ?? []).flatMap(([one, other]) =>
    legsOf(asked, one, other, whole.value ?? Number.NaN).map((leg) => explainLeg(asked, whole, leg)),
  )
}

/** The one leg between two cities that takes so long, else the two legs that do with a change between them. */
function legsOf({ plan, dataset }: ExplanationRequest, from: number, to: number, hours: number): TravelLeg[] {
  const { legs } = dataset.travel
  const direct = legs.find((leg) => leg.from === from && leg.to === to && leg.hours === hours)
  const { change } = plan.travel
  if (direct || change === undefined) return direct ? [direct] : []
  for (const first of legs.filter((leg) => leg.from === from)) {
    const second = legs.find(
      (leg) =>
        leg.from === first.to &&
        leg.to === to &&
        Math.abs(first.hours + change + leg.hours - hours) < ROUNDING,
    )
    if (second) return [first, second]
  }
  return []
}

function explainLeg({ dataset }: ExplanationRequest, whole: Explanation, leg: TravelLeg): Explanation {
  const [first, second] = [dataset.cities[leg.from].name, dataset.cities[leg.to].name]
  const provenance = provenanceNote([leg.provenance])
  const note = { en: provenance.note.en, zh: `${first.zh}—${second.zh}：${provenance.note.zh}` }
  return { ...whole, value: leg.hours, what: `hours(${first.en}, ${second.en})`, ...provenance, note }
}
