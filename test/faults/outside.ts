import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** How a server outside is: it answers, answers late, says nothing at all, or is not there. */
export type Humour = 'well' | 'slow' | 'silent' | 'away'

/** A server for mail and an identity provider that are as one wants them. */
export interface Outside {
  mailPort: number
  identityPort: number
  humour: Humour
  /** The messages that were taken, by their Message-ID, and how often each. */
  taken: Map<string, number>
  close(): void
}

/** In milliseconds. */
const late = 1500

/** Opens both on loopback. */
export async function openOutside(): Promise<Outside> {
  const open = new Set<Socket>()
  const outside = { humour: 'well' as Humour, taken: new Map<string, number>() }
  const answered = async (socket: Socket, text: string) => {
    if (outside.humour === 'silent') return
    if (outside.humour === 'slow') await delay(late)
    if (!socket.destroyed) socket.write(text)
  }
  const listening = async (met: (socket: Socket) => void): Promise<number> => {
    const server = createServer((socket) => {
      open.add(socket)
      socket.on('error', () => {}).on('close', () => open.delete(socket))
      if (outside.humour === 'away') socket.destroy()
      else met(socket)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    server.unref()
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  const mailPort = await listening((socket) => takeMail(socket, answered, outside.taken))
  const identityPort = await listening((socket) => {
    socket.once('data', () => {
      const body = '{}'
      void answered(
        socket,
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      )
    })
  })
  return Object.assign(outside, {
    ...{ mailPort, identityPort },
    close: () => {
      for (const one of open) one.destroy()
    },
  })
}

/** As much of SMTP (RFC 5321) as a message needs. */
function takeMail(
  socket: Socket,
  answered: (socket: Socket, text: string) => Promise<void>,
  taken: Map<string, number>,
): void {
  let waiting = ''
  let message: string | undefined
  void answered(socket, '220 faults\r\n')
  socket.setEncoding('utf8').on('data', (part: string) => {
    waiting += part
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      if (message !== undefined && line !== '.') message += `${line}\n`
      else if (message !== undefined) {
        const [, id = ''] = /^message-id:\s*(\S+)/im.exec(message) ?? []
        taken.set(id, (taken.get(id) ?? 0) + 1)
        message = undefined
        void answered(socket, '250 taken\r\n')
      } else if (/^data/i.test(line)) {
        message = ''
        void answered(socket, '354 go on\r\n')
      } else void answered(socket, /^quit/i.test(line) ? '221 bye\r\n' : '250 faults\r\n')
    }
  })
}
