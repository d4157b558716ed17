/** Compile the services of a scenario and the programmes that deliver them. */

import { PURE } from '../vocabulary/units.js'
import type { Draft } from './draft.js'
import type { ServicePlan } from './plan.js'
import { planProgramme } from './programmes/programme.js'
import type { ServicePart, SlotKey } from './slot-keys.js'
import { readUnit } from './units.js'
import { addValue } from './values.js'

/** All services, in the order of the file; problems go to the draft. */
export function planServices(draft: Draft): ServicePlan[] {
  return draft.scenario.services.map((service) => {
    const { name } = service
    const unit = readUnit(draft, name, service.unit, ['services', name, 'unit'])
    const column = (column: 'capacity' | 'need' | 'unmet') =>
      draft.slots.slot({ kind: 'service', service: name, column })
    const part = (part: ServicePart): SlotKey => ({ kind: 'service part', service: name, part })
    return {
      name,
      title: service.title,
      unit: service.unit,
      openingSlot: addValue(draft, part('opening'), service.opening, 'input', unit),
      closureSlot: addValue(draft, part('closure'), service.closure, 'input', PURE),
      stockSlot: draft.slots.slot(part('stock')),
      alike: service.equalPerHead,
      demandSlot: addValue(draft, part('demand'), service.demand, 'demand', undefined),
      standardSlot: addValue(draft, part('standard'), service.standard, 'input', undefined),
      capacitySlot: column('capacity'),
      needSlot: column('need'),
      unmetSlot: column('unmet'),
      programmes: service.programmes.map((programme) => planProgramme(draft, name, unit, programme)),
    }
  })
}
