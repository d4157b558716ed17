/** Which words of a report a reader of one language only would meet in the other, and which of them may stand. */
import type { Language } from '../../src/vocabulary/language.js'
import { shippedDataset } from '../plan/shipped.js'
import type { ShownText } from './boxes.js'

/** Of the sources: what a publication is called where it was published, which finds it; a translation stands before. */
const ORIGINALS = [...shippedDataset('fixtures/guangxi').sources.values()]
  .filter(({ url }) => url !== '')
  .map(({ original }) => original)
  .sort((a, b) => b.length - a.length)

/** What is the same in every language. */
const CODES = [
  // commands, files, addresses, and repositories with their authors
  /--alternatives/g,
  /cityward(?: (?:run|reach|calibrate)\b)?(?: report\.html)?/g,
  /[\w./-]+\.(?:md|csv|ts|yaml|html|json|rda|com|cn|gov|org|me|cc)\b[\w./-]*/g,
  /fixtures\/build\/counties|leiii\/census|thaddywu\/RailwayVIS|kangqiao-ctrl\/EnvCausal/g,
  // people whose names are known in Latin letters only
  /Lei Dong|L\. Dong|Guy Abel|Rogers|Castro|Liu Junjie|Li Mengrou|Zhang Weihua|Li Meilian/g,
  // programs, sites, licences, and a paper to be cited
  /migest|rc_model_\w+|pyecharts|ECharts|echarts|npm|GitHub|yuanfan|PPgp|Apache|Maigoo|UrduPoint|EnvCausal/g,
  /Mapping Evolving Population Geography in China|MIT|IIASA/g,
  // names of measures and series, as they are used in both languages
  /UTC|CRPS|PERT|WPP\d*|RR-81-30/g,
]

/** Columns that hold ids and addresses. */
const IDS: Readonly<Record<string, readonly number[]>> = { 't-sources': [1, 7], 't-uncertainties': [5] }

/** Texts with a word in the other language that none of these explains. */
export function foreignTo(language: Language, texts: readonly ShownText[]): string[] {
  const word = language === 'zh' ? /[A-Za-z]{3,}/ : /[\u3400-\u9fff]/
  return texts.flatMap(({ where, column, text }) => {
    if (IDS[where]?.includes(column) || isFingerprint(text)) return []
    const titles = where === 't-sources' && column === 2 ? ORIGINALS : []
    const own = titles.reduce((rest, title) => rest.replace(bracketed(title, language), ''), text)
    const left = CODES.reduce((rest, code) => rest.replace(code, ''), own)
    return word.test(left) ? [`${where}: ${text}`] : []
  })
}

const bracketed = (title: string, language: Language) => (language === 'zh' ? `（${title}）` : ` (${title})`)
const isFingerprint = (text: string) => /^[0-9a-f]{16,64}$/.test(text)
