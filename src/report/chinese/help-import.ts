/** Help of `cityward import`. */
import { catalogue } from '../../vocabulary/sentences.js'

export const HELP_IMPORT = catalogue({
  'tables of statistical offices into a data folder: workbooks, CSV, Eurostat, SDMX-CSV, JSON-stat, PC-Axis, the Human Mortality and Fertility Databases':
    '把统计机构的表格导入数据文件夹：工作簿、CSV、欧盟统计局、SDMX-CSV、JSON-stat、PC-Axis、人类死亡率与生育率数据库',
  'tables as the office gives them, or mappings that repeat an import':
    '统计机构给出的表格，或可重复导入的映射文件',
  'data folder, or any other, that the table is written to': '写入表格的数据文件夹或其他文件夹',
  'the table to make (default: told from what is counted)': '要生成的表（默认：由指标判断）',
  'sheet of a workbook, where several have tables': '工作簿中的工作表（多个工作表有表格时）',
  'year of figures that have none, or the one year of several': '没有年份的数值的年份，或多个年份中的一年',
  'unit of people where the file has none, such as 10000 persons': '文件未写明时的人口单位，如 万人',
  'sign before decimals, where it cannot be told': '无法判断时的小数点符号',
  'code of a place as the file names it; NAME=- leaves it out': '文件中某地区的代码；名称=- 则不取该地区',
  'what was understood; then ours/totals.csv and a mapping':
    '显示所理解的内容，再写出 ours/totals.csv 和映射文件',
  'stocks of services as rows of values.csv': '把公共服务存量写成 values.csv 的行',
  'the same again, from a mapping that may be edited': '按可编辑的映射文件重复导入',
})
