/** Titles of what programmes cost. */
import type { Bilingual } from '../vocabulary/bilingual.js'

/** `Cost of what is started in the year (CNY, prices of 2020)` */
export function titleInYear(currency: string, prices: number): Bilingual {
  return {
    en: `Cost of what is started in the year (${currency}, prices of ${prices})`,
    zh: `当年开工项目费用（${currency}，${prices}年价格）`,
  }
}

export function titleSoFar(currency: string, prices: number): Bilingual {
  return {
    en: `Cost of what was started since the base year (${currency}, prices of ${prices})`,
    zh: `基期以来开工项目费用（${currency}，${prices}年价格）`,
  }
}
