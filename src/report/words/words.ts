/** Every word of the report, in both languages. */
import type { Word } from '../../analysis/summary.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import type { Quality } from '../../vocabulary/quality.js'

const word = (en: string, zh: string): Bilingual => ({ en, zh })

export const VERDICT: Record<Word, Bilingual> = {
  almost_certain: word('almost certain', '几乎肯定'),
  likely: word('likely', '可能性较大'),
  even: word('open', '不确定'),
  unlikely: word('unlikely', '可能性较小'),
  almost_impossible: word('almost impossible', '几乎不可能'),
  no_odds: word('no odds', '不作研判'),
}

export const QUALITY: Record<Quality, Bilingual> = {
  data: word('data', '数据'),
  estimate: word('estimate', '推算'),
  judgement: word('judgement', '主观判断'),
}

export const COMPARATOR: Record<'at_least' | 'at_most' | 'about', string> = {
  at_least: '>= ',
  at_most: '<= ',
  about: '~ ',
}

/** The same on a page, where every sign can be had. */
export const COMPARATOR_SIGNS: Record<'at_least' | 'at_most' | 'about', string> = {
  at_least: '≥',
  at_most: '≤',
  about: '≈',
}

export const ODDS = { none: word('none', '无'), all: word('all', '全部') }

export const UNITS: Readonly<Record<string, Bilingual>> = {
  percent: word('%', '%'),
  point: word('points', '个百分点'),
  'log odds': word('(log odds)', '（对数几率）'),
  person: word('people', '人'),
  birth: word('births', '人'),
  place: word('places', '个'),
  bed: word('beds', '张'),
  'bed per 1,000': word('per 1,000', '张/千人'),
  'place per 1,000': word('per 1,000', '个/千人'),
  hour: word('h', '小时'),
  year: word('years', '年'),
  km: word('km', '公里'),
  school: word('schools', '所'),
  centre: word('centres', '所'),
  household: word('households', '户'),
  dwelling: word('dwellings', '套'),
  community: word('communities', '个'),
  project: word('projects', '个'),
  job: word('jobs', '人'),
  training: word('trainings', '人次'),
  'person-time': word('person-times', '人次'),
  yuan: word('yuan', '元'),
  '100 million yuan': word('100 million yuan', '亿元'),
  ratio: word('', ''),
  pure: word('(ratio)', '（比值）'),
  share: word('(share)', '（比例）'),
  'share / year': word('(share a year)', '（年比例）'),
  '1 / year': word('a year', '（每年）'),
  '1 / hour': word('an hour', '（每小时）'),
  'bed / person': word('beds a person', '张/人'),
  'place / person': word('places a person', '个/人'),
  'place / school': word('places a school', '个/所'),
}

export const WORDS = {
  target: word('Target', '目标'),
  unit: word('Unit', '单位'),
  median: word('Median', '中位数'),
  range80: word('80 % range', '80%区间'),
  revision: word('+ census revision', '＋普查修正'),
  withRevision: word('80 % with census revision', '计入普查修正80%区间'),
  threshold: word('Asked for', '要求'),
  odds: word('Odds', '达标概率'),
  settings: word('Settings that reach it', '达标设定数'),
  verdict: word('Verdict', '研判结论'),
  quality: word('Rests on', '依据'),
  city: word('City', '城市'),
  firstYear: word('First year', '首次达标年份'),
  margin: word('Margin', '与目标之差'),
  goesWith: word('What the futures differ by', '差异主要来自'),
  before: word('Before', '对照方案'),
  after: word('After', '比较方案'),
  change: word('Change', '变化'),
  differs: word('Differs', '差异'),
  first: word('First file', '前一文件'),
  second: word('Second file', '后一文件'),
  field: word('Field', '字段'),
  step: word('Step', '步骤'),
  oddsPercent: word('Odds, %', '达标概率（%）'),
  standardError: word('Standard error', '标准误'),
  yes: word('yes', '是'),
  withinChance: word('within chance', '在抽样误差内'),
  cannot: word('cannot be assessed', '无法评估'),
  qualitative: word('qualitative', '定性任务'),
  warning: word('Warning', '注意'),
  withoutVerdict: word('Commitments without a verdict', '未作模拟判断的任务'),
} satisfies Record<string, Bilingual>
