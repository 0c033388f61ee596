import { serve } from '@hono/node-server'
import { randomUUID } from 'node:crypto'
import { test } from 'vitest'
import { startWorker } from '#kernel/jobs'
import { ground, TestAuthority } from '#test/harness'
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
export class Town {
  readonly authority: TestAuthority
  readonly url: string
  private readonly people: Person[] = []

  constructor(authority: TestAuthority, url: string) {
    this.authority = authority
    this.url = url
  }

  /** Somebody opens a browser of their own. */
  async visitor(options: Equipment = {}): Promise<Person> {
    const person = await Person.at(this.url, options)
    this.people.push(person)
    return person
  }

  /** One of the fictional people opens a browser and signs in. */
  async signIn(login: string, options: Equipment = {}): Promise<Person> {
    const person = await this.visitor(options)
    await person.signsIn(login)
    return person
  }

  /** Everybody leaves; what their browsers complained of. */
  async leave(): Promise<string[]> {
    const complaints = await Promise.all(this.people.map((person) => person.leaves()))
    return complaints.flat()
  }
}

/** Opens a fictional authority under a host name of its own. */
export async function openTown(slug: 'beauval' | 'cpas-beauval' = 'beauval'): Promise<Town> {
  const { database, house } = await ground()
  const like = fictional.find((one) => one.slug === slug)
  if (!like) throw new Error(`No fictional authority is called ${slug}`)
  const unique = `${slug}-${randomUUID().slice(0, 8)}`
  const host = `${unique}.localhost`
  const tenant = await openFictional(
    database,
    house,
    { ...like, slug: unique, hosts: [host] },
    slug,
  )
  const authority = new TestAuthority(await ground(), tenant, host)
  return new Town(authority, `http://${host}:${await (port ??= listen())}`)
}

/** A test in a fictional municipality, with the application's own worker taking jobs as they come. */
export const journey = test.extend<{ town: Town }>({
  // The name of what a fixture needs is read from its first parameter.
  // oxlint-disable-next-line no-empty-pattern
  town: async ({}, use) => {
    const { database, gate } = await ground()
    const worker = await startWorker(database, gate)
    const town = await openTown()
    await use(town)
    const complaints = await town.leave()
    await worker.stop()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  },
})
