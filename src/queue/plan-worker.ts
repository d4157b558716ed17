/** A worker thread that unpacks plans: it checks and compiles, which may take longer than a process may be silent. */
import { serveTasks } from '../run/workers/task-worker.js'
import { openPlan } from './plan-pack.js'

serveTasks(async (packed: Parameters<typeof openPlan>[0]) => openPlan(packed))
