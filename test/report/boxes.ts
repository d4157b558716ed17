/// <reference lib="dom" />
/** Measures where text stands on a page; runs within the browser. */

/** Texts that leave their picture or the page, and texts of one picture that lie upon each other. */
export function misplacedTexts(): string[] {
  const slack = 1.5
  const found: string[] = []
  const wide = document.documentElement
  if (wide.scrollWidth > wide.clientWidth)
    found.push(`the page scrolls sideways: ${wide.scrollWidth} of ${wide.clientWidth}`)
  const shown = (element: Element) => element.getClientRects().length > 0
  for (const svg of document.querySelectorAll('svg')) {
    if (!shown(svg)) continue
    const frame = svg.getBoundingClientRect()
    const title = svg.querySelector('title')?.textContent ?? ''
    const texts = [...svg.querySelectorAll('text')]
      .filter((text) => shown(text) && text.textContent !== '')
      .map((text) => ({ text: text.textContent ?? '', box: text.getBoundingClientRect() }))
    for (const { text, box } of texts) {
      const inside =
        box.left >= frame.left - slack &&
        box.right <= frame.right + slack &&
        box.top >= frame.top - slack &&
        box.bottom <= frame.bottom + slack
      if (!inside) found.push(`${title}: "${text}" leaves the picture`)
    }
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (across > slack && down > 3) found.push(`${title}: "${one.text}" lies upon "${other.text}"`)
      }
    })
  }
  for (const element of document.querySelectorAll('h1, h2, h3, p, li, summary, dt, dd, label, .chip')) {
    if (!shown(element) || element.closest('.scroll, .hidden, .skip')) continue
    const box = element.getBoundingClientRect()
    const cut =
      element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline'
    if (box.right > wide.clientWidth + slack || box.left < -slack || cut)
      found.push(`cut off: "${element.textContent?.slice(0, 40)}"`)
  }
  return found
}

export interface ShownText {
  /** Id of the table, figure or section that it stands in. */
  readonly where: string
  /** Column of a table, from 1; 0 elsewhere. */
  readonly column: number
  readonly text: string
}

/** Every text that a page shows with all its tables opened, but for the scenario file and the language switch. */
export function shownTexts(): ShownText[] {
  for (const details of document.querySelectorAll('details')) details.open = true
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: ShownText[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement!
    if (parent.getClientRects().length === 0) continue
    if (parent.closest('pre, script, style, title, desc, .switch')) continue
    const cell = parent.closest('td, th')
    found.push({
      where: parent.closest('table, figure, section')?.id ?? '',
      column: cell ? (cell as HTMLTableCellElement).cellIndex + 1 : 0,
      text: walker.currentNode.textContent ?? '',
    })
  }
  return found
}

export interface ShownNumber {
  readonly from: string
  readonly as: string
  readonly text: string
}

/** Every number of the page's tables, with the place in the summary that it says it is from. */
export function shownNumbers(): ShownNumber[] {
  return [...document.querySelectorAll<HTMLElement>('[data-from]')].map((cell) => ({
    from: cell.closest('table')!.dataset['in']! + cell.dataset['from'],
    as: cell.dataset['as'] ?? 'number',
    text: cell.querySelector('[lang=en]')?.textContent ?? cell.textContent ?? '',
  }))
}
