/** A setting in the fragment of an address: a link to it, that says with which plan and odds it was made. */

import {
  type ExplorerFacts,
  type ExplorerSplit,
  type ExplorerTarget,
  type ExplorerUncertainty,
  HOLD_PERCENTS,
} from '../facts.js'
import { aimLimits } from './aim-limits.js'
import { type Aimed, type Held, type Setting, SPLIT_KINDS, type Split } from './setting.js'
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
  /** Odds for which the least settings are looked for, 0-1, where they are not the usual ones. */
  readonly wanted?: number
  readonly answer?: LinkAnswer
}

const PLAN_DIGITS = 12

/** `l.hukou_reform=2&h.rural_pace=10&h.pull=v0.3&q.beds=need&a.urban-share=57.5@2023&t=urban-share&...`: only what differs from the plan. */
export function linkText(facts: ExplorerFacts, base: Setting, state: LinkState): string {
  const { setting, focus, language, wanted, answer } = state
  const link = new URLSearchParams()
  facts.levers.forEach(({ name }, lever) => {
    if (setting.levers[lever] !== base.levers[lever]) link.set(`l.${name}`, String(setting.levers[lever]))
  })
  for (const [name, held] of Object.entries(setting.held))
    link.set(`h.${name}`, 'value' in held ? `v${held.value}` : String(held.percent))
  for (const [service, split] of Object.entries(setting.splits))
    link.set(`q.${service}`, typeof split === 'string' ? split : split.join('.'))
  for (const [id, { threshold, year }] of Object.entries(setting.aims))
    link.set(`a.${id}`, `${threshold}@${year}`)
  link.set('t', focus)
  if (language) link.set('lang', language)
  if (wanted) link.set('w', String(Math.round(100 * wanted)))
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
  const held: Record<string, Held> = {}
  for (const one of facts.uncertainties) {
    const own = heldIn(one, link.get(`h.${one.name}`) ?? '')
    if (own) held[one.name] = own
  }
  const splits: Record<string, Split> = {}
  for (const one of facts.splits) {
    const own = splitFrom(one, link.get(`q.${one.service}`) ?? '')
    if (own) splits[one.service] = own
  }
  const aims: Record<string, Aimed> = {}
  for (const target of facts.targets) {
    const read = /^(-?[\d.e+-]+)@(\d+)$/.exec(link.get(`a.${target.id}`) ?? '')
    const aim = read && { threshold: Number(read[1]), year: Number(read[2]) }
    if (aim && isWithin(target, aim.threshold) && facts.years.includes(aim.year)) aims[target.id] = aim
  }
  const focus = facts.targets.find(({ id }) => id === link.get('t')) ?? facts.targets[0]
  const language = link.get('lang')
  const wanted = Number(link.get('w'))
  return {
    setting: { levers, held, splits, aims },
    focus: focus.id,
    ...((language === 'en' || language === 'zh') && { language }),
    ...(wanted >= 1 && wanted <= 99 && { wanted: wanted / 100 }),
    ...answerIn(link),
  }
}

/** What a count may ask for hangs on its course, which is not known yet; what a percentage may does not. */
function isWithin(target: ExplorerTarget, threshold: number): boolean {
  if (target.unit !== 'percent') return Number.isFinite(threshold)
  const [low, high] = aimLimits(target, [])
  return threshold >= low && threshold <= high
}

function heldIn({ ends: [low, high], only }: ExplorerUncertainty, text: string): Held | undefined {
  if (!text.startsWith('v'))
    return HOLD_PERCENTS.includes(Number(text)) ? { percent: Number(text) } : undefined
  const value = text === 'v' ? Number.NaN : Number(text.slice(1))
  const isWithin = only ? only.includes(value) : value >= low && value <= high
  return isWithin ? { value } : undefined
}

function splitFrom({ asPlanned, byNeed, best }: ExplorerSplit, text: string): Split | undefined {
  const kind = SPLIT_KINDS.find((one) => one === text)
  if (kind) return (kind === 'need' ? byNeed : best) ? kind : undefined
  if (!/^\d{1,5}(?:\.\d{1,5})*$/.test(text)) return undefined
  const parts = text.split('.').map(Number)
  return parts.length === asPlanned.length && parts.some((part) => part > 0) ? parts : undefined
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
