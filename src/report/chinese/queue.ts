/** Runs whose parts are made by the workers of a queue: help, problems and remarks. */
import { catalogue } from '../../vocabulary/sentences.js'

export const OF_QUEUES = catalogue({
  'make parts of the runs and sweeps of a queue, on as many machines as there are':
    '计算队列中各次运行的部分，机器数量不限',
  'list the sweeps and workers of a queue, or cancel a sweep':
    '列出队列中的推演任务与工作进程，或取消一项任务',
  'Redis or Valkey: redis://host, rediss://user:password@host:6380 with TLS':
    'Redis 或 Valkey：redis://主机；用 TLS 时 rediss://用户:密码@主机:6380',
  'a folder that the coordinator sees too: parts go through it in place of Redis':
    '协调进程也能看到的文件夹：各部分经此传递，不经 Redis',
  'end after so many seconds without a part': '若干秒内没有可算的部分即结束',
  'no closing line': '不显示结束语',
  'on every machine; then `cityward sweep plan.yaml --queue redis://host` on one':
    '在每台机器上执行；再在其中一台执行 `cityward sweep plan.yaml --queue redis://host`',
  'in a job: ends when nothing is left to do': '在作业中：无事可做时结束',
  'A worker that ends by Ctrl-C or SIGTERM finishes the parts it is at; what a worker leaves that is killed is made by another. All machines need the same version.':
    '收到 Ctrl-C 或 SIGTERM 时，工作进程先算完手头的部分；被强行终止的进程留下的部分由其他进程补算。所有机器须用同一版本。',
  'what to do': '操作',
  'the sweep to cancel, as ls names it': '要取消的任务，名称见 ls',
  'who works, and on what': '谁在计算、算什么',
  'its coordinator ends; what is finished stays in its folder': '其协调进程结束；已完成的部分留在文件夹中',
  'let workers make the parts, by a Redis or Valkey: redis://host, rediss://user:password@host':
    '由工作进程计算各部分，经 Redis 或 Valkey：redis://主机，rediss://用户:密码@主机',
  'a folder that all machines see: parts go through it in place of Redis':
    '所有机器都能看到的文件夹：各部分经此传递，不经 Redis',
  'parts are made by whoever runs `cityward work redis://host`':
    '各部分由执行 `cityward work redis://host` 的机器计算',
  'How parts are made is said to each worker: `cityward work` has these options.':
    '如何计算各部分由每个工作进程指定：这些选项属于 `cityward work`。',
  '--store without --queue': '有 --store 而没有 --queue',
  'a --queue, whose workers send parts through that folder': '--queue，其工作进程经该文件夹传递各部分',
  'A run that ends by itself is made on one machine.': '自行停止的运行只在单机上进行。',
  '--queue and a run with --until': '同时给出 --queue 与带 --until 的运行',
  'a run whose draws are known': '抽样数已定的运行',
  'Parts of one scenario are made by a queue: run them one by one.':
    '队列一次计算一个情景的各部分：请逐个运行。',
  'threads for several, or one scenario': '多个情景用线程，或只给一个情景',

  'an address of another form': '其他形式的地址',
  'no address': '不是地址',
  'a name or password with a % that stands for no character': '用户名或密码中有不代表任何字符的 %',
  'the address of a Redis such as redis://host, or rediss://user:password@host:6380/0 with TLS':
    'Redis 的地址，如 redis://主机，或用 TLS 的 rediss://用户:密码@主机:6380/0',
  'Signs such as @ or / in a password are written %40 and %2F.': '密码中的 @、/ 等符号写作 %40、%2F。',
  'a Redis that does not let us in': '拒绝登录的 Redis',
  'the right user and password': '正确的用户与密码',
  'They stand in the address: redis://user:password@host.': '它们写在地址中：redis://用户:密码@主机。',
  'Its certificate is not trusted here: NODE_EXTRA_CA_CERTS names a file of certificates that are.':
    '此处不信任其证书：请用 NODE_EXTRA_CA_CERTS 指明受信任的证书文件。',
  'no answer ({code})': '没有回应（{code}）',
  'a Redis or Valkey that can be reached': '可以连通的 Redis 或 Valkey',
  '--queue and a table of draws on the command line': '同时给出 --queue 与命令行上的抽样表',
  'a table that the scenario names (run.design_options.file)': '由情景指定的表（run.design_options.file）',
  '{size} MB of scenario and data': '情景与数据共 {size} MB',
  'at most {size} MB, and {packed} MiB packed': '至多 {size} MB，压缩后至多 {packed} MiB',
  'Take shards in place of a queue: `cityward sweep --shard`.': '请改用分片：`cityward sweep --shard`。',
  'a plan with other bytes than were sent': '内容与发送时不同的计划',
  'a plan that cannot be read': '无法读取的计划',
  'a plan of cityward {version}': 'cityward {version} 的计划',
  'a plan with another fingerprint than it was sent with': '指纹与发送时不同的计划',
  'a table of draws outside the plan': '计划之外的抽样表',
  'a plan as cityward {version} sends it': 'cityward {version} 所发送的计划',
  'no plan of this name': '没有此名的计划',
  '{size} bytes': '{size} 字节',
  'a plan of at most {size} bytes': '至多 {size} 字节的计划',
  'part {part} failed {count} times, at last by {worker}: {cause}':
    '第 {part} 部分失败 {count} 次，最后由 {worker}：{cause}',
  'parts that workers can make': '工作进程能够计算的部分',
  'What was finished is kept; the same command goes on from there.':
    '已完成的部分保留；再次执行同一命令即可继续。',
  'cityward {version}, and a sweep of cityward {other}':
    'cityward {version}，而推演任务属于 cityward {other}',
  'the same version on all machines': '所有机器使用同一版本',
  'Bytes of a run are the same within one version only.': '只有同一版本的运行结果才逐字节相同。',
  'a sweep that was cancelled by `cityward queue cancel`': '已被 `cityward queue cancel` 取消的推演任务',
  'a sweep that is wanted': '仍需要的推演任务',
  'the sweep "{id}"': '推演任务“{id}”',
  'one of the queue, which has none': '队列中的任务，而队列中没有',
  'no sweep': '没有给出任务',
  'a sweep to be listed': '列出时给出了任务',
  'cancel with the name of one sweep, or ls without': 'cancel 须给出一个任务名，ls 则不给',

  'Redis cannot be reached; it is waited for.': '无法连通 Redis，正在等待。',
  'Redis is there again.': 'Redis 已恢复。',
  'No worker is there yet. On any machine: `cityward work {address}`':
    '尚无工作进程。请在任意机器上执行：`cityward work {address}`',
  'Parts are made by {workers} worker(s) with {threads} thread(s).':
    '由 {workers} 个工作进程、{threads} 个线程计算。',
  'The worker {id} is cityward {version}; it takes no part of a sweep of {own}.':
    '工作进程 {id} 是 cityward {version}，不参与 {own} 的推演任务。',
  '{threads} thread(s) for parts of {address}.': '以 {threads} 个线程计算 {address} 的部分。',
  '{parts} part(s) made.': '已计算 {parts} 个部分。',
  'The sweep {id} is cancelled; what was finished is kept in its folder.':
    '推演任务 {id} 已取消；已完成的部分留在其文件夹中。',
})
