/** What every page is wrapped in: its head, the switch of languages, the script, and what it may not do. */
import { createHash } from 'node:crypto'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { phrase } from '../words/bilingual.js'
import { type Content, html, inLines, type Markup, trusted } from '../words/markup.js'
import { paperStyle } from './paper.js'
import { SCRIPT } from './script.js'
import { STYLE } from './style.js'
import { element, say } from './tags.js'

export interface PageFrame {
  readonly title: Bilingual
  /** The language that is shown first; undefined for that of the reader's browser. */
  readonly language: Language | undefined
  /** What stands above every page of paper; the title where it is left out. */
  readonly running?: Bilingual
  /** Parts of the page, each from a line of its own. */
  readonly parts: readonly Content[]
  /** Address of a page in which levers can be dragged, where there is one beside it. */
  readonly explorer?: string
}

/** A whole file of HTML, which loads nothing from any network. */
export function pageHtml({ title, language, parts, explorer, running = title }: PageFrame): string {
  // without a script the switch begins with English
  const shown = language ?? 'en'
  return inLines([
    html`<!doctype html>`,
    html`<html lang="${shown}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    html`<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    html`<title>${title[shown]}</title><style>${trusted(STYLE)}${trusted(paperStyle(running))}</style></head>`,
    html`<body${language === undefined ? trusted(' data-browser') : ''} data-title-en="${title.en}" data-title-zh="${title.zh}"><div class="page">`,
    html`<a class="skip" href="#answer">${say(TO_ANSWER)}</a>`,
    html`<header><span>cityward</span>${explorer ? html`<a class="explore" href="${explorer}">${say(EXPLORE)}</a>` : ''}${languageSwitch(shown)}</header><main>`,
    ...parts,
    html`</main><footer>${element('p', FOOTER)}</footer></div><script>${trusted(SCRIPT)}</script></body></html>`,
  ]).toString()
}

const TO_ANSWER = phrase('To the answer', '跳到结论')
const EXPLORE = phrase('Drag the levers yourself', '自己拖动杠杆试算')
const FOOTER = phrase(
  'This file needs no network and sends nothing. Numbers are of simulated futures, not of what will happen.',
  '本文件无需联网，不发送任何信息。数字为模拟情景，并非对未来的断言。',
)

/** The content security policy: nothing may be fetched, and the one script is allowed by its hash. */
function policy(): string {
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

function languageSwitch(shown: Language): Markup {
  const one = (language: Language, name: string) =>
    html`<input type="radio" name="language" id="lang-${language}"${language === shown ? ' checked' : ''}><label for="lang-${language}">${name}</label>`
  return html`<fieldset class="switch"><legend>Language / 语言</legend>${one('en', 'English')}${one('zh', '中文')}</fieldset>`
}
