/** A worker thread that takes whole runs, one after another (many-runs.ts). */
import { serveTasks } from '../../run/workers/task-worker.js'
import { type RunTask, reportedRun } from './reported-run.js'

serveTasks<RunTask>(reportedRun)
