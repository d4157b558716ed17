/** What a new project is introduced with. */
import type { Bilingual } from '../../../vocabulary/bilingual.js'
import { howMany } from '../../../vocabulary/numbers.js'
import { phrase } from '../bilingual.js'

/** Where the Chinese guide to the data folder is, and how to get Chinese output; ends with a line break. */
export function chineseGuide(file: string): string {
  return `中文说明：${file}；在 run、explain、reach 等命令后加 --lang zh 即以中文输出。\n`
}

/** What is said of a province's folder once it is made. */
interface MadeRegion {
  readonly name: Bilingual
  readonly places: number
  readonly hindcast: readonly { readonly people: number; readonly urbanShare: number }[]
  readonly settled: boolean
  /** Fitted about larger places, which a calibration would forget. */
  readonly isWithin: boolean
  readonly hardlyMoved: readonly string[]
}

const signed = (value: number, digits: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`

/** Words of `cityward new --province`. */
export const provinceText = {
  fitting: (places: number): Bilingual =>
    phrase(
      `${howMany(places, 'place')}, censuses of 2010 and 2020; fitting moves between them`,
      `${places}个地区，2010年和2020年普查；正在拟合其间的迁移`,
    ),
  /** Said before fits that take long, by level of the nation's places. */
  longFit: {
    city: phrase(
      'Cities of the whole nation: the fit takes two to three minutes of one processor. Ctrl-C stops it; nothing is written before it is done.',
      '全国分市：拟合约需单个处理器两至三分钟。可用 Ctrl-C 停止，完成前不写入任何文件。',
    ),
    county: phrase(
      'Counties of the whole nation: at most 40 steps and 800 MB; a run of it was stopped after 17 minutes of one processor and was not at its end, so that half an hour may be needed. Ctrl-C stops it; nothing is written before it is done. --nation --level city takes two to three minutes.',
      '全国分县：至多40步，800 MB内存；曾运行单个处理器17分钟仍未结束即停止，可能需半小时。可用 Ctrl-C 停止，完成前不写入任何文件。--nation --level city 只需两至三分钟。',
    ),
  },
  holdingOut: phrase(
    'Forecasting each half of the places by a fit to the other half',
    '正在以另一半地区的拟合预测各地区',
  ),
  made: (
    { name, places, hindcast, settled, hardlyMoved, isWithin }: MadeRegion,
    file: string,
    data: string,
  ): Bilingual => {
    const [region] = hindcast
    const [people, share] = [signed(region.people, 3), signed(region.urbanShare, 2)]
    const doubt = settled ? phrase('', '') : phrase(' The fit did not settle.', '拟合未收敛。')
    return phrase(
      `Wrote ${file} and ${data}: ${name.en}, ${howMany(places, 'place')}.
2020 as lived from 2010 at the fitted levels: people ${people} %, urban share ${share} points off the census.${doubt.en}
The censuses moved little: ${hardlyMoved.join(', ')}. Never fitted, since nothing speaks of it: what comes after 2020, and services.
Death rates and fertility by age are the nation's. ${data}/README.md says what is data, estimate and judgement.
Next:
  cityward run ${file}
${
  isWithin
    ? ''
    : `  cityward calibrate ${data}
`
}`,
      `已写入${file}和${data}：${name.zh}，${places}个地区。
以拟合水平由2010年推演的2020年与普查相比：人口误差${people}%，城镇化率误差${share}个百分点。${doubt.zh}
普查几乎没有改变：${hardlyMoved.join('、')}。2020年以后的情况和公共服务从未拟合（没有相关数据）。
分年龄死亡率和生育模式取自全国。数据、推算与主观判断的区分见${data}/README.zh.md。
下一步：
  cityward run ${file} --lang zh
${
  isWithin
    ? ''
    : `  cityward calibrate ${data} --lang zh
`
}`,
    )
  },
}
