/** What verdicts rest on, in words; which of them answer to people. */
import { thirdsDiffer } from '../../analysis/promised-people.js'
import type { PolicySummary, TargetVerdict } from '../../analysis/summary.js'
import type { ClassEvidence, EvidencePlan } from '../../plan/plan.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { EVIDENCE, type EvidenceKind } from '../../vocabulary/evidence.js'
import { howMany } from '../../vocabulary/numbers.js'
import { inEach, phrase, same } from './bilingual.js'
import { count, share } from './numbers.js'
import { LIST } from './typography.js'

export const EVIDENCE_NAMES: Record<EvidenceKind, Bilingual> = {
  model: phrase('the model of people and travel', '人口与出行模型'),
  series: phrase('a record of its own', '自身历史记录'),
  class_and_people: phrase('past commitments and the people who come', '既往承诺与人口模型'),
  class: phrase('past commitments alone', '仅既往承诺'),
  judgement: phrase('a judgement', '主观判断'),
}

/** Odds of one kind differ all the same: by what is asked for of what is set out to be done, and by rounding to whole works. */
const NO_EVIDENCE_OF_ITS_OWN = phrase(
  ' Where it is past commitments alone there is no evidence of its own: any promise of that kind, with as much to spare, would have these odds.',
  '“仅既往承诺”表示该目标自身没有数据；同类承诺只要余量相同，概率即相同。',
)

/** `1 on the model, 3 on a record of its own, ...`; undefined for runs that do not say. */
export function evidenceCounts(targets: readonly TargetVerdict[]): Bilingual | undefined {
  const kinds = targets.map(({ evidence }) => evidence?.restsOn)
  if (targets.length === 0 || kinds.includes(undefined)) return undefined
  const counted = EVIDENCE.map((kind) => ({ kind, number: kinds.filter((one) => one === kind).length }))
  const some = counted.filter(({ number }) => number > 0)
  const alone = some.some(({ kind }) => kind === 'class') ? NO_EVIDENCE_OF_ITS_OWN : same('')
  return phrase(
    `What the verdicts rest on: ${some.map(({ kind, number }) => `${number} on ${EVIDENCE_NAMES[kind].en}`).join(LIST.en)}.${alone.en}`,
    `研判依据：${some.map(({ kind, number }) => `${EVIDENCE_NAMES[kind].zh}${number}项`).join(LIST.zh)}。${alone.zh}`,
  )
}

/** Past commitments to hold odds against: those that they were learned from, else those that the scenario sets beside them. */
export const classesBeside = ({ classes, beside }: EvidencePlan): readonly ClassEvidence[] =>
  classes.length === 0 && beside ? [beside] : classes

/** `12 of 14 such commitments were met; the middle one reached 104 %`. */
export function alikeText({ measure, alike }: ClassEvidence): Bilingual {
  const { met, decided, median } = alike
  if (decided === 0 || median === null)
    return phrase('no commitment of this kind was found', '未找到同类既往承诺')
  if (measure === 'months late') {
    const late = Math.abs(median).toFixed(1)
    return phrase(
      `${met} of ${decided} such openings were on time; the middle one was ${late} months ${median < 0 ? 'early' : 'late'}`,
      `以往${decided}次同类开通中${met}次按期；居中者${median < 0 ? '提前' : '推迟'}${late}个月`,
    )
  }
  return phrase(
    `${met} of ${decided} such commitments ${decided === 1 ? 'was' : 'were'} met; the middle one reached ${share(median, 'en')}`,
    `以往${decided}项同类承诺中${met}项完成；居中者完成${share(median, 'zh')}`,
  )
}

/** The share of past promises met, of all that ran as long, or of all lines; undefined where none is known. */
export function baseRate(
  evidence: EvidencePlan,
): { readonly share: number; readonly text: Bilingual } | undefined {
  const [first] = classesBeside(evidence)
  if (!first || first.base.decided === 0) return undefined
  return { share: first.base.met / first.base.decided, text: baseText(first) }
}

/** `25 of 38 (66 %)`: of all that ran as long, or of all lines. */
export function baseText({ base }: ClassEvidence): Bilingual {
  if (base.decided === 0) return phrase('-', '-')
  const rate = base.met / base.decided
  return phrase(
    `${base.met} of ${base.decided} (${share(rate, 'en')})`,
    `${base.decided}项中${base.met}项（${share(rate, 'zh')}）`,
  )
}

/** `9 of 31 targets answer to how many people come: ...`; undefined where none or every one does, or in runs that do not say. */
export function answerToPeople(targets: readonly TargetVerdict[]): Bilingual | undefined {
  const some = targets.filter(({ ofPeople }) => ofPeople)
  if (some.length === 0 || some.length === targets.length) return undefined
  const named = inEach((language) => some.map(({ title }) => title[language]).join(MARK[language]))
  return phrase(
    `${some.length} of ${targets.length} targets ${some.length === 1 ? 'answers' : 'answer'} to how many people come and stay: ${named.en}. The others come out the same whoever comes: they are computed without numbers of people.`,
    `${targets.length}项目标中有${some.length}项随人口去留而变：${named.zh}。其余目标的计算不含人口数，来多少人结果都一样。`,
  )
}

/** Titles have commas of their own. */
const MARK = { en: '; ', zh: '；' } as const

export const PROMISED_TITLE = phrase(
  'Promised as rates: for whom they are built, and who shares them',
  '以比率承诺的目标：按多少人建设，由多少人分享',
)

/** What the table of promised rates says and does not; undefined where there is none. */
export function promisedNote({ targets }: Pick<PolicySummary, 'targets'>): Bilingual | undefined {
  const promised = targets.filter(({ promisedFor }) => promisedFor)
  if (promised.length === 0) return undefined
  const learned = promised.every(({ evidence }) => evidence?.restsOn === 'class_and_people')
  const own = learned
    ? phrase(
        ' How much is built is what past promises of its kind came to: nothing is known of its own progress.',
        '建成多少参照同类既往承诺，其自身进展没有数据。',
      )
    : same('')
  const thirds = thirdsNote(promised)
  return phrase(
    `A rate is built as a number, for the people that an office expects. Shared by more people the same number comes to less of the promise, by fewer to more, unless what is built follows who comes and who stays away.${own.en}${thirds.en}`,
    `比率按部门预计的人数折成数量来建设：人数多于预计，同样的数量折成的比率就低；少于预计则高；随实际人数增减建设的部分除外。${own.zh}${thirds.zh}`,
  )
}

/** Of how many futures each third is, and that few of them tell little. */
function thirdsNote(promised: readonly TargetVerdict[]): Bilingual {
  const odds = promised.flatMap(({ promisedFor }) => promisedFor?.odds ?? [])
  if (odds.length === 0) return same('')
  const futures = Math.min(...odds.map(({ fewest }) => fewest.draws))
  const apart = odds.filter(thirdsDiffer).length
  const rest =
    apart === odds.length
      ? same('')
      : phrase(
          ' Elsewhere so few futures do not tell whether people matter, nor to which side.',
          '其余各项情景太少，看不出人数有无影响及影响方向。',
        )
  return phrase(
    ` Fewest and most people: the third of the futures with the fewest people to share it, and the third with the most, ${howMany(futures, 'future')} each; told apart are those whose odds differ by more than chance does (95 %), ${apart} of ${odds.length}.${rest.en}`,
    `人最少、人最多：分别指分享人数最少和最多的三分之一情景，各${count(futures)}个；${odds.length}项目标中${apart}项的两种概率差异显著，即超出抽样误差（95%）。${rest.zh}`,
  )
}
