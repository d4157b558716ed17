/** Colour where it is wanted: on a terminal, unless NO_COLOR says otherwise. */
import { styleText } from 'node:util'

export type Paint = (style: 'bold' | 'dim' | 'green' | 'yellow' | 'red', text: string) => string

export function paintFor(stream: NodeJS.WriteStream): Paint {
  const wanted = stream.isTTY === true && !process.env.NO_COLOR
  return wanted ? (style, text) => styleText(style, text) : (_, text) => text
}
