/**
 * The one place where a fault becomes words.
 *
 * Here and not in report/, since run folders keep these words: the manifest, what a summary finds, and the check of the
 * median future need them below the report. English, as manifests are; what a summary says of them it says in both.
 */
import type { LevelLimit } from '../model/rate-checks.js'
import { catalogue, Translator } from '../vocabulary/sentences.js'
import type { Failure, FailureRecord, Fault, ServiceFault } from './failures.js'

/** What was found, and what was expected where that is more than a number at all. */
export interface FaultWords {
  readonly found: string
  readonly expected?: string
}

export function faultWords(fault: Fault): FaultWords {
  switch (fault.code) {
    case 'not-a-number':
      return {
        found:
          'outcome' in fault
            ? `${fault.outcome} is ${fault.value}`
            : `the line ${fault.line} opens in ${fault.value}`,
      }
    case 'rate-impossible':
      return { found: `${fault.level} of ${whereAndWhat(fault)}`, expected: limitWords(fault.limit) }
    case 'service-impossible':
      return {
        found: `${fieldOf(fault).join('.')} of ${whereAndWhat(fault)}`,
        expected: fault.high === undefined ? '0 or more' : `0 to ${fault.high}`,
      }
    case 'control-unmet':
      return {
        found: `${fault.who} come to ${Number(fault.value.toPrecision(6))} in ${fault.year}`,
        expected: `the published total ${Number(fault.total.toPrecision(12))}`,
      }
    case 'people-negative':
      return { found: `${fault.year}: a cell of ${fault.value}` }
    case 'balance-open':
      return { found: `${fault.year}: off by ${fault.gap} persons` }
    case 'endless':
      return { found: `no end within ${fault.seconds} s; its worker was ended` }
    case 'out-of-memory':
      return { found: 'its worker ran out of memory' }
    case 'worker-lost':
      return {
        found:
          fault.message === undefined
            ? 'its worker was lost without a word'
            : `its worker was lost (${fault.message})`,
      }
    case 'program-fault':
      return { found: fault.message }
  }
}

/** A fault as one phrase. */
export function faultText(fault: Fault): string {
  const { found, expected } = faultWords(fault)
  return expected === undefined ? found : `${found}; expected ${expected}`
}

/** A failure as a run folder keeps it. */
export function recordOf(failure: Failure): FailureRecord {
  const { policy, draw, code } = failure
  return { policy, draw, code, detail: faultText(failure) }
}

/** `school_places.new_schools.on_time`, in parts. */
function fieldOf({ service, programme, field }: ServiceFault): string[] {
  return programme === undefined ? [service, field] : [service, programme, field]
}

function whereAndWhat({ place, value, year }: Pick<ServiceFault, 'place' | 'value' | 'year'>): string {
  return `${place.name.en} is ${Number(value.toPrecision(6))} in ${year}`
}

function limitWords(limit: LevelLimit): string {
  switch (limit.kind) {
    case 'range':
      return `${limit.low} to ${limit.high}`
    case 'rate-below-one':
      return 'less than 1 a step at every age'
    case 'shares-to-one':
      return 'shares returning to village, reclassified and registered of 1 at most together'
  }
}

/** Faults in Chinese. */
export const FAULTS_IN_CHINESE = catalogue({
  '{#what} is {#value}': '{#what} 为 {#value}',
  'the line {line} opens in {value}': '线路 {line} 的开通时间为 {value}',
  '{#level} of {place} is {#value} in {#year}': '{place} {#year} 年的 {#level} 为 {#value}',
  '{#level} of {place} is {#value} in {#year}; expected {*limit}':
    '{place} {#year} 年的 {#level} 为 {#value}；应为：{*limit}',
  '{*who} come to {#value} in {#year}': '{#year} 年 {*who}为 {#value} 人',
  '{*who} come to {#value} in {#year}; expected the published total {#total}':
    '{#year} 年 {*who}为 {#value} 人；应为公布总数 {#total}',
  '{place}, people': '{place} 总人口',
  '{place}, men': '{place} 男性',
  '{place}, women': '{place} 女性',
  '{place}, people of {#ages}': '{place} {#ages} 岁人口',
  '{place}, men of {#ages}': '{place} {#ages} 岁男性',
  '{place}, women of {#ages}': '{place} {#ages} 岁女性',
  'the published total {#total}': '公布总数 {#total}',
  '{#low} to {#high}': '{#low} 至 {#high}',
  '0 or more': '不小于 0',
  'less than 1 a step at every age': '各年龄每步均小于 1',
  'shares returning to village, reclassified and registered of 1 at most together':
    '返乡、村改居和落户的比例合计不超过 1',
  '{#year}: a cell of {value}': '{#year} 年：某格人数为 {value}',
  '{#year}: off by {gap} persons': '{#year} 年：人口账差 {gap} 人',
  'no end within {seconds} s; its worker was ended': '{seconds} 秒内未结束，其工作线程已终止',
  'its worker ran out of memory': '其工作线程内存不足',
  'its worker was lost without a word': '其工作线程无故中断',
  'its worker was lost ({why})': '其工作线程中断（“{why}”）',
})

/** What `faultText` has said, in Chinese; a fault of the program's own stays as the program said it. */
export function faultInChinese(detail: string): string {
  const lists = { comma: '、', and: '和', or: '或', more: (items: string) => items }
  return new Translator([FAULTS_IN_CHINESE], lists).translate(detail) ?? detail
}
