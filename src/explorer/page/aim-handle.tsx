/** The mark of what a target asks for: dragged or moved with the arrow keys, up and down for how much, aside for when. */
import { asWritten } from '../../report/words/numbers.js'
import { aimLimits } from '../state/aim-limits.js'
import type { Scale } from '../state/scale.js'
import { roundOn } from '../state/scale.js'
import { aimOf, withAim } from '../state/setting.js'
import { ASKED } from '../words/control-words.js'
import { aimText } from './aim-text.js'
import type { PartProps } from './app.js'
import type { Plot } from './fan-parts.js'

interface HandleProps extends PartProps {
  readonly plot: Plot
  readonly scale: Scale
}

export function AimHandle({ explorer, plot, scale }: HandleProps) {
  const { facts, state } = explorer
  const { language, focus, setting, view } = state
  const aim = aimOf(focus, setting)
  const years = facts.years.slice(1)
  const [x, y] = [plot.x(aim.year), plot.y(aim.threshold)]
  const [low, high] = aimLimits(focus, view?.courses.get(focus.indicator) ?? [])
  const ask = (wanted: number, year: number) => {
    const threshold = Math.min(high, Math.max(low, wanted))
    explorer.move(withAim(setting, focus, { threshold, year }))
  }
  const drag = (event: PointerEvent) => {
    const handle = event.currentTarget as SVGGElement
    if (!handle.hasPointerCapture(event.pointerId)) return
    const box = handle.ownerSVGElement!.getBoundingClientRect()
    const [at, value] = [plot.yearAt(event.clientX - box.left), plot.valueAt(event.clientY - box.top)]
    const year = years.reduce((best, one) => (Math.abs(one - at) < Math.abs(best - at) ? one : best))
    ask(roundOn(scale, value), year)
  }
  const step = (event: KeyboardEvent) => {
    const up = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (up === undefined && aside === undefined) return
    event.preventDefault()
    const width = (scale.high - scale.low) / 100
    const year = years[Math.min(years.length - 1, Math.max(0, years.indexOf(aim.year) + (aside ?? 0)))]
    ask(up ? roundOn(scale, aim.threshold + up * width, 100) : aim.threshold, year)
  }
  return (
    <g
      class="handle"
      role="slider"
      tabindex={0}
      aria-label={`${ASKED[language]}: ${focus.title[language]}`}
      aria-valuenow={aim.threshold}
      aria-valuemin={Number(scale.low.toPrecision(4))}
      aria-valuemax={Number(scale.high.toPrecision(4))}
      aria-valuetext={aimText(aim, language)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
    >
      <title>{aimText(aim, language)}</title>
      <circle class="reach" cx={x} cy={y} r={22} />
      <circle cx={x} cy={y} r={8} />
      <text x={x + 14} y={y} dy="0.35em">
        {asWritten(aim.threshold, aim.unit, language)}
      </text>
    </g>
  )
}
