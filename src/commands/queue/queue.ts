/** `cityward queue`: what a queue is at, and the end of a sweep whose coordinator is elsewhere or gone. */
import { cancelSweep } from '../../queue/cancel-sweep.js'
import { connectQueue, type QueueConnection } from '../../queue/connect.js'
import { partsAt, sweepsAt, workersAt } from '../../queue/records.js'
import { queueText } from '../../report/terminal/queue/queue-page.js'
import { fail } from '../../vocabulary/problems.js'
import { languageOfScreen, said } from '../screen.js'
import { pageIn, print, printJson } from '../terminal.js'

export type QueueAction = 'ls' | 'cancel'

/** Returns the exit code. */
export async function queue(
  action: QueueAction,
  address: string,
  sweep: string | undefined,
  { json }: { readonly json?: boolean },
): Promise<number> {
  if ((action === 'cancel') === (sweep === undefined))
    fail({
      code: 'argument-wrong',
      where: { file: 'cityward queue' },
      found: sweep === undefined ? 'no sweep' : 'a sweep to be listed',
      expected: 'cancel with the name of one sweep, or ls without',
    })
  const connection = await connectQueue(address)
  try {
    return sweep === undefined ? await list(connection, json) : await cancel(connection, sweep, json)
  } finally {
    await connection.close()
  }
}

async function list(connection: QueueConnection, json: boolean | undefined): Promise<number> {
  const { redis } = connection
  const found = {
    sweeps: await sweepsAt(redis),
    workers: await workersAt(redis),
    parts: await partsAt(connection),
  }
  if (json) printJson(found)
  else print(queueText(found, pageIn(languageOfScreen())))
  return 0
}

async function cancel(
  connection: QueueConnection,
  sweep: string,
  json: boolean | undefined,
): Promise<number> {
  await cancelSweep(connection, sweep)
  if (json) printJson({ cancelled: sweep })
  else print(`${said(`The sweep ${sweep} is cancelled; what was finished is kept in its folder.`)}\n`)
  return 0
}
