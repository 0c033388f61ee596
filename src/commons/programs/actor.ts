import { sql } from 'kysely'
import type { Actor, ActorId } from '#kernel/access'
import { currentAddress } from '#kernel/audit'
import type { ProgramAsks } from '#kernel/auth'
import { db } from '#kernel/db'
import { inLanguage, t } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { borneBy, isPersonal, roles, todayHere } from '#commons/directory'
import { countRequest } from './quota.ts'
import { hashOf, kindOf } from './secret.ts'
import type { ProgramFunction } from './tables.ts'

interface Standing {
  id: string
  name: string
  key_id: string
  scopes: string[]
  roles: string[]
  services: string[]
  function: ProgramFunction
  per_minute: number
  used_at: Temporal.Instant | null
  used_from: string | null
}

/**
 * The program that asks by this key or token, with what it bears today; nothing where it is unknown, over, revoked or
 * suspended: nobody is told which. Where it `acts`, whoever revokes its key waits until that is done, so that nothing is
 * done by a key after it was revoked. Throws `TooMany`.
 */
export async function programActor(asks: ProgramAsks): Promise<Actor | null> {
  const { token, request } = asks
  if (!kindOf(token)) return null
  const found = await standingOf(asks)
  if (!found) return null
  countRequest(found.key_id, found.per_minute, request)
  await noteUse(found)
  return { id: found.id as ActorId, name: calledOf(found.name), ...bearing(found) } // An account that is a program.
}

/** A program is said to be one wherever its name is read: « programme Intranet ». */
export const calledOf = (name: string): string =>
  inLanguage(tenant().languages[0] ?? 'fr', () => t('programs.called', { name }))

/** What a program bears, and what of it it may use. */
export function bearing({
  id,
  roles: held,
  services,
  function: what,
  scopes,
}: Pick<Standing, 'id' | 'roles' | 'services' | 'function' | 'scopes'>): Pick<
  Actor,
  'principals' | 'scopes'
> {
  const known = roles.every().filter((one) => held.includes(one.name) && !isPersonal(one))
  const principals = [
    `user:${id}`,
    ...known.flatMap(borneBy),
    ...services.flatMap((one) => [`service:${one}`, `service:${one}:${what}`]),
  ]
  return { principals: [...new Set(principals)].toSorted(), scopes }
}

/** The services of a program that are open on a day. */
export const openServices = () => sql<string[]>`array(select s.id from commons.service s
  where s.id = any(p.services) and daterange(s.opened_on, s.closed_on) @> ${todayHere()}::date)`

async function standingOf({ token, acts, named }: ProgramAsks): Promise<Standing | undefined> {
  const hash = hashOf(token)
  // One statement, whichever it is: what is known of neither takes as long as what is.
  const { rows } = await sql<Standing>`
    select p.id, p.name, p.roles, p.function, p.per_minute, ${openServices()} as services,
      case when o.scopes is null then p.scopes
        else array(select unnest(o.scopes) intersect select unnest(p.scopes)) end as scopes,
      k.id as key_id, k.used_at, k.used_from
    from commons.program_key k
    join commons.program p on p.id = k.program_id
    left join commons.program_token o on o.hash = ${hash} and o.key_id = k.id and o.expires_at > now()
    where (k.hash = ${hash} or k.id = (select key_id from commons.program_token where hash = ${hash}))
      and (k.hash = ${hash} or o.hash is not null)
      and k.revoked_at is null and k.expires_at > now() and p.suspended_at is null
      and (${named ?? null}::text is null or p.id::text = lower(${named ?? null}::text)
        or kernel.name_key(p.name) = kernel.name_key(${named ?? null}::text))
    ${acts ? sql`for share of k, p` : sql``}`.execute(db())
  return rows[0]
}

/** In minutes: how exactly it is kept when and from where a key was last used. */
const noticed = 60

async function noteUse({ key_id, used_at, used_from }: Standing): Promise<void> {
  const now = Temporal.Now.instant()
  const from = currentAddress()
  const since = used_at && now.since(used_at).total('minutes')
  if (since !== null && since < (used_from === from ? noticed : noticed / 12)) return
  // Another request of the same key may note it: none waits for the other.
  await sql`update commons.program_key set used_at = ${now.toString()}::timestamptz, used_from = ${from}
    where id = any(array(select id from commons.program_key where id = ${key_id} for no key update skip locked))`.execute(
    db(),
  )
}
