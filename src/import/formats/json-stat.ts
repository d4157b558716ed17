/** JSON-stat 2.0. The toolkit reads it; whether a file is whole it does not ask, so that is looked at before. */
import { fail, type Problem } from '../../vocabulary/problems.js'
import { decoded } from '../decode.js'
import { type Cell, type OfficeFile, problemOf, type SheetsRead, tooManyCells } from '../sheet.js'
import type { Role } from '../understand/heading-words.js'
import { unitOf } from '../understand/unit-words.js'
import { type Dimension, sheetOfCube } from './cube.js'

type Plain = Readonly<Record<string, unknown>>

export async function readJsonStat(source: OfficeFile): Promise<SheetsRead> {
  const { text, encoding } = decoded(source)
  const plain = parsed(source, text)
  const problem = shapeProblem(source, plain)
  if (problem) fail(problem)
  const { default: JSONstat } = await import('jsonstat-toolkit')
  const dataset = JSONstat(plain)
  const roles = dataset.role ?? {}
  const dimensions = dataset.id.map((id): Dimension => {
    const own = dataset.Dimension(id)
    return {
      name: own.label ?? id,
      role: roleOf(id, roles),
      items: own.id.map((code) => itemOf(own.Category(code), code)),
    }
  })
  const figures = dataset.Data().map(({ value, status }): Cell => {
    const shown = value === null || value === undefined ? ':' : String(value)
    return status ? { text: shown, code: status } : { text: shown }
  })
  const about = typeof dataset.label === 'string' ? [dataset.label] : []
  const at = (figure: number) => ({ file: source.file, field: `value ${figure}` })
  return {
    as: { format: 'json-stat', encoding },
    sheets: [sheetOfCube({ name: source.file.replace(/^.*[\\/]/, ''), dimensions, figures, about, at })],
  }
}

function parsed(source: OfficeFile, text: string): Plain {
  try {
    return JSON.parse(text) as Plain
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1])
    const line = Number.isNaN(position) ? text.split('\n').length : text.slice(0, position).split('\n').length
    return fail(problemOf(source, 'json-stat-broken', ['a text that is not JSON', 'JSON-stat 2.0'], { line }))
  }
}

const LISTS: Readonly<Record<string, Role>> = { time: 'year', geo: 'place', metric: 'measure' }

function roleOf(id: string, roles: Readonly<Record<string, readonly string[] | null>>): Role | undefined {
  return Object.entries(LISTS).find(([name]) => roles[name]?.includes(id))?.[1]
}

interface Category {
  readonly label?: string
  readonly unit?: { readonly label?: string; readonly base?: string; readonly multiplier?: number }
}

/** What stands before a unit for its power of ten; others are no words, so that nothing is made of the unit. */
const TIMES: Readonly<Record<number, string>> = {
  0: '',
  2: '100 ',
  3: 'thousand ',
  4: '10000 ',
  6: 'million ',
}

/** A label that is a unit, else the base with its power of ten. */
function unitWords({ label = '', base, multiplier = 0 }: NonNullable<Category['unit']>): string {
  if (unitOf(label) || base === undefined) return label
  return `${TIMES[multiplier] ?? `10^${multiplier} `}${base}`
}

/** An item with its label, and with the unit that it is counted in. */
function itemOf({ label = '', unit }: Category, code: string): Cell {
  const counted = unit && unitWords(unit)
  return { text: `${label || code}${counted ? ` (${counted})` : ''}`, code }
}

/** What a dataset of JSON-stat 2.0 has to have, in the order in which the rest leans on it. */
function shapeProblem(source: OfficeFile, plain: Plain): Problem | undefined {
  const wrong = (field: string, found: string, expected: string) =>
    problemOf(source, 'json-stat-broken', [found, expected], { field })
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    return wrong('class', 'no object', 'a dataset of JSON-stat 2.0')
  if (plain.version !== '2.0' || plain.class !== 'dataset')
    return wrong(
      'class',
      `version ${shown(plain.version)}, class ${shown(plain.class)}`,
      'version "2.0", class "dataset"',
    )
  const { id, size, dimension, value } = plain
  if (!isTexts(id) || id.length === 0) return wrong('id', 'no list of dimensions', 'a list of their names')
  if (new Set(id).size < id.length) return wrong('id', `${id.join(', ')}`, 'every dimension once')
  if (
    !Array.isArray(size) ||
    size.length !== id.length ||
    !size.every((count) => Number.isInteger(count) && count > 0)
  )
    return wrong(
      'size',
      `${Array.isArray(size) ? size.length : 'no'} sizes`,
      `${id.length}, whole numbers, one for each dimension`,
    )
  const cells = (size as number[]).reduce((product, count) => product * count, 1)
  const tooMany = tooManyCells(source, cells)
  if (tooMany) return tooMany
  for (const [k, name] of id.entries()) {
    const own = isObject(dimension) && Object.hasOwn(dimension, name) ? dimension[name] : undefined
    const category = isObject(own) ? own.category : undefined
    const codes = isObject(category) ? codesOf(category) : undefined
    if (codes === undefined)
      return wrong(`dimension.${name}`, 'no categories', 'an index or labels of categories')
    if (codes.length !== size[k])
      return wrong(`dimension.${name}`, `${codes.length} categories`, `${size[k]}, its size`)
  }
  return valueProblem(value, cells, wrong)
}

function valueProblem(
  value: unknown,
  cells: number,
  wrong: (field: string, found: string, expected: string) => Problem,
): Problem | undefined {
  const isNumber = (one: unknown) => one === null || typeof one === 'number' || typeof one === 'string'
  if (Array.isArray(value)) {
    if (value.length !== cells)
      return wrong('value', `${value.length} values`, `${cells}, the product of the sizes`)
    const other = value.findIndex((one) => !isNumber(one))
    return other < 0 ? undefined : wrong(`value ${other}`, `a value of another kind`, 'a number or null')
  }
  if (!isObject(value)) return wrong('value', 'no values', 'a list of values, or values by their number')
  const beyond = Object.keys(value).find(
    (key) => !/^\d+$/.test(key) || Number(key) >= cells || !isNumber(value[key]),
  )
  return beyond === undefined
    ? undefined
    : wrong(`value ${beyond}`, `the value "${beyond}"`, `numbers from 0 to ${cells - 1}`)
}

const isObject = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null && !Array.isArray(one)
const isTexts = (one: unknown): one is string[] =>
  Array.isArray(one) && one.every((text) => typeof text === 'string')
const shown = (one: unknown) => (typeof one === 'string' ? `"${one}"` : 'none')

/** Codes of a dimension: as a list, by their order, or of the one that needs no index. */
function codesOf({ index, label }: Record<string, unknown>): string[] | undefined {
  if (isTexts(index)) return index
  if (isObject(index)) return Object.keys(index)
  return isObject(label) && Object.keys(label).length === 1 ? Object.keys(label) : undefined
}
