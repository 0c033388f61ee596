import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { projectRoot, readConfig } from '#kernel/config'
import { buildHouse } from '../src/house.ts'
import { open } from '../src/open.ts'
import { openAuthority } from '#commons/trades'
import { addPerson, agent } from '#commons/directory'
import { secretariat } from '#modules/deliberations'
import { apiCall } from './call.ts'
import { type Ask, type Load, load, warmUp } from './load.ts'
import { inAuthority, meetingOf, signedIn } from './scene.ts'

/** Somebody who has signed in, at the host of their authority. */
export type Who = Omit<Ask, 'path'>
export type Standing = Awaited<ReturnType<typeof open>>

/** A process has one house, whatever number of databases it opens. */
const house = buildHouse(4)

/** Opens the product's own floors on a database, in this process. */
export const stand = (url: string, dataDir = 'data/bench'): Promise<Standing> =>
  open(readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, DEMONSTRATION: 'false' }), false, house)

/** The agenda page of 250 points, as the secretariat sees it: with the handles that move points. */
export async function agendaPage({ database }: Standing, port: number, slug: string) {
  const who = await signedIn(database, slug, 'secretariat')
  const path = `/deliberations/meetings/${await meetingOf(database, slug, 250)}`
  const asks = [{ ...who, path }]
  await load(port, asks, { seconds: warmUp })
  return {
    crowd: await load(port, asks, { seconds: 3 }),
    alone: await load(port, asks, { seconds: 2, connections: 1 }),
  }
}

/** Milliseconds from asking for the minutes of 100 points until the PDF can be fetched. */
export async function minutes({ database }: Standing, port: number, slug: string): Promise<Load> {
  const who = await signedIn(database, slug, 'secretariat')
  const path = `/deliberations/meetings/${await meetingOf(database, slug, 100)}/documents`
  const once = async () => {
    const { id } = Made.parse(await call(port, who, 'POST', path, { template: 'minutes' }))
    for (;;) {
      const { items } = z.object({ items: z.array(Made) }).parse(await call(port, who, 'GET', path))
      const made = items.find((one) => one.id === id)
      if (made?.state === 'ready') return
      if (made?.state !== 'pending') throw new Error('The minutes were not made')
      await setTimeout(10)
    }
  }
  return several(once, 6)
}
const Made = z.object({ id: z.uuid(), state: z.string() })

/** Milliseconds to open one more authority, with what each starts with; returns the new ones too. */
export async function newAuthorities(
  { database, house }: Standing,
  count: number,
): Promise<{ times: Load; slugs: string[] }> {
  const slugs: string[] = []
  const times = await several(async () => {
    const slug = `new-${crypto.randomUUID()}`
    const look = { address: [], hue: 200, arms: '', hosts: [`${slug}.localhost`] }
    const named = { slug, name: slug, shortName: slug, kind: 'municipality' }
    await openAuthority(database, house, { ...named, ...look })
    slugs.push(slug)
  }, count)
  return { times, slugs }
}

/** Milliseconds to import a meeting of 28 points into an authority that has nothing yet. */
export async function imports({ database }: Standing, port: number, slugs: readonly string[]) {
  const body = { files: twentyEight(), create_missing: true, accept_repaired: true }
  const people: Who[] = []
  for (const slug of slugs) {
    const named = { civility: 'mrs', firstName: 'Alix', lastName: 'Belaval' } as const
    const account = { login: 'secretariat', password: crypto.randomUUID() }
    await inAuthority(database, slug, () =>
      addPerson({ ...named, roles: [agent, secretariat], account }),
    )
    people.push(await signedIn(database, slug, 'secretariat'))
  }
  return several(async (at) => {
    const who = people[at]
    if (!who) throw new Error('There is no authority left')
    const done = await call(port, who, 'POST', '/deliberations/imports', body)
    const { created } = Imported.parse(done)
    if (created.items !== 28) throw new Error(`${created.items} points were imported`)
  }, slugs.length)
}
const Imported = z.object({ created: z.object({ items: z.number() }) })

/** The sample of the repository with its points taken several times over, each with its own id. */
function twentyEight() {
  const folder = join(projectRoot, 'src/modules/plonemeeting/sample')
  const read = (name: string) => Answer.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  const [meeting] = read('meeting.json').items
  const sample = read('items.json').items
  const items = Array.from({ length: 28 }, (_, at) => {
    const UID = String(at + 1).padStart(32, '0')
    return {
      ...sample[at % sample.length],
      UID,
      '@id': `https://old.example/${at}`,
      itemNumber: (at + 1) * 100,
    }
  })
  const heading = { ...meeting, items: items.map((one) => one['@id']) }
  return [file('meeting.json', [heading]), file('items.json', items)]
}
const Answer = z.object({ items: z.array(z.record(z.string(), z.unknown())) })

const file = (name: string, items: object[]) => ({
  name,
  base64: Buffer.from(JSON.stringify({ items, items_total: items.length })).toString('base64'),
})

/** What the API answers somebody; throws where it refuses. */
export async function call(port: number, who: Who, method: string, path: string, body?: object) {
  const answer = await apiCall({ ...who, port, method, path: `/api${path}`, body })
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`)
  return answer.text === '' ? null : JSON.parse(answer.text)
}

/** How long some work takes, done so many times, one after the other; what is done `before` each does not count. */
export async function several(
  work: (at: number) => Promise<void>,
  times: number,
  before: (at: number) => Promise<void> = async () => {},
): Promise<Load> {
  const latencies: number[] = []
  const began = performance.now()
  for (let at = 0; at < times; at++) {
    await before(at)
    const start = performance.now()
    await work(at)
    latencies.push(performance.now() - start)
  }
  const seconds = (performance.now() - began) / 1000
  return { seconds, latencies: latencies.toSorted((a, b) => a - b) }
}
