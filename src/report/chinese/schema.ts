/** What the JSON Schema says of each field of a scenario, for editors. */
import { catalogue } from '../../vocabulary/sentences.js'

export const SCHEMA = catalogue({
  'Scenario file that this one is a small difference from': '作为基础的情景文件，本文件只写差异',
  'A title, in one language or in both': '标题，一种语言或两种语言',
  'In English': '英文',
  'In Chinese': '中文',
  'Data folder, from the folder of this file': '数据文件夹，路径以本文件所在文件夹为准',
  'Base year; its 31 December is where the projection starts': '基年；推算从当年 12 月 31 日开始',
  'Last year': '末年',
  'Possible futures; 1,000 if left out': '未来情景数；不写为 1,000',
  'Seed of chance; 0 if left out': '随机种子；不写为 0',
  'How draws are laid out; random if left out': '抽样设计；不写为 random',
  'What else the design is to be': '设计的其他选项',
  'Latin hypercube: 2 fills pairs of uncertainties evenly as well': '拉丁超立方：2 表示两两之间也均匀',
  'Latin hypercube of strength 2: a prime; morris: levels of the grid, even':
    '强度为 2 的拉丁超立方：素数；morris：网格水平数，偶数',
  'saltelli: draws for pairs as well': 'saltelli：两两之间也抽样',
  'saltelli: independent scrambles that intervals are read from; 4 if left out':
    'saltelli：用于计算区间的独立扰动次数；不写为 4',
  'saltelli, morris, efast: uncertainties that are moved as one':
    'saltelli、morris、efast：一起变动的不确定因素',
  'A name that formulas can use: lower case, digits and _': '公式可用的名称：小写字母、数字和 _',
  'morris: trajectories to keep of the candidates, as far apart as can be':
    'morris：从候选中保留的轨迹数，彼此尽量远离',
  'morris: trajectories to choose from': 'morris：候选轨迹数',
  'efast: points of a search curve; 257 if left out': 'efast：搜索曲线的点数；不写为 257',
  "efast: harmonics that count as an uncertainty's own; 4 if left out": 'efast：算作自身的谐波数；不写为 4',
  'factorial, one_at_a_time: where in its distribution each stands; [0.1, 0.9]':
    'factorial、one_at_a_time：各取分布的何处；[0.1, 0.9]',
  'fractional_factorial: 4 if left out': 'fractional_factorial：不写为 4',
  'factorial, one_at_a_time: only these; the others stay at their medians':
    'factorial、one_at_a_time：只变动这些，其余取中位数',
  'table: CSV file, a row a draw': 'table：CSV 文件，每行一次抽样',
  'Name of the totals in controls.csv': '公布总数在 controls.csv 中的名称',
  'Last year in which they are met; all they have if left out': '校准的末年；不写为表中全部年份',
  'Adjustment of a total that is warned of, as a share; 0.05 if left out':
    '调整超过此比例时提示；不写为 0.05',
  'Published totals that people are scaled to at the end of each year that has any (docs/method.md, M20)':
    '有公布总数的各年末，人口按其校准（docs/method.md，M20）',
  'What is not known and not ours to choose; every draw samples all of them':
    '不确定、也不由我们选择的因素；每次抽样全部抽取',
  'Unit, such as ratio, percent, bed / person': '单位，如 ratio、percent、bed / person',
  'How likely each value is': '各值的可能性',
  Mean: '均值',
  'Standard deviation': '标准差',
  Median: '中位数',
  'Standard deviation of the logarithm': '对数的标准差',
  'Value not exceeded in 9 of 10 cases, instead of sigma': '十次中九次不超过的值，代替 sigma',
  'Least value': '最小值',
  'Largest value': '最大值',
  'Likeliest value': '最可能的值',
  'Weight of the mode; 4 if left out': '众数的权重；不写为 4',
  'First shape': '第一形状参数',
  'Second shape': '第二形状参数',
  Shape: '形状参数',
  Scale: '尺度参数',
  'Degrees of freedom': '自由度',
  Middle: '中点',
  Mode: '众数',
  'Half of the width between the quartiles': '四分位距的一半',
  'Number of trials': '试验次数',
  'Probabilities of the quantiles, rising, such as [0.1, 0.5, 0.9]':
    '分位数的概率，依次增大，如 [0.1, 0.5, 0.9]',
  'The quantiles, in the same order: values not exceeded with these probabilities':
    '同一顺序的分位数：以这些概率不超过的值',
  'Nothing below, where it has such an end': '下端（如有）：不低于此值',
  'Nothing above, where it has such an end': '上端（如有）：不高于此值',
  'Terms of its curve, fewer to pass near the quantiles; one for each if left out':
    '曲线的项数：较少则从分位数附近经过；省略则每个分位数一项',
  'Odds of a success': '成功的概率',
  'Successes before which failures are counted': '成功次数，此前的失败计入',
  'Odds of a success; counted are trials up to the first one': '成功的概率；计数为到首次成功为止的试验次数',
  'The one value': '唯一的值',
  'Values it can take': '可取的值',
  'Odds of each value, adding up to 1': '各值的概率，合计为 1',
  'Equally likely values': '可能性相等的值',
  'CSV file of draws, instead of values; same file, same row':
    '抽样的 CSV 文件，代替 values；同一文件取同一行',
  'Column of the file': '文件的列',
  'Its values at equally spaced probabilities from 0 to 1, in rising order; lines between':
    '等间隔概率（0 至 1）处的值，依次增大，其间为直线',
  'CSV file with such values, instead of values': '含这些值的 CSV 文件，代替 values',
  'The distribution that is cut off': '被截断的分布',
  'Nothing below': '下限',
  'Nothing above': '上限',
  'A draw of its own for every city (or county), for every year, or for every city in every year, in place of one for all':
    '各市（县）、各年或各市各年分别抽取，而非共用一个',
  'Of one by year: what is left a year later of what it lies from its median, 0 (years on their own, the default) to 1 (a walk)':
    '逐年抽取者：偏离中位数的部分次年保留的比例，0（各年独立，默认）至 1（游走）',
  'Why: a published source, or whose judgement': '理由：公开来源，或谁的判断',
  'The same in Chinese': '同上，中文',
  'Source ids of the data folder, or `judgement`': '数据文件夹的来源编号，或 `judgement`',
  'Class of delivery.csv of the data folder: past commitments that it was learned from':
    '数据文件夹 delivery.csv 的类别：据以估计的以往任务',
  'Class of delivery.csv of the data folder whose past commitments stand beside the odds':
    '数据文件夹 delivery.csv 的类别：其以往任务列于概率旁',
  'Uncertainties that go together': '彼此相关的不确定因素',
  'Two uncertainties; of more, every two of them': '两个不确定因素；多个时两两相关',
  'Spearman rank correlation, between -1 and 1': 'Spearman 秩相关，-1 与 1 之间',
  'What is ours to choose': '由我们选择的政策杠杆',
  'Unit, such as ratio or bed': '单位，如 ratio 或 bed',
  'Setting where a policy says nothing': '政策方案未写时的设定',
  'Least and largest setting allowed': '允许的最小和最大设定',
  'Cost of a unit': '单位成本',
  'How well its effect is known: study (its size, from a published study), sign (its direction alone), judgement (neither)':
    '效果的依据：study（公开研究给出大小）、sign（只知方向）、judgement（两者皆无）',
  'What it changes in the model: which number, of whom, from when, and where that number comes from':
    '在模型中改变什么：哪个数、针对谁、从何时起、该数的来源',
  'Named settings of all levers; always with no_action, as_before or withdrawn, against which the others are measured':
    '全部杠杆的一组设定；必有 no_action、as_before 或 withdrawn 作为对照',
  'Settings of levers; the rest stay at their default': '杠杆的设定；其余取默认值',
  'Simulated only where a command names it (--policy); false if left out':
    '只在命令指明（--policy）时推演；不写为 false',
  'Net migration half before and half after deaths (even), all at the end, or no moves at all (off)':
    '净迁移一半在死亡之前、一半在之后（even），全部在期末，或完全不迁移（off）',
  'What drives births, deaths, moves and registration, by city and year (docs/method.md)':
    '出生、死亡、迁移和落户的水平，分城市、年份（docs/method.md）',
  'A number, a formula, a series by year, values by city, or a total shared out':
    '数、公式、逐年序列、分市数值，或分配到各市的总量',
  'A number, or a formula over uncertainties, levers, year and data(...)':
    '数，或由不确定因素、政策杠杆、year 和 data(...) 构成的公式',
  'Value by calendar year; the first holds before it, the last after it':
    '逐年的值；首年之前同首年，末年之后同末年',
  'Between two years: in a line (default) or as before': '两年之间：直线（默认）或保持前值',
  'Value by city, by code or name; `others` for the rest': '分市的值，用代码或名称；`others` 为其余',
  'Total of the region': '全区域总量',
  'Key by city in whose proportion the total is shared out': '总量按此分市数值的比例分配',
  'Age schedule of each move, by its name in schedules.csv': '各种迁移的年龄分布，用 schedules.csv 中的名称',
  'Groups of groups.csv that leavers choose between before a place within: for many places (docs/method.md, M6)':
    '迁出者先选的 groups.csv 分组，再选组内地区：用于地区很多时（docs/method.md，M6）',
  'Journeys of several legs with changes; left out, every pair has its own leg only':
    '含换乘的多段行程；不写则每对城市只有直达路段',
  'Hours that a change takes': '一次换乘的小时数',
  'Hours of every leg of travel_times.csv that are spent once a journey, such as to stations':
    'travel_times.csv 各路段中每次行程只花一次的小时数，如往返车站',
  'Opening date of lines of lines.csv as a decimal year': 'lines.csv 线路的开通时间，带小数的年份',
  'Pupils by grade, who move up, repeat or leave (docs/method.md, M10)':
    '分年级在校生：升级、留级、离校（docs/method.md，M10）',
  'Pupils by grade at the end of the base year, by city': '基年年末各市各年级在校生',
  'Share of the pupils of a grade who are in the next a year later (of the last: who finish); one for all grades, or a list':
    '各年级学生一年后升入下一年级（末年级为毕业）的比例；各年级共用一个或列表',
  'Share of the pupils of a grade who are in it again a year later; 0 if left out':
    '各年级学生一年后仍在本年级的比例；不写为 0',
  'Who enters the first grade, by age and month of birth': '谁进入一年级：按年龄和出生月份',
  'New pupils of the first grade, where entry does not say': '一年级新生数，用于不写 entry 时',
  'Age by the cut-off at which children enter': '入学截止日须满的年龄',
  'Month and day by which the age is reached, such as 08-31': '满该年龄的截止月日，如 08-31',
  'Births from January to December, or shares of them; even over the days if left out':
    '一月至十二月的出生数或其比例；不写则按日均匀',
  'Share of the children of the age who enter; 1 if left out': '适龄儿童入学的比例；不写为 1',
  'Stocks, what delivers them, and the need they meet': '公共服务的存量、供给计划和所对应的需求',
  'What capacity is counted in, such as place or bed': '容量的单位，如 place 或 bed',
  'Capacity by city at the end of the base year': '基年年末各市的容量',
  'What is asked for each year, by city, such as people(resident, 6, 14)':
    '各年各市的需求，如 people(resident, 6, 14)',
  'Capacity needed for one unit of demand; 1 if left out': '每单位需求所需容量；不写为 1',
  'No stock by city is known, and opening shares out what the region has by people: no city verdicts; false if left out':
    '没有分市存量，opening 按人口分摊全区域存量，因此不作分市研判；不写为 false',
  'Share of the opening stock that closes a year; 0 if left out': '每年关闭的存量比例；不写为 0',
  'What delivers more of it': '增加供给的建设计划',
  'What a project is counted in, such as school': '项目的单位，如 school',
  'Projects that are to start in each year, in the region or by city; those of the base year and before it were started and are under way':
    '各年开工的项目数，全区域或分市；基年及以前的已经开工，为在建',
  'Month (1-12) at whose beginning what is ready opens, once a year, such as 9 for schools; as soon as it is ready if left out':
    '已建成的项目每年投入使用的月份（1—12，月初），如学校为 9；不写则建成即投入使用',
  'What the numbers of starts rest on; judgement where the plan document gives none':
    '开工数的依据；规划文本未写明时为 judgement',
  'Whole years by which every start is later than `starts` says; 0 if left out':
    '全部开工比 `starts` 推迟的整年数；不写为 0',
  'Multiplies the starts, such as a lever; 1 if left out': '用来乘以开工数，如政策杠杆；不写为 1',
  'Key by city in whose proportion starts are shared out': '开工数按此分市数值的比例分配',
  'Weights by city, instead of share_by': '分市的权数，代替 share_by',
  "Capacity that each project adds, in the service's unit": '每个项目增加的容量，单位同该项服务',
  'Whole years from start to the opening that is due': '从开工到应建成的整年数',
  'Share of the projects due that open within the year; 1 if left out':
    '应建成项目中当年建成的比例；不写为 1',
  'Projects started for each one that is due; 1 if left out': '每个应开工项目实际开工的个数；不写为 1',
  'Cost of a project': '单个项目的造价',
  'Projects of each city, by code or name; `others` for each of the rest, else 0':
    '各市的项目数，用代码或名称；`others` 为其余各市，不写为 0',
  'Projects by year of each city, by code or name; `others` for each of the rest':
    '各市逐年的项目数，用代码或名称；`others` 为其余各市',
  'Months from start to being ready, or the share of the projects that takes so many':
    '从开工到建成的月数，或各月数所占的项目比例',
  'Whole years by which every start after the base year is later than said; 0 if left out':
    '基年之后全部开工推迟的整年数；不写为 0',
  'Weights by city, instead of share_by; `others` for each of the rest, else 0':
    '分市的权数，代替 share_by；`others` 为其余各市，不写为 0',
  'Whole years from start to the opening that is due, or months: { months: 18 }':
    '从开工到应建成的整年数，或月数：{ months: 18 }',
  'Currency as shown, such as million CNY': '显示的货币单位，如 million CNY',
  'Year whose prices these are': '价格所属年份',
  'What a project costs; costs of other currencies or prices stand apart':
    '单个项目的造价；不同货币或价格年份分别列出',
  'City that it is set for, by name, or by code in quotation marks; the region if left out':
    '目标所属城市，用名称或带引号的代码；不写为全区域',
  'city: set for every city, reached where all of them do': 'city：对每个城市设定，全部达到才算实现',
  'What is measured': '所测度的指标',
  'What is counted, by city; the region is the sum': '分市计数；全区域为合计',
  'What it is divided by; the region is the sum of both parts': '除数；全区域为两部分各自合计之比',
  'Factor, such as 100 for percent; 1 if left out': '倍数，百分数为 100；不写为 1',
  'Unit as shown on screen': '屏幕上显示的单位',
  'By city as well (default), or the region only': '同时分市（默认），或只算全区域',
  'Standard deviation of what a later census may revise, in the region':
    '以后普查对全区域可能修正幅度的标准差',
  'The same of each city, whose figures between two censuses are further off':
    '各市的同一标准差（两次普查之间各市数字偏差更大）',
  "In the indicator's unit": '单位同指标',
  'As a share of the value: 0.01 is one per cent': '按值的比例：0.01 为百分之一',
  'How well the value is known': '数值的可靠程度',
  'What it rests on where that is not what its formulas reach: series for a record of its own':
    '公式之外另有依据时写明：series 表示有自己的序列',
  'What is to be reached': '要实现的目标',
  'Id; the id of a commitment of the plan document if it is one': '编号；为规划任务时用任务编号',
  'Id of the commitment, where it differs from the id': '任务编号，与本编号不同时写明',
  'Indicator that is held against the threshold': '与目标值比较的指标',
  'How the target is meant': '目标的方向',
  "Threshold in the indicator's unit": '目标值，单位同指标',
  'Half-width that `about` allows': '“左右”（`about`）允许的半宽',
  'Year at whose end it is to be reached': '要在哪一年年末实现',
  'What the target rests on': '目标的依据',
  'Commitments of the plan document without a simulated verdict': '规划中不作模拟研判的任务',
  'Why there is no verdict': '不作研判的原因',
  'The reason, in a sentence': '理由，一句话',
  'Indicators that say what is known of it, such as how many would have to be built':
    '说明已知情况的指标，如需要建多少',
})
