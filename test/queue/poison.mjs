// Loaded before a worker: ends its process by SIGKILL when draws of part 3 are handed to a thread.
import { Worker } from 'node:worker_threads'

const post = Worker.prototype.postMessage
Worker.prototype.postMessage = function (message, ...more) {
  const first = message?.batch?.firstDraw
  if (first >= 3000 && first < 4000) process.kill(process.pid, 'SIGKILL')
  return post.call(this, message, ...more)
}
