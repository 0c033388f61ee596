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
  type ProviderFields,
  providers,
  rewriteProvider,
  standAs,
} from '#kernel/single-sign-on'
import { type Gate, inTenant } from '#kernel/tenancy'
import { fictionalAddress, fictionalPeople } from '#commons/directory'
import { type FictionalClient, fictionalProvider, type Known } from '#commons/providers'

/** A provider of the demonstration: where it is found, a host name of no authority at the port of the house; whom it knows. */
interface Fiction {
  readonly host: string
  readonly fields: Omit<ProviderFields, 'issuer' | 'client_id'>
  readonly people: () => readonly Known[]
  /** Links those of the authority whom it knows. */
  readonly links: boolean
}

const usual = { subject_claim: 'sub', takes_external_id: false, asks_user_info: true } as const

/** The host name of the provider that lets in people who work here. */
export const staffProvider = 'identity.localhost'

const fictions: readonly Fiction[] = [
  {
    host: staffProvider,
    links: true,
    fields: {
      ...{ ...usual, name: 'Compte fictif', serves: 'staff', number_claim: '' },
      ...{ scopes: 'openid profile email', acr_values: '' },
    },
    people: () => [
      ...fictionalPeople.every().map(({ login, firstName, lastName, roles }) => ({
        ...{ sub: login, name: `${firstName} ${lastName}`, email: fictionalAddress(login) },
        groups: roles.map((one) => one.name),
      })),
      // Somebody whom only the provider knows.
      {
        ...{ sub: 'newcomer', name: 'Lou Harmegnies', email: fictionalAddress('newcomer') },
        groups: ['agent'],
      },
    ],
  },
  {
    host: 'citizens.localhost',
    links: false,
    fields: {
      ...{ ...usual, name: 'Service public fictif', serves: 'citizens', number_claim: 'egovNRN' },
      ...{ scopes: 'openid profile egovnrn', acr_values: 'urn:be:fedict:iam:fas:Level500' },
    },
    people: () =>
      // Born on no day, so that their numbers are nobody’s.
      [
        { given_name: 'Maud', family_name: 'Servais', egovNRN: '85000000138' },
        { given_name: 'Achille', family_name: 'Fontenoy', egovNRN: '52000000124' },
      ].map((one) => ({
        ...{ ...one, sub: one.given_name.toLowerCase() },
        name: `${one.given_name} ${one.family_name}`,
      })),
  },
]

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** A fictional authority, and the host names at which it is asked. */
interface Place {
  readonly slug: string
  readonly hosts: readonly string[]
}

/** The providers of identities of the demonstration (fournisseurs d’identité fictifs). */
interface FictionalIdentity {
  /** Answers at their own host names, and leaves all else to the house. */
  before(house: Fetch): Fetch
  /** Enters them at the fictional authorities. */
  open(
    on: { database: Database; gate: Gate },
    places: readonly Place[],
    at: { port: number; outgoing: Config['outgoing'] },
  ): Promise<void>
}

/**
 * Providers in the process of the house, which let in whomever one chooses of invented people, without a password. Each
 * begins when somebody goes there first. Nothing where the tools of developers, which bring them, are not installed. `ask`
 * carries to the house what they tell of sign-outs.
 */
export function fictionalIdentity(
  ask: (request: Request) => Response | Promise<Response>,
): FictionalIdentity | undefined {
  if (!isInstalled()) return undefined
  const fetch = async (url: string | URL | Request, asking?: RequestInit) => {
    const request = new Request(url, asking)
    request.headers.set('host', new URL(request.url).host)
    return ask(request)
  }
  /** By the host and port at which each is asked. */
  const standing = new Map<string, () => ReturnType<typeof begin>>()
  const begin = async (fiction: Fiction, origin: string, clients: readonly FictionalClient[]) =>
    (await fictionalProvider(origin, { clients, people: fiction.people(), fetch })).callback()
  return {
    before: (house) => async (request, bindings) => {
      const { incoming, outgoing } = bindings as HttpBindings // We listen to HTTP/1.1.
      const begun = standing.get(incoming.headers.host ?? '')
      // Its pages look as those of the house do.
      if (!begun || incoming.url?.startsWith('/assets/')) return house(request, bindings)
      void (await begun())(incoming, outgoing)
      return RESPONSE_ALREADY_SENT
    },
    open: async (on, places, { port, outgoing }) => {
      const own = fictions.map(({ host }) => host)
      const allow = [...outgoing.allow, ...own.map((host) => `${host}:${port}`)]
      // A name of the machine itself is known to browsers, and not to every machine.
      useOutgoing({ ...outgoing, allow }, async (host, named) =>
        own.includes(host) ? ['127.0.0.1'] : resolveName(host, named),
      )
      for (const fiction of fictions) {
        const origin = `http://${fiction.host}:${port}`
        const clients: FictionalClient[] = []
        for (const place of places) clients.push(...(await enter(on, fiction, place, port)))
        let running: ReturnType<typeof begin> | undefined
        if (clients.length > 0)
          standing.set(
            `${fiction.host}:${port}`,
            () => (running ??= begin(fiction, origin, clients)),
          )
      }
    },
  }
}

const isInstalled = () => existsSync(join(projectRoot, 'node_modules/oidc-provider'))

/** Makes a provider one of an authority, at an address that goes with the port; gives what it knows of that authority. */
async function enter(
  { database, gate }: { database: Database; gate: Gate },
  fiction: Fiction,
  { slug, hosts }: Place,
  port: number,
): Promise<FictionalClient[]> {
  const authority = await gate.bySlug(slug)
  if (!authority) return []
  const issuer = `http://${fiction.host}:${port}`
  const clientId = `demonstration-${slug}`
  const id = await actAs(system, () =>
    inTenant(database, authority, () => stands(fiction, clientId, issuer)),
  )
  return [{ clientId, id, homes: hosts.map((host) => `http://${host}:${port}`) }]
}

async function stands(
  { fields, links }: Fiction,
  clientId: string,
  issuer: string,
): Promise<string> {
  const told = { ...fields, issuer, client_id: clientId }
  const before = (await providers()).find(
    (one) => one.client_id === clientId && one.serves === fields.serves,
  )
  if (before?.issuer === issuer) return before.id
  if (before) await rewriteProvider(before.id, told, '')
  const id = before?.id ?? (await addProvider(told, ''))
  if (!before) await standAs(id, 'on')
  for (const { login } of links ? fictionalPeople.all() : []) {
    const account = await accountIdOf(login)
    if (account && !(await linkOf(issuer, login))) await linkSubject(account, told, login)
  }
  return id
}
