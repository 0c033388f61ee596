import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { call, newAuthorities, several, type Standing, type Who } from './acts.ts'
import type { Load } from './load.ts'
import { councillors } from './scene.ts'
import { councilSits, peopled } from './sitting.ts'

const devices = 50
export const rounds = 5

/**
 * Milliseconds from when 50 members vote at once, each on a device of their own, until the screen of each of them and of who
 * keeps the minutes shows all ballots. A screen asks for its part at each change, as the island `live-part` does.
 */
export async function ballotsOnScreens(standing: Standing, port: number): Promise<Load> {
  const [town = ''] = (await newAuthorities(standing, 1)).slugs
  await peopled(standing, town, devices)
  const { who, meeting, item } = await councilSits(standing, port, town, 1)
  const members = await councillors(standing.database, town)
  const path = `/deliberations/meetings/${meeting}/live`
  const screens = await Promise.all([who, ...members].map((one) => following(port, one, path)))
  let vote = ''
  let voters: [Who, string][] = []
  const told = await several(
    async () => {
      const shown = screens.map((screen) => screen.shows(`${devices} bulletins rendus`))
      const cast = voters.map(([member, seat_id]) =>
        call(port, member, 'POST', `${path}/votes/${vote}/ballots`, { seat_id, choice: 'yes' }),
      )
      await Promise.all([...cast, ...shown])
    },
    rounds,
    async () => {
      if (vote) await call(port, who, 'DELETE', `${path}/votes/${vote}`)
      const opened = await call(port, who, 'POST', `${path}/votes`, { item_id: item })
      const { id, waiting } = Opened.parse(opened).vote
      vote = id
      // Seats stand in the order in which their members were written.
      voters = waiting.toSorted().flatMap((seat, at) => {
        const member = members[at]
        return member ? [[member, seat] as const] : []
      }) as [Who, string][]
      await Promise.all(screens.map((screen) => screen.shows('0 bulletin')))
    },
  )
  await Promise.all(screens.map((screen) => screen.end()))
  return told
}
const Opened = z.object({ vote: z.object({ id: z.string(), waiting: z.array(z.string()) }) })

/** A screen that follows: it keeps what it showed last. */
async function following(port: number, who: Who, path: string) {
  const agent = new Agent({ keepAlive: true })
  let page = ''
  let looks: (() => void)[] = []
  let [asking, again, over] = [false, false, false]
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (): Promise<void> => {
    again = asking
    if (asking || over) return
    asking = true
    page = await text(await get(port, who, path, agent, { 'x-part': 'live' }))
    asking = false
    for (const look of looks) look()
    if (again) await ask()
  }
  const stream = await get(port, who, `${path}/signals`, agent, { accept: 'text/event-stream' })
  stream.on('data', (said: Buffer) => {
    if (said.includes('event: change') && !over) last = Promise.all([last, ask()])
  })
  return {
    shows: (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!page.includes(words)) return
          looks = looks.filter((one) => one !== look)
          resolve()
        }
        looks.push(look)
        look()
      }),
    /** Once what it asked for has come. */
    async end() {
      over = true
      stream.destroy()
      await last
      agent.destroy()
    },
  }
}

function get(
  port: number,
  { host, session }: Who,
  path: string,
  agent: Agent,
  also: Record<string, string>,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const headers = { host, cookie: `session=${session}`, ...also }
  const ask = request({ host: '127.0.0.1', port, path, agent, headers }, resolve)
  // As a browser does: a connection that the server let go meanwhile is opened anew.
  const failed = (error: Error) =>
    ask.reusedSocket ? resolve(get(port, { host, session }, path, agent, also)) : reject(error)
  ask.on('error', failed).end()
  return promise
}
