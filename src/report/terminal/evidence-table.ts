/** What each verdict rests on: past commitments like it, the base rate and the odds side by side. */
import { isKnown } from '../../analysis/odds.js'
import type { PolicySummary, TargetVerdict } from '../../analysis/summary.js'
import type { Language } from '../../vocabulary/language.js'
import { alikeText, baseText, classesBeside, EVIDENCE_NAMES } from '../words/evidence.js'
import { oddsText } from '../words/numbers.js'
import type { Page } from './page.js'
import { type TextColumn, tableLines } from './table.js'

const SAYS = {
  heading: { en: 'What stands behind each verdict', zh: '各项研判的依据' },
  target: { en: 'Target', zh: '目标' },
  restsOn: { en: 'Rests on', zh: '依据' },
  alike: { en: 'Past commitments like it', zh: '同类既往承诺' },
  base: { en: 'Base rate, of all as long', zh: '基准率（同期限承诺）' },
  odds: { en: 'Odds here', zh: '本研判概率' },
}

/** A row for every target of a policy; nothing where the run does not say what its verdicts rest on. */
export function evidenceList(policy: PolicySummary, { language, width, paint }: Page): string[] {
  const known = policy.targets.filter(({ evidence }) => evidence !== undefined)
  if (known.length === 0) return []
  const columns: TextColumn[] = [
    { heading: SAYS.target[language], align: 'left', atLeast: 13 },
    { heading: SAYS.restsOn[language], align: 'left', atLeast: 12 },
    { heading: SAYS.alike[language], align: 'left', atLeast: 20 },
    { heading: SAYS.base[language], align: 'left', atLeast: 10 },
    { heading: SAYS.odds[language], align: 'left', atLeast: 8 },
  ]
  const rows = known.map((target) => rowOf(target, language))
  return [paint('bold', SAYS.heading[language]), ...tableLines(columns, rows, width)]
}

function rowOf({ title, evidence, region }: TargetVerdict, language: Language): string[] {
  const classes = classesBeside(evidence!)
  const join = language === 'zh' ? '；' : '; '
  return [
    title[language],
    EVIDENCE_NAMES[evidence!.restsOn][language],
    classes.map((one) => alikeText(one)[language]).join(join) || '-',
    [...new Set(classes.map((one) => baseText(one)[language]))].join(join) || '-',
    isKnown(region.odds) ? oddsText(region.odds, language) : '-',
  ]
}
