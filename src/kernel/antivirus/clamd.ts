import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** Where clamd listens: a host and port, or a socket of this machine. */
export type Clamd = { readonly host: string; readonly port: number } | { readonly path: string }

/** What clamd said of a file. */
export type Verdict = { readonly found: string | null }

/** clamd did not answer, or could not examine the file. */
export class ScanFailure extends Error {}

/** In milliseconds: without a word for so long, clamd is away. */
const patience = 60_000

/** Has clamd examine what is read (command INSTREAM of its protocol). Throws `ScanFailure`. */
export async function examine(at: Clamd, content: Readable): Promise<Verdict> {
  const socket = connect(at)
  socket.setTimeout(patience, () => socket.destroy(new ScanFailure('clamd is silent')))
  try {
    const answer = answerOf(socket)
    // Told where it is awaited: clamd may break off while we still write.
    answer.catch(() => {})
    await once(socket, 'connect')
    socket.write('zINSTREAM\0')
    await sendAll(socket, content).catch((broken: unknown) => {
      if (socket.readableLength === 0 && socket.destroyed) throw broken
    })
    return verdictOf(await answer)
  } catch (failure) {
    throw failure instanceof ScanFailure
      ? failure
      : new ScanFailure('clamd does not answer', { cause: failure })
  } finally {
    socket.destroy()
  }
}

/** In chunks, each after its length; a length of zero ends them. */
async function sendAll(socket: Socket, file: Readable): Promise<void> {
  for await (const chunk of file as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await once(socket, 'drain')
  }
  socket.write(Buffer.alloc(4))
}

/** All that it says until it ends, or until the sign that ends an answer. */
async function answerOf(socket: Socket): Promise<string> {
  let said = ''
  for await (const chunk of socket.setEncoding('utf8') as AsyncIterable<string>) {
    said += chunk
    if (said.includes('\0') || said.length > 4096) break
  }
  return said.replace(/\0.*$/s, '').trim()
}

function verdictOf(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return { found: null }
  const [, name] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  if (name) return { found: name.slice(0, 200) }
  throw new ScanFailure(`clamd says « ${answer.slice(0, 200)} »`)
}
