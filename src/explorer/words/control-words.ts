/** Words of the controls: levers, what is held, undoing, and what can be kept. */
import { phrase } from '../../report/words/bilingual.js'
import { minus } from '../../report/words/typography.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

export const LEVERS = phrase('Levers', '政策杠杆')
export const POLICIES = phrase('Start from', '预设政策')
export const UNDO = phrase('Undo', '撤销')
export const REDO = phrase('Redo', '重做')
export const RESET = phrase('Back to the plan', '恢复为计划')
export const MECHANISM = phrase('What it changes', '作用机制')
export const DIFFERS = phrase('Differs from the plan', '与计划的不同')
export const NOTHING_DIFFERS = phrase('Everything stands as in the plan.', '全部与计划一致。')
export const HELD = phrase('Hold what is uncertain', '固定不确定因素')
export const HELD_HELP = phrase(
  'By itself every uncertainty varies from future to future. Tick one to hold it at the same value in all of them: drag, or type a value or the per cent of its futures that lie below.',
  '各不确定因素在不同情景中取不同的值。勾选后，所有情景取同一个值：可拖动，也可输入数值，或输入低于该值的情景百分比。',
)
/** Of one that is held while another, which goes with it, is not. */
export function goesWith(title: Bilingual, rank: number): Bilingual {
  const written = minus(rank.toFixed(2))
  return phrase(
    `In the futures it goes with “${title.en}” (rank correlation ${written}). That one keeps its values, and no longer answers to this one: ranges can get wider.`,
    `各情景中它与“${title.zh}”相关（秩相关${written}）。后者取值不变，不再与它呼应：区间可能变宽。`,
  )
}
export const SEARCH = phrase('Search the uncertainties', '查找不确定因素')
export const FUTURES = phrase('Futures', '模拟情景数')
export const GIVE_BACK = phrase('set back', '恢复')
export const PIN = phrase('Make this the baseline', '以此为对照')
export const SWAP = phrase('Swap', '互换')
export const COPY_LINK = phrase('Copy link', '复制链接')
export const COPIED = phrase('Copied', '已复制')
export const SAVE = phrase('Save as scenario', '另存为情景')
export const PRINT = phrase('Print', '打印')
export const KEEP = phrase('Keep and share', '保存与分享')
export const ASKED = phrase('What the target asks for', '目标要求')
export const THRESHOLD = phrase('Threshold', '目标值')
export const BY_YEAR = phrase('by', '年份')
export const ALONG = phrase('odds along this lever', '沿该杠杆的达标概率')

export const NO_EFFECT = phrase('does not move the target in focus', '不影响所选目标')

export const heldAt = (percent: number): Bilingual => phrase(`held at ${percent} %`, `固定在${percent}%分位`)
export const heldAtValue = (value: Bilingual): Bilingual => phrase(`held at ${value.en}`, `固定为${value.zh}`)
export const VALUE = phrase('Value', '数值')
export const PERCENT_BELOW = phrase('% below', '分位%')

export const heldCount = (held: number, all: number): Bilingual =>
  phrase(`${held} of ${all} held`, `${all}项中固定${held}项`)

/** The title of a target whose threshold is not the scenario's. */
export const aimChanged = (from: string, to: string): Bilingual =>
  phrase(`${from} → ${to}`, `${from} → ${to}`)

/** Titles of a scenario that was saved from the page, and of its policy. */
export const explored = (title: Bilingual): Bilingual =>
  phrase(`${title.en}: explored`, `${title.zh}：试算方案`)
export const EXPLORED_POLICY = phrase('A setting of the explorer', '试算方案')
