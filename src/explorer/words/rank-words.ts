/** Words of what one lever by itself does. */

import { oddsOf } from '../../analysis/odds.js'
import { phrase } from '../../report/words/bilingual.js'
import { count, oddsShare, share } from '../../report/words/numbers.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'

/** Futures that a share of them is written as: any number that no share is rounded by. */
const FINELY = 1_000_000
/** `92 %`; `all` where no future was otherwise. */
const odds = (part: number, language: 'en' | 'zh') =>
  oddsShare(oddsOf(Math.round(FINELY * part), FINELY), language)

export const RANKS = phrase('One lever at a time', '逐一调整杠杆')
/** draws: of the ends, and of the least setting */
export const ranksHelp = (draws: number, ofLeast: number): Bilingual =>
  phrase(
    `Each lever moved by itself to the end that helps the target most, all else as it is set (${count(draws)} futures; the least setting in ${count(ofLeast)}). Most helpful first.`,
    `每次只把一个杠杆调到对目标最有利的一端，其余不变（${count(draws)}个情景；最小力度按${count(ofLeast)}个情景），按作用大小排列。`,
  )
/** `Helps most: Hukou conversion at 4 (+17 points).` */
export const helpsMost = (lever: Bilingual, value: Bilingual, gain: Bilingual): Bilingual =>
  phrase(
    `Helps most by itself: ${lever.en} at ${value.en} (${gain.en})`,
    `单独作用最大：${lever.zh}调到${value.zh}（${gain.zh}）`,
  )
/** Follows `helpsMost`. */
export const enoughFrom = (value: Bilingual, wanted: number): Bilingual =>
  phrase(`; ${share(wanted, 'en')} from ${value.en} on`, `；${value.zh}起即达${share(wanted, 'zh')}`)
/** The same where the lever is set at more than is needed; isMost: at less than it may be. */
export const heldTo = (value: Bilingual, isMost: boolean, wanted: number): Bilingual =>
  phrase(
    `; reached already: ${share(wanted, 'en')} is held ${isMost ? 'up' : 'down'} to ${value.en}`,
    `；已达到：${isMost ? '升' : '降'}至${value.zh}仍有${share(wanted, 'zh')}`,
  )
export const NONE_HELPS = phrase('No lever by itself adds a point', '任何单个杠杆都不能提高1个百分点')
export const LOOKING = phrase('Trying every lever …', '正在逐一试算各杠杆……')
export const ALL_LEVERS = phrase('all levers', '全部杠杆')
export const LEVER = phrase('Lever', '杠杆')
export const ALL_THE_WAY = phrase('Moved all the way', '调到底')
export const WANTED = phrase('Wanted odds', '期望概率')
export const EFFECT_ON = phrase('Also show', '同时显示')
export const EFFECT_IN = phrase('in', '地点')
export const leastFor = (wanted: number): Bilingual =>
  phrase(
    `Least setting for ${share(wanted, 'en').replace(' ', '\u00a0')}`,
    `达到${share(wanted, 'zh')}的最小力度`,
  )

/** While the last column is worked out, of the levers that move the target. */
export const leastFound = (found: number, all: number): Bilingual =>
  phrase(`Least settings: ${found} of ${all} worked out …`, `最小力度：已算出${found}/${all}……`)

export const atValue = (value: Bilingual): Bilingual => phrase(`at ${value.en}`, `（取${value.zh}时）`)
export const setTo = (lever: Bilingual, value: Bilingual): Bilingual =>
  phrase(`Set ${lever.en} to ${value.en}`, `把${lever.zh}设为${value.zh}`)
export const givesOdds = (share: number): Bilingual =>
  phrase(`gives ${odds(share, 'en')}`, `达${odds(share, 'zh')}`)
/** Beside the setting down to which, or up to which, the odds are held. */
export const reachedAlready = (isMost: boolean, share: number): Bilingual =>
  phrase(
    `reached already, held ${isMost ? 'up' : 'down'} to here: ${odds(share, 'en')}`,
    `已达到，${isMost ? '升' : '降'}至此仍有${odds(share, 'zh')}`,
  )
export const upTo = (value: Bilingual): Bilingual => phrase(`up to ${value.en}`, `不超过${value.zh}`)
export const ANYWHERE = phrase('any: all are enough', '任意：全程已足够')
export const notAlone = (share: number): Bilingual =>
  phrase(`not alone: ${odds(share, 'en')} at most`, `单独不够：最高${odds(share, 'zh')}`)
export const MOVES_NOTHING = phrase('These do not move it: ', '以下杠杆对其无影响：')
export const NOTHING_HELPS = phrase('less than a point', '不足1个百分点')
export const TOO_SLOW = phrase(
  'Not simulated here: with this plan a hundred futures take more than a second.',
  '此处未模拟：此方案模拟100个情景需一秒以上。',
)
/** `Compulsory school places lacking, Nanning 2023 (now 75,500)` */
export const lackingHeading = (title: Bilingual, place: Bilingual, year: number, now: Bilingual): Bilingual =>
  phrase(
    `${title.en}, ${place.en} ${year} (now ${now.en})`,
    `${title.zh}，${place.zh}${year}年（现为${now.zh}）`,
  )
/** The same beside every row of a narrow page. */
export const lackingLabel = (place: Bilingual, year: number): Bilingual =>
  phrase(`Lacking in ${place.en} ${year}`, `${place.zh}${year}年缺口`)
export const GAP_CHANGE = (name: Bilingual): Bilingual => phrase(`against “${name.en}”`, `与“${name.zh}”相比`)
