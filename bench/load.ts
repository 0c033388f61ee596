import { Agent, request } from 'node:http'

/** One page to ask for. */
export interface Ask {
  host: string
  path: string
  /** Value of the session cookie. */
  session: string
}

/** What identifies a page for one person. */
export const keyOf = ({ host, path, session }: Ask): string => `${host} ${path} ${session}`

/** What came of a load: latencies in milliseconds, ascending. */
export interface Load {
  seconds: number
  latencies: number[]
  /** What the server computed meanwhile, in milliseconds; unknown where nobody watched it. */
  cpu?: number
  /** What the database computed meanwhile. */
  database?: number
}

/**
 * Keeps `connections` connections busy for some seconds: each asks for a page of `asks`, picked at
 * random, as soon as it has the one before. Throws at the first answer that is no page.
 */
export async function load(
  port: number,
  asks: readonly Ask[],
  { seconds, connections = 32 }: { seconds: number; connections?: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  const one = async () => {
    while (performance.now() < until) {
      const ask = asks[Math.floor(Math.random() * asks.length)]
      if (!ask) throw new Error('There is nothing to ask for')
      latencies.push(await timed(port, ask, agent))
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return {
    seconds: (performance.now() - began) / 1000,
    latencies: latencies.toSorted((a, b) => a - b),
  }
}

/**
 * In seconds: for so long a server is loaded before it is measured. V8 compiles what is asked for often: of a list, the first
 * hundred pages are computed in half as long again as those after a thousand.
 */
export const warmUp = 10

/** Asks for one page, once. */
export async function once(port: number, [ask]: readonly Ask[]): Promise<Load> {
  if (!ask) throw new Error('There is nothing to ask for')
  const agent = new Agent()
  const took = await timed(port, ask, agent)
  agent.destroy()
  return { seconds: took / 1000, latencies: [took] }
}

function timed(port: number, { host, path, session }: Ask, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const began = performance.now()
  const headers = { host, cookie: `session=${session}` }
  request({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`${host}${path} answered ${answer.statusCode}`))
    answer.on('end', () => resolve(performance.now() - began)).resume()
  })
    .on('error', reject)
    .end()
  return promise
}

/** Several loads as one. */
export function together(loads: readonly Load[]): Load {
  return {
    cpu: loads.reduce((sum, one) => sum + (one.cpu ?? Number.NaN), 0),
    database: loads.reduce((sum, one) => sum + (one.database ?? Number.NaN), 0),
    seconds: loads.reduce((sum, one) => sum + one.seconds, 0),
    latencies: loads.flatMap((one) => one.latencies).toSorted((a, b) => a - b),
  }
}

/** What the server computes for one page, in milliseconds: it holds where the machine does other things too. */
export const cpuOf = ({ cpu = Number.NaN, latencies }: Load): number => cpu / latencies.length
/** The same of the database. */
export const databaseOf = ({ database = Number.NaN, latencies }: Load): number =>
  database / latencies.length

export const perSecond = ({ seconds, latencies }: Load): number => latencies.length / seconds

/** The latency that this part of the answers did not exceed, in milliseconds. */
export const percentile = ({ latencies }: Load, part: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? Number.NaN
