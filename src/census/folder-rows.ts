/** Rows and columns of tables of a data folder that more than one builder writes. */

/** A row of values.csv. */
export type ValueRow = readonly [
  code: string,
  variable: string,
  year: number,
  value: number,
  unit: string,
  source: string,
  quality: string,
  note: string,
]

export const PLACE_COLUMNS = [
  'code', 'kind', 'name_en', 'name_zh', 'longitude', 'latitude', 'column', 'row', 'source', 'quality', 'note',
] // biome-ignore format: a list of headings reads best as a paragraph
