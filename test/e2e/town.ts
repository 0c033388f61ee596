import { serve } from '@hono/node-server'
import { randomUUID } from 'node:crypto'
import { test } from 'vitest'
import { startWorker } from '#kernel/jobs'
import { ground } from '#test/harness'
import { fictional, openFictional } from '../../src/seed.ts'
import { type Equipment, Person } from './person.ts'

let port: Promise<number> | undefined

/** The application of this worker over HTTP, on a port that the system chooses. */
async function listen(): Promise<number> {
  const { app } = await ground()
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (at) =>
      resolve(at.port),
    )
    server.unref()
  })
}

/** A fictional authority that a journey has for itself, and the people who come to its pages. */
class Town {
  private readonly url: string
  private readonly people: Person[] = []
  private readonly neighbours: Town[] = []

  constructor(url: string) {
    this.url = url
  }

  /** Somebody opens a browser of their own. */
  async visitor(equipment: Equipment = {}): Promise<Person> {
    const person = await Person.at(this.url, equipment)
    this.people.push(person)
    return person
  }

  /** One of the fictional people opens a browser and signs in. */
  async signIn(login: string, equipment: Equipment = {}): Promise<Person> {
    const person = await this.visitor(equipment)
    await person.signsIn(login)
    return person
  }

  /** Another authority on the same house. */
  async neighbour(slug: Fictional): Promise<Town> {
    const town = await openTown(slug)
    this.neighbours.push(town)
    return town
  }

  /** Everybody leaves; returns what was wrong on their ways. */
  async empties(): Promise<string[]> {
    const left = this.people.map((person) => person.leaves())
    const elsewhere = this.neighbours.map((town) => town.empties())
    return (await Promise.all([...left, ...elsewhere])).flat()
  }
}

type Fictional = 'beauval' | 'cpas-beauval'

/** Opens a fictional authority under a host name of its own. */
async function openTown(slug: Fictional): Promise<Town> {
  const { database, house } = await ground()
  const like = fictional.find((one) => one.slug === slug)
  if (!like) throw new Error(`No fictional authority is called ${slug}`)
  const unique = `${slug}-${randomUUID().slice(0, 8)}`
  const host = `${unique}.localhost`
  await openFictional(database, house, { ...like, slug: unique, hosts: [host] }, slug)
  return new Town(`http://${host}:${await (port ??= listen())}`)
}

const inTown = test.extend<{ town: Town }>({
  // Vitest reads what a fixture needs from this first parameter: nothing.
  // oxlint-disable-next-line no-empty-pattern
  town: async ({}, use) => {
    const { database, gate } = await ground()
    const worker = await startWorker(database, gate)
    const town = await openTown('beauval')
    await use(town)
    const complaints = await town.empties()
    await worker.stop()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  },
})

/** How long a journey may take on a busy machine. */
const patience = { timeout: 120_000 }

/** A test in a fictional municipality; the application's own worker takes its jobs as they come. */
export function journey(name: string, way: (given: { town: Town }) => Promise<void>): void {
  // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- the journey says both
  inTown(name, patience, way)
}
