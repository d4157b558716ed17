/** The course of the target in focus: bands of the futures, those of what is compared with, and the line asked for. */
import { useRef } from 'preact/hooks'
import { measured } from '../../report/words/numbers.js'
import type { ExplorerTarget } from '../facts.js'
import { axisScale, type Scale } from '../state/scale.js'
import { aimOf } from '../state/setting.js'
import { COURSE } from '../words/view-words.js'
import { AimHandle } from './aim-handle.js'
import type { PartProps } from './app.js'
import { Axes, Bands, type Course, linePath, MARGIN, type Plot } from './fan-parts.js'
import { useWidth } from './use-width.js'

export function Fan({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, focus, setting, view, pinned } = state
  const [ref, width] = useWidth(600)
  const height = Math.min(320, Math.max(200, Math.round(width * 0.42)))
  const aim = aimOf(focus, setting)
  const course = view?.courses.get(focus.indicator) ?? []
  const ghost = pinned.view?.courses.get(focus.indicator) ?? []
  const y = useSteadyScale(focus.id, height, [
    aim.threshold,
    focus.threshold,
    ...[...course, ...ghost].flatMap((spread) => spread?.range95 ?? []),
  ])
  const plot = plotOf(facts.years, y, width, height)
  const name = `${COURSE[language]}: ${focus.title[language]}`
  return (
    <figure class="picture" ref={ref} aria-label={name}>
      <svg width={width} height={height}>
        <title>{name}</title>
        <Axes plot={plot} scale={y} unit={focus.unit} />
        <Bands plot={plot} course={course} />
        <path class="ghost" d={linePath(plot, ghost, ({ median }) => median)} />
        <path class="ghost thin" d={linePath(plot, ghost, ({ range80 }) => range80[0])} />
        <path class="ghost thin" d={linePath(plot, ghost, ({ range80 }) => range80[1])} />
        <path class="median" d={linePath(plot, course, ({ median }) => median)} />
        <AskedLines plot={plot} aim={aim} />
        <MedianLabel
          plot={plot}
          aim={aim}
          course={course}
          text={(value) => measured(value, focus.unit, language)}
        />
        <AimHandle explorer={explorer} plot={plot} scale={y} />
      </svg>
    </figure>
  )
}

function plotOf(years: readonly number[], y: Scale, width: number, height: number): Plot {
  const { left, right, bottom } = MARGIN
  const first = years[0]
  const span = years[years.length - 1] - first || 1
  const inner = width - left - right
  return {
    years,
    width,
    height,
    x: (year) => left + ((year - first) / span) * inner,
    y: (value) => height - bottom - y.at(value),
    yearAt: (x) => first + ((x - left) / inner) * span,
    valueAt: (at) => y.valueAt(height - bottom - at),
  }
}

/** What is asked for, and how little "about" allows. */
function AskedLines({ plot, aim }: { readonly plot: Plot; readonly aim: ExplorerTarget }) {
  const { threshold, tolerance } = aim
  const [from, upTo] = [MARGIN.left, plot.width - MARGIN.right]
  return (
    <>
      <line class="asked" x1={from} x2={upTo} y1={plot.y(threshold)} y2={plot.y(threshold)} />
      {tolerance > 0 && (
        <line
          class="asked allowed"
          x1={from}
          x2={upTo}
          y1={plot.y(threshold - tolerance)}
          y2={plot.y(threshold - tolerance)}
        />
      )}
    </>
  )
}

interface LabelProps {
  readonly plot: Plot
  readonly aim: ExplorerTarget
  readonly course: Course
  readonly text: (value: number) => string
}

/** The median in the target's year, beside its end and off the words of what is asked for. */
function MedianLabel({ plot, aim, course, text }: LabelProps) {
  const spread = course[plot.years.indexOf(aim.year)]
  if (!spread) return null
  const [own, asked] = [plot.y(spread.median), plot.y(aim.threshold)]
  const gap = own - asked
  const at = Math.abs(gap) >= LINE ? own : asked + (gap < 0 ? -LINE : LINE)
  return (
    <text class="end" x={plot.x(aim.year) + 14} y={at} dy="0.35em">
      {text(spread.median)}
    </text>
  )
}

/** px from one label to the next. */
const LINE = 15

/** A scale that only grows while a target is in focus: what a hand drags must not run away from it. */
function useSteadyScale(key: string, height: number, numbers: readonly number[]): Scale {
  const seen = useRef<{ key: string; low: number; high: number } | undefined>(undefined)
  const known = numbers.filter(Number.isFinite)
  const before = seen.current?.key === key ? seen.current : undefined
  const low = Math.min(...known, before?.low ?? Number.POSITIVE_INFINITY)
  const high = Math.max(...known, before?.high ?? Number.NEGATIVE_INFINITY)
  if (known.length > 2) seen.current = { key, low, high }
  return axisScale([low, high], height - MARGIN.top - MARGIN.bottom)
}
