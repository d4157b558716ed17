/** A page that is served follows the scenario file: it opens anew when the file is saved, with what was set. */
import type { Explorer } from './explorer.js'

export function followServer(explorer: Explorer): void {
  if (!document.documentElement.hasAttribute('data-served')) return
  const events = new EventSource('changes')
  events.addEventListener('changed', () => location.reload())
  events.addEventListener('wrong', ({ data }) => explorer.hearServer(JSON.parse(data)))
}
