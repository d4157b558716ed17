/** A number that is typed, with what is wrong with it beside the field where it cannot be read or taken. */
import { useId, useState } from 'preact/hooks'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { significant } from '../../vocabulary/numbers.js'
import { NUMBER_EXPECTED, notTaken } from '../words/typed-words.js'

interface TypedProps {
  readonly language: Language
  readonly label: string
  readonly value: number
  /** What was expected in place of a number that cannot be taken. */
  readonly check: (value: number) => Bilingual | undefined
  readonly onValue: (value: number) => void
  readonly id?: string
  /** By how much an arrow key moves it. */
  readonly step?: number
}

/** What stands in a field in place of its value. */
interface Typed {
  readonly text: string
  /** Once the field has been left: the value beside which it stands. */
  readonly leftAt?: number
}

export function TypedNumber({ language, label, value, check, onValue, id, step }: TypedProps) {
  const wrongId = useId()
  // what is typed stands, key by key, until the field is left; what could not be taken until another value comes
  const [typed, setTyped] = useState<Typed | undefined>(undefined)
  const own = typed && (typed.leftAt ?? value) === value ? typed : undefined
  const text = own?.text ?? String(value)
  const expected = own && expectedFor(own.text, check)
  const take = (next: string) => {
    setTyped({ text: next })
    const read = readNumber(next)
    if (read !== undefined && read !== value && check(read) === undefined) onValue(read)
  }
  const leave = () => setTyped(own && expected ? { text: own.text, leftAt: value } : undefined)
  const onKey = (event: KeyboardEvent) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (event.key === 'Enter') leave()
    if (step === undefined || way === undefined) return
    event.preventDefault()
    const next = significant(value + way * step, 12)
    if (check(next) !== undefined) return
    setTyped(undefined)
    onValue(next)
  }
  return (
    <>
      <input
        class="typed"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        id={id}
        aria-label={label}
        aria-invalid={expected !== undefined}
        aria-describedby={expected ? wrongId : undefined}
        value={text}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={onKey}
        onBlur={leave}
      />
      {expected && (
        <span class="wrong" id={wrongId} role="alert">
          {notTaken(label, text, expected)[language]}
        </span>
      )}
    </>
  )
}

/** What should stand in place of a text; undefined where it can be taken. */
function expectedFor(text: string, check: TypedProps['check']): Bilingual | undefined {
  const number = readNumber(text)
  return number === undefined ? NUMBER_EXPECTED : check(number)
}

/** As numbers are written in both languages; nothing else is one. */
function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace('\u2212', '-')
    .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined
}
