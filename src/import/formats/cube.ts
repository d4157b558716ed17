/** Cubes (JSON-stat, PC-Axis) as rows: a figure a row, with an item of each dimension before it. */
import type { Location } from '../../vocabulary/problems.js'
import type { Cell, Sheet } from '../sheet.js'
import { type Role, roleNamed } from '../understand/heading-words.js'

export interface Dimension {
  readonly name: string
  /** What the format says that it is, where its name does not. */
  readonly role: Role | undefined
  readonly items: readonly Cell[]
  /** The item that the file says is of all the others together. */
  readonly whole?: string
}

/** A word by which a role is known. */
const HEADINGS: Readonly<Partial<Record<Role, string>>> = {
  year: 'Year',
  place: 'Place',
  measure: 'Indicator',
}

interface Cube {
  readonly name: string
  readonly dimensions: readonly Dimension[]
  /** In the order in which the last dimension changes first. */
  readonly figures: readonly Cell[]
  readonly about: readonly string[]
  readonly at: (figure: number) => Location
}

export function sheetOfCube({ name, dimensions, figures, about, at }: Cube): Sheet {
  const heading = ({ name: own, role }: Dimension) =>
    role !== undefined && roleNamed(own) === undefined ? (HEADINGS[role] ?? own) : own
  const header = [...dimensions.map(heading), 'Value'].map((text): Cell => ({ text }))
  const strides = dimensions.map((_, k) =>
    dimensions.slice(k + 1).reduce((size, { items }) => size * items.length, 1),
  )
  const rows = figures.map((figure, n) => [
    ...dimensions.map(({ items }, k) => items[Math.floor(n / strides[k]) % items.length]),
    figure,
  ])
  return {
    name,
    rows: [header, ...rows],
    at: (row) => at(Math.max(0, row - 1)),
    columnName: (column) => dimensions[column]?.name ?? 'value',
    headed: true,
    isEven: true,
    about,
    wholeOf: (column) => dimensions[column]?.whole,
    numbers: 'plain',
  }
}
