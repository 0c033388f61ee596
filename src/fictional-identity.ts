import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { createAdaptorServer, HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { actAs, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import { type Config, projectRoot } from '#kernel/config'
import type { Database } from '#kernel/db'
import { resolveName, useOutgoing } from '#kernel/outgoing'
import {
  addProvider,
  linkOf,
  linkSubject,
  providers,
  rewriteProvider,
  standAs,
} from '#kernel/single-sign-on'
import { type Gate, inTenant } from '#kernel/tenancy'
import { fictionalPeople } from '#commons/directory'
import { fictionalProvider, type FictionalClient } from '#commons/providers'

/** Where the provider of the demonstration is found: a host name of no authority, at the port of the house. */
const name = 'identity.localhost'

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** A fictional authority, and the host names at which it is asked. */
interface Place {
  readonly slug: string
  readonly hosts: readonly string[]
}

/** The provider of identities of the demonstration (fournisseur d’identité fictif). */
interface FictionalIdentity {
  /** Answers at its own host name, and leaves all else to the house. */
  before(house: Fetch): Fetch
  /** Enters it at the fictional authorities, whose people it knows by their logins. */
  open(
    on: { database: Database; gate: Gate },
    places: readonly Place[],
    at: { port: number; outgoing: Config['outgoing'] },
  ): Promise<void>
}

/**
 * A provider in the process of the house, which lets in whomever one chooses of the fictional people, without a password.
 * It begins when somebody goes there first. Nothing where the tools of developers, which bring it, are not installed.
 * `ask` carries to the house what it tells of sign-outs.
 */
export function fictionalIdentity(
  ask: (request: Request) => Response | Promise<Response>,
): FictionalIdentity | undefined {
  if (!isInstalled()) return undefined
  let origin = ''
  const clients: FictionalClient[] = []
  const start = async () => {
    const fetch = async (url: string | URL | Request, asking?: RequestInit) => {
      const request = new Request(url, asking)
      request.headers.set('host', new URL(request.url).host)
      return ask(request)
    }
    return (await fictionalProvider(origin, { clients, people: everybody(), fetch })).callback()
  }
  let running: ReturnType<typeof start> | undefined
  return {
    before: (house) => async (request, bindings) => {
      const { incoming, outgoing } = bindings as HttpBindings // We listen to HTTP/1.1.
      const isHere = origin !== '' && `http://${incoming.headers.host ?? ''}` === origin
      // Its pages look as those of the house do.
      if (!isHere || incoming.url?.startsWith('/assets/')) return house(request, bindings)
      running ??= start()
      void (await running)(incoming, outgoing)
      return RESPONSE_ALREADY_SENT
    },
    open: async (on, places, { port, outgoing }) => {
      const here = `http://${name}:${port}`
      for (const place of places) clients.push(...(await enter(on, place, here, port)))
      if (clients.length === 0) return
      const allow = [...outgoing.allow, `${name}:${port}`]
      // A name of the machine itself is known to browsers, and not to every machine.
      useOutgoing({ ...outgoing, allow }, async (host, named) =>
        host === name ? ['127.0.0.1'] : resolveName(host, named),
      )
      origin = here
    },
  }
}

const isInstalled = () => existsSync(join(projectRoot, 'node_modules/oidc-provider'))

/** All fictional people of the house, and somebody whom only the provider knows. */
const everybody = () => [
  ...fictionalPeople.every().map(({ login, firstName, lastName, roles }) => ({
    ...{ sub: login, name: `${firstName} ${lastName}`, email: `${login}@beauval.example` },
    groups: roles.map((one) => one.name),
  })),
  { sub: 'newcomer', name: 'Lou Harmegnies', email: 'newcomer@beauval.example', groups: ['agent'] },
]

/** Makes the provider one of an authority, at an address that goes with the port; gives what it knows of that authority. */
async function enter(
  { database, gate }: { database: Database; gate: Gate },
  { slug, hosts }: Place,
  issuer: string,
  port: number,
): Promise<FictionalClient[]> {
  const authority = await gate.bySlug(slug)
  if (!authority) return []
  const clientId = `demonstration-${slug}`
  const id = await actAs(system, () =>
    inTenant(database, authority, () => standing(clientId, issuer)),
  )
  const homes = hosts.map((host) => `http://${host}:${port}`)
  return [{ clientId, id, homes }]
}

async function standing(clientId: string, issuer: string): Promise<string> {
  const fields = {
    ...{ name: 'Compte fictif', issuer, client_id: clientId, acr_values: '' },
    ...{ scopes: 'openid profile email', subject_claim: 'sub' as const },
    ...{ asks_user_info: true, takes_external_id: false },
  }
  const before = (await providers()).find(({ client_id }) => client_id === clientId)
  if (before?.issuer === issuer) return before.id
  if (before) await rewriteProvider(before.id, fields, '')
  const id = before?.id ?? (await addProvider(fields, ''))
  if (!before) await standAs(id, 'on')
  for (const { login } of fictionalPeople.all()) {
    const account = await accountIdOf(login)
    if (account && !(await linkOf(issuer, login))) await linkSubject(account, fields, login)
  }
  return id
}
