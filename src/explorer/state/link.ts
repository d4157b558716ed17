/** A setting in the fragment of an address: a link to it, that says with which plan and odds it was made. */

import { type ExplorerFacts, HOLD_SHARES } from '../facts.js'
import type { Aimed, Setting } from './setting.js'
import type { View } from './view.js'

/** What a link says of the answer that its maker saw. */
export interface LinkAnswer {
  /** Beginning of the plan's fingerprint. */
  readonly plan: string
  readonly draws: number
  /** Of the odds of all targets (oddsDigest). */
  readonly odds: string
}

export interface LinkState {
  readonly setting: Setting
  /** Id of the target in focus. */
  readonly focus: string
  readonly language?: 'en' | 'zh'
  readonly answer?: LinkAnswer
}

const PLAN_DIGITS = 12

/** `l.hukou_reform=2&h.rural_pace=10&a.urban-share=57.5@2023&t=urban-share&...`: only what differs from the plan. */
export function linkText(facts: ExplorerFacts, base: Setting, state: LinkState): string {
  const { setting, focus, language, answer } = state
  const link = new URLSearchParams()
  facts.levers.forEach(({ name }, lever) => {
    if (setting.levers[lever] !== base.levers[lever]) link.set(`l.${name}`, String(setting.levers[lever]))
  })
  for (const [name, at] of Object.entries(setting.held))
    link.set(`h.${name}`, String(Math.round(100 * HOLD_SHARES[at])))
  for (const [id, { threshold, year }] of Object.entries(setting.aims))
    link.set(`a.${id}`, `${threshold}@${year}`)
  link.set('t', focus)
  if (language) link.set('lang', language)
  if (answer) {
    link.set('plan', answer.plan)
    link.set('n', String(answer.draws))
    link.set('odds', answer.odds)
  }
  return link.toString()
}

/** What a fragment says; names that the plan has not, and numbers out of range, are passed over. */
export function readLink(facts: ExplorerFacts, base: Setting, fragment: string): LinkState {
  const link = new URLSearchParams(fragment.replace(/^#/, ''))
  const levers = facts.levers.map(({ name, range: [low, high] }, lever) => {
    const value = Number(link.get(`l.${name}`) ?? Number.NaN)
    return value >= low && value <= high ? value : base.levers[lever]
  })
  const held: Record<string, number> = {}
  for (const { name } of facts.uncertainties) {
    const percent = Number(link.get(`h.${name}`) ?? Number.NaN)
    const at = HOLD_SHARES.findIndex((share) => Math.round(100 * share) === percent)
    if (at >= 0) held[name] = at
  }
  const aims: Record<string, Aimed> = {}
  for (const target of facts.targets) {
    const read = /^(-?[\d.e+-]+)@(\d+)$/.exec(link.get(`a.${target.id}`) ?? '')
    const aim = read && { threshold: Number(read[1]), year: Number(read[2]) }
    if (aim && Number.isFinite(aim.threshold) && facts.years.includes(aim.year)) aims[target.id] = aim
  }
  const focus = facts.targets.find(({ id }) => id === link.get('t')) ?? facts.targets[0]
  const language = link.get('lang')
  return {
    setting: { levers, held, aims },
    focus: focus.id,
    ...((language === 'en' || language === 'zh') && { language }),
    ...answerIn(link),
  }
}

function answerIn(link: URLSearchParams): Pick<LinkState, 'answer'> {
  const [plan, draws, odds] = [link.get('plan'), Number(link.get('n')), link.get('odds')]
  return plan && odds && draws > 0 ? { answer: { plan, draws, odds } } : {}
}

/** What a link is to say of an answer. */
export function linkAnswer({ fingerprint }: ExplorerFacts, { draws, targets }: View): LinkAnswer {
  const hits = targets.map(({ odds }) => odds.hits)
  return { plan: fingerprint.slice(0, PLAN_DIGITS), draws, odds: digestOf(hits) }
}

/** FNV-1a over counts, as eight hexadecimal digits: it tells answers apart and keeps no secret. */
function digestOf(counts: readonly number[]): string {
  let hash = 0x811c9dc5
  for (const count of counts)
    for (let rest = count, byte = 0; byte < 4; byte++, rest >>>= 8)
      hash = Math.imul(hash ^ (rest & 255), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** How an answer that is there now stands to that of a link. */
export function linkStanding(
  made: LinkAnswer,
  now: LinkAnswer,
): 'same' | 'another plan' | 'other odds' | 'unknown' {
  if (made.plan !== now.plan) return 'another plan'
  if (made.draws !== now.draws) return 'unknown'
  return made.odds === now.odds ? 'same' : 'other odds'
}
