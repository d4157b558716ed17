/** Help of the commands for large runs, and of those on data folders. */
import { catalogue } from '../../vocabulary/sentences.js'

export const HELP_SWEEP = catalogue({
  'live many trajectories of a scenario for research: any design, on one machine or many':
    '为研究大量推演一个情景：任意抽样设计，单机或多机',
  'draws (default: what the scenario says)': '抽样数（默认：按情景文件）',
  'how draws are laid out (default: what the scenario says)': '抽样设计（默认：按情景文件）',
  'only this share of the draws; auto in a job array, auto/n with a stated count':
    '只算这一份抽样；作业阵列中用 auto，注明份数用 auto/n',
  'folder of the run (default: runs/<scenario>-<fingerprint>)': '运行文件夹（默认：runs/<情景>-<指纹>）',
  'outcomes in a run folder; no verdicts are printed': '结果存入运行文件夹，不输出研判',
  'levers drawn over their ranges beside the uncertainties: names parted by commas, or sampled for all':
    '与不确定因素一同在其范围内抽取的杠杆：以逗号分隔的名称，sampled 表示全部',
  'levers and uncertainties together, for `discover` and `sensitivity`':
    '杠杆与不确定因素一同抽取，供 `discover` 与 `sensitivity` 使用',
  'the second third of the draws, for `cityward merge`': '三份中的第二份，供 `cityward merge` 合并',
  'in a Slurm job array: the share is that of the task': '在 Slurm 作业阵列中：份额由任务号决定',
  'in an indexed Kubernetes job of eight': '在八个任务的 Kubernetes 索引作业中',
  'A trajectory that fails, never ends or takes its worker with it is recorded, and the rest goes on. Ended at any moment, a sweep is finished by `cityward resume`, with the same bytes.':
    '失败、不终止或使工作线程中断的轨迹会被记录，其余继续。任何时刻中断，都可用 `cityward resume` 续完，结果逐字节相同。',
  'finish a run or sweep that was cut short, or mend one that was damaged':
    '续完中断的运行，或修复受损的运行',
  'what is whole is kept; the rest is made': '完好部分保留，其余补算',
  'The folder holds what it is a run of. Where the scenario, a data file or the version of cityward has changed since, nothing is run and each change is named.':
    '文件夹记录了运行所依据的内容。若情景、数据文件或 cityward 版本此后有变，则不再运行，并逐项列出变化。',
  'put the shards of a sweep together, with the bytes of a run on one machine':
    '合并各分片，结果与单机运行逐字节相同',
  'new folder': '新文件夹',
  'folders of all shards, in any order': '全部分片的文件夹，次序不限',
  'three shards into one run': '三个分片合为一次运行',
  'say what of a run folder is missing or damaged; nothing is changed':
    '检查运行文件夹有无缺失或损坏，不作改动',
  'exit code 0 where all is whole, else 3': '完好则退出码为 0，否则为 3',
  'ask a finished run in SQL, by DuckDB (an optional package)':
    '用 SQL 查询已完成的运行（需可选的 DuckDB 包）',
  'one SELECT over the tables outcomes, long, columns, policies, uncertainties, failures':
    '一条 SELECT 语句，可用表：outcomes、long、columns、policies、uncertainties、failures',
  'all rows as CSV, numbers in full': '全部行，CSV 格式，数字不舍入',
  'all rows as JSON': '全部行，JSON 格式',
  'all rows as Parquet, with --out': '全部行，Parquet 格式，须用 --out',
  'write the rows to this file in place of printing them': '写入此文件，不在屏幕上输出',
  'memory, beyond which the disk is used (default: 1GB)': '内存上限，超出则用磁盘（默认：1GB）',
  'seconds after which a query is ended (default: 600)': '查询超过多少秒即终止（默认：600）',
  'any aggregate': '任意聚合',
  'a row a value': '每个值一行',
  'what each column of outcomes is': 'outcomes 各列的含义',
  'one file for another program': '供其他程序使用的单个文件',
  'A query reads this run and no other file, and changes nothing: it is one SELECT.':
    '查询只读本次运行，不读其他文件，也不作改动：只能是一条 SELECT 语句。',

  'fit the levels of moves to the two latest censuses of a data folder, with ranges':
    '按数据文件夹中最近两次普查拟合迁移水平，并给出区间',
  'data folder, or a scenario whose data folder is meant': '数据文件夹，或使用该数据的情景文件',
  'write calibration.csv and calibration-draws.csv here':
    '把 calibration.csv 和 calibration-draws.csv 写到此处',
  'urban residents of cities by another count than population.csv':
    '各市城镇常住人口，按 population.csv 以外的口径',
  'odds of a target of the scenario under every fit that could be defended as well':
    '在各种同样站得住脚的拟合下，情景目标的概率',
  'with --alternatives: the target (default: the first of the scenario)':
    '与 --alternatives 合用：目标（默认：情景的第一个）',
  'with --alternatives: hold uncertainties, each an alternative of its own':
    '与 --alternatives 合用：固定不确定因素，每个单独成一种拟合',
  'with --alternatives: futures on each fit': '与 --alternatives 合用：每种拟合的未来情景数',
  'draw what is left over by city, sex and age': '绘制分城市、性别、年龄的残差',
  'print what is left over by city, sex and age as CSV': '以 CSV 输出分城市、性别、年龄的残差',
  'levels beside their priors, what is left over, where towns grew from':
    '各水平与其先验、残差，以及城镇人口增长的来源',
  'draws that uncertainties of a scenario can take': '供情景的不确定因素使用的抽样',
  'Beihai as its bulletin counts it': '北海按其公报口径',
  'the misfits as a picture': '残差图',
  'how far the odds hang on choices of the fit; some minutes': '概率在多大程度上取决于拟合的选择；需数分钟',
  'forecast the later census of every city by a fit to the other half of the cities, and score it':
    '用一半城市拟合、预测另一半城市的后一次普查，并评分',
  'draws of each fit': '每次拟合的抽样数',
  'seed of chance': '随机种子',
  'also write backtest.csv, which reports read from the data folder':
    '同时写出 backtest.csv，报告会从数据文件夹读取',
  'draw the errors by city with their bands, beside the lines': '绘制各市误差及其区间，并与简单外推对照',
  'print as JSON, with every draw': '以 JSON 输出，含全部抽样',
  'errors, bands and scores beside simple lines; about half a minute':
    '误差、区间和评分，并与简单外推对照；约半分钟',
  'print the JSON Schema of scenario files, for editors that complete and check':
    '输出情景文件的 JSON Schema，供编辑器补全和检查',
  'then point the YAML support of an editor to the file': '再让编辑器的 YAML 插件使用该文件',
  'write a commented starting scenario and a data-folder template': '生成带注释的初始情景和数据文件夹模板',
  'write a commented starting scenario and a data folder: a template, a province of China, or places from published totals':
    '生成带注释的初始情景和数据文件夹：模板、中国某个省份，或由公布总数得出的地区',
  'fill it from totals by place (people, urban share, a few ages); without a file: write a table to fill in':
    '按各地区总数（人口、城镇化率、少数年龄组）填写；不给文件则写出待填的表',
  'with --totals: the province, or the data folder, that people between the totals are taken from':
    '与 --totals 合用：总数之间的人口结构所取自的省份或数据文件夹',
  'a template for places without registration: moves between places, net migration alone, or villages and towns':
    '不分户籍地区的模板：地区间迁移、仅净迁移，或区分城乡',
  'four made-up places without statuses, by net migration': '四个虚构地区，不分身份，用净迁移',
  'two places and the moves between them, to fill in': '两个地区及其间迁移，待填',
  'fill it with all provinces, and moves between them': '包括所有省份及省际迁移',
  'with --province city or county, with --nation province, city or county: what its places are (default: city)':
    '地区的层级：与 --province 合用为 city（市）或 county（县），与 --nation 合用为 province（省）、city 或 county（默认：city）',
  '22 counties and districts of Ningxia, the same way': '同上，宁夏的22个县（市、区）',
  '31 provinces, with moves between them': '31个省份及其间的迁移',
  'ours/totals.csv, a row a place, to fill in': 'ours/totals.csv，每个地区一行，待填',
  'these places with people by age and moves as in Hunan': '这些地区，人口年龄和迁移取自湖南',
  'fill it from the censuses of 2010 and 2020: one of 31, by code or by name in English or Chinese; up to two minutes':
    '按 2010 年和 2020 年普查填写：31 个省份之一，用代码或中英文名称；最多两分钟',
  'people, moves and fertility of its 14 prefectures, ready to run':
    '14 个市州的人口、迁移和生育，可直接运行',
  'folder to make; one that is there already is never written over': '要新建的文件夹；已有的不会被覆盖',
  'my-plan/scenario.yaml and my-plan/data': 'my-plan/scenario.yaml 和 my-plan/data',
  'good as it stands; then put your numbers in': '原样即可通过检查；然后填入自己的数字',
})
