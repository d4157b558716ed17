/** A number that is typed, with what is wrong with it beside the field where it cannot be read or taken. */
import { useId, useState } from 'preact/hooks'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { NUMBER_EXPECTED, notTaken } from '../words/typed-words.js'

interface TypedProps {
  readonly language: Language
  readonly label: string
  readonly value: number
  /** What was expected in place of a number that cannot be taken. */
  readonly check: (value: number) => Bilingual | undefined
  readonly onValue: (value: number) => void
}

export function TypedNumber({ language, label, value, check, onValue }: TypedProps) {
  const id = useId()
  // what is typed stands until it is a number that was taken, or another one has come from elsewhere
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: number } | undefined>(undefined)
  const text = typed?.over === value ? typed.text : String(value)
  const number = readNumber(text)
  const expected = number === undefined ? NUMBER_EXPECTED : check(number)
  const take = (next: string) => {
    const read = readNumber(next)
    const isTaken = read !== undefined && check(read) === undefined
    setTyped({ text: next, over: isTaken ? read : value })
    if (isTaken && read !== value) onValue(read)
  }
  return (
    <>
      <input
        class="typed"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        aria-label={label}
        aria-invalid={expected !== undefined}
        aria-describedby={expected ? id : undefined}
        value={text}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onBlur={() => expected === undefined && setTyped(undefined)}
      />
      {expected && (
        <span class="wrong" id={id} role="alert">
          {notTaken(label, text, expected)[language]}
        </span>
      )}
    </>
  )
}

/** As numbers are written in both languages; nothing else is one. */
function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace('\u2212', '-')
    .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined
}
