/** Pictures as files of SVG. */
import { writeWhole } from '../../store/write-file.js'
import type { Language } from '../../vocabulary/language.js'
import { type Drawing, type Picture, renderSvg } from '../charts/render.js'

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
