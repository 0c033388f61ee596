import { randomUUID } from 'node:crypto'
import { actAs, type Actor, type ActorId, system } from '#kernel/access'
import { openSession, sessionActor } from '#kernel/auth'
import { db } from '#kernel/db'
import type { Route } from '#kernel/http'
import type { Language } from '#kernel/i18n'
import { drain } from '#kernel/jobs'
import { inTenant, type Tenant } from '#kernel/tenancy'
import { Visitor } from '#kernel/testing'
import {
  addPerson,
  addService,
  type NewPerson,
  roleNamed,
  type ServiceFunction,
} from '#commons/directory'
import { openAuthority } from '#commons/trades'
import { appOn, type Ground, ground } from './ground.ts'

/** A person of a test authority, and what they bear. */
export interface TestPerson {
  id: string
  actor: Actor
  /** Signed in, with a session of their own. */
  visitor: Visitor
  /** The token of that session. */
  token: string
}

/** What is kept of « test password », which takes longer to make than the rest of a person: it is made once a worker. */
let hashed: string | undefined

async function bearsTestPassword(id: string): Promise<void> {
  if (hashed) {
    const kept = { password_hash: hashed, password_at: Temporal.Now.instant() }
    await db().updateTable('kernel.account').set(kept).where('id', '=', id).execute()
    return
  }
  const account = db().selectFrom('kernel.account').select('password_hash').where('id', '=', id)
  hashed = (await account.executeTakeFirst())?.password_hash ?? undefined
}

/** An authority that a test has for itself: nobody else sees its rows, and it sees none of others. */
export class TestAuthority {
  readonly tenant: Tenant
  readonly host: string
  private readonly on: Ground

  constructor(on: Ground, tenant: Tenant, host: string) {
    this.on = on
    this.tenant = tenant
    this.host = host
  }

  /** Runs verbs as the house itself, in one transaction. */
  asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.as(system, work)
  }

  /** Runs verbs on behalf of somebody, in one transaction. */
  async as<T>(who: Actor | TestPerson, work: () => Promise<T>): Promise<T> {
    const actor = 'actor' in who ? who.actor : who
    // Asked for anew: which trades it has on may have changed.
    const now = (await this.on.gate.byId(this.tenant.id)) ?? this.tenant
    return actAs(actor, () => inTenant(this.on.database, now, work))
  }

  service(name: string): Promise<string> {
    return this.asSystem(async () => (await addService(name)).id)
  }

  /** A person with an account, who bears what is given and what the modules add. */
  async person(
    given: Partial<Omit<NewPerson, 'roles'>> & {
      roles?: readonly string[]
      in?: string
      as?: ServiceFunction
    } = {},
  ): Promise<TestPerson> {
    const { in: serviceId, as: what = 'editor', roles = [], ...rest } = given
    const memberships = serviceId ? [{ serviceId, function: what }] : []
    return this.asSystem(async () => {
      const made = await addPerson({
        civility: 'mrs',
        firstName: 'Alix',
        lastName: 'Terval',
        roles: roles.map(roleNamed),
        memberships,
        account: { login: randomUUID(), ...(!hashed && { password: 'test password' }) },
        ...rest,
      })
      if (!rest.account) await bearsTestPassword(made)
      return this.signedIn(made)
    })
  }

  /** Signs a person in anew, so that they bear what changed since. */
  signIn(id: string): Promise<TestPerson> {
    return this.asSystem(() => this.signedIn(id))
  }

  private async signedIn(id: string): Promise<TestPerson> {
    const { token } = await openSession(id as ActorId, 1) // An account bears its person's id.
    const actor = await sessionActor(token)
    if (!actor) throw new Error('The session did not open')
    return this.bearing({ id, actor, token })
  }

  /** Somebody whose session this authority knows. */
  bearing({ id, actor, token }: Omit<TestPerson, 'visitor'>): TestPerson {
    const visitor = this.visitor()
    visitor.keep('session', token)
    return { id, actor, visitor, token }
  }

  /** Somebody who has not signed in. */
  visitor(): Visitor {
    return new Visitor((path, init) => this.on.app.request(path, init), this.host)
  }

  /** Somebody at pages that a test makes up, which are not of the house. */
  visitorOf(routes: { list: readonly Route[] }, { token }: TestPerson): Visitor {
    const app = appOn(this.on.database, this.on.gate, routes.list)
    const visitor = new Visitor((path, init) => app.request(path, init), this.host)
    visitor.keep('session', token)
    return visitor
  }

  /** Does the jobs that wait. */
  drain(): Promise<void> {
    return drain(this.on.database, this.on.gate)
  }
}

/**
 * A new authority with what every one of its nature starts with; all trades are on, and it acts in French,
 * unless told.
 */
export async function givenAuthority(
  kind = 'municipality',
  { trades, languages }: { trades?: readonly string[]; languages?: readonly Language[] } = {},
): Promise<TestAuthority> {
  const on = await ground()
  const slug = `t-${randomUUID()}`
  const host = `${slug}.localhost`
  const tenant = await openAuthority(on.database, on.house, {
    slug,
    kind,
    trades,
    name: `Commune de ${slug}`,
    shortName: slug,
    address: [],
    hue: 235,
    arms: '',
    hosts: [host],
    ...(languages && { languages }),
  })
  return new TestAuthority(on, tenant, host)
}
