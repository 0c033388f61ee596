import { type ServerType, serve } from '@hono/node-server'
import { test } from 'vitest'
import { actAs, system } from '#kernel/access'
import { accountIdOf, openSession } from '#kernel/auth'
import { readConfig } from '#kernel/config'
import { db } from '#kernel/db'
import { startWorker } from '#kernel/jobs'
import { useOpenLetterbox } from '#kernel/mail'
import { useOutgoing } from '#kernel/outgoing'
import { inTenant } from '#kernel/tenancy'
import { fictionalIdentity } from '../../src/fictional-identity.ts'
import { givenTowns, type Towns } from '../harness/towns.ts'
import { type Equipment, Person } from './person.ts'
import { faultsOf, htmlOf, isFirstOf, isHtml, kindOf } from './valid.ts'

interface Listening {
  server: ServerType
  port: number
  identity: ReturnType<typeof fictionalIdentity>
  /** What is not valid of the pages that went out. */
  faults: string[]
}

/** The application over HTTP, on a port that the system chooses. */
export function listen({ app }: Pick<Towns, 'app'>): Promise<Listening> {
  const faults: string[] = []
  const house: typeof app.fetch = async (request, ...rest) => {
    const answer = await app.fetch(request, ...rest)
    faults.push(...(await faultsOfKind(request, answer)))
    return answer
  }
  const identity = fictionalIdentity(app.fetch)
  const fetch = identity?.before(house) ?? house
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ server, port, identity, faults }),
    )
  })
}

/** What is not valid of a page that goes out, where it is the first of its kind. */
async function faultsOfKind({ method, url }: Request, answer: Response): Promise<string[]> {
  const kind = kindOf(answer.status, new URL(url).pathname, method)
  if (!isHtml(answer) || !isFirstOf(kind)) return []
  return faultsOf(await htmlOf(answer)).map((fault) => `${kind} ${fault}`)
}

/** A fictional authority that a journey has for itself, and the people who come to its pages. */
export class Town {
  private readonly towns: Towns
  private readonly listening: Listening
  private readonly slug: Fictional
  private readonly people: Person[] = []
  private readonly neighbours: Town[] = []

  constructor(towns: Towns, listening: Listening, slug: Fictional) {
    this.towns = towns
    this.listening = listening
    this.slug = slug
  }

  /** Somebody opens a browser of their own. */
  async visitor(equipment: Equipment = {}): Promise<Person> {
    const person = await Person.at(
      `http://${this.towns.hostOf(this.slug)}:${this.listening.port}`,
      equipment,
    )
    this.people.push(person)
    return person
  }

  /** Somebody opens a browser at the portal of all authorities. */
  async portal(equipment: Equipment = {}): Promise<Person> {
    const person = await Person.at(
      `http://${readConfig({}).portalHost}:${this.listening.port}`,
      equipment,
    )
    this.people.push(person)
    return person
  }

  /** One of the fictional people opens a browser in which they are signed in. How one signs in is a journey of its own. */
  async signIn(login: string, equipment: Equipment = {}): Promise<Person> {
    const person = await this.visitor(equipment)
    const { token } = await this.inside(async () => {
      const id = await accountIdOf(login)
      if (!id) throw new Error(`Nobody here is called ${login}`)
      return openSession(id, 1)
    })
    await person.bears(token)
    await person.goes('/inbox')
    return person
  }

  /** Another authority on the same house. */
  neighbour(slug: Fictional): Town {
    const town = new Town(this.towns, this.listening, slug)
    this.neighbours.push(town)
    return town
  }

  /** One comes in by the provider of the demonstration, too. */
  async hasProvider(): Promise<void> {
    const host = this.towns.hostOf(this.slug)
    const { port, identity } = this.listening
    const place = { slug: host.replace(/\.localhost$/, ''), hosts: [host] }
    await identity?.open(this.towns, [place], { port, outgoing: { allow: [], proxy: null } })
  }

  /** Night falls: everybody’s sessions are over. */
  async endsSessions(): Promise<void> {
    await this.inside(() => db().deleteFrom('kernel.session').execute())
  }

  /** What is written to people is read where it is kept, as where people are fictional. */
  readsLetters(): void {
    useOpenLetterbox([this.towns.hostOf(this.slug).replace(/\.localhost$/, '')])
  }

  /** The letters that the house wrote to an address, the first first. */
  lettersTo(address: string): Promise<string[]> {
    const letters = () =>
      db()
        .selectFrom('kernel.mail')
        .select('body')
        .where('to_address', '=', address)
        .orderBy('id')
        .execute()
    return this.inside(async () => (await letters()).map(({ body }) => body))
  }

  /** Does something as the house itself: what a journey is not about. */
  async inside<T>(work: () => Promise<T>): Promise<T> {
    const { database, gate, hostOf } = this.towns
    const tenant = await gate.byHost(hostOf(this.slug))
    if (!tenant) throw new Error('This town has no gate')
    return actAs(system, () => inTenant(database, tenant, work))
  }

  /** Everybody leaves; returns what was wrong on their ways. */
  async empties(): Promise<string[]> {
    const left = this.people.map((person) => person.leaves())
    const elsewhere = this.neighbours.map((town) => town.empties())
    return (await Promise.all([...left, ...elsewhere])).flat()
  }
}

type Fictional = 'beauval' | 'cpas-beauval'

/** Opens a town to browsers as long as people are on their way there; gives what was wrong on it. */
async function travelled(towns: Towns, way: (town: Town) => Promise<void>): Promise<string[]> {
  const listening = await listen(towns)
  const { server, faults } = listening
  const town = new Town(towns, listening, 'beauval')
  const complaints: string[] = []
  try {
    await way(town)
  } finally {
    complaints.push(...(await town.empties()), ...faults)
    server.close()
    // Whoever comes after in this process may ask nobody outside, as before.
    useOutgoing({ allow: [], proxy: null })
    useOpenLetterbox([])
  }
  return complaints
}

const inTown = test.extend<{ town: Town }>({
  // Vitest reads what a fixture needs from this first parameter: nothing.
  // oxlint-disable-next-line no-empty-pattern
  town: async ({}, use) => {
    const towns = await givenTowns()
    const worker = await startWorker(towns.database, towns.gate)
    const complaints = await travelled(towns, use)
    await worker.stop()
    await towns.close()
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
