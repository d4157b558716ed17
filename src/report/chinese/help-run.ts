/** Help of the commands on a finished run. */
import { catalogue } from '../../vocabulary/sentences.js'

export const HELP_RUN = catalogue({
  'compare two runs target by target': '逐项目标比较两次运行',
  'odds and medians before and after': '前后的概率和中位数',
  'the same, to calculate with': '同样内容，供进一步计算',

  'update a finished run by what has been counted since: odds and ranges in the light of it':
    '用此后的统计数更新已完成的运行，重新给出概率和区间',
  'CSV: indicator, place, year, value, error, unit, source (docs/update.md)':
    'CSV 文件，列为 indicator、place、year、value、error、unit、source（见 docs/update.md）',
  'the policy under which it was observed (default: the last one)':
    '统计数所对应的政策方案（默认：最后一个）',
  'draws that the run may be extended to where those it has say too little (default: 16 times as many)':
    '原有抽样不足时最多扩展到的抽样数（默认：原来的 16 倍）',
  'folder of the updated run (default: that of the run, with -updated)':
    '更新后的运行文件夹（默认：原文件夹名加 -updated）',
  'odds before and after, and a report of the updated run': '更新前后的概率，以及更新后的报告',
  'the same comparison again': '再次查看同样的比较',

  'say what every service lacks by city and year, how much to add, and by when to start':
    '说明各项公共服务分城市、年份缺多少，要增加多少，何时必须开工',
  'every year of one city, by name or code (default: the worst year of each)':
    '某一城市的逐年情况，用名称或代码（默认：各市缺口最大的年份）',
  'one service (default: all that are held against a need)': '单项公共服务（默认：所有与需求对照的服务）',
  'share of futures in which nothing is to lack (default: 80%)': '要求不缺的情景比例（默认：80%）',
  'print as CSV, a line for each service, place and year': '以 CSV 输出，每项服务、地区、年份一行',
  'what to add in each city, beyond what the plan builds, and by when':
    '各市在规划建设之外还要增加多少、最迟何时开工',
  'one city year by year, enough in 9 of 10 futures': '单个城市逐年，按十种未来中九种不缺计',

  'write a finished run as one HTML file: for a screen, a phone or paper, Chinese and English':
    '把已完成的运行写成单个 HTML 文件：适于屏幕、手机和打印，中英文',
  'run folders; the first is reported, the others are held against it':
    '运行文件夹；报告第一个，其余用于对照',
  'file to write (default: report.html in the run folder)': '写入的文件（默认：运行文件夹中的 report.html）',
  'runs/plan-1a2b/report.html; `cityward run` writes it too':
    'runs/plan-1a2b/report.html；`cityward run` 也会生成',
  'Chinese is shown first': '首先显示中文',
  'with what the second run changes': '并说明第二次运行改变了什么',
  'the run again, from the scenario and data in the report': '按报告中保存的情景和数据重新运行',

  'write one HTML file in which levers can be dragged, and the odds of every target follow at once':
    '生成可拖动政策杠杆的 HTML 文件，各目标的概率随之变化',
  'scenario file (YAML), or a run folder': '情景文件（YAML）或运行文件夹',
  'file to write (default: explorer.html; of a run, in its folder)':
    '写入的文件（默认：explorer.html；运行的写在其文件夹中）',
  'futures that the page simulates at first': '页面最初推演的未来情景数',
  "seed in place of the scenario's": '代替情景文件的随机种子',
  'show it on this machine, and again whenever the scenario is saved': '在本机上显示，情景文件保存后自动刷新',
  'port to serve it on; 0 for any that is free': '服务端口；0 为任一空闲端口',
  'opens by double click, without a network': '双击即可打开，无需联网',
  'runs/plan-1a2b/explorer.html; its report links to it': 'runs/plan-1a2b/explorer.html；其报告有链接指向它',
  'edit the file, and the page follows': '编辑文件，页面随之更新',
  'The page simulates by the same engine and with the same draws as `cityward run`: for the same settings its odds are the same. What was found can be saved there as a scenario file, which `cityward run` reads.':
    '页面与 `cityward run` 用同一引擎、同一抽样：设定相同则概率相同。找到的设定可另存为情景文件，由 `cityward run` 读取。',

  'open the report of a finished run in the browser': '在浏览器中打开已完成运行的报告',
  'its report.html, which is written where there is none': '其 report.html，没有则先生成',
  'Where nothing on the machine can show it, the path of the report is printed.':
    '本机无法显示时，输出报告的路径。',

  'print a script by which a shell completes commands, options, scenarios, runs, targets and cities':
    '输出 shell 补全脚本：命令、选项、情景、运行、目标和城市',
  'the shell': 'shell 名称',
  'bash, from the next shell on': 'bash，下次启动 shell 起生效',
  'zsh, where ~/.zfunc is in fpath before compinit': 'zsh，须在 compinit 之前把 ~/.zfunc 加入 fpath',
  fish: 'fish',
  'what could stand next on a command line, one candidate a line; for the scripts of `completion`':
    '命令行上接下来可写的内容，每行一个；供 `completion` 的脚本使用',
  'words after `cityward`, the last as far as it is typed': '`cityward` 之后的词，最后一个写到哪里算哪里',

  'write a finished run as an Excel workbook, CSV, Markdown, pictures for slides, or forecasts for a hub':
    '把已完成的运行写成 Excel 工作簿、CSV、Markdown、幻灯片用图片，或供汇集评分的预测',
  'its forecasts as the hubverse has model output, for others to score':
    '按预测汇集平台的模型输出格式写出预测，供他人评分',
  'with --hubverse: so many futures one by one beside quantiles (default: none)':
    '与 --hubverse 合用：分位数之外逐个列出这么多情景（默认：无）',
  'model-output/ in the run folder: quantiles by policy, place and year':
    '运行文件夹中的 model-output/：按政策方案、地区、年份的分位数',
  'what PRIM chooses a slice by, as in the EMA Workbench (default: lenient1)':
    'PRIM 选择剥离片的准则（默认：第一个）',
  'odds of the year in which it is highest or lowest': '最高或最低年份的概率',
  'odds of the year in which most are at school': '在校人数最多的年份的概率',
  'a workbook of every table, in both languages, numbers as numbers':
    '含全部表格的工作簿，中英文，数字为数值格式',
  'the verdicts of every target and city, numbers in full': '各目标、各市的研判，数字不舍入',
  'the verdicts and every table, in one language': '研判和全部表格，单一语言',
  'the charts of the report, one file each': '报告中的图，每图一个文件',
  'with --png: only this chart; may be given again for more': '与 --png 合用：只输出此图；可重复给出',
  'file to write; with --png the folder (default: in the run folder)':
    '写入的文件；与 --png 合用时为文件夹（默认：在运行文件夹中）',
  'the fan chart for a slide, in Chinese': '幻灯片用扇形图，中文',
  'every table as text': '全部表格，文本格式',

  'say what the outcomes of a finished run hang on: every target, one outcome, or one by year or place':
    '说明已完成运行的结果取决于什么：全部目标、单项结果，或分年、分地区',
  'one target, with intervals': '单个目标，附区间',
  'one indicator, in the last year if no other is asked for': '单个指标，未指定年份时为最后一年',
  year: '年份',
  "default: the method of the run's design, or an overview": '默认：与抽样设计对应的方法，或总览',
  'a row for every year or place': '每个年份或地区一行',
  "a target's odds, were each uncertainty judged narrower or wider than the scenario says":
    '若各不确定因素的范围比情景所写更窄或更宽，目标的概率',
  'how far odds hang on widths that were judged': '概率在多大程度上取决于主观判断的范围宽窄',
  'print as CSV, every input and measure': '以 CSV 输出全部因素和度量',
  'what each target hangs on, from the draws that are there': '用已有抽样说明各目标取决于什么',
  'one target: shares with intervals, direction': '单个目标：贡献份额、区间和方向',
  'city by city': '逐市',
  "Sobol' indices of a run --design saltelli": '以 --design saltelli 运行所得的 Sobol 指数',

  'say in words under which uncertainties a target of a finished run is reached or missed, or an indicator is high or low':
    '用文字说明在哪些不确定因素下目标能够实现或落空，或指标较高或较低',
  'in place of a target: where its mean is high': '代替目标：其均值在何处较高',
  'year of the indicator (default: the last)': '指标的年份（默认：最后一年）',
  'where the indicator is low, in place of where it is high': '改为说明指标在何处较低',
  'under which it is low on average': '在哪些情形下平均较低',
  'An indicator has no futures that reach it: its box is that of a high mean.':
    '指标没有达标的情景：其区域为均值较高的区域。',
  'target of the run': '运行中的目标',
  'when it is missed, in place of when it is reached': '改为说明何时落空',
  'boxes by PRIM, or the leaves of a tree by CART': '用 PRIM 求区域，或用 CART 求分类树的叶',
  'least share of a box that is to be of interest (default: 80%)': '区域内关注情景的最低比例（默认：80%）',
  'least share of all futures in a box (default: 5%, of rare ones half of their share; of an indicator 10%)':
    '区域占全部情景的最低比例（默认：5%；罕见情形取其比例的一半；指标为10%）',
  'most uncertainties that a box may limit': '一个区域最多限定的不确定因素数',
  'most boxes (default: 3)': '区域个数上限（默认：3）',
  'print as JSON, with every box on the way': '以 JSON 输出，含逐步得到的各区域',
  'print as CSV, a line for each limit': '以 CSV 输出，每个界限一行',
  'when the target is mainly missed': '目标主要在何时落空',
  'with boxes of two uncertainties at most': '每个区域最多限定两个不确定因素',
})
