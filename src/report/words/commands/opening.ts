/** What is said when a report is opened. */
import { phrase } from '../bilingual.js'

export const OPENED = phrase('Opened in the browser: ', '已在浏览器中打开：')
export const CANNOT_OPEN = phrase(
  'Nothing on this machine could open it; the report is ',
  '本机没有可用的浏览器，报告位于：',
)
