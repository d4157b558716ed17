/** The picture of a decomposition, and the table behind it. */
import type { Decomposition, InputState } from '../../analysis/sensitivity/decomposition.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { kindsHistogram } from '../charts/studies/kinds-histogram.js'
import type { Figure } from '../html/figure.js'
import { column, type DataTable, numberCell, wordsCell } from '../tables/data-table.js'
import { phrase } from '../words/bilingual.js'
import { count, share } from '../words/numbers.js'

export interface PicturedDecomposition {
  readonly title: Bilingual
  /** Of the outcome. */
  readonly unit: string
  readonly found: Decomposition
  readonly titleOf: (name: string) => Bilingual
}

export function decompositionFigure(pictured: PicturedDecomposition): Figure {
  const { title, unit, found, titleOf } = pictured
  const kinds = found.kinds.map(({ states, counts }) => ({ title: kindTitle(found, states), counts }))
  const names = (marks: readonly [string, string], language: Language) =>
    found.inputs.map(({ name }) => marks.join(titleOf(name)[language]))
  const left =
    found.failed > 0
      ? phrase(
          ` ${count(found.failed)} draws without a value are left out.`,
          `${count(found.failed)}次没有数值的抽样已剔除。`,
        )
      : phrase('', '')
  const [isAlone, carried] = [found.inputs.length === 1, found.explained]
  const en = isAlone
    ? ['', 'this input decides', 'it carries']
    : ['; hues go with the first, shades with the others', 'these inputs decide', 'they carry']
  const zh = isAlone
    ? ['按', '', '该因素', '该因素']
    : ['依次按', '；色相随第一个因素，深浅随其余因素', '这些因素', '它们']
  return {
    id: 'kinds',
    title,
    caption: phrase(
      `Every bar is made of kinds of futures, told apart by ${names(['"', '"'], 'en').join(', then ')}${en[0]}. Kinds lie apart where ${en[1]}, and upon each other where others do: ${en[2]} ${share(carried, 'en')} of the variance of ${count(found.draws)} draws.${left.en}`,
      `每根柱由不同类型的情景组成，${zh[0]}${names(['“', '”'], 'zh').join('、')}区分${zh[1]}。各类分开之处由${zh[2]}决定，重叠之处由其他因素决定：${zh[3]}解释了${count(found.draws)}次抽样方差的${share(carried, 'zh')}。${left.zh}`,
    ),
    spec: (size) => kindsHistogram(found.ends, kinds, found.inputs[0].states.length, unit, size),
    tables: [kindsTable(pictured)],
  }
}

/** `low, high`: the state of each input, in the order of the inputs. */
function kindTitle({ inputs }: Decomposition, states: readonly number[]): Bilingual {
  const words = states.map((state, at) => stateWord(inputs[at].states, state))
  return phrase(words.map(({ en }) => en).join(', '), words.map(({ zh }) => zh).join('、'))
}

const LOW = phrase('low', '低')
const MIDDLE = phrase('middle', '中')
const HIGH = phrase('high', '高')

/** A choice has the value itself. */
function stateWord(states: readonly InputState[], state: number): Bilingual {
  if (states.every(({ low, high }) => low === high))
    return phrase(plain(states[state].low), plain(states[state].low))
  if (states.length === 1) return phrase('any', '任意')
  return state === 0 ? LOW : state === states.length - 1 ? HIGH : MIDDLE
}

/** Three digits are more than a state is known to. */
const plain = (value: number) =>
  Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 12 })

function rangeText({ low, high }: InputState): string {
  return low === high ? plain(low) : `${plain(low)}-${plain(high)}`
}

function kindsTable({ title, unit, found, titleOf }: PicturedDecomposition): DataTable {
  const known = (value: number) => (Number.isFinite(value) ? value : null)
  return {
    id: 'kinds',
    title,
    columns: [
      ...found.inputs.map(({ name }) => column(titleOf(name).en, titleOf(name).zh, false)),
      column('Of all futures', '占全部情景'),
      column('Mean', '均值'),
      column('Lowest', '最低'),
      column('Highest', '最高'),
    ],
    rows: found.kinds.map(({ states, draws, mean, low, high }) => [
      ...found.inputs.map(({ states: own }, at) => wordsCell(stateText(own, states[at]))),
      { kind: 'share' as const, value: draws / found.draws, from: '' },
      ...[mean, low, high].map((value) => numberCell(known(value), unit, '')),
    ]),
  }
}

function stateText(states: readonly InputState[], state: number): Bilingual {
  const range = rangeText(states[state])
  const { en, zh } = stateWord(states, state)
  return range === en ? phrase(en, zh) : phrase(`${en} (${range})`, `${zh}（${range}）`)
}
