import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { actAs, type Actor, type ActorId, anonymous, system } from '#kernel/access'
import { accountIdOf, openSession, programActors, sessionActor } from '#kernel/auth'
import { inTenant, type Tenant } from '#kernel/tenancy'
import { citizenIdentified } from '#commons/citizens'
import {
  addPerson,
  fictionalPeople,
  isPersonal,
  type NewPerson,
  roles,
  services,
} from '#commons/directory'
import { makeKey, makeProgram, ProgramFields, scopes } from '#commons/programs'
import { fictional, openFictional } from '../../src/seed.ts'
import { ground } from '../harness/ground.ts'
import { givenTowns, type Towns } from '../harness/towns.ts'

/** Somebody of an authority who asks; without a token, a citizen. */
export interface Asker {
  /** With what they bear at the beginning. */
  readonly actor: Actor
  readonly called: string
  token: string | undefined
  /** A program brings its key, where people bring the cookie of their session. */
  readonly isProgram?: boolean
}

export interface Authority {
  readonly tenant: Tenant
  readonly host: string
  readonly askers: readonly Asker[]
}

export interface Region {
  readonly towns: Towns
  readonly all: readonly Authority[]
  /** Sees all rows of all authorities, to look who holds what. */
  readonly superuser: pg.Client
  close(): Promise<void>
}

/** Three authorities of different kinds in one database, each with somebody of every role and of every service. */
export async function givenRegion(): Promise<Region> {
  const { house } = await ground()
  const towns = await givenTowns()
  const [beauval] = fictional
  if (!beauval) throw new Error('The demonstration has no authority')
  const zone = `zone-${randomUUID().slice(0, 8)}`
  const hosts = [`${zone}.localhost`]
  const name = 'Zone de police du Val'
  const third = {
    ...beauval,
    slug: zone,
    kind: 'police_zone',
    name,
    shortName: name,
    hosts,
    number: '0000000394',
  }
  await openFictional(towns.database, house, third, beauval.slug)
  const named = [towns.hostOf('beauval'), towns.hostOf('cpas-beauval'), ...hosts]
  const all: Authority[] = []
  for (const host of named) {
    const tenant = await towns.gate.byHost(host)
    if (!tenant) throw new Error(`Nobody answers at ${host}`)
    all.push({ tenant, host, askers: await people(towns, tenant) })
  }
  const superuser = await superuserOf(towns)
  const close = async () => {
    await superuser.end()
    await towns.close()
  }
  return { towns, all, superuser, close }
}

async function people({ database }: Towns, tenant: Tenant): Promise<Asker[]> {
  return actAs(system, () =>
    inTenant(database, tenant, async () => {
      const asker = async (id: ActorId, called: string): Promise<Asker> => {
        const { token } = await openSession(id, 12)
        const actor = (await sessionActor(token)) ?? anonymous
        return { actor, called: `${called} of ${tenant.slug}`, token }
      }
      const citizen = { actor: anonymous, called: `a citizen of ${tenant.slug}` }
      const found: Asker[] = [{ ...citizen, token: undefined }]
      for (const { login } of fictionalPeople.all()) {
        const id = await accountIdOf(login)
        if (id) found.push(await asker(id, login))
      }
      for (const one of roles.all())
        found.push(await asker(await hired({ roles: [one] }), `nobody but a ${one.name}`))
      for (const { id: serviceId, name } of (await services()).slice(0, 3)) {
        const memberships = [{ serviceId, function: 'head' as const }]
        found.push(await asker(await hired({ roles: [], memberships }), `the head of ${name}`))
      }
      found.push(await asker(await settled(), 'a citizen with a space of their own'))
      found.push(await program(tenant))
      return found
    }),
  )
}

const hired = async (what: Pick<NewPerson, 'roles' | 'memberships'>): Promise<ActorId> => {
  const who = { civility: 'mrs', firstName: 'Alix', lastName: 'Terval' } as const
  // An account bears its person's id.
  return (await addPerson({ ...who, ...what, account: { login: randomUUID() } })) as ActorId
}

/** Somebody from outside who has a space of their own. */
async function settled(): Promise<ActorId> {
  const who = {
    first_name: 'Alix',
    last_name: 'Terval',
    number: '',
    assurance: 'high',
    address: '',
    companies: null,
  } as const
  return (await citizenIdentified(null, who)) as ActorId // The account that is made.
}

/** A program that may all that a program can be given. */
async function program({ slug }: Tenant): Promise<Asker> {
  const all = await services()
  const said = ProgramFields.parse({
    ...{ name: `Intranet ${slug}`, purpose: 'Reads and acts', contact: 'DSI', per_minute: 6000 },
    ...{ service_id: all[0]?.id, services: all.map(({ id }) => id), function: 'editor' },
    ...{ roles: roles.all().flatMap((one) => (isPersonal(one) ? [] : one.name)), scopes: scopes() },
  })
  const { secret: token } = await makeKey(await makeProgram(said), 30)
  const [known] = programActors.all()
  const actor = (await known?.({ token, acts: false, request: {} })) ?? anonymous
  return { actor, called: `a program of ${slug}`, token, isProgram: true }
}

/** Opens a session for somebody whose own has ended. */
export async function signInAgain(towns: Towns, { tenant }: Authority, who: Asker): Promise<void> {
  const { id } = who.actor
  if (!id || who.isProgram) return
  who.token = await actAs(system, () =>
    inTenant(towns.database, tenant, async () => (await openSession(id, 12)).token),
  )
}

async function superuserOf({ database }: Towns): Promise<pg.Client> {
  const { rows } = await database.owner.query<{ name: string }>('select current_database() as name')
  const url = inject('superuserUrl').replace(/\/[^/]*$/, `/${rows[0]?.name}`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
