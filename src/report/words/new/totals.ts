/** What a folder made from totals is introduced with, on the screen and in its guides. */
import type { FromTotals } from '../../../studies/from-totals/new-from-totals.js'
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { inBothLanguages } from '../../../vocabulary/fallback-words.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { VERSION } from '../../../vocabulary/version.js'
import { phrase } from '../bilingual.js'

/** A column of totals.csv in words. */
function columnWords(column: string): Bilingual {
  if (column === 'people') return phrase('people', '人口')
  if (column === 'urban') return phrase('townspeople', '城镇人口')
  if (column === 'sexes') return phrase('men and women', '性别')
  const [, from, to] = column.split('_')
  if (to === 'plus') return phrase(`those of ${from} and over`, `${from}岁及以上`)
  return phrase(`those of ${from} to ${to}`, `${from}—${to}岁`)
}

const hasTowns = ({ dataset }: FromTotals['pattern']) => dataset.dims.statuses > 1

/** Where the pattern gave way most: `0.55 times as many of 0 to 14 in villages of Delta as the pattern has`. */
function farthestWords({ farthest, region, pattern }: FromTotals): Bilingual {
  const { factor, from, to, urban, place } = farthest
  if (Math.abs(factor - 1) < 0.005) return phrase('nowhere', '无')
  const name = inBothLanguages(region.places[place].name)
  const open = from === 0 ? ['all ages', '各年龄'] : [`${from} and over`, `${from}岁及以上`]
  const ages = to === undefined ? open : [`${from} to ${to - 1}`, `${from}—${to - 1}岁`]
  const times = factor.toFixed(2)
  const [en, zh] = !hasTowns(pattern) ? ['', ''] : urban ? ['towns of ', '城镇'] : ['villages of ', '乡村']
  return phrase(
    `${times} times as many people of ${ages[0]} in ${en}${name.en} as the pattern has among as many people`,
    `${name.zh}${zh}${ages[1]}人口为模式同等人口下的${times}倍`,
  )
}

/** Words for the places of a guide's @NAMES@. */
export function totalsWords(made: FromTotals): Readonly<Record<string, string>> {
  const { region, pattern, given } = made
  const farthest = farthestWords(made)
  const named = (known: boolean, language: 'en' | 'zh', none: string) =>
    region.places
      .filter(({ same }) => (same !== undefined) === known)
      .map(({ name }) => inBothLanguages(name)[language])
      .join(language === 'en' ? ', ' : '、') || none
  return {
    EN: region.name.en,
    ZH: region.name.zh,
    PATTERN: pattern.asked,
    VERSION,
    PLACES: String(region.places.length),
    PLACES_EN: howMany(region.places.length, 'place'),
    YEAR: String(region.year),
    GIVEN: given.map((column) => columnWords(column).en).join(', '),
    GIVEN_ZH: given.map((column) => columnWords(column).zh).join('、'),
    SAME: named(true, 'en', 'none'),
    SAME_ZH: named(true, 'zh', '无'),
    OTHERS: named(false, 'en', 'none'),
    OTHERS_ZH: named(false, 'zh', '无'),
    FARTHEST: farthest.en,
    FARTHEST_ZH: farthest.zh,
  }
}

/** Words of `cityward new --totals`. */
export const totalsText = {
  template: (file: string, folder: string): Bilingual =>
    phrase(
      `Wrote ${file}: a row for each place. Every number in it is an example; docs/totals.md says which columns there may be.
Next: put your totals in, then
  cityward new ${folder}-plan --totals ${file} --pattern Hunan
`,
      `已写入${file}：每个地区一行。其中数字均为示例；可用的列见 docs/totals.md。
下一步：填入自己的总数，然后
  cityward new ${folder}-plan --totals ${file} --pattern 湖南 --lang zh
`,
    ),
  made: (made: FromTotals, file: string, data: string): Bilingual => {
    const farthest = farthestWords(made)
    const { region } = made
    const [en, zh] = hasTowns(made.pattern)
      ? ['status, sex and single age', '类别、性别和单岁年龄']
      : ['sex and single age', '性别和单岁年龄']
    return phrase(
      `Wrote ${file} and ${data}: ${region.name.en}, ${howMany(region.places.length, 'place')}, people of ${region.year}.
Totals are kept to the person; ${en} between them are an estimate from the pattern ${made.pattern.asked}.
The pattern gave way most: ${farthest.en}.
Never fitted here: moves, births and deaths, which are the pattern's. ${data}/README.md says what is data and estimate.
Next:
  cityward run ${file}
`,
      `已写入${file}和${data}：${region.name.zh}，${region.places.length}个地区，${region.year}年人口。
所给总数精确保留到人；其间的${zh}按模式${made.pattern.asked}推算。
与模式相差最大：${farthest.zh}。
从未在此拟合：迁移、出生和死亡取自模式。数据与推算的区分见${data}/README.zh.md。
下一步：
  cityward run ${file} --lang zh
`,
    )
  },
}
