/** Titles of what a design moves: an uncertainty's own, or its group's with how many it holds. */
import type { RunHeader } from '../../results/run-header.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

export interface FactorTitles {
  readonly titleOf: (name: string) => Bilingual
  /** Groups of several uncertainties, with the titles of these. */
  readonly groups: readonly { readonly title: Bilingual; readonly members: readonly Bilingual[] }[]
}

export function titlesOf({
  uncertainties,
  design,
}: Pick<RunHeader, 'uncertainties' | 'design'>): FactorTitles {
  const known = new Map(uncertainties.map(({ name, title }) => [name, title]))
  const factors = typeof design === 'object' && 'factors' in design ? design.factors : []
  const several = factors.filter(({ members }) => members.length > 1)
  const groupTitle = ({ name, members }: (typeof factors)[number]): Bilingual => ({
    en: `${name} (${members.length} together)`,
    zh: `${name}（${members.length}项合并）`,
  })
  const groups = new Map(several.map((factor) => [factor.name, groupTitle(factor)]))
  return {
    titleOf: (name) => groups.get(name) ?? known.get(name) ?? { en: name, zh: name },
    groups: several.map((factor) => ({
      title: groupTitle(factor),
      members: factor.members.map((member) => known.get(member) ?? { en: member, zh: member }),
    })),
  }
}
