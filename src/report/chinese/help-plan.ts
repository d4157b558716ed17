/** Help of the commands on a scenario file. */
import { catalogue } from '../../vocabulary/sentences.js'

export const HELP_PLAN = catalogue({
  'run a scenario over its possible futures and print the verdicts': '在各种可能的未来中推演情景，给出研判',
  'scenario files (YAML), or folders of them; or a report (HTML) whose run is to be repeated':
    '情景文件（YAML）或其文件夹；也可给出报告（HTML），按其中的情景重新运行',
  'possible futures to draw (default: what the scenario says)': '抽取的未来情景数（默认：按情景文件）',
  'how draws are laid out, such as sobol, saltelli,second_order or draws.csv (docs/researchers.md)':
    '抽样设计，如 sobol、saltelli,second_order 或 draws.csv（见 docs/researchers.md）',
  'stop when the odds of every target are known this narrowly, such as 1%':
    '各项目标的概率达到此精度即停止，如 1%',
  'folder of the run, or of all of several (default: runs/<scenario>-<fingerprint>)':
    '运行文件夹；多个情景时为总文件夹（默认：runs/<情景>-<指纹>）',
  'print the summary as JSON': '以 JSON 输出汇总结果',
  'print the verdicts as CSV, numbers in full, every city': '以 CSV 输出研判，数字不舍入，含所有城市',
  'print the verdicts as Markdown, with every commitment that has none and why':
    '以 Markdown 输出研判，并列出未作研判的任务及原因',
  'without the search for what would be enough; `cityward reach` does it alone':
    '不求“做到什么程度才够”；可单独用 `cityward reach`',
  'numbers only; `cityward report RUN` writes the page': '只算数字；报告可用 `cityward report RUN` 生成',
  'print every table, in place of one screen': '输出全部表格，而不是一屏',
  'the answer on one screen, and a report': '一屏结论，另有报告',
  'every target and city on the screen': '在屏幕上显示全部目标和城市',
  'verdicts of every target on the screen': '在屏幕上显示每项目标的研判',
  'a quick look, in Chinese': '快速查看，中文输出',
  'as many futures as odds within a point need': '概率精确到 1 个百分点所需的情景数',
  'for a spreadsheet; the run is kept in runs/a': '供电子表格使用；运行结果存入 runs/a',
  'many scenarios at once, and one table of them': '一次运行多个情景，汇成一张表',
  'The same command again uses what the run folder holds; more --draws adds to it, and a run that was stopped with Ctrl-C goes on where it stood.':
    '再次执行同一命令时沿用运行文件夹中的结果；增大 --draws 则在其上续算；按 Ctrl-C 停止的运行可从停止处继续。',

  'check a scenario and its data folder; nothing is run': '检查情景文件及其数据文件夹，不作推演',
  'scenario files (YAML)': '情景文件（YAML）',
  'print problems and warnings as JSON': '以 JSON 输出问题和警告',
  'many files, for an editor or a script': '多个文件，供编辑器或脚本使用',
  'Warnings are of what can be read and is hardly meant, such as a threshold of 0.65 where 65 per cent stands today; they change no exit code. Where a target is meant so, its `because` says why, and nothing is said.':
    '警告针对能够读取但多半不是本意的写法，如现状为 65% 而目标写成 0.65；警告不改变退出码。若确属本意，在该目标的 `because` 中写明理由，即不再提示。',

  'show how an indicator or target is computed, or where an uncertainty or lever enters, with values and sources':
    '说明指标或目标如何算出，不确定因素或政策杠杆用在何处，并列出数值和来源',
  'indicator, target, uncertainty or lever; left out, all are listed':
    '指标、目标、不确定因素或政策杠杆；不写则列出全部',
  'year (default: the last)': '年份（默认：最后一年）',
  'how many formulas deep': '展开的公式层数',
  'the names of all indicators, targets, uncertainties and levers':
    '全部指标、目标、不确定因素和政策杠杆的名称',
  'the region, with values, units and sources': '全区域，含数值、单位和来源',
  'one city, down to the data folder': '单个城市，直至数据文件夹',

  'project the population with every uncertainty at its median: people by age and sex, and what changed them':
    '各不确定因素取中位数，推算分年龄、性别的人口及其变动',
  'this year only (default: all; on the screen the last)': '只算此年（默认：全部；屏幕上显示最后一年）',
  'births, deaths and moves by place in place of people by age': '改为输出分地区的出生、死亡和迁移',
  'print every place, status, sex and age as CSV, laid out as population.csv':
    '以 CSV 输出各地区、身份、性别和年龄，格式同 population.csv',
  'print the same as JSON': '以 JSON 输出同样内容',
  'a demographic table of every place and year, as CSV': '以 CSV 输出一张分地区、分年份的人口统计表',
  'write all of them into this folder as CSV': '将全部人口统计表以 CSV 写入此文件夹',
  'life expectancy, fertility and more, a row a place and year': '预期寿命、总和生育率等，每地区每年一行',
  'births, deaths, life tables, flows and more, as plain tables': '出生、死亡、生命表、迁移流向等普通数据表',
  'people by age and sex in one year': '某一年分年龄、性别的人口',
  'every year, place, status, sex and age': '各年份、地区、身份、性别和年龄',

  'find what would be enough: the smallest change of each lever that gives a target the wanted odds':
    '求“做到什么程度才够”：使目标达到所要概率时各政策杠杆的最小变动',
  'scenario file (YAML), or a run folder: it keeps the findings, and its report shows them':
    '情景文件（YAML）或运行文件夹；后者保存求得的结果并在报告中显示',
  'odds that are enough, such as 80%': '认为足够的概率，如 80%',
  'policy to start from (default: the last in the file)': '出发的政策方案（默认：文件中最后一个）',
  'futures that every setting is tried in': '每组设定试算的未来情景数',
  'trajectories for the search over all levers together; 0 for none':
    '同时搜索全部政策杠杆所用的轨迹数；0 为不搜索',
  'print as JSON, every setting that nothing beats': '以 JSON 输出全部非劣设定',
  'print as CSV': '以 CSV 输出',
  'lever by lever, then all levers together': '先逐个杠杆，再全部杠杆一起',
  'the same for a run, into its report, workbook and tables': '对一次运行求解，结果写入其报告、工作簿和表格',
  'lever by lever only, for surer odds': '只逐个杠杆求解，要求更高的概率',
  'Every setting meets the same futures, so what changes the odds is the setting and not chance. Levers move within the range that the scenario gives them; settings for all targets together are found by NSGA-II.':
    '每组设定面对相同的未来情景，概率的变化来自设定而非偶然。杠杆在情景给出的范围内变动；兼顾全部目标的设定由 NSGA-II 算法求得。',

  'show what differs between two scenario files, and which change moved a target by how much':
    '列出两个情景文件的差异，并说明哪项改动使目标变化了多少',
  'scenario file (YAML) to start from': '作为起点的情景文件（YAML）',
  'scenario file (YAML) to go to, such as a variant of the first': '作为终点的情景文件（YAML），如前者的变体',
  'policy to live both under (default: the last in each file)':
    '两者采用的政策方案（默认：各文件中最后一个）',
  'only this target (default: all that both files have)': '只看此目标（默认：两个文件共有的全部目标）',
  'futures that every mixture of the two is lived through (default: 1000)':
    '两者每种组合推演的未来情景数（默认：1000）',
  'print as JSON: values with file and line, steps with standard errors':
    '以 JSON 输出：数值附文件和行号，各步附标准误',
  'print the steps of every target as CSV, numbers in full': '以 CSV 输出每项目标的各步贡献，数字不舍入',
  'values side by side, and for each target what moved it': '数值并列，并说明每项目标因何变化',
  'one target, more sharply': '单个目标，精度更高',
  'without the programmes, in Chinese': '不含建设计划，中文输出',
  'A change is one named part of a scenario: an uncertainty, the setting of a lever, a level, a programme, a target. Mixtures of the two files, with some changes made and others not, are lived through the same futures; each change gets the mean of what it adds over every order of making them (its Shapley value). So the steps add up to the whole, with nothing left over. Up to 8 changes every order counts; beyond, orders are drawn.':
    '一项改动是情景中一个有名称的部分：不确定因素、杠杆设定、迁移水平、建设计划或目标。把两个文件按“部分改、部分不改”组合，在相同的未来情景中推演；每项改动的贡献取其在所有改动次序下增量的平均值（沙普利值），各步相加恰为总变化。改动不超过 8 项时计入全部次序，更多时抽取次序。',

  "propose how the quota of a service's programmes is shared out over cities, so that least is lacking":
    '提出公共服务建设指标在各市之间的分配方案，使缺口最小',
  'service whose programmes are shared out': '要分配其建设计划的公共服务',
  'year at whose end least is to be lacking (default: the last)':
    '以哪一年年末缺口最小为准（默认：最后一年）',
  'possible futures to simulate each split in': '每种分配试算的未来情景数',
  'write the split as a scenario file that extends this one': '把分配方案写成以本情景为基础的变体文件',
  'write the split with least lacking in the city that lacks most (default: in all together)':
    '写出使缺口最大的城市缺口最小的方案（默认：使合计缺口最小）',
  'two proposals, with what each city gains and loses': '两种方案，列出各市的增减',
  'the first as a variant, for check, run and diff': '把第一种写成变体，供 check、run 和 diff 使用',
})
