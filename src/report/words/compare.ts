/** What is said where two runs cannot be held against each other. */
import type { Comparison, TargetMismatch } from '../../analysis/compare.js'
import type { Language } from '../../vocabulary/language.js'
import { unitName } from './numbers.js'

/** That the regions of two runs are not one, so that their numbers are of different people. */
export function regionsText({ before, after }: Comparison, language: Language): string {
  const [one, other] = [before.region[language], after.region[language]]
  if (one === other) return ''
  return {
    en: `The runs are of different regions, ${one} and ${other}: what differs is no effect of a change.`,
    zh: `两次运行的地区不同（${one}与${other}）：差别并非由变更引起。`,
  }[language]
}

/** That a target is called otherwise in the second run. */
export function renamedText({ id, before, after }: TargetMismatch, language: Language): string {
  return {
    en: `${id} is “${before.title.en}” in the first run and “${after.title.en}” in the second: see that they mean the same.`,
    zh: `${id}在前者中为“${before.title.zh}”，在后者中为“${after.title.zh}”：请确认所指相同。`,
  }[language]
}

/** That a target of one id measures different things in two runs, with both titles and units. */
export function mismatchText({ id, before, after }: TargetMismatch, language: Language): string {
  const [one, other] = [before, after].map(({ title, indicator, unit }) => {
    const name = unitName(unit, language)
    if (language === 'zh') return `“${title.zh}”（指标${indicator}${name === '' ? '' : `，单位：${name}`}）`
    return `“${title.en}” (indicator ${indicator}${name === '' ? '' : `, in ${name}`})`
  })
  return {
    en: `Not compared: ${id} measures different things in the two runs: ${one} in the first, ${other} in the second.`,
    zh: `未作比较：${id}在两次运行中衡量的不是同一事物：前者为${one}，后者为${other}。`,
  }[language]
}
