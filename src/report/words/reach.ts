/** What would be enough for one target, in sentences. */
import { oddsOf } from '../../analysis/odds.js'
import type { Package, ReachFinding, ReachLever } from '../../analysis/reach.js'
import { type LeverAnswer, nearerFirst } from '../../analysis/single-lever.js'
import type { TargetVerdict } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { howMany } from '../../vocabulary/numbers.js'
import { costsMore } from '../costs/words.js'
import { inEach, phrase } from './bilingual.js'
import { asWritten, count, distance, share } from './numbers.js'

type LeverEffect = Exclude<LeverAnswer, { kind: 'no effect' }>
interface LeverFinding {
  readonly lever: ReachLever
  readonly answer: LeverEffect
}

/** Sentences on one target; none where it is not among those that were looked at. */
export function enoughWords(reach: ReachFinding, target: TargetVerdict): Bilingual[] {
  const found = reach.targets.find(({ id }) => id === target.id)
  if (!found) return []
  const { levers, wanted } = reach
  if (found.now >= wanted)
    return [inEach((language) => already(found.now, wanted, language)), basis(reach, found.now)]
  const moved = found.answers.flatMap((answer, at): LeverFinding[] =>
    answer.kind === 'no effect' ? [] : [{ lever: levers[at], answer }],
  )
  const enough = moved.filter(({ answer }) => answer.kind === 'enough')
  const prices = enough.flatMap(({ lever, answer }) => costOfEnough(lever, answer, reach))
  const said =
    enough.length > 0
      ? inEach((language) => whatIsEnough(enough, levers.length, wanted, aimed(target, language), language))
      : inEach((language) =>
          nothingIsEnough(moved, reach, { aim: aimed(target, language), unit: found.unit }, language),
        )
  const named = enough.length > 0 ? enough : bestOf(moved)
  return [
    said,
    ...prices,
    ...mechanisms(named.map(({ lever }) => lever)),
    ...together(reach),
    basis(reach, found.now),
  ]
}

/** What programmes cost more with a lever set so that it is enough; none without costs. */
function costOfEnough({ title }: ReachLever, answer: LeverEffect, { costs }: ReachFinding): Bilingual[] {
  if (answer.kind !== 'enough' || !costs || !answer.costs) return []
  const more = inEach((language) => costsMore(answer.costs, costs, language))
  return [phrase(`“${title.en}” then costs ${more.en}.`, `“${title.zh}”届时${more.zh}。`)]
}

/** What levers change in the model, a sentence a lever, as far as the scenario says it. */
export function mechanisms(levers: readonly ReachLever[]): Bilingual[] {
  return levers.flatMap(({ title, mechanism }) =>
    mechanism
      ? [
          {
            en: `How “${title.en}” acts in the model: ${mechanism.en}`,
            zh: `“${title.zh}”在模型中的作用：${mechanism.zh}`,
          },
        ]
      : [],
  )
}

/** Where no lever is enough: the one that does most; none where every change makes it worse. */
function bestOf(moved: readonly LeverFinding[]): LeverFinding[] {
  return moved
    .filter(({ lever, answer }) => answer.setting !== lever.from)
    .sort((a, b) => nearerFirst(a.answer, b.answer))
    .slice(0, 1)
}

/** `56.5 % or more`; of an aim with a tolerance the lenient reading, which the verdict uses too. */
function aimed({ comparator, threshold, tolerance, unit }: TargetVerdict, language: Language): string {
  const value = asWritten(comparator === 'about' ? threshold - tolerance : threshold, unit, language)
  const most = comparator === 'at_most'
  if (language === 'zh') return most ? `不高于${value}` : `${value}及以上`
  return most ? `${value} or less` : `${value} or more`
}

function already(now: number, wanted: number, language: Language): string {
  const [own, asked] = [share(now, language), share(wanted, language)]
  if (language === 'zh') return `按现有设定已有${own}的情景达到，超过${asked}，无须再加力。`
  return `${own} of the futures reach it as planned: for ${asked} nothing more is needed.`
}

/** `“Bed programme” at 1.31 in place of 1 (80 %)`, with the end of its range where that is where it stands. */
function settingOf({ lever, answer }: LeverFinding, wanted: number, language: Language): string {
  const { title, from, low, high } = lever
  const { setting, odds } = answer
  const [to, at] = [settingText(setting), settingText(from)]
  const end = setting === high || setting === low
  if (language === 'zh')
    return `“${title.zh}”由${at}调至${to}${end ? '（允许范围的尽头）' : ''}：${oddsBeside(odds, wanted, 'zh')}`
  return `“${title.en}” at ${to} in place of ${at}${end ? ', the end of its range' : ''}: ${oddsBeside(odds, wanted, 'en')}`
}

function whatIsEnough(
  enough: readonly LeverFinding[],
  levers: number,
  wanted: number,
  aim: string,
  language: Language,
): string {
  const asked = share(wanted, language)
  const list = enough.map((one) => settingOf(one, wanted, language))
  const others = levers > enough.length
  if (language === 'zh')
    return `单独一项措施即可使${asked}的情景达到${aim}：${list.join('；或')}。${others ? '其他措施单独在允许范围内均做不到。' : ''}`
  return `One lever by itself gives ${asked} of the futures ${aim}: ${list.join('; or ')}.${others ? ' No other single lever within its range would.' : ''}`
}

const WORSE = { en: 'Every change makes it worse.', zh: '任何变动都使其更差。' }
const UNMOVED = { en: 'No lever moves it.', zh: '没有措施能影响它。' }

function nothingIsEnough(
  moved: readonly LeverFinding[],
  { levers, wanted }: ReachFinding,
  { aim, unit }: { readonly aim: string; readonly unit: string },
  language: Language,
): string {
  const asked = share(wanted, language)
  const [best] = bestOf(moved)
  const still = levers.length - moved.length
  const worse = moved.length > 0 ? WORSE : UNMOVED
  const short = best ? stillShort(best.answer, unit, language) : ''
  if (language === 'zh') {
    const nearest = best ? `最接近的是${settingOf(best, wanted, 'zh')}${short}。` : worse.zh
    const rest = still > 0 && moved.length > 0 ? `其余${still}项措施对其没有影响。` : ''
    return `任何单项措施在允许范围内都不足以使${asked}的情景达到${aim}。${nearest}${rest}`
  }
  const nearest = best ? ` The nearest is ${settingOf(best, wanted, 'en')}${short}.` : ` ${worse.en}`
  const own = still === 1 ? 'does' : 'do'
  const rest = still > 0 && moved.length > 0 ? ` The other ${still} ${own} not move it.` : ''
  return `No single lever within its range gives ${asked} of the futures ${aim}.${nearest}${rest}`
}

/** `, the median still short by 2.9 points`; empty where the median reaches the target. */
export function stillShort(answer: LeverEffect, unit: string, language: Language): string {
  if (answer.kind === 'enough' || answer.short === null || answer.short <= 0) return ''
  const lack = distance(answer.short, unit, language)
  return { en: `, the median still short by ${lack}`, zh: `，中位数仍差${lack}` }[language]
}

/** How many targets the settings tried for all of them bring to the wanted odds. */
function together({ packages, wanted, targets }: ReachFinding): Bilingual[] {
  if (packages.length === 0) return []
  const most = Math.max(...packages.map(({ enough }: Package) => enough))
  return [
    inEach((language) =>
      language === 'zh'
        ? `各项措施同时变动，试过的组合最多使${targets.length}项目标中的${most}项有${share(wanted, 'zh')}的达标概率。`
        : `With all levers moved together, the best settings tried give ${most} of ${howMany(targets.length, 'target')} odds of ${share(wanted, 'en')}.`,
    ),
  ]
}

function basis({ draws, of: all, policyTitle }: ReachFinding, now: number): Bilingual {
  if (all !== undefined) return changeBasis(draws, all, policyTitle, now)
  const { low, high } = oddsOf(Math.round(now * draws), draws)
  const within = Math.ceil(50 * (high - low))
  return inEach((language) =>
    language === 'zh'
      ? `依据：同一组${count(draws)}个情景，每次只变动一项措施；“${policyTitle.zh}”在其中的达标概率为${share(now, 'zh')}，抽样误差约±${within}个百分点。`
      : `Found by moving one lever at a time in the same ${howMany(draws, 'future')}, of which ${share(now, 'en')} reach it under “${policyTitle.en}”; odds from so many are within about ${howMany(within, 'point')}.`,
  )
}

/** The futures that a lever is moved in, as part of a sentence. */
export function triedIn({ draws, of: all }: Pick<ReachFinding, 'draws' | 'of'>): Bilingual {
  if (all === undefined)
    return phrase(`in the same ${howMany(draws, 'future')}`, `同一组${count(draws)}个情景`)
  return phrase(
    `in the first ${howMany(draws, 'future')}, what that changes added to the odds of all ${count(all)}`,
    `按前${count(draws)}个情景试算变动，加到全部${count(all)}个情景的概率上`,
  )
}

/** Ten futures in a hundred that all change one way: the change is known as a share of so many draws is. */
function changeBasis(draws: number, all: number, policy: Bilingual, now: number): Bilingual {
  const within = Math.ceil(196 * Math.sqrt((0.1 * 0.9) / draws))
  return inEach((language) =>
    language === 'zh'
      ? `依据：在前${count(draws)}个情景中每次只变动一项措施，所得变动加到“${policy.zh}”全部${count(all)}个情景的达标概率${share(now, 'zh')}上；如此得出的10个百分点的变动，误差约±${within}个百分点。`
      : `Found by moving one lever at a time in the first ${howMany(draws, 'future')}; what that changes is added to the odds of all ${count(all)} under “${policy.en}”, ${share(now, 'en')}. A change of 10 points found so is within about ${howMany(within, 'point')}.`,
  )
}

/** Odds in per cent; what falls just short of the wanted odds is not rounded up to them. */
export function oddsBeside(odds: number, wanted: number, language: Language): string {
  const [text, asked] = [share(odds, language), share(wanted, language)]
  if (odds >= wanted || text !== asked) return text
  return language === 'zh' ? `不足${asked}` : `under ${asked}`
}

/** A setting of a lever, three digits. */
export function settingText(value: number): string {
  return String(Number(value.toPrecision(3)))
}

export const ENOUGH_TITLE = phrase('What would be enough', '怎样才够')
