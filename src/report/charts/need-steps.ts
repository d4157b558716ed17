/** How much of a need is lacking, in five steps from none to most, each with its colour. */
import { phrase } from '../words/bilingual.js'
import type { LegendEntry } from './kit.js'
import type { Colour } from './theme.js'

/** Share of the need that is lacking, up to which a step goes. */
const STEPS: readonly { readonly upTo: number; readonly entry: LegendEntry }[] = [
  { upTo: 0.005, entry: { title: phrase('enough', '充足'), colour: 'lack1' } },
  { upTo: 0.05, entry: { title: phrase('up to 5 % lacking', '缺5%以内'), colour: 'lack2' } },
  { upTo: 0.1, entry: { title: phrase('5–10 %', '缺5%—10%'), colour: 'lack3' } },
  { upTo: 0.2, entry: { title: phrase('10–20 %', '缺10%—20%'), colour: 'lack4' } },
  { upTo: Number.POSITIVE_INFINITY, entry: { title: phrase('over 20 %', '缺20%以上'), colour: 'lack5' } },
]

export const NEED_ENTRIES = STEPS.map(({ entry }) => entry)

const DEEP: ReadonlySet<Colour> = new Set(['lack4', 'lack5'])

/** The step of a share (0-1), and whether text upon it is to be pale. */
export function needStep(share: number): { readonly entry: LegendEntry; readonly deep: boolean } {
  const { entry } = STEPS.find(({ upTo }) => share <= upTo) ?? STEPS[0]
  return { entry, deep: DEEP.has(entry.colour) }
}
