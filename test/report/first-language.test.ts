/** A page begins with the language that was asked for, or else with the first of its reader's that it has. */
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { SCRIPT } from '../../src/report/html/script.js'
import { pageHtml } from '../../src/report/html/shell.js'

const title = { en: 'A plan', zh: '规划' }
const page = (language: 'en' | 'zh' | undefined) => pageHtml({ title, language, parts: [] })

it('says in its head which was asked for, and English where none was', () => {
  expect(page('zh')).toContain('<html lang="zh">')
  expect(page('zh')).toContain('<body data-title-en="A plan"')
  expect(page(undefined)).toContain('<html lang="en">')
  expect(page(undefined)).toContain('<body data-browser data-title-en="A plan"')
})

/** What the script of the page leaves chosen, with only as much of a document as it asks for. */
function chosen(languages: readonly string[], { browser = true, hash = '' } = {}) {
  const radio = (checked: boolean) => ({ checked, addEventListener: () => undefined })
  const radios = { 'lang-en': radio(true), 'lang-zh': radio(false) } as Record<string, { checked: boolean }>
  // radio buttons of one name: to check one is to uncheck the other
  for (const [id, one] of Object.entries(radios)) {
    let checked = one.checked
    Object.defineProperty(one, 'checked', {
      get: () => checked,
      set: (value: boolean) => {
        for (const other of Object.keys(radios)) if (value && other !== id) radios[other].checked = false
        checked = value
      },
    })
  }
  const body = {
    hasAttribute: () => browser,
    getAttribute: (name: string) => title[name.slice(-2) as 'en' | 'zh'],
  }
  const document = {
    documentElement: { lang: 'en' },
    title: '',
    body,
    getElementById: (id: string) => radios[id],
    querySelectorAll: () => [],
  }
  runInNewContext(SCRIPT, {
    document,
    navigator: { languages },
    location: { hash },
    addEventListener: () => undefined,
  })
  return [document.documentElement.lang, document.title]
}

it.each([
  [
    ['zh-CN', 'en'],
    ['zh', '规划'],
  ],
  [
    ['fr', 'zh-TW', 'en-GB'],
    ['zh', '规划'],
  ],
  [
    ['en-US', 'zh'],
    ['en', 'A plan'],
  ],
  [['fr'], ['en', 'A plan']],
])('of the languages %j of a browser takes %j', (languages, shown) => {
  expect(chosen(languages)).toEqual(shown)
})

it('goes by the link before the browser, and by what was asked for', () => {
  expect(chosen(['zh'], { hash: '#en' })).toEqual(['en', 'A plan'])
  expect(chosen(['zh'], { browser: false })).toEqual(['en', 'A plan'])
})
