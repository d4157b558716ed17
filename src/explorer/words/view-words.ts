/** Words of what is shown: odds, courses, cities, gaps, and what has changed. */
import type { Odds } from '../../analysis/summary.js'
import { phrase } from '../../report/words/bilingual.js'
import { asWritten, count, interval, oddsShare, signed } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import type { ExplorerCost } from '../facts.js'
import type { linkStanding } from '../state/link.js'

export const COURSE = phrase('Course of the target in focus', '所选目标的走势')
export const TARGETS_HEADING = phrase('Odds of every target', '各项目标达标概率')
export const TARGETS_HELP = phrase(
  'Choose a row to bring it to the top. The hollow mark is what is compared with.',
  '点击任一行可设为主要目标。空心标记为对照方案。',
)
export const CITIES = phrase('Odds of each place by itself', '各地单独达标概率')
export const GAPS = phrase('What is lacking, median by place and year', '缺口（各地逐年中位数）')
export const GAP_COLOURS = phrase(
  'The darker, the nearer to the most that any area lacks in any of these years.',
  '颜色越深，越接近各地各年中的最大缺口。',
)
export const WHICH_GAP = phrase('Of', '类别')
export const changesAgainst = (name: Bilingual): Bilingual =>
  phrase(`Changes against “${name.en}”`, `与“${name.zh}”相比的变化`)
export const NO_CHANGES = phrase(
  'No odds differ by a point as they are rounded, and no shortage by a hundredth.',
  '达标概率取整后均相同，缺口相差均不足1%。',
)
export const IS_COMPARED = phrase(
  'This is what is compared with. Move a lever.',
  '当前即为对照方案。请拖动杠杆。',
)
export const WHOLE_REGION = phrase('All', '合计')
export const SIMULATING = phrase('simulating …', '模拟中……')
export const PAGE_FOOTER = phrase(
  'This file needs no network and sends nothing: the futures are simulated in your browser, by the engine of the command line and with the same draws. Numbers are of simulated futures, not of what will happen.',
  '本文件无需联网，不发送任何信息：模拟在您的浏览器中进行，所用计算引擎和抽样与命令行相同。数字为模拟情景，并非对未来的断言。',
)

/** `56.5 % or more counts as about 57 %`. */
export function countsAsReached({ threshold, tolerance, unit }: AboutAim): Bilingual {
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    [threshold - tolerance, threshold].map((value) => asWritten(Number(value.toFixed(6)), unit, language)),
  )
  return phrase(`${en[0]} or more counts as about ${en[1]}`, `“${zh[1]}左右”按${zh[0]}及以上计`)
}

interface AboutAim {
  readonly threshold: number
  readonly tolerance: number
  readonly unit: string
}

/** `of 2,000 futures, ±2 points`: how many, and how far odds can be off by chance. */
export function futuresShown(draws: number, asked: number, { low, high }: Odds): Bilingual {
  const half = Math.max(1, Math.round(50 * (high - low)))
  const of = draws < asked ? ` of ${count(asked)}` : ''
  const zhOf = draws < asked ? `（共${count(asked)}个）` : ''
  const [en, zh] = Number.isFinite(half)
    ? [`, ±${half} ${half === 1 ? 'point' : 'points'}`, `，误差±${half}个百分点`]
    : ['', '']
  return phrase(`${count(draws)}${of} futures${en}`, `${count(draws)}个模拟情景${zhOf}${zh}`)
}

/** `54 % (50-58)` */
export const oddsSpoken = (odds: Odds): Bilingual =>
  phrase(`${oddsShare(odds, 'en')} (${interval(odds)} %)`, `${oddsShare(odds, 'zh')}（${interval(odds)}%）`)

/** `+11 points`: a whole number of them. */
export function pointsText(change: number): Bilingual {
  const text = minus(signed(change, 'point'))
  return phrase(`${text} ${Math.abs(change) === 1 ? 'point' : 'points'}`, `${text}个百分点`)
}

/** For whoever hears the page: the odds of the target in focus. */
export function announcement(title: Bilingual, odds: Odds, draws: number): Bilingual {
  return phrase(
    `${title.en}: reached in ${oddsShare(odds, 'en')} of ${howMany(draws, 'future')}`,
    `${title.zh}：${count(draws)}个模拟情景中达标${oddsShare(odds, 'zh')}`,
  )
}

export const versus = (name: Bilingual): Bilingual => phrase(`compared with: ${name.en}`, `对照：${name.zh}`)
export const OWN_SETTING = phrase('a setting of your own', '自设方案')

export const LINK_STANDING: Record<Exclude<ReturnType<typeof linkStanding>, 'unknown'>, Bilingual> = {
  same: phrase('The link was made from these odds: they are the same here.', '链接生成时的概率与此处一致。'),
  'another plan': phrase(
    'The link was made from another plan or version: its odds may differ from these.',
    '链接由另一版本或另一方案生成，其概率可能与此处不同。',
  ),
  'other odds': phrase('The link was made from other odds than these.', '链接生成时的概率与此处不同。'),
}

/** Futures that gave no numbers count as not reached, as in a run. */
export const failedFutures = (failed: number, draws: number): Bilingual =>
  phrase(
    `${count(failed)} of ${howMany(draws, 'future')} gave no numbers under this setting; they count as not reached.`,
    `${count(draws)}个情景中有${count(failed)}个在此设定下未得出数值，按未达到计。`,
  )

export const FAULT = phrase('The simulation has stopped: ', '模拟已停止：')
export const SCENARIO_WRONG = phrase(
  'The scenario file has been saved with a mistake in it; what is shown is from before.',
  '情景文件保存后有误；此处显示的是此前的结果。',
)

/** `million CNY, prices of 2020: New schools` */
export function costOf({ currency, prices, programmes }: ExplorerCost): Bilingual {
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    programmes.map(({ title }) => title[language]).join(language === 'zh' ? '、' : ', '),
  )
  return phrase(`${currency}, prices of ${prices}: ${en}`, `${currency}，${prices}年价格：${zh}`)
}

export const TO_ANSWER = phrase('To the answer', '跳到结论')
export const PLAN = phrase('plan', '方案')
export const SEED = phrase('seed', '种子')
export const CHOOSE_LANGUAGE = 'Language / 语言'
export const LANGUAGE_NAMES: Bilingual = phrase('English', '中文')
export const NEEDS_SCRIPT = 'This page needs JavaScript. / 本页面需要启用JavaScript。'

/** Words on a year: `≈ 57 %, 2023`. */
export const inYearOf = (text: (language: Language) => string, year: number): Bilingual =>
  phrase(`${text('en')}, ${year}`, `${text('zh')}，${year}年`)
