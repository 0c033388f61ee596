import { actAs, type ActorId, system } from '#kernel/access'
import { openSession } from '#kernel/auth'
import { type Database, db } from '#kernel/db'
import { Gate, inTenant, type Tenant } from '#kernel/tenancy'
import type { Ask } from './load.ts'

/** The pages that are compared, each asked for by many agents. */
export const pages = ['list', 'inbox', 'search'] as const
export type Page = (typeof pages)[number]

/** An authority with agents of it who have signed in, and what each asks for. */
export type Scene = Record<Page, Ask[]>

const hours = 4
const people = 40

/** Signs agents of an authority in, drawn at random, and lets each ask for every page. */
export async function sceneOf(database: Database, slug: string): Promise<Scene> {
  const host = `${slug}.localhost`
  return inAuthority(database, slug, async () => {
    const agents = await randomAgents()
    const titles = await randomTitles()
    const scene: Scene = { list: [], inbox: [], search: [] }
    for (const [at, { id, service_id }] of agents.entries()) {
      const session = await sessionOf(id)
      const ask = (path: string) => ({ host, path, session })
      const filters = ['', '', '?view=mine', `?service=${service_id}`]
      scene.list.push(ask(`/deliberations/items${filters[at % filters.length]}`))
      scene.inbox.push(ask('/inbox'))
      const words = wordsOf(titles[at % titles.length] ?? '')
      for (const q of words) scene.search.push(ask(`/search?${new URLSearchParams({ q })}`))
    }
    return scene
  })
}

/** One who bears a role in an authority, signed in. */
export async function signedIn(
  database: Database,
  slug: string,
  role: string,
): Promise<Omit<Ask, 'path'>> {
  return inAuthority(database, slug, async () => {
    const { person_id } = await db()
      .selectFrom('commons.role_grant')
      .select('person_id')
      .where('role', '=', role)
      .executeTakeFirstOrThrow()
    return { host: `${slug}.localhost`, session: await sessionOf(person_id) }
  })
}

/** The meeting of an authority that has so many points. */
export function meetingOf(database: Database, slug: string, points: number): Promise<string> {
  return inAuthority(database, slug, async () => {
    const found = await db()
      .selectFrom('deliberations.item')
      .select('meeting_id')
      .where('meeting_id', 'is not', null)
      .groupBy('meeting_id')
      .having((e) => e.fn.countAll<number>(), '=', points)
      .executeTakeFirstOrThrow()
    return found.meeting_id ?? ''
  })
}

/** The points of a meeting that are in this state, in the order of its agenda. */
export function pointsOf(
  database: Database,
  slug: string,
  meeting: string,
  state: string,
): Promise<string[]> {
  return inAuthority(database, slug, async () => {
    const found = await db()
      .selectFrom('deliberations.item as i')
      .innerJoin('commons.dossier as d', 'd.id', 'i.id')
      .select('i.id')
      .where('i.meeting_id', '=', meeting)
      .where('d.state', '=', state)
      .orderBy('i.position')
      .execute()
    return found.map(({ id }) => id)
  })
}

/** Runs `work` as the house in an authority. */
export async function inAuthority<T>(
  database: Database,
  slug: string,
  work: () => Promise<T>,
): Promise<T> {
  const authority: Tenant | null = await new Gate(database).bySlug(slug)
  if (!authority) throw new Error(`There is no authority ${slug}`)
  return actAs(system, () => inTenant(database, authority, work))
}

/** The members of the council who have signed in, each of them once. */
export function councillors(database: Database, slug: string): Promise<Omit<Ask, 'path'>[]> {
  return inAuthority(database, slug, async () => {
    const seats = await db().selectFrom('commons.seat').select('person_id').execute()
    const who: Omit<Ask, 'path'>[] = []
    for (const { person_id } of seats)
      who.push({ host: `${slug}.localhost`, session: await sessionOf(person_id) })
    return who
  })
}

async function sessionOf(id: string): Promise<string> {
  const { token } = await openSession(id as ActorId, hours) // An account bears its person's id.
  return token
}

function randomAgents() {
  return db()
    .selectFrom('commons.membership')
    .select(['person_id as id', 'service_id'])
    .orderBy((e) => e.fn('random', []))
    .limit(people)
    .execute()
}

async function randomTitles(): Promise<string[]> {
  const rows = await db()
    .selectFrom('commons.dossier')
    .select('title')
    .where('kind', '=', 'deliberations.item')
    .orderBy((e) => e.fn('random', []))
    .limit(people)
    .execute()
  return rows.map(({ title }) => title)
}

/** What people type: a word that they remember of a title, two of them, or its beginning. */
function wordsOf(title: string): string[] {
  const words = title.match(/[\p{L}\d’'-]{4,}/gu) ?? [title]
  const [any = title] = words.toSorted(() => Math.random() - 0.5)
  const [first = title, second = ''] = words
  return [any, `${first} ${any}`, `${first} ${second.slice(0, 4)}`]
}
