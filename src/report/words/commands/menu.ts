/** What is offered where nothing was asked. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { phrase } from '../bilingual.js'

export const MENU = {
  title: phrase('cityward: what would you like to do?', 'cityward：想做什么？'),
  choose: phrase('Number, or Enter to leave: ', '请输入数字，直接回车退出：'),
  which: phrase('Which file?', '哪个文件？'),
  unknown: phrase('No such number.', '没有这个数字。'),
} as const

export const CHOICES = {
  check: phrase('See whether a scenario is in order, and what it would do', '检查方案，看它会做什么'),
  run: phrase('Run a scenario: will its targets be met?', '运行方案：目标能否实现？'),
  open: phrase('Open the report of the latest run', '打开最近一次运行的报告'),
  needs: phrase('What each area must add, and by when', '各地需新增多少、何时开工'),
  compare: phrase('Compare the two latest runs', '比较最近两次运行'),
  create: phrase('Begin a plan of your own', '新建一个方案'),
  help: phrase('See everything that can be asked', '查看全部命令'),
} satisfies Record<string, Bilingual>
