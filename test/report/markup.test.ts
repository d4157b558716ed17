/** The template that escapes, and a whole page of a scenario and a data folder whose words look like markup. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { type Content, html, inLines, type Markup, trusted } from '../../src/report/words/markup.js'
import { cityward, TINY, temporary } from '../commands/cityward.js'

describe('the template', () => {
  it('escapes what is put into it, in elements and in attributes', () => {
    expect(String(html`<p title="${'a "b" & c'}">${'<b>x</b> & y'}</p>`)).toBe(
      '<p title="a &quot;b&quot; &amp; c">&lt;b&gt;x&lt;/b&gt; &amp; y</p>',
    )
  })

  it('takes what another made as it is, and lists part by part', () => {
    const items = ['<i>', 'ii'].map((text) => html`<li>${text}</li>`)
    expect(String(html`<ul>${items}${['&', 3, [html`<br>`]]}</ul>`)).toBe(
      '<ul><li>&lt;i&gt;</li><li>ii</li>&amp;3<br></ul>',
    )
    expect(String(inLines([html`<p>`, '<', trusted('</p>')]))).toBe('<p>\n&lt;\n</p>')
  })

  it('keeps a number and its per cent on one line', () => {
    expect(String(html`${'about 57 % (80 %)'}`)).toBe('about 57\u00a0% (80\u00a0%)')
  })

  it('keeps text and markup apart by type', () => {
    expectTypeOf<string>().not.toExtend<Markup>()
    expectTypeOf<Markup>().not.toExtend<string>()
    expectTypeOf<{ toString(): string }>().not.toExtend<Content>()
  })
})

describe('a page of words that look like markup', () => {
  const folder = temporary()
  let page = ''

  beforeAll(() => {
    const file = join(folder, 'plan <b>.yaml')
    cpSync('fixtures/tiny', join(folder, 'tiny'), { recursive: true })
    const marked = (name: string, words: RegExp) => {
      const path = join(folder, 'tiny', name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(words, '$&<b>&'))
    }
    marked('places.csv', /Alpha|Beta|Tinyland|甲|乙|小国/g)
    marked('sources.csv', /Round numbers|cityward|made for tests/g)
    marked('commitments.csv', /Urban share|城镇化率/g)
    const text = readFileSync(TINY, 'utf8')
      .replace('data: ../tiny', 'data: tiny')
      .replaceAll(/title: \{ en: ([^,}]+), zh: ([^}]+?) \}/g, 'title: { en: "$1<b>&", zh: "$2<b>&" }')
      .replaceAll('Made for tests.', '"Made<b>& for tests."')
      .replace('unit: school\n  places_added', 'unit: "<i>kg"\n  places_added')
      .replace('indicator: places_added, comparator', 'indicator: schools_open, comparator')
    writeFileSync(file, text)
    const { code, err } = cityward('run', file, '--draws', '60', '--out', join(folder, 'run'), '--quiet')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    page = readFileSync(join(folder, 'run', 'report.html'), 'utf8')
  }, 60_000)

  it('has no element that is not its own', () => {
    const elements = new Set([...page.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, name]) => name.toLowerCase()))
    expect([...elements].filter((name) => name === 'b' || name === 'i')).toEqual([])
    expect(elements.has('table')).toBe(true)
    // an ampersand that begins no entity of ours
    const bare = page.replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '').match(/&(?!(?:amp|lt|gt|quot);)/g)
    expect(bare).toBeNull()
  })

  it.each([
    ['the title', 'Two tiny cities'],
    ['an indicator and its charts', 'Urban share'],
    ['a service', 'School places'],
    ['a programme', 'New schools'],
    ['a policy', 'Build'],
    ['an uncertainty', 'Projects on time'],
    ['a lever', 'School programme'],
    ['a reason', 'Made'],
    ['a city, in Chinese', '甲'],
    ['the region', 'Tinyland'],
    ['a source', 'Round numbers'],
    ['its note', 'made for tests'],
    ['the file', 'plan '],
  ])('says %s to the letter', (_, words) => {
    expect(page.includes(`${words}&lt;b&gt;`)).toBe(true)
  })

  it('says a unit to the letter', () => {
    expect(page.includes('(&lt;i&gt;kg)')).toBe(true)
  })

  it('has them in its pictures too', () => {
    const pictures = page.match(/<svg.*?<\/svg>/gs) ?? []
    expect(pictures.length).toBeGreaterThan(5)
    const texts = pictures.filter((svg) => /<text[^>]*>[^<]*&lt;b&gt;&amp;/.test(svg))
    expect(texts.length).toBeGreaterThan(5)
  })
})
