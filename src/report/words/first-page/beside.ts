/** What is said of two scenarios beside each other. */
import type { Comparison, TargetChange } from '../../../analysis/compare.js'
import type { PlaceChange, ServiceChange } from '../../../analysis/comparison/compare-places.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import type { Language } from '../../../vocabulary/language.js'
import { inEach, phrase } from '../bilingual.js'
import { amount, count, measured, oddsShare } from '../numbers.js'

/** Names of both scenarios; where they are called alike, with what tells their plans, or their seeds, apart. */
export function scenarioNames({ before, after }: Comparison): {
  readonly before: Bilingual
  readonly after: Bilingual
} {
  if (before.title.en !== after.title.en) return { before: before.title, after: after.title }
  const apart = ({ title, fingerprint, seed }: Comparison['before']) =>
    before.fingerprint === after.fingerprint
      ? phrase(`${title.en} (seed ${seed})`, `${title.zh}（种子${seed}）`)
      : phrase(
          `${title.en} (plan ${fingerprint.slice(0, 8)})`,
          `${title.zh}（方案${fingerprint.slice(0, 8)}）`,
        )
  return { before: apart(before), after: apart(after) }
}

const HERE = phrase('here', '本方案')
const THERE = phrase('there', '另一方案')
/** Letters of a name that a heading of a column has room for. */
const SHORT = { en: 26, zh: 12 } as const

/** The names where both are short enough for the heading of a column; else here and there. */
export function shortScenarioNames(comparison: Comparison): {
  readonly before: Bilingual
  readonly after: Bilingual
} {
  const names = scenarioNames(comparison)
  const isShort = ({ en, zh }: Bilingual) => en.length <= SHORT.en && zh.length <= SHORT.zh
  return isShort(names.before) && isShort(names.after) ? names : { before: HERE, after: THERE }
}

export function besideTitle(comparison: Comparison): Bilingual {
  const { after } = scenarioNames(comparison)
  return phrase(`Beside “${after.en}”`, `与“${after.zh}”比较`)
}

/** Odds of the first target in both; undefined where the runs share none. */
export function firstChange({ policies }: Comparison): Bilingual | undefined {
  const first = policies.at(-1)?.targets[0]
  if (!first) return undefined
  const of = (language: Language) => [first.before, first.after].map(({ odds }) => oddsShare(odds, language))
  const [en, zh] = [of('en'), of('zh')]
  return phrase(
    `${first.title.en}: reached in ${en[0]} of the futures here, in ${en[1]} there.`,
    `${first.title.zh}：本方案${zh[0]}的情景达标，另一方案${zh[1]}。`,
  )
}

/** Most cities that are named as gaining, and as losing. */
const MOST = 3

/** Half a place is none. */
const LEAST = 0.5

/** Cities without the region's own row, where there are several. */
const citiesOf = ({ places }: ServiceChange) => (places.length > 1 ? places.slice(1) : places)

/** Whether two numbers are told apart by the three digits that are shown of them. */
const isApart = (one: number, other: number): boolean =>
  Math.abs(one - other) >= LEAST && Number(one.toPrecision(3)) !== Number(other.toPrecision(3))

export const isChanged = ({ before, after }: PlaceChange): boolean =>
  isApart(before.lacking, after.lacking) || isApart(before.toAdd ?? 0, after.toAdd ?? 0)

/** What two scenarios are called on a page, and on a screen. */
export const THERE_AGAINST_HERE = phrase('there against here', '另一方案与本方案相比')
export const AFTER_AGAINST_BEFORE = phrase('after against before', '比较方案与对照方案相比')

/** Who gains and who loses of a service, one scenario against the other; undefined where nothing differs. */
export function whoGains(service: ServiceChange, against: Bilingual): Bilingual | undefined {
  const { title, unit, year } = service
  const changed = citiesOf(service).filter(({ before, after }) => isApart(before.lacking, after.lacking))
  if (changed.length === 0) return undefined
  const gain = changed.filter(({ change }) => change < 0).sort((a, b) => a.change - b.change)
  const lose = changed.filter(({ change }) => change > 0).sort((a, b) => b.change - a.change)
  return inEach((language) => {
    const names = (places: readonly PlaceChange[]) => {
      const shown = places.slice(0, MOST).map(({ name, change }) => {
        const by = language === 'zh' ? measured(Math.abs(change), unit, 'zh') : amount(Math.abs(change), unit)
        return language === 'zh' ? `${name.zh}${by}` : `${name.en} ${by}`
      })
      const more = places.length - shown.length
      if (more <= 0) return shown.join({ en: ', ', zh: '、' }[language])
      return {
        en: `${shown.join(', ')} and ${count(more)} more`,
        zh: `${shown.join('、')}等${count(places.length)}个地区`,
      }[language]
    }
    const parts = {
      en: [
        gain.length > 0 ? `less lacks in ${names(gain)}` : '',
        lose.length > 0 ? `more in ${names(lose)}` : '',
      ],
      zh: [
        gain.length > 0 ? `缺口减少：${names(gain)}` : '',
        lose.length > 0 ? `缺口增加：${names(lose)}` : '',
      ],
    }[language].filter((part) => part !== '')
    return {
      en: `${title.en}, ${year}, ${against.en}: ${parts.join('; ')}.`,
      zh: `${year}年${title.zh}（${against.zh}）：${parts.join('；')}。`,
    }[language]
  })
}

/** Whether a target is asked for and comes to the same in both. */
export function isSameTarget({ before, after }: TargetChange): boolean {
  const pairs = [
    [before.threshold, after.threshold],
    [before.year, after.year],
    [before.median, after.median],
    [before.odds.share, after.odds.share],
  ]
  return pairs.every(([one, other]) => one === other || !(Number.isFinite(one) || Number.isFinite(other)))
}

export const UNCHANGED = {
  targets: phrase('Targets that are as they were', '没有变化的目标'),
  places: phrase('Areas where nothing differs', '没有变化的地区'),
} as const
