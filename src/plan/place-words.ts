/** Titles of indicators that targets of one city or of every city are set on. */
import type { Bilingual } from '../vocabulary/bilingual.js'

/** `Nanning: Urban share` */
export function titleInCity(city: Bilingual, { en, zh }: Bilingual): Bilingual {
  return { en: `${city.en}: ${en}`, zh: `${city.zh}：${zh}` }
}

/** `Every city: Urban share (lowest)` */
export function titleOfEvery(extreme: 'lowest' | 'highest', { en, zh }: Bilingual): Bilingual {
  return {
    en: `Every city: ${en} (${extreme})`,
    zh: `各市：${zh}（${extreme === 'lowest' ? '最低' : '最高'}）`,
  }
}
