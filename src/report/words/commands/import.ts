/** What `cityward import` shows: what it understood of a file, what it made of it, what to do next. */
import type { ImportTable } from '../../../import/answers.js'
import type { ImportAsked, Imported } from '../../../import/import-file.js'
import type { TargetReason } from '../../../import/targets/targets.js'
import { ageText } from '../../../import/understand/age-words.js'
import type { Column, Reason } from '../../../import/understand/columns.js'
import type { Role } from '../../../import/understand/heading-words.js'
import { unitText } from '../../../import/understand/unit-words.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import type { Language } from '../../../vocabulary/language.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { phrase } from '../bilingual.js'
import { displayWidth } from '../width.js'

const ROLE_WORDS: Readonly<Record<Role, Bilingual>> = {
  place: phrase('place', '地区'),
  code: phrase('code of the place', '地区代码'),
  year: phrase('year', '年份'),
  age: phrase('age', '年龄'),
  sex: phrase('sex', '性别'),
  residence: phrase('towns or villages', '城乡'),
  measure: phrase('what is counted', '指标'),
  figure: phrase('figures', '数值'),
  unit: phrase('unit', '单位'),
  times: phrase('power of ten', '十的幂'),
  flag: phrase('flag', '标记'),
  ignore: phrase('not used', '不用'),
}

const REASON_WORDS: Readonly<Record<Reason, Bilingual>> = {
  'its heading says so': phrase('its heading says so', '列名如此'),
  'its cells are figures': phrase('its cells are figures', '各格为数值'),
  'its cells are years': phrase('its cells are years', '各格为年份'),
  'its cells are ages': phrase('its cells are ages', '各格为年龄'),
  'its cells name what is counted': phrase('its cells name what is counted', '各格为指标'),
  'its cells are names': phrase('its cells are names', '各格为名称'),
  'a place stands above it': phrase('a place stands above it', '列名为地区'),
  'the mapping says so': phrase('the mapping says so', '映射文件如此规定'),
  'its heading says nothing that is known': phrase('its heading says nothing that is known', '列名无法识别'),
}

const TARGET_WORDS: Readonly<Record<TargetReason, Bilingual>> = {
  'as asked for': phrase('as asked for', '按所要求'),
  'people of both sexes by single ages or groups of five': phrase(
    'people of both sexes by single ages or groups of five',
    '分性别、单岁或五岁组的人口',
  ),
  'death rates by sex and age': phrase('death rates by sex and age', '分性别、年龄的死亡率'),
  'births per woman by age': phrase('births per woman by age', '分年龄的妇女生育率'),
  'numbers of other things than people': phrase('numbers of other things than people', '人口以外的数值'),
  'people of several places in one year': phrase(
    'people of several places in one year',
    '某一年多个地区的人口',
  ),
  'people of places, into the data folder of a plan': phrase(
    'people of places, into the data folder of a plan',
    '各地区人口，导入方案的数据文件夹',
  ),
  'people over several years': phrase('people over several years', '多年的人口'),
}

/** `a, b, c and 5 more` */
function some(words: readonly string[], language: Language, most = 8): string {
  const rest = words.length - most
  const shown = words.slice(0, most).join(language === 'zh' ? '、' : ', ')
  if (rest <= 0) return shown
  return language === 'zh' ? `${shown}等${words.length}项` : `${shown} and ${rest} more`
}

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** What the parts of a heading say, in the words of a mapping. */
function partsText({ is, parts, place, only }: Column, language: Language): string {
  if (only !== undefined) return { en: `only "${only}"`, zh: `仅取“${only}”` }[language]
  if (is !== 'figure') return ROLE_WORDS[is][language]
  const { measure, sex, age, residence, year, unit, isShare } = parts
  const said = [
    place,
    measure,
    sex,
    residence,
    age === undefined ? undefined : age === 'all' ? age : ageText(age),
    year,
    unit ? unitText(unit) : isShare ? '%' : undefined,
  ]
  const texts = said.filter((one) => one !== undefined).map(String)
  return texts.length > 0 ? texts.join(', ') : ROLE_WORDS.figure[language]
}

/** Words in one of two languages. */
type Words = (en: string, zh: string) => string

/** `xlsx, sheet 表1, headings in rows 3-4` */
function formText({ understood }: Imported, { source, read }: ImportAsked, words: Words): string {
  const { sheet, layout, decimal } = understood
  const { format, encoding, delimiter } = read.as
  const comma = sheet.numbers !== 'plain' && decimal === ',' ? words('decimal comma', '小数逗号') : undefined
  const separator = delimiter === '\t' ? words('tab', '制表符') : delimiter && `"${delimiter}"`
  const form = [format, encoding, separator, comma].filter((one) => one !== undefined).join(', ')
  const name = read.sheets.length > 1 ? words(`, sheet ${sheet.name}`, `，工作表${sheet.name}`) : ''
  const [first, last] = layout.header.map((row) => row + 1)
  const rows =
    first === last
      ? words(`row ${first}`, `第${first}行`)
      : words(`rows ${first}-${last}`, `第${first}—${last}行`)
  return `${source.file}: ${form}${name}${sheet.headed ? '' : words(`, headings in ${rows}`, `，列名在${rows}`)}`
}

/** A line a column: where it is and what it is called, what it holds, why. */
function columnLines(columns: readonly Column[], language: Language): string[] {
  const titled = ({ column, heading }: Column) => (column === heading ? heading : `${column}  ${heading}`)
  const width = (of: (column: Column) => string) =>
    Math.min(40, Math.max(...columns.map((column) => displayWidth(of(column)))))
  const says = (column: Column) => partsText(column, language)
  const [first, second] = [width(titled), width(says)]
  return columns.map(
    (column) =>
      `  ${padded(titled(column), first)}  ${padded(says(column), second)}  ${REASON_WORDS[column.because][language]}`,
  )
}

/** Lines of what was understood of a file. */
export function understoodText(answer: Imported, asked: ImportAsked, language: Language): string {
  const { understood, chosen, made } = answer
  const { layout, columns, observations } = understood
  const words: Words = (en, zh) => (language === 'zh' ? zh : en)
  const distinct = <Value>(values: readonly Value[]) => [...new Set(values)]
  const line = (en: string, zh: string, texts: readonly string[]) =>
    texts.length > 0 ? [`  ${words(en, zh)}: ${some(texts, language)}`] : []
  const years = distinct(observations.flatMap(({ year }) => year ?? []))
    .sort((a, b) => a - b)
    .map(String)
  const ages = distinct(observations.flatMap(({ age }) => (age === 'all' ? [] : [ageText(age)])))
  const flags = distinct(observations.flatMap(({ flag }) => (flag === '' ? [] : [flag])))
  const counted = (flag: string) => `${flag} ${observations.filter((one) => one.flag === flag).length}`
  return `${[
    formText(answer, asked, words),
    ...columnLines(columns, language),
    ...line('years', '年份', years.length > 0 ? years : [asked.answers.year ?? []].flat().map(String)),
    ...line('ages', '年龄', ages),
    ...line('places', '地区', distinct(observations.map(placeText))),
    ...line('flags, not carried over', '标记（未保留）', flags.map(counted)),
    ...line('not used', '未用', made.unused),
    ...layout.notes.slice(0, 5).flatMap((note) => line('note', '注', [note])),
    `  ${words('for', '用于')} ${made.table.file}: ${TARGET_WORDS[chosen.because][language]}`,
  ].join('\n')}\n`
}

/** A place as the file names it, with its code. */
const placeText = ({ place, matched }: { place: string; matched: string }) =>
  place === '' || place === matched ? place || matched : `${place} ${matched}`.trim()

/** A table that is written. */
interface Wrote {
  readonly table: string
  readonly rows: number
  readonly added: number
  readonly mapping: string
}

const NEXT: Readonly<Record<ImportTable, (folder: string, plain: boolean) => Bilingual>> = {
  totals: (folder, plain) => {
    const command = `cityward new plan --totals ${folder}/totals.csv --pattern`
    return plain
      ? phrase(
          `${command} Finland\nNo townspeople are given: with urban or urban_share a province can be the pattern.`,
          `${command} Finland --lang zh\n未给出城镇人口：有 urban 或 urban_share 时可用省份作模式。`,
        )
      : phrase(`${command} PROVINCE`, `${command} 省份 --lang zh`)
  },
  census: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
  population: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
  mortality: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
  fertility: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
  values: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
}

export const importText = {
  wrote: ({ table, rows, added, mapping }: Wrote): Bilingual =>
    phrase(
      `Wrote ${table}: ${howMany(rows, 'row')} of this file, ${added} of them new. ${mapping} repeats it.`,
      `已写入${table}：本文件${rows}行，其中新增${added}行。${mapping}可重复此次导入。`,
    ),
  /** plain: totals of places without towns. */
  next: (target: ImportTable, folder: string, plain = false): Bilingual => {
    const { en, zh } = NEXT[target](folder, plain)
    return phrase(`Next:\n  ${en}`, `下一步：\n  ${zh}`)
  },
  draft: (mapping: string, folder: string): Bilingual => {
    const command = `cityward import ${mapping} --into ${folder}`
    return phrase(
      `No table is written. Edit ${mapping}, then:\n  ${command}`,
      `未写入表。请编辑${mapping}，然后：\n  ${command}`,
    )
  },
  choose: phrase('Number, or what it is; Enter to leave: ', '请输入编号或内容，直接回车退出：'),
  unknown: phrase('That says nothing here.', '此处无法识别。'),
  lacks: phrase('Written, but cityward would not take it yet:', '已写入，但尚不能使用：'),
}
