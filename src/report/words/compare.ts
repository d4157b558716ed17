/** What is said where two runs cannot be held against each other. */
import type { TargetMismatch } from '../../analysis/compare.js'
import type { Language } from '../../vocabulary/language.js'
import { unitName } from './numbers.js'

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
