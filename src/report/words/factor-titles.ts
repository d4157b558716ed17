/** Titles of what a design moves: an uncertainty's own, or its group's with how many it holds. */
import type { RunHeader } from '../../results/run-header.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

export interface FactorTitles {
  readonly titleOf: (name: string) => Bilingual
  /** Groups of several uncertainties, with the titles of these. */
  readonly groups: readonly { readonly title: Bilingual; readonly members: readonly Bilingual[] }[]
  /** Of what every city or year has its own of and what the design does not move: what becomes of it; absent where there is none. */
  readonly apart?: Bilingual
}

export function titlesOf({
  uncertainties,
  ofCities = [],
  design,
}: Pick<RunHeader, 'uncertainties' | 'ofCities' | 'design'>): FactorTitles {
  const known = new Map([...uncertainties, ...ofCities].map(({ name, title }) => [name, title]))
  const factors = typeof design === 'object' && 'factors' in design ? design.factors : []
  const moved = new Set(factors.flatMap(({ members }) => members))
  const apart = ofCities.filter(({ name }) => !moved.has(name)).length
  const several = factors.filter(({ members }) => members.length > 1)
  const groupTitle = ({ name, members }: (typeof factors)[number]): Bilingual => ({
    en: `${name} (${members.length} together)`,
    zh: `${name}（${members.length}项合并）`,
  })
  const groups = new Map(several.map((factor) => [factor.name, groupTitle(factor)]))
  return {
    ...(apart > 0 && { apart: apartText(apart, factors.length > 0) }),
    titleOf: (name) => groups.get(name) ?? known.get(name) ?? { en: name, zh: name },
    groups: several.map((factor) => ({
      title: groupTitle(factor),
      members: factor.members.map((member) => known.get(member) ?? { en: member, zh: member }),
    })),
  }
}

/** A design with factors of its own holds what it does not move; in draws of chance it is part of what is left over. */
function apartText(count: number, isHeld: boolean): Bilingual {
  const which = `Not in the list: ${count} ${count === 1 ? 'uncertainty' : 'uncertainties'} of which every area or year has its own`
  return isHeld
    ? {
        en: `${which}; this design holds it at its median, or moves it with the rows of its file.`,
        zh: `未列入：各地或各年各自取值的不确定因素${count}项；本设计将其固定在中位数，或随所属文件的行移动。`,
      }
    : {
        en: `${which}; what this moves is in what is left over.`,
        zh: `未列入：各地或各年各自取值的不确定因素${count}项，其作用归入剩余部分。`,
      }
}
