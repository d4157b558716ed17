/** What columns and lists of offices are called, in Chinese, English and codes; by whole words. */

export const ROLES = [
  'place',
  'code',
  'year',
  'age',
  'sex',
  'residence',
  'measure',
  'figure',
  'unit',
  'times',
  'flag',
  'ignore',
] as const
export type Role = (typeof ROLES)[number]

const WORDS: Readonly<Partial<Record<Role, string>>> = {
  place:
    '地区|城市|市|县|区|市县|县区|市(县、区)|区域|地名|名称|地区名称|行政区|行政区划|单位名称|省份|省|省(区、市)|各市|指标地区|place|region|area|city|cities|county|district|municipality|location|locationname|geo|geography|geopolitical entity (reporting)|country|country name|country or area|province|reference area|ref_area|reporting country|name|territory|alue',
  code: '代码|编码|区划代码|行政区划代码|行政代码|地区代码|code|area code|region code|locid|iso3_code|country code|geo code|nuts',
  year: '年份|年度|年|时间|year|years|time|time_period|time period|period|date|vuosi|år',
  age: '年龄|年龄组|年龄段|年龄(岁)|age|ages|age group|age class|agegrp|agegrpname|age_group',
  sex: '性别|sex|gender',
  residence:
    '城乡|城乡类型|居住地|residence|urban/rural|urban_rural|degree of urbanisation|deg_urb|urbanisation',
  measure:
    '指标|项目|指标名称|变量|indicator|indicator name|variable|item|series|series name|indic_de|information|tiedot|contents|measure|statistical indicator',
  figure: '数值|值|数量|value|values|obs_value|observation|observation value|figure|figures',
  unit: '单位|计量单位|unit|units|unit_measure|unit of measure',
  times: 'unit_mult|unit multiplier',
  flag: 'flag|flags|obs_status|obs_flag|status|observation status (flag)|conf_status|注释|标记',
  ignore:
    '序号|备注|说明|注|note|notes|remark|remarks|comment|comments|no.|freq|time frequency|frequency|decimals|last update|dataflow|structure|structure_id|structure_name|action|source|来源|english|obs_note|sortorder|notes_en|iso2_code|sdmx_code|loctypeid|loctypename|parentid|varid|variant|agegrpstart|agegrpspan|midperiod',
}

const ROLE_OF = new Map<string, Role>(
  ROLES.flatMap((role) =>
    (WORDS[role] ?? '')
      .split('|')
      .filter((word) => word !== '')
      .map((word) => [word, role] as const),
  ),
)

/** The role that a heading names, as a whole. */
export function roleNamed(heading: string): Role | undefined {
  const plain = heading.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  // 地 区, 年 份: offices space short Chinese words out
  return ROLE_OF.get(plain) ?? ROLE_OF.get(plain.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''))
}

/** Things that are measured, the more particular first: what is left of a heading is not looked at again. */
export const MEASURE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/户籍人口(?:的)?(?:城镇化率|城市化率|城镇化水平)/, 'registered_urban_share'],
  [
    /(?:常住人口)?(?:城镇化率|城市化率|城镇化水平|城镇人口比重|城镇人口占(?:总人口)?(?:的)?比[重例]?)|urbani[sz]ation (?:rate|level)|urban share|level of urbani[sz]ation|share of (?:the )?urban population/,
    'urban_share',
  ],
  [/户籍(?:总)?人口(?:数)?|registered population/, 'registered_population'],
  [/流动人口|floating population/, 'floating_population'],
  [
    /(?:人口)?自然增长率|natural (?:growth|increase) rate|rate of natural (?:growth|increase)/,
    'natural_growth_rate',
  ],
  [/deaths per (?:person|woman|man)-years?/, 'mx'],
  [/births per woman-years?/, 'asfr'],
  [/(?:人口)?出生率|(?:crude )?birth rate/, 'birth_rate'],
  [/(?:人口)?死亡率|(?:crude )?death rate/, 'death_rate'],
  [/出生人[口数]|live births|births/, 'births'],
  [/死亡人[口数]|deaths/, 'deaths'],
  [/总户数|家庭户数|户数|households/, 'households'],
  [/养老(?:服务)?(?:机构)?床位(?:数)?|beds? (?:of|for) the elderly|elderly care beds/, 'elderly_care_beds'],
  [/(?:医疗(?:卫生)?机构|医院|卫生机构)?床位(?:数)?|hospital beds|beds/, 'hospital_beds'],
  [/执业\(?助理\)?医师(?:数)?|医生(?:数)?|physicians|doctors/, 'doctors'],
  [/幼儿园(?:在园)?(?:儿童|幼儿|学位|人数|数)*|kindergarten places/, 'kindergarten_places'],
  [/(?:普通)?小学(?:在校)?(?:学生|学位|人数|数)*|primary (?:school )?(?:pupils|places)/, 'primary_places'],
  [
    /义务教育(?:阶段)?(?:在校)?(?:学生|学位|人数|数)*|compulsory (?:school )?(?:pupils|places)/,
    'compulsory_places',
  ],
  [/城镇新增就业(?:人数)?|new urban jobs/, 'urban_new_jobs'],
  [
    /(?:城镇|乡村|农村)?(?:年末|年底|期末)?(?:常住|总)?人口(?:总?数)?|人数|(?:resident |usual |mid-year |total |usually resident )?population(?:,? (?:on |at )?\d{1,2} [a-z]+)?|\bpop\b|persons|people|inhabitants|residents|folkmängd|befolkning|invånare/,
    'people',
  ],
]

/** A name of a measure that is a share of people by itself. */
export const isShareOfPeople = (measure: string | undefined) => measure === 'urban_share'

/** Whether a measure is a share or a rate, which is counted in no people. */
export const isRatio = (measure: string) => /^(?:registered_)?urban_share$|_rate$/.test(measure)

/** Where a measure is to be looked for before the words that it is made of. */
export const RATE_WORDS = /率|比|ation|share/

export const SHARE_WORDS =
  /占(?:总人口)?(?:的)?比[重例]?|比重|比例|占比|\bshare\b|\bproportion\b|\bpercentage\b/

export const SEX_WORDS: readonly (readonly [RegExp, 'all' | 'male' | 'female'])[] = [
  [
    /男女合计|不分性别|\bboth sexes\b|\b(?:males? (?:and|\+|&) females?|females? (?:and|\+|&) males?|men (?:and|\+|&) women|women (?:and|\+|&) men)\b/,
    'all',
  ],
  [/女性?(?:人口)?|\bfemales?\b|\bwomen\b/, 'female'],
  [/男性?(?:人口)?|\bmales?\b|\bmen\b/, 'male'],
]
/** Codes in a column of sexes. */
export const SEX_CODES: Readonly<Record<string, 'all' | 'male' | 'female'>> = {
  t: 'all',
  _t: 'all',
  total: 'all',
  合计: 'all',
  总计: 'all',
  m: 'male',
  f: 'female',
  1: 'male',
  2: 'female',
  小计: 'all',
  all: 'all',
}

export const RESIDENCE_WORDS: readonly (readonly [RegExp, 'all' | 'urban' | 'rural'])[] = [
  [/城乡合计|urban and rural/, 'all'],
  [/城镇|城市|\burban\b|\btowns?\b/, 'urban'],
  [/乡村|农村|\brural\b|\bvillages?\b/, 'rural'],
]
export const RESIDENCE_CODES: Readonly<Record<string, 'all' | 'urban' | 'rural'>> = {
  t: 'all',
  _t: 'all',
  total: 'all',
  合计: 'all',
  u: 'urban',
  r: 'rural',
  urb: 'urban',
  rur: 'rural',
  all: 'all',
}

/** Everyone of a place, or every place of a region. */
export const TOTAL =
  /^(?:合计|总计|总数|小计|全省|全区|全市|全国|全县|全自治区|总人口|total|all|sum|overall|whole region|_t|_z|all ages|所有年龄|all items)$/
export const NO_FIGURE = /^(?:|[-–—−]+|\.{1,6}|…+|:|::|x|n\/?a|na|nan|null|c|#n\/a|不详|缺|无|\*+)$/i

/** Words that say nothing of their own. */
export const FILLER =
  /#|其中|\d{1,2}月\d{1,2}日(?:零时)?|[:：,，;；、.。/_·|()（）[\]]|的|\b(?:of which|of|the|which|in|by|on|at|number|no|aged|ages?|years?|old|total|and|who|are|with|thereof|end|year-end|as|annual|census|persons|figures?)\b|合计|总计|小计|总数|总|常住|年末|年底|人数|数|按|分|年龄|岁|性别|统计|情况|全省|全市|全区|各/g

/** Of a list of places: those that are parts of the one above. */
export const SUM_OF_PLACES =
  /^(?:合计|总计|全省|全区|全市|全国|全州|全盟|全县|全自治区|total|all|whole region|grand total|sum)$/

/** A name that may be of several places together: of a part of them, or of their mean. */
export const MAYBE_SUM =
  /小计|合计|总计|平均|其中|\b(?:sub-?total|total|sum|average|mean|median|of which)s?\b/i

/** The sum that is said to be of the whole region. */
export const SAID_OF_REGION = /^(?:全省|全区|全市|全州|全盟|全自治区)$/

/** A year, as headings have it. */
export const YEAR_LIKE = /^(?:19|20)\d{2}\s*(?:年[末底]?)?$/

/** A line below a table that says something of it. */
export const NOTE_LINE = /^(?:注|备注|说明|资料来源|数据来源|来源|notes?|source|sources)\s*(?:\d|[:：.]|$)/i

/** What a note begins with. */
export const NOTE_HEAD = /^(?:注|备注|说明|notes?)\s*\d?\s*[:：.]\s*/i

/** A yearbook is of another year than most of its figures. */
export const YEARBOOK =
  /(?:19|20)\d{2}\s*年?\p{Script=Han}{0,8}年鉴|年鉴\D{0,4}(?:19|20)\d{2}年?|yearbook\W{0,4}(?:19|20)\d{2}|(?:19|20)\d{2}\W+(?:\w+\W+){0,2}yearbook/giu

/** Of a title that is of townspeople, or of others, alone. */
export const URBAN_OR_RURAL = /城镇(?!化)|乡村|农村|\burban\b|\brural\b/i
export const BOTH_RESIDENCES =
  /城镇[、和与及]?(?:乡村|农村)|\burban (?:and|\/) rural\b|\brural (?:and|\/) urban\b/i

/** What stands in a row that numbers the columns, where they hold no figures. */
export const COLUMN_LETTER = /^(?:[甲乙]|栏次|列次)$/

/** A heading of ages that says more than that. */
export const OF_AGES = /\bages?\b|年龄/i

/** Headings of lists that sort people or things, and are of no places. */
export const OF_KINDS =
  /\b(?:ages?|sex|gender|marital|civil status|status|education|level|industry|sector|activity|occupation|employment|nationality|citizenship|ethnic|origin|religion|language|reason|cause|size|type|kind|class|category|duration|parity|order|previous|birth|born|work|destination)\b|年龄|性别|婚姻|民族|学历|受教育|文化程度|行业|职业|类型|类别|原因|规模|孩次/i

/** Between the ends of a group of ages. */
export const AGE_DASH = /[-–—~(至到]/
