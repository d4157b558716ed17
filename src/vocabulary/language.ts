/** The languages of everything that readers see. */
import type { Bilingual } from './bilingual.js'

export type Language = keyof Bilingual

export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[]
