/** A picture is refused where the machine has no font for its words: every character would be the same box. */
import { describe, expect, it } from 'vitest'
import { requireFont } from '../../src/report/files/png.js'
import { CitywardError } from '../../src/vocabulary/problems.js'

const NONE = { loadSystemFonts: false, fontFiles: [] }

describe('a chart as a picture', () => {
  it.each([
    ['zh', 'no font with Chinese characters: 国 and 划 are drawn alike', 'fonts-noto-cjk'],
    ['en', 'no font with Latin letters: A and g are drawn alike', 'fonts-liberation'],
  ] as const)(
    'is refused in %s without a font for it, and the font is named',
    async (language, found, font) => {
      const refused = await requireFont(language, NONE).catch((error) => error)
      expect(refused).toBeInstanceOf(CitywardError)
      const [problem] = refused.problems
      expect(problem).toMatchObject({ code: 'font-missing', found })
      expect(problem.hint).toContain(font)
    },
  )
})
