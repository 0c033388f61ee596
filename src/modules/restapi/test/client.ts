import { sql } from 'kysely'
import { expect } from 'vitest'
import { db } from '#kernel/db'
import { givenProgram, ground, type TestPerson, type TestProgram } from '#test/harness'
import { givenMeeting, givenTown, type Town } from '../../deliberations/test/council.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asked for
export type Body = any

export interface Said {
  status: number
  headers: Headers
  body: Body
}

export interface Client {
  program: TestProgram
  /** Asks as Plone’s clients do: the key is a password, no cookie, no origin. */
  get: (path: string, as?: { headers?: Record<string, string> }) => Promise<Said>
  post: (path: string, body: object) => Promise<Said>
  send: (
    method: string,
    path: string,
    body?: object | string,
    headers?: Record<string, string>,
  ) => Promise<Said>
}

export const basic = (name: string, secret: string) =>
  `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`

/** Software that spoke to PloneMeeting, with a key of its own. */
export async function givenClient(
  town: Town,
  administrator: TestPerson,
  over: Partial<Parameters<typeof givenProgram>[2]> = {},
): Promise<Client> {
  const program = await givenProgram(town.authority, administrator, {
    ...{ scopes: ['restapi:act', 'deliberations:act', 'annexes:read'], roles: ['agent'] },
    ...{ services: [town.works], function: 'editor', ...over },
  })
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const { app } = await ground()
    const text = typeof body === 'object' ? JSON.stringify(body) : body
    const answer = await app.request(`http://${town.authority.host}/plonemeeting${path}`, {
      method,
      ...(text && { body: text }),
      headers: {
        ...{ host: town.authority.host, accept: 'application/json' },
        ...{ 'content-type': 'application/json', 'accept-language': 'en' },
        ...(text && { 'content-length': String(Buffer.byteLength(text)) }),
        authorization: basic(program.name, program.key),
        ...headers,
      },
    })
    const read = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson ? (JSON.parse(read) as Body) : read,
    }
  }
  return {
    program,
    send,
    get: (path, { headers } = {}) => send('GET', path, undefined, headers),
    post: (path, body) => send('POST', path, body),
  }
}

export const uid = ({ id }: { id: string }) => id.replaceAll('-', '')
export const idOf = (one: string) => one.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** A point as its clients send it. */
export const sentTo = (town: Town) => (over: object) => ({
  ...{ config_id: 'meeting-config-college', title: 'Un banc au parc', proposingGroup: 'travaux' },
  ...{ category: uid({ id: town.roads }), decision: '<p>D’acheter un banc</p>' },
  ...over,
})

export const base64 = (text: string) => Buffer.from(text).toString('base64')
export const annex = (over: object = {}, file: object = {}) => ({
  '@type': 'annex',
  ...{ title: 'Devis', content_category: 'annexe' },
  file: { data: base64('a;b\n'), filename: 'devis.csv', encoding: 'base64', ...file },
  ...over,
})

/** By what name somebody signs in. */
export const loginOf = (town: Town, who: TestPerson) =>
  town.authority.asSystem(async () => {
    const { rows } = await sql<{ login: string }>`select login from kernel.account
      where id = ${who.id}`.execute(db())
    return rows[0]?.login ?? ''
  })

/** Refused with a sentence, and nothing was written. */
export async function refusedBy(
  client: Client,
  sent: () => Promise<Said>,
  status = 400,
): Promise<string> {
  const count = async () =>
    (await client.get('/@search?config_id=*&b_size=1')).body.items_total as number
  const before = await count()
  const { body, status: answered } = await sent()
  expect([body.message, answered]).toEqual([expect.any(String), status])
  expect(body.error.message).toBe(body.message)
  expect(await count()).toBe(before)
  return body.message as string
}

/** A town, its administrator, and software for letters that writes points for the works. */
export async function givenMail() {
  const town = await givenTown()
  const administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
  return { town, administrator, mail: await givenClient(town, administrator), point: sentTo(town) }
}

/** A town whose council sits on three points, and software of a portal that sees what all agents see. */
export async function givenPortal() {
  const town = await givenTown()
  const administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
  const portal = await givenClient(town, administrator, {
    scopes: ['restapi:read', 'deliberations:read', 'annexes:read'],
    ...{ roles: ['agent', 'secretariat'], services: [], function: 'observer' },
  })
  const motivation = '<p>Vu la demande de <mark class="masked">Jeanne Martin</mark></p>'
  const { meeting, points } = await givenMeeting(town, {
    items: [
      { title: 'Zone bleue', motivation },
      { title: 'Achat d’un camion', privacy: 'secret' },
      { title: 'Barrières' },
    ],
  })
  const first = points.find(({ title }) => title === 'Zone bleue')
  if (!first) throw new Error('The meeting has no first point')
  return { town, administrator, portal, meeting, points, first }
}
