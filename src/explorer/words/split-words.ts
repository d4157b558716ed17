/** Words of how quotas are shared out among cities. */
import { inEach, phrase } from '../../report/words/bilingual.js'
import { measured } from '../../report/words/numbers.js'
import { LIST } from '../../report/words/typography.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { ExplorerSplit, UnsplitService } from '../facts.js'
import type { Split, SplitKind } from '../state/setting.js'

export const SPLITS = phrase('Split quotas among areas', '指标分地区方案')
export const SPLITS_HELP = phrase(
  'Who gets how much of what the plan builds; the number in all stays. One split for every programme of a service and for all years.',
  '计划建设的总量不变，只改变各地所得。同一服务的各项目、各年份采用同一比例。',
)
export const AS_PLANNED = phrase('as in the plan', '与计划一致')
export const BY_HAND = phrase('by hand', '自行填写')
export const MAKE_WHOLE = phrase('Make it 100 %', '按比例调整为100%')
export const SHARE_OF_QUOTA = phrase('% of the quota', '占指标%')
export const WHO_GETS = phrase('Who gets how much', '各地所得')
export const CITY = phrase('Area', '地区')
export const ABOUT_PLANNED = phrase(
  'The plan decides year by year and future by future: this is what it comes to in the median future.',
  '计划按年份和情景逐一分配：此处为中位情景下的合计。',
)

export const kindTitle = (kind: SplitKind, base: number): Bilingual =>
  ({
    need: phrase(`by need of ${base}`, `按${base}年需求`),
    total: phrase('best: least lacking in all', '最优：缺口合计最小'),
    worst: phrase('best: least where most lacks', '最优：缺口最大地区的缺口最小'),
  })[kind]

export function splitTitle(split: Split | undefined, base: number): Bilingual {
  if (split === undefined) return AS_PLANNED
  return typeof split === 'string' ? kindTitle(split, base) : BY_HAND
}

export const splitOf = (title: Bilingual): Bilingual =>
  phrase(`Split of ${title.en.toLowerCase()}`, `${title.zh}分地区`)

export const splitCount = (own: number, all: number): Bilingual =>
  phrase(`${own} of ${all} changed`, `${all}项中改动${own}项`)

export const NO_BEST: Record<NonNullable<ExplorerSplit['noBest']>, Bilingual> = {
  'nothing lacks': phrase(
    'No best split is offered: under the plan no area lacks any in the median future.',
    '未提供最优方案：按计划，中位情景下各地均无缺口。',
  ),
  'too large': phrase(
    'No best split is offered: with so many areas it is a matter of minutes. `cityward split` finds it.',
    '未提供最优方案：地区较多，需数分钟。可用cityward split求得。',
  ),
}

/** `104 % in all: 4 more than the quota, which is shared out in these proportions` */
export function sumText(tenths: number): Bilingual {
  const [sum, off] = [tenths, Math.abs(tenths - 1000)].map((one) => String(one / 10))
  if (tenths === 1000) return phrase('100 %: the whole quota', '合计100%：全部指标')
  const [en, zh] = tenths > 1000 ? ['more', '超出'] : ['less', '少']
  return phrase(
    `${sum} % in all, ${off} points ${en} than the quota: it is shared out whole, in these proportions`,
    `合计${sum}%，比指标${zh}${off}个百分点：仍按此比例分完全部指标`,
  )
}

const BECAUSE: Record<UnsplitService['because'], (titles: string, zh: string) => Bilingual> = {
  'equal per head': (en, zh) =>
    phrase(`no stock by area is known, areas are equal per head: ${en}`, `无分地区存量，各地人均相同：${zh}`),
  'given by city': (en, zh) => phrase(`the plan gives starts by area: ${en}`, `计划已按地区给定：${zh}`),
  'under way': (en, zh) =>
    phrase(`projects are under way and stand where they stand: ${en}`, `已有在建项目，地点已定：${zh}`),
  'no need': (en, zh) =>
    phrase(`no need by area is stated, so no split is better: ${en}`, `未设定分地区需求，无从比较：${zh}`),
}

/** Why some services have no control, in a sentence of each reason. */
export function unsplitReasons(unsplit: readonly UnsplitService[]): Bilingual[] {
  const reasons = [...new Set(unsplit.map(({ because }) => because))]
  return reasons.map((because) => {
    const own = unsplit.filter((one) => one.because === because)
    const [en, zh] = (['en', 'zh'] as const).map((language) =>
      own.map(({ title }) => title[language]).join(language === 'zh' ? '、' : LIST.en),
    )
    return BECAUSE[because](en, zh)
  })
}

export const NOT_OFFERED = phrase('Not offered where', '未提供的情形')

/** `24 schools` of a quota that is shared out. */
export function projectsOf(share: number, { quota, unit }: ExplorerSplit['programmes'][number]): Bilingual {
  return inEach((language) => measured(Math.round(share * quota), unit, language))
}
