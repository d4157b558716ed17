/** A lever: a slider with its marks, the number in words and to type, and the odds along it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { asWritten, share } from '../../report/words/numbers.js'
import { minus } from '../../report/words/typography.js'
import type { CurvePoint } from '../state/curves.js'
import { onStep, stepOf, withLever } from '../state/setting.js'
import { ALONG, MECHANISM, NO_EFFECT } from '../words/control-words.js'
import { withinExpected } from '../words/typed-words.js'
import type { PartProps } from './app.js'
import { TypedNumber } from './typed-number.js'

interface LeverProps extends PartProps {
  readonly lever: number
}

export function LeverControl({ explorer, lever }: LeverProps) {
  const { facts, state } = explorer
  const { language, setting } = state
  const { name, title, unit, range, mechanism } = facts.levers[lever]
  const [low, high] = range
  const value = setting.levers[lever]
  const [isExplained, explain] = useState(false)
  const id = `lever-${name}`
  const move = (next: number) => explorer.move(withLever(setting, lever, next))
  return (
    <div class={`lever${value === explorer.base.levers[lever] ? '' : ' moved'}`}>
      <label for={id}>{title[language]}</label>
      {mechanism && (
        <Why
          label={`${MECHANISM[language]}: ${title[language]}`}
          of={`${id}-mechanism`}
          isOpen={isExplained}
          toggle={() => explain(!isExplained)}
        />
      )}
      <TypedNumber
        language={language}
        label={title[language]}
        value={value}
        step={stepOf(range)}
        check={(typed) => (typed >= low && typed <= high ? undefined : withinExpected(range, unit))}
        onValue={move}
      />
      <Curve explorer={explorer} lever={lever} />
      <div class="track">
        <input
          id={id}
          type="range"
          min={low}
          max={high}
          step={stepOf(range)}
          value={value}
          aria-valuetext={asWritten(value, unit, language)}
          aria-describedby={mechanism && `${id}-mechanism`}
          onInput={({ currentTarget }) => move(onStep(Number(currentTarget.value), range))}
        />
        <Marks explorer={explorer} lever={lever} />
      </div>
      {mechanism && <Because id={`${id}-mechanism`} text={mechanism[language]} isOpen={isExplained} />}
    </div>
  )
}

interface WhyProps {
  readonly label: string
  /** Id of what is explained. */
  readonly of: string
  readonly isOpen: boolean
  readonly toggle: () => void
}

function Why({ label, of, isOpen, toggle }: WhyProps) {
  return (
    <button
      type="button"
      class="why"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      aria-controls={of}
      onClick={toggle}
    >
      ?
    </button>
  )
}

interface BecauseProps {
  readonly id: string
  readonly text: string
  readonly isOpen: boolean
}

/** What a lever changes; brought into view where it opens below the foot of the column. */
function Because({ id, text, isOpen }: BecauseProps) {
  const ref = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isOpen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <p class="because" id={id} ref={ref} hidden={!isOpen}>
      {text}
    </p>
  )
}

/** The part of the slider that the words of a mark have, up to halfway to its neighbours. */
function roomAt(all: readonly number[], at: number): number {
  const before = Math.max(...all.filter((one) => one < at), -at)
  const after = Math.min(...all.filter((one) => one > at), 2 - at)
  const [left, right] = [(at - before) / 2, (after - at) / 2]
  return at > 0.7 ? left : at < 0.3 ? right : 2 * Math.min(left, right)
}

/** Ends of the range, and where each policy sets the lever; policies that set it alike share a mark. */
function Marks({ explorer, lever }: LeverProps) {
  const { facts, state } = explorer
  const { language } = state
  const { range, unit } = facts.levers[lever]
  const [low, high] = range
  const values = [...new Set(facts.policies.map(({ settings }) => settings[lever]))]
  const at = (value: number) => (value - low) / (high - low)
  const namesAt = (value: number) =>
    facts.policies.filter(({ settings }) => settings[lever] === value).map(({ title }) => title[language])
  const ends = range.filter((end) => !values.some((value) => Math.abs(at(value) - at(end)) < 0.12))
  return (
    <div class="marks" aria-hidden="true">
      {ends.map((end) => (
        <span class="end" style={{ '--at': at(end) }}>
          {minus(asWritten(end, unit, language))}
        </span>
      ))}
      {values.map((value) => (
        <span
          class={`mark${at(value) > 0.7 ? ' right' : at(value) < 0.3 ? ' left' : ''}`}
          style={{ '--at': at(value), '--room': roomAt([...values, ...ends].map(at), at(value)) }}
          title={namesAt(value).join(language === 'zh' ? '、' : ', ')}
        >
          <i />
          {minus(asWritten(value, unit, language))}{' '}
          {namesAt(value).length === facts.policies.length && facts.policies.length > 1
            ? ''
            : namesAt(value).join(language === 'zh' ? '、' : ', ')}
        </span>
      ))}
    </div>
  )
}

/** px of a curve's drawing; it is stretched to the width of the slider. */
const [WIDTH, HEIGHT] = [100, 26]

/** Odds of the target in focus along the lever: where it helps, and how far. */
function Curve({ explorer, lever }: LeverProps) {
  const { facts, state } = explorer
  const { range } = facts.levers[lever]
  const points = state.curves[lever]
  if (points.length < 2) return <div class="curve" />
  const [low, high] = range
  const x = ({ value }: CurvePoint) => ((value - low) / (high - low)) * WIDTH
  const y = ({ share: odds }: CurvePoint) => HEIGHT - 1 - odds * (HEIGHT - 2)
  const line = points.map((point) => `${x(point)},${y(point)}`)
  const [first, last] = [points[0], points[points.length - 1]]
  const { language } = state
  const isFlat = points.every(({ share: odds }) => odds === first.share)
  const ends = `${share(first.share, language)} – ${share(last.share, language)}`
  const said = isFlat ? NO_EFFECT[language] : `${ALONG[language]}: ${ends}`
  return (
    <div class={isFlat ? 'curve flat' : 'curve'} title={said}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={said}>
        <polygon points={`${x(first)},${HEIGHT} ${line.join(' ')} ${x(last)},${HEIGHT}`} />
        <polyline points={line.join(' ')} />
      </svg>
      {isFlat ? (
        <span class="from">{NO_EFFECT[language]}</span>
      ) : (
        <svg class="ends" aria-hidden="true">
          <text x="2" y={HEIGHT - 2}>
            {share(first.share, language)}
          </text>
          <text x="100%" dx="-2" y={HEIGHT - 2} text-anchor="end">
            {share(last.share, language)}
          </text>
        </svg>
      )}
    </div>
  )
}
