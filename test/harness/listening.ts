import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useOutgoing } from '#kernel/outgoing'

/** A server on this machine, which the house may ask. */
export async function listening(
  answer: RequestListener,
): Promise<{ server: Server; origin: string }> {
  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo // A server of TCP has no other.
  allowed.push(`127.0.0.1:${port}`)
  useOutgoing({ allow: allowed, proxy: null })
  return { server, origin: `http://127.0.0.1:${port}` }
}

const allowed: string[] = []

/** The house may ask nobody any more, as before. */
export function closeOutgoing(): void {
  allowed.splice(0)
  useOutgoing({ allow: [], proxy: null })
}
