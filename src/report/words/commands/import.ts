/** What `cityward import` shows: what it understood of a file, what it made of it, what to do next. */
import type { Target } from '../../../import/answers.js'
import type { ImportAsked, Imported } from '../../../import/import-file.js'
import type { TargetReason } from '../../../import/targets/targets.js'
import { type AgeGroup, ageText } from '../../../import/understand/age-words.js'
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
  'people of both sexes by single ages or groups of five': phrase('people of both sexes by single ages or groups of five', '分性别、单岁或五岁组的人口'),
  'numbers of other things than people': phrase('numbers of other things than people', '人口以外的数值'),
  'people of several places in one year': phrase('people of several places in one year', '某一年多个地区的人口'),
  'people of places, into the data folder of a plan': phrase('people of places, into the data folder of a plan', '各地区人口，导入方案的数据文件夹'),
  'people over several years': phrase('people over several years', '多年的人口'),
} // biome-ignore format: a table

/** `a, b, c and 5 more` */
function some(words: readonly string[], language: Language, most = 8): string {
  const rest = words.length - most
  const shown = words.slice(0, most).join(language === 'zh' ? '、' : ', ')
  if (rest <= 0) return shown
  return language === 'zh' ? `${shown}等${words.length}项` : `${shown} and ${rest} more`
}

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** What the parts of a heading say, in the words of a mapping. */
function partsText({ is, parts, place }: Column, language: Language): string {
  if (is !== 'figure') return ROLE_WORDS[is][language]
  const { measure, sex, age, residence, year, unit, isShare } = parts
  const said = [place, measure, sex, residence, age === undefined ? undefined : age === 'all' ? age : ageText(age), year, unit ? unitText(unit) : isShare ? '%' : undefined]
  const texts = said.filter((one) => one !== undefined).map(String)
  return texts.length > 0 ? texts.join(', ') : ROLE_WORDS.figure[language]
} // biome-ignore format: a list

/** Lines of what was understood of a file. */
export function understoodText({ understood, chosen, made }: Imported, { source, read }: ImportAsked, language: Language): string {
  const { sheet, layout, columns, observations, decimal } = understood
  const words = (en: string, zh: string) => (language === 'zh' ? zh : en)
  const { format, encoding, delimiter } = read.as
  const form = [format, encoding, delimiter === '\t' ? 'tab' : delimiter, sheet.localNumbers && decimal === ',' ? words('decimal comma', '小数逗号') : undefined].filter((one) => one !== undefined).join(', ')
  const [first, last] = layout.header.map((row) => row + 1)
  const where = sheet.headed ? '' : first === last ? words(`, headings in row ${first}`, `，列名在第${first}行`) : words(`, headings in rows ${first}-${last}`, `，列名在第${first}—${last}行`)
  const name = read.sheets.length > 1 ? words(`, sheet ${sheet.name}`, `，工作表${sheet.name}`) : ''
  const titled = (column: Column) => (column.column === column.heading ? column.heading : `${column.column}  ${column.heading}`)
  const width = Math.max(...columns.map((column) => displayWidth(titled(column))))
  const says = Math.max(...columns.map((column) => displayWidth(partsText(column, language))))
  const rows = columns.map((column) => `  ${padded(titled(column), Math.min(width, 40))}  ${padded(partsText(column, language), Math.min(says, 40))}  ${REASON_WORDS[column.because][language]}`)
  const distinct = <Value>(values: readonly Value[]) => [...new Set(values)]
  const years = distinct(observations.flatMap(({ year }) => year ?? [])).sort((a, b) => a - b).map(String)
  const ages = distinct(observations.flatMap(({ age }) => (age === 'all' ? [] : [age as AgeGroup])).map(ageText))
  const places = distinct(observations.map(({ place, matched }) => (matched === '' ? place : `${place || matched}${place === '' || place === matched ? '' : ` ${matched}`}`)))
  const flags = distinct(observations.flatMap(({ flag }) => (flag === '' ? [] : [flag])))
  const lines = [
    `${source.file}: ${form}${name}${where}`,
    ...rows,
    ...(years.length > 0 ? [`  ${words('years', '年份')}: ${some(years, language)}`] : []),
    ...(ages.length > 0 ? [`  ${words('ages', '年龄')}: ${some(ages, language)}`] : []),
    `  ${words('places', '地区')}: ${some(places, language)}`,
    ...(flags.length > 0 ? [`  ${words('flags, not carried over', '标记（未保留）')}: ${flags.map((flag) => `${flag} ${observations.filter((one) => one.flag === flag).length}`).join(', ')}`] : []),
    ...(made.unused.length > 0 ? [`  ${words('not used', '未用')}: ${some(made.unused, language)}`] : []),
    ...layout.notes.slice(0, 5).map((note) => `  ${words('note', '注')}: ${note}`),
    `  ${words('for', '用于')} ${made.table.file || `${chosen.target}.csv`}: ${TARGET_WORDS[chosen.because][language]}`,
  ]
  return `${lines.join('\n')}\n`
} // biome-ignore format: one line of the page a line

const NEXT: Readonly<Record<Target, (folder: string) => Bilingual>> = {
  totals: (folder) => {
    const command = `cityward new plan --totals ${folder}/totals.csv --pattern`
    return phrase(`${command} PROVINCE`, `${command} 省份 --lang zh`)
  },
  census: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
  population: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
  values: () => phrase('cityward check SCENARIO', 'cityward check SCENARIO --lang zh'),
}

export const importText = {
  wrote: (table: string, rows: number, added: number, mapping: string): Bilingual =>
    phrase(
      `Wrote ${table}: ${howMany(rows, 'row')} of this file, ${added} of them new. ${mapping} repeats it.`,
      `已写入${table}：本文件${rows}行，其中新增${added}行。${mapping}可重复此次导入。`,
    ),
  next: (target: Target, folder: string): Bilingual => {
    const { en, zh } = NEXT[target](folder)
    return phrase(`Next:\n  ${en}`, `下一步：\n  ${zh}`)
  },
  choose: phrase('Number, or what it is; Enter to leave: ', '请输入编号或内容，直接回车退出：'),
  unknown: phrase('That says nothing here.', '此处无法识别。'),
  lacks: phrase('Written, but cityward would not take it yet:', '已写入，但尚不能使用：'),
}
