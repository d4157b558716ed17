/** The client's side of a WebSocket (RFC 6455) for texts on this machine: what Node 20 does not have by itself. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { get } from 'node:http'
import type { Socket } from 'node:net'

export interface TextSocket {
  readonly send: (text: string) => void
  readonly onText: (take: (text: string) => void) => void
  readonly end: () => void
}

const TEXT = 1
const FINAL = 0x80
const MASKED = 0x80

export async function openTextSocket(url: string): Promise<TextSocket> {
  const key = randomBytes(16).toString('base64')
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  }
  const request = get(url.replace(/^ws:/, 'http:'), { headers })
  const [, socket, head] = (await once(request, 'upgrade')) as [unknown, Socket, Buffer]
  let take: (text: string) => void = () => undefined
  let pending: Buffer = head
  let message: Buffer[] = []
  const read = () => {
    for (let frame = frameIn(pending); frame; frame = frameIn(pending)) {
      pending = pending.subarray(frame.size)
      message.push(frame.content)
      if (!frame.isFinal) continue
      take(Buffer.concat(message).toString('utf8'))
      message = []
    }
  }
  socket.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data])
    read()
  })
  return {
    send: (text) => void socket.write(maskedFrame(Buffer.from(text))),
    onText: (then) => {
      take = then
      read()
    },
    end: () => socket.destroy(),
  }
}

/** The first frame of what has come; undefined where it is not all there. */
function frameIn(
  data: Buffer,
): { readonly size: number; readonly isFinal: boolean; readonly content: Buffer } | undefined {
  if (data.length < 2) return undefined
  const short = data[1] & 0x7f
  const head = short === 127 ? 10 : short === 126 ? 4 : 2
  if (data.length < head) return undefined
  const length =
    short === 127 ? Number(data.readBigUInt64BE(2)) : short === 126 ? data.readUInt16BE(2) : short
  if (data.length < head + length) return undefined
  return {
    size: head + length,
    isFinal: (data[0] & FINAL) !== 0,
    content: data.subarray(head, head + length),
  }
}

/** A client masks what it sends. */
function maskedFrame(content: Buffer): Buffer {
  const mask = randomBytes(4)
  const head = content.length < 126 ? Buffer.alloc(2) : Buffer.alloc(content.length < 65_536 ? 4 : 10)
  head[0] = FINAL | TEXT
  if (head.length === 2) head[1] = MASKED | content.length
  else if (head.length === 4) {
    head[1] = MASKED | 126
    head.writeUInt16BE(content.length, 2)
  } else {
    head[1] = MASKED | 127
    head.writeBigUInt64BE(BigInt(content.length), 2)
  }
  return Buffer.concat([head, mask, content.map((byte, at) => byte ^ mask[at % 4])])
}
