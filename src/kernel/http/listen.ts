import { getRequestListener } from '@hono/node-server'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import type { Config } from '#kernel/config'
import { endStreams } from '#kernel/signals'

/** A server that people are connected to. */
export interface Listening {
  readonly port: number
  /**
   * Takes no new connection, answers what is under way and tells each who is connected to come no more; returns once
   * nobody is, or once the time of a shutdown is over. Whether all were answered.
   */
  stop(): Promise<boolean>
}

/** How long somebody may be connected and silent while the server ends, in milliseconds: they may be about to ask. */
const silence = 1000
/** How often it is looked who is left. */
const glance = 20

type Fetch = Parameters<typeof getRequestListener>[0]

export type Incoming = IncomingMessage
export type Outgoing = ServerResponse

/** Answers a request before the application is asked; false: it has sent nothing. */
export type Before = (incoming: Incoming, outgoing: Outgoing) => Promise<boolean>

/**
 * Listens, with a limit of time for every request. Throws where the port is taken, unless those who share it say so
 * (`reusePort`): then each new connection comes to one of them, and one is replaced while the other serves.
 */
export async function listen(
  fetch: Fetch,
  { host, port, limits, reusePort = false }: Pick<Config, 'host' | 'port' | 'limits' | 'reusePort'>,
  before?: Before,
): Promise<Listening> {
  const underWay = new Set<object>()
  let ending = false
  const answer = getRequestListener(fetch)
  const options = {
    requestTimeout: limits.request * 1000,
    headersTimeout: Math.min(limits.headers, limits.request) * 1000,
    connectionsCheckingInterval: 1000,
  }
  const server = createServer(options, async (incoming, outgoing) => {
    if (await before?.(incoming, outgoing).catch(() => false)) return
    await answer(incoming, outgoing)
  })
  server.prependListener('request', (_asked, answer) => {
    underWay.add(answer)
    answer.once('close', () => underWay.delete(answer))
    if (ending) answer.shouldKeepAlive = false
  })
  server.listen({ port, host, reusePort })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('We listen to a port')
  return {
    port: address.port,
    stop: async () => {
      ending = true
      for (const answer of underWay) Object.assign(answer, { shouldKeepAlive: false })
      // Whoever stands at the door is let in first.
      await nextTurn()
      // Not by the server's own `close`, which would cut off those who are connected and about to ask.
      NetServer.prototype.close.call(server)
      const until = performance.now() + limits.shutdown * 1000
      let silentSince = performance.now()
      while (performance.now() < until) {
        endStreams()
        if (underWay.size > 0) silentSince = performance.now()
        else if (performance.now() - silentSince > silence || !(await anybody(server))) break
        await delay(glance)
      }
      const all = underWay.size === 0
      server.closeAllConnections()
      return all
    },
  }
}

const anybody = async (server: Server): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<number>()
  server.getConnections((_failure, count) => resolve(count))
  return (await promise) > 0
}
