/** Help that all commands share, and what the reader of the command line says of its own. */
import { catalogue } from '../../vocabulary/sentences.js'

export const HELP_COMMON = catalogue({
  'Is this urbanization target reachable, where is it not, and what would be enough?':
    '城镇化目标能否实现？哪些地方实现不了？做到什么程度才够？',
  'A scenario file says what is assumed, what is uncertain and what could be done; a data folder holds the people and services of a region. cityward lives the scenario through thousands of possible futures and gives every target a verdict with odds.':
    '情景文件写明假设、不确定因素和可采取的措施；数据文件夹存放一个地区的人口和公共服务。cityward 把情景放到成千上万种可能的未来中推演，对每项目标给出研判和实现概率。',
  'A first hour:': '上手步骤：',
  'a commented scenario and a data folder to fill in': '生成带注释的情景文件和待填写的数据文件夹',
  'every problem at once, with file, line and column': '一次列出全部问题，注明文件、行、列',
  'verdicts with odds; the run is kept under runs/': '给出研判和概率，运行结果存入 runs/',
  'how a number comes about, down to the data folder': '查看一个数字如何算出，直至数据来源',
  'people by age and sex': '分年龄、性别的人口',
  'what changed between two runs': '两次运行之间有何变化',
  'one HTML file; also: cityward export runs/plan-1 --xlsx':
    '生成单个 HTML 报告；另有 cityward export runs/plan-1 --xlsx',
  'which change of a scenario moved a target by how much': '情景的哪项改动使目标变化了多少',
  "Exit codes: 0 done, 1 fault of cityward's own, 2 mistake in a file or argument, 3 something of a run is missing, unfinished, damaged or lost, 130 stopped with Ctrl-C, 143 by SIGTERM, 141 the reader of the output was gone.":
    '退出码：0 完成；1 程序自身故障；2 文件或参数有误；3 运行结果缺失、未完成、损坏或丢失；130 按 Ctrl-C 停止；143 被 SIGTERM 终止；141 读取输出的程序已退出。',
  'a scenario or a run beyond the limits of time, memory or disk is meant':
    '确认要运行超出时间、内存或磁盘限额的情景',
  'language of what is printed': '屏幕输出的语言',
  "language that is shown first (default: that of the reader's browser)":
    '页面首先显示的语言（默认：按读者浏览器的语言）',
  'default: {*what}': '默认：{*what}',
  'choices: {all}': '可选：{all}',
  'that of LC_ALL, LC_MESSAGES or LANG': '按 LC_ALL、LC_MESSAGES 或 LANG',
  'kernel: fast; reference: the model as it is written. Changes no result':
    'kernel：快速内核；reference：按模型原样计算。两者结果相同',
  'worker threads (default: all cores)': '工作线程数（默认：全部核心）',
  'draws handed to a worker at a time; changes no result': '每次交给一个线程的抽样数；不影响结果',
  'seconds after which a draw without end has failed': '单次抽样超过多少秒即判为失败',
  'Examples:': '示例：',
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
  'display help for command': '显示命令的帮助',
  'output the version number': '显示版本号',
  'print as JSON': '以 JSON 输出',
  'no progress and no closing line': '不显示进度和结束语',
  'no progress': '不显示进度',
  'run folder': '运行文件夹',
  'scenario file (YAML)': '情景文件（YAML）',
  'city by name or code (default: the whole region)': '城市名称或代码（默认：全区域）',
  'policy (default: the last in the file)': '政策方案（默认：文件中最后一个）',
  'policy (default: the last of the run)': '政策方案（默认：运行中最后一个）',
  'policy (default: the last of the scenario)': '政策方案（默认：情景中最后一个）',
  'only this policy, and the one it is measured against; may be given again for more':
    '只算此政策方案及其对照方案；可重复给出',
  'seed of chance (default: what the scenario says)': '随机种子（默认：按情景文件）',
  'print what was done as JSON': '以 JSON 输出所做的工作',
  'to calculate with': '供进一步计算',

  '(cityward --help shows what can be asked)': '（cityward --help 列出可用的命令和选项）',
  "error: unknown option '{option}'": '错误：没有选项 {option}',
  "error: unknown command '{command}'": '错误：没有命令“{command}”',
  '(Did you mean {option}?)': '（是否想写 {option}？）',
  '(Did you mean one of {&options}?)': '（是否想写 {&options} 之一？）',
  "error: missing required argument '{argument}'": '错误：缺少参数 {argument}',
  "error: option '{option}' argument missing": '错误：选项 {option} 缺少参数',
  "error: required option '{option}' not specified": '错误：缺少必需的选项 {option}',
  "error: option '{option}' argument '{value}' is invalid. {*why}":
    '错误：选项 {option} 的参数“{value}”无效。{*why}',
  "error: command-argument value '{value}' is invalid for argument '{argument}'. {*why}":
    '错误：参数 {argument} 的值“{value}”无效。{*why}',
  'N of the literature in place of draws: base points of saltelli, trajectories of morris, rows of the others':
    '以文献中的 N 代替抽样数：saltelli 的基点数、morris 的轨迹数、其他设计的行数',
  'draw it as well: .svg or .png for one picture, .html for all of them':
    '同时绘图：SVG 或 PNG 文件为一幅，HTML 文件含全部',
  'the picture of an .svg or .png (default: the first there is)': 'SVG 或 PNG 文件中的那一幅（默认：第一幅）',
  'confidence of the intervals, such as 90% (default: 95%)': '区间的置信水平，如 90%（默认：95%）',
  'bars with intervals; .html has every picture': '带区间的条形图；HTML 文件含全部图',
  'Found {text}; expected a share in per cent below 100%, such as 95%.':
    '发现 {text}；应为低于 100% 的百分比，如 95%。',
  'only draws in which this holds, such as urban_share@2021=54..55; may be given again for more':
    '只看满足此条件的抽样，如 urban_share@2021=54..55；可多次给出',
  'what is left to hang on, once 2021 is known': '2021年已知后，其余取决于什么',
  'N says how many draws there are.': '由 N 即可得出抽样数。',
  'error: too many arguments. Expected {count} argument(s) but got {given}.':
    '错误：参数过多，应为 {count} 个，实为 {given} 个。',
  "error: too many arguments for '{command}'. Expected {count} argument(s) but got {given}.":
    '错误：{command} 的参数过多，应为 {count} 个，实为 {given} 个。',
  'Allowed choices are {choices}.': '可选：{choices}。',
  'Found {text}; expected a whole number of {least} or more.':
    '发现：“{text}”；应为：不小于 {least} 的整数。',
  'Found {text}; expected a whole number from {least} to {most}.':
    '发现：“{text}”；应为：{least} 至 {most} 的整数。',
  'Found {text}; expected a half-width in per cent below 50%, such as 1%.':
    '发现：“{text}”；应为：小于 50% 的百分数半宽，如 1%。',
  'Found {text}; expected a share in per cent, such as 80%.': '发现：“{text}”；应为：百分数，如 80%。',
  'Found {text}; expected an amount of memory such as 500MB or 4GB.':
    '发现：“{text}”；应为：内存数量，如 500MB 或 4GB。',
})
