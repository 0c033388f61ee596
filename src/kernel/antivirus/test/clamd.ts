import { createServer, type Server } from 'node:net'
import { once } from 'node:events'

/** The file that every scanner finds, and that harms nobody (EICAR); written in two, so that none finds it here. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

/** A server that speaks the protocol of clamd and finds that file alone. */
export async function clamdServer(): Promise<{
  port: number
  seen: number[]
  close(): Promise<void>
}> {
  const seen: number[] = []
  const server: Server = createServer((socket) => {
    let bytes = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      const content = contentOf(bytes)
      if (!content) return
      seen.push(content.length)
      const found = content.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')
      socket.end(`stream: ${found ? 'Eicar-Test-Signature FOUND' : 'OK'}\0`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('It listens nowhere')
  return {
    port: address.port,
    seen,
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

/** What was sent between the command and the chunk of no length; nothing before that. */
function contentOf(bytes: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (!bytes.subarray(0, command.length).equals(Buffer.from(command))) return undefined
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
