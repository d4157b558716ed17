/** A design as it is written on the command line: `saltelli`, `saltelli,second_order,scrambles=8`, `draws.csv`. */
import { DESIGN_KINDS, type DesignKind, type DesignOptions, OPTIONS_OF } from '../../sampling/design.js'
import { unknownName } from '../../vocabulary/lookup.js'
import { fail } from '../../vocabulary/problems.js'
import { designOptions } from '../schema/design.js'
import type { SampledLevers } from './sampled-levers.js'

export interface DesignSetting {
  /** That of the scenario where only levers are named. */
  readonly kind?: DesignKind
  readonly options: DesignOptions
  /** Drawn beside the uncertainties: `sobol,levers=sampled`, or `levers=beds/schools` with the design of the scenario. */
  readonly levers?: SampledLevers
}

const WHERE = { file: '--design' }

/** Throws CitywardError for a design or an option that there is not. A file name is a table. */
export function parseDesign(text: string): DesignSetting {
  const [, design, named] = LEVERS.exec(text) ?? []
  if (named === undefined) return parseLayout(text)
  const levers = named === 'sampled' ? named : named.split('/')
  return { ...(design === undefined ? { options: {} } : parseLayout(design)), levers }
}

const LEVERS = /^(?:(.*),)?levers=([^,]*)$/

function parseLayout(text: string): DesignSetting {
  if (/\.(csv|parquet)$/i.test(text)) return { kind: 'table', options: { file: text } }
  const [name, ...parts] = text.split(',').map((part) => part.trim())
  const kind = DESIGN_KINDS.find((known) => known === name)
  if (!kind) {
    const expected = `one of ${DESIGN_KINDS.slice(0, -1).join(', ')}, or a CSV or Parquet file`
    return fail({ ...unknownName('design', name, DESIGN_KINDS, expected), where: WHERE })
  }
  const entries = parts.map((part) => {
    const [option, value] = part.split('=', 2)
    return [option, value === undefined ? true : optionValue(option, value)] as const
  })
  const foreign = entries.find(([option]) => !OPTIONS_OF[kind].includes(option as keyof DesignOptions))
  if (foreign) {
    const own = OPTIONS_OF[kind].join(', ')
    const found = `the option ${foreign[0]} with the design ${kind}`
    const expected = own === '' ? 'no options' : `one of its own: ${own}`
    return fail({ code: 'option-of-another-design', where: WHERE, found, expected })
  }
  const parsed = designOptions.safeParse(Object.fromEntries(entries))
  if (parsed.success) return { kind, options: parsed.data }
  const [{ path, message }] = parsed.error.issues
  return fail({
    code: 'design-option-wrong',
    where: WHERE,
    found: `${text} (${[...path, message].join(': ')})`,
    expected: `options of a design, such as ${EXAMPLE}`,
  })
}

const EXAMPLE = 'saltelli,second_order,scrambles=8 or factorial,at=0.1/0.9,vary=rural_pace/return_pace'

/** Lists are written with slashes, since commas part the options. */
function optionValue(option: string, text: string): unknown {
  if (option === 'vary') return text.split('/')
  if (option === 'at') return text.split('/').map(Number)
  if (text === 'true' || text === 'false') return text === 'true'
  return Number.isNaN(Number(text)) ? text : Number(text)
}
