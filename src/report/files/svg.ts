/** Pictures into files. */

import { writeWhole } from '../../store/write-file.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Language } from '../../vocabulary/language.js'
import { type ChartSpec, type Picture, renderSvg } from '../charts/render.js'

/** A chart that stands alone, with what a screen reader says of it. */
export interface Drawing {
  readonly spec: ChartSpec
  readonly title: Bilingual
  readonly description: Bilingual
}

/** Write a picture as SVG in one language. Throws CitywardError where the disk refuses. */
export async function drawTo(
  file: string,
  { spec, title, description }: Drawing,
  language: Language,
): Promise<void> {
  const picture: Picture = {
    title: title[language],
    description: description[language],
    language,
    colours: 'light',
  }
  writeWhole(file, `${await renderSvg(spec, picture)}\n`)
}
