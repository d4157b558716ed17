/** Pieces of the picture of a course. */
import type { Spread } from '../../analysis/summary.js'
import { amount } from '../../report/words/numbers.js'
import type { Scale } from '../state/scale.js'

/** px around a plot. */
export const MARGIN = { left: 48, right: 76, top: 14, bottom: 26 }

/** px of the years and values of a picture, and back. */
export interface Plot {
  readonly years: readonly number[]
  readonly width: number
  readonly height: number
  readonly x: (year: number) => number
  readonly y: (value: number) => number
  readonly yearAt: (x: number) => number
  readonly valueAt: (y: number) => number
}

/** Quantiles by year; none where the plan has no such column. */
export type Course = readonly (Spread | undefined)[]

/** Points of a course, as far as they are numbers. */
function pointsOf({ years, x, y }: Plot, course: Course, value: (spread: Spread) => number): string[] {
  return course.flatMap((spread, year) =>
    spread && Number.isFinite(value(spread))
      ? [`${x(years[year]).toFixed(1)},${y(value(spread)).toFixed(1)}`]
      : [],
  )
}

export function linePath(plot: Plot, course: Course, value: (spread: Spread) => number): string {
  const points = pointsOf(plot, course, value)
  return points.length > 1 ? `M${points.join('L')}` : ''
}

const RANGES = { band95: 'range95', band80: 'range80', band50: 'range50' } as const

/** The ranges that 95, 80 and 50 % of the futures lie within. */
export function Bands({ plot, course }: { readonly plot: Plot; readonly course: Course }) {
  return (
    <>
      {Object.entries(RANGES).map(([name, range]) => {
        const upper = linePath(plot, course, (spread) => spread[range][1])
        const lower = pointsOf(plot, course, (spread) => spread[range][0]).reverse()
        return <path key={name} class={name} d={upper === '' ? '' : `${upper}L${lower.join('L')}Z`} />
      })}
    </>
  )
}

interface AxesProps {
  readonly plot: Plot
  readonly scale: Scale
  readonly unit: string
}

/** px that a year's number takes. */
const YEAR = 44

export function Axes({ plot, scale, unit }: AxesProps) {
  const { years, width, height } = plot
  const [from, upTo] = [MARGIN.left, width - MARGIN.right]
  const every = Math.ceil((years.length * YEAR) / (upTo - from))
  return (
    <g class="axes">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={from} x2={upTo} y1={plot.y(tick)} y2={plot.y(tick)} />
          <text x={from - 8} y={plot.y(tick)} dy="0.35em" text-anchor="end">
            {tickText(tick, unit)}
          </text>
        </g>
      ))}
      {years.map((year, at) =>
        at % every === 0 ? (
          <text key={year} x={plot.x(year)} y={height - 6} text-anchor="middle">
            {year}
          </text>
        ) : null,
      )}
    </g>
  )
}

/** A tick is a round number: no digits that it does not need. */
function tickText(tick: number, unit: string): string {
  return Number.isInteger(tick) || Math.abs(tick) >= 1000 ? tick.toLocaleString('en') : amount(tick, unit)
}
