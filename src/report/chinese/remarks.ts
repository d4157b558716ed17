/** What commands say beside their answer: progress, the end of a run, what was kept where. */
import { catalogue } from '../../vocabulary/sentences.js'

export const REMARKS = catalogue({
  'no problems.': '没有问题。',
  'no problems, {count} warning(s).': '没有问题，{count} 条警告。',
  '{count} problems.': '共 {count} 个问题。',
  '{count} warnings.': '共 {count} 条警告。',
  'More may appear once this is mended: not everything could be looked at.':
    '改正后可能还会发现其他问题：目前尚有内容无法检查。',
  '{cities} (city|cities), {years}, {policies} (policy|policies), {uncertainties} (uncertainty|uncertainties), {targets} target(s).':
    '{cities} 个城市，{years}，{policies} 个政策方案，{uncertainties} 个不确定因素，{targets} 项目标。',
  '{cities} (city|cities), {years}, {policies} (policy|policies), {uncertainties} (uncertainty|uncertainties), {targets} target(s), {commitments} commitment(s) without a verdict.':
    '{cities} 个城市，{years}，{policies} 个政策方案，{uncertainties} 个不确定因素，{targets} 项目标，{commitments} 项任务未作研判。',
  'The {count} nests send {share} % of those who leave for another place elsewhere than destinations.csv does.':
    '{count} 个分组使 {share}% 的迁出者去往与 destinations.csv 不同的地方。',

  '{done} of {all} trajectories ({share} %), {pace} a second, {left} left':
    '已推演 {done} / {all} 条轨迹（{share}%），每秒 {pace} 条，剩余 {left}',
  '{done} of {all} trajectories ({share} %), {left} left':
    '已推演 {done} / {all} 条轨迹（{share}%），剩余 {left}',
  '{done} of {all} fits ({share} %), {pace} a second, {left} left':
    '已完成 {done} / {all} 次拟合（{share}%），每秒 {pace} 次，剩余 {left}',
  '{done} of {all} fits ({share} %), {left} left': '已完成 {done} / {all} 次拟合（{share}%），剩余 {left}',
  '{done} of {all} steps of the fit ({share} %), {pace} a second, {left} left':
    '已拟合 {done} / {all} 步（{share}%），每秒 {pace} 步，剩余 {left}',
  '{done} of {all} steps of the fit ({share} %), {left} left':
    '已拟合 {done} / {all} 步（{share}%），剩余 {left}',
  'N = {count} base point(s), {each} rows each: {draws} draw(s), {all} run(s) of the model under {policies} polic(y|ies).':
    'N = {count} 个基点，每个 {each} 行：共 {draws} 次抽样，{policies} 个政策方案下 {all} 次模型运行。',
  'N = {count} trajector(y|ies), {each} rows each: {draws} draw(s), {all} run(s) of the model under {policies} polic(y|ies).':
    'N = {count} 条轨迹，每条 {each} 行：共 {draws} 次抽样，{policies} 个政策方案下 {all} 次模型运行。',
  'N = {count} round(s), {each} rows each: {draws} draw(s), {all} run(s) of the model under {policies} polic(y|ies).':
    'N = {count} 轮曲线，每轮 {each} 行：共 {draws} 次抽样，{policies} 个政策方案下 {all} 次模型运行。',
  'N = {count} is no power of two: means over the {rows} rows beyond the last power of two and those up to it are often less exact than over these alone. Nearest: N = {less} ({lessRows} rows) and N = {more} ({moreRows} rows).':
    'N = {count} 不是 2 的幂：连同超出前一个 2 的幂的 {rows} 行求均值，往往还不如只用此前的行准确。最接近的有：N = {less}（{lessRows} 行）和 N = {more}（{moreRows} 行）。',
  'N = {count}, {points} points for each of {scrambles} scrambles, is no power of two: means over the {rows} rows beyond the last power of two and those up to it are often less exact than over these alone. Nearest: N = {less} ({lessRows} rows) and N = {more} ({moreRows} rows).':
    'N = {count}（{scrambles} 个置乱各 {points} 点）不是 2 的幂：连同超出前一个 2 的幂的 {rows} 行求均值，往往还不如只用此前的行准确。最接近的有：N = {less}（{lessRows} 行）和 N = {more}（{moreRows} 行）。',
  'Levers are drawn over their ranges: counts of futures, shares and boxes hold over these, and are no odds of a plan.':
    '政策杠杆在其范围内抽取：情景数、份额和区域只在该范围内成立，不是计划的达标概率。',
  'Given {conditions}: {kept} of {all} draw(s).': '给定 {conditions}：{all} 次抽样中的 {kept} 次。',
  'Picture: {file}.': '图：{file}。',
  'Stopped.': '已停止。',
  'Stopped. What was finished is kept in {folder}; the same command goes on from there.':
    '已停止。完成的部分保存在 {folder}；再次执行同一命令即可继续。',
  'Stopped. What was finished is kept in {folder}; `cityward resume` goes on from there.':
    '已停止。完成的部分保存在 {folder}；用 `cityward resume` 继续。',
  'Stopped. The run is finished and kept in {folder}; `{command}` writes its report.':
    '已停止。运行已完成，保存在 {folder}；用 `{command}` 生成报告。',
  '{draws} draw(s) (was|were) not enough for --until; ask for more --draws.':
    '{draws} 次抽样未达到 --until 的精度；请增大 --draws。',
  'Made anew, since gone or changed: {files}.': '以下文件缺失或已变，已重新生成：{files}。',
  '{count} trajector(y|ies) gave no numbers.': '{count} 条轨迹未得出数值。',
  '{count} trajector(y|ies) gave no numbers; the first: draw {draw}, {*detail} [{code}].':
    '{count} 条轨迹未得出数值；首例：第 {draw} 次抽样，{*detail} [{code}]。',
  '{count} trajector(y|ies) of these (was|were) lost by the machine or the program, not by the scenario.':
    '其中 {count} 条因机器或程序而丢失，与情景无关。',
  'The fast engine cannot be used: {*why}. The reference engine gives the same bytes and takes many times as long.':
    '无法使用快速引擎：{*why}。参考引擎的结果逐字节相同，但耗时多许多倍。',
  'kernel.wasm is not there; npm run build makes it': '缺少 kernel.wasm，可用 npm run build 生成',
  'kernel.wasm is damaged; npm run build makes it anew': 'kernel.wasm 已损坏，可用 npm run build 重新生成',
  'this processor or Node.js has no vectors (SIMD)': '本机处理器或 Node.js 不支持向量指令（SIMD）',
  'A Latin hypercube is laid out for its number of draws: raising the draws changes every draw.':
    '拉丁超立方按抽样数布局：增大抽样数会改变每次抽样。',
  'A {name} design hands out dimensions in the order of the file: add uncertainties at the end; reordering them changes draws.':
    '{name} 设计按文件次序分配维度：新的不确定因素请加在末尾；改变次序会改变抽样。',
  'The draws of a design such as {name} are no sample of the futures: its odds and ranges say nothing of how likely they are.':
    '{name} 一类设计的抽样不是未来情景的样本：其概率和区间不表示可能性大小。',
  'Kept in {file}, and shown by {report}': '已存入 {file}，报告 {report} 中可见',
  'The page was made anew.': '页面已更新。',
  'Open it in a browser; it follows the scenario file. Ctrl-C ends it.':
    '请在浏览器中打开；页面随情景文件更新。按 Ctrl-C 结束。',
  'Wrote {file} and {data}. Every number in them is an example.':
    '已写出 {file} 和 {data}。其中的数字均为示例。',
  'Next: edit both, then': '接下来编辑两者，然后执行：',
  '{shards} shard(s) with {draws} draw(s) (is|are) merged. Run folder: {folder}':
    '已合并 {shards} 个分片，共 {draws} 次抽样。运行文件夹：{folder}',
  'Note: {count} trajector(y|ies) of the run gave no numbers and are NULL in outcomes and long: averages and quantiles leave them out. The table failures says which.':
    '注意：本次运行有 {count} 条轨迹未得出数值，在 outcomes 和 long 中为 NULL，平均数和分位数不计入。详见 failures 表。',

  'Shard {index} of {count}: ': '第 {index} / {count} 分片：',
  '{folder} is whole: {parts} parts, every file as it was written.':
    '{folder} 完好：{parts} 个部分，各文件均与写入时一致。',
  '{folder} is whole: an updated run of {draws} draw(s), every file as it was written.':
    '{folder} 完好：按观测更新的运行，{draws} 次抽样，各文件均与写入时一致。',
  '{folder} is an updated run that is not whole.': '{folder} 是按观测更新的运行，已不完好。',
  'In {folder} lies another run by now than the one that was updated.':
    '{folder} 中现为另一次运行，不是更新时所依据的运行。',
  '`cityward update` with the same observations writes it anew.':
    '以相同观测再执行 `cityward update` 即可重新写出。',
  '{folder} was finished, but is no longer whole: {whole} of {all} parts are whole.':
    '{folder} 曾完成，但已不完好：{all} 个部分中 {whole} 个完好。',
  '{folder} is not finished: {whole} of {all} parts are whole.':
    '{folder} 尚未完成：{all} 个部分中 {whole} 个完好。',
  missing: '缺失',
  damaged: '损坏',
  foreign: '属于别的运行',
  unreadable: '无法读取',
  'and {count} more': '另有 {count} 项',
  'Process {id} on {host} is writing it.': '{host} 上的进程 {id} 正在写入。',
  'Neither run.json nor manifest.json can be used: run the scenario again into another folder.':
    'run.json 和 manifest.json 都不能用：请把情景重新运行到另一文件夹。',
  'Take away or make readable: {files}.': '请移走或改为可读：{files}。',
  '`cityward resume {folder}` makes what is missing.': '`cityward resume {folder}` 补齐缺失部分。',
  '`{command}` writes provenance, report, what the plan adds, how a quota could be split and what would be enough anew.':
    '`{command}` 重新写出来源记录、报告、规划的增量、建设指标的分配方案和“做到什么程度才够”。',
  '`{command}` writes it anew.': '`{command}` 可重新写出。',

  'cityward failed by a fault of its own ({what}).': 'cityward 因自身故障而失败（{what}）。',
  'Please report it with the command and its files; this is cityward {version} on Node {node}, {system}. With CITYWARD_TRACE=1 it also shows where in the code.':
    '请连同命令和文件一起报告；本机为 cityward {version}，Node {node}，{system}。设 CITYWARD_TRACE=1 可显示出错的代码位置。',
})
